import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { followChain, readJournal } from './read-journal.ts';
import { unsealCheckpoint, type SealedCheckpoint, type SealedEntry } from './seal.ts';

/** The file names inside the folder of a plan. */
export const planFiles = {
  checkpoint: 'plan.json',
  previous: 'plan.prev.json',
  damaged: 'plan.damaged.json',
  journal: 'journal.ndjson',
  damagedJournal: 'journal.damaged.ndjson',
} as const;

/** All that the folder of a plan holds, made out of its two generations and its journal. */
export interface PlanFolder {
  readonly base: SealedCheckpoint;
  /** The revision of the generation before, or of `base` where there is none: the journal has to reach back to it. */
  readonly previousRevision: number;
  readonly journal: readonly SealedEntry[];
  readonly revision: number;
  readonly writer: string;
  readonly notice: string | null;
  readonly isCheckpointDamaged: boolean;
  readonly isJournalDamaged: boolean;
}

/** What was found in the folder of a plan. */
export type PlanFolderContent =
  | { readonly kind: 'plan'; readonly plan: PlanFolder }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer'; readonly text: string; readonly name: string | null };

function toNotice(isFallback: boolean, damagedLines: number, leftOver: number): string | null {
  const parts: string[] = [];
  if (isFallback) {
    parts.push(
      'The last complete copy of this plan was damaged; it was put together from the copy before it.',
    );
  }
  if (damagedLines > 0) {
    parts.push('The last edit was cut off while it was being written and could not be used.');
  }
  if (leftOver > 0) {
    parts.push(
      `${leftOver} later ${leftOver === 1 ? 'edit' : 'edits'} could not be used, because one before is missing.`,
    );
  }
  return parts.length === 0 ? null : parts.join(' ');
}

/** Reads the folder of a plan: the last checkpoint, or when that is damaged the one before, and the journal behind it. */
export async function readPlanFolder(disk: Disk, folder: string): Promise<PlanFolderContent> {
  const current = unsealCheckpoint(await disk.read(join(folder, planFiles.checkpoint)));
  const previous = unsealCheckpoint(await disk.read(join(folder, planFiles.previous)));
  if (current.kind === 'newer') return current;
  if (current.kind !== 'good' && previous.kind === 'newer') return previous;
  const base = current.kind === 'good' ? current.value : previous.kind === 'good' ? previous.value : null;
  if (base === null) {
    const isNew = current.kind === 'missing' && previous.kind === 'missing';
    const hasJournal = isNew && (await disk.read(join(folder, planFiles.journal))) !== null;
    return { kind: isNew && !hasJournal ? 'nothing' : 'damaged' };
  }
  const journal = readJournal(await disk.read(join(folder, planFiles.journal)));
  const chain = followChain(base.revision, journal.entries);
  const hasPrevious = previous.kind === 'good' && previous.value.revision <= base.revision;
  return {
    kind: 'plan',
    plan: {
      base,
      previousRevision: hasPrevious ? previous.value.revision : base.revision,
      journal: chain.used,
      revision: chain.revision,
      writer: chain.used.at(-1)?.writer ?? base.writer,
      notice: toNotice(current.kind === 'damaged', journal.damagedLines, chain.leftOver),
      isCheckpointDamaged: current.kind === 'damaged',
      isJournalDamaged: journal.damagedLines > 0 || chain.leftOver > 0,
    },
  };
}
