import { unsealEntry, type SealedEntry } from './seal.ts';

/** The journal as it was found: its good entries in order, and whether something between or behind them can't be read. */
export interface JournalContent {
  readonly entries: readonly SealedEntry[];
  readonly damagedLines: number;
}

/** Reads a journal. A line that was cut or garbled is counted and left out; what may follow it decides the chain of revisions. */
export function readJournal(bytes: Uint8Array | null): JournalContent {
  if (bytes === null) return { entries: [], damagedLines: 0 };
  const entries: SealedEntry[] = [];
  let damagedLines = 0;
  for (const line of Buffer.from(bytes).toString('utf8').split('\n')) {
    if (line === '') continue;
    const entry = unsealEntry(line);
    if (entry === null) damagedLines += 1;
    else entries.push(entry);
  }
  return { entries, damagedLines };
}

/** The entries that lead on from a revision without a gap, and how many good ones are left over because of one. */
export function followChain(
  from: number,
  entries: readonly SealedEntry[],
): { readonly used: readonly SealedEntry[]; readonly revision: number; readonly leftOver: number } {
  const used: SealedEntry[] = [];
  let revision = from;
  let leftOver = 0;
  for (const entry of entries) {
    if (entry.revision <= revision) continue;
    if (entry.after === revision) {
      used.push(entry);
      revision = entry.revision;
    } else leftOver += 1;
  }
  return { used, revision, leftOver };
}
