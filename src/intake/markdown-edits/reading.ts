import { applyCommands } from '#core/commands/apply-commands.ts';
import type { ReportMemory } from '#core/exporters/marked/memory.ts';
import type { ReadReport } from '#core/exporters/marked/read-items.ts';
import type { Command } from '#core/model/command.ts';
import type { IdMaker } from '#core/model/ids.ts';
import type { EditContext } from './field-commands.ts';
import type { MarkedThings } from './find-things.ts';
import type { NewParty, ReportEdit, UnknownEdit, UnknownWhy } from './review-types.ts';

/** What is read and what was found so far: the export as it remembers itself, the edited text, the plan as it is now. */
export interface Reading {
  readonly context: EditContext;
  readonly makeId: IdMaker;
  readonly things: MarkedThings;
  readonly memory: ReportMemory;
  readonly edited: ReadReport;
  readonly now: ReadReport;
  readonly edits: ReportEdit[];
  readonly conflicts: ReportEdit[];
  readonly unknown: UnknownEdit[];
}

/** What an edit is kept in. */
export type Kept = Pick<Reading, 'context' | 'makeId' | 'edits' | 'conflicts' | 'unknown'>;

function isRefused(reading: Kept, commands: readonly Command[], party: NewParty | null): UnknownWhy | null {
  const all = [...(party === null ? [] : [toPartyCommand(party)]), ...commands];
  const tried = applyCommands(reading.context.plan, all, { makeId: reading.makeId });
  return tried.ok
    ? null
    : { code: 'refused', message: tried.error.message.replace(/^Command \d+ \([\w-]+\): /u, '') };
}

/** The command that adds a party which the edited report names. */
export function toPartyCommand({ id, name, contacts }: NewParty): Command {
  return { command: 'add-party', id, name, kind: 'person', contacts };
}

/** Takes an edit over if the plan can do it; otherwise it is listed with the reason. */
export function keep(reading: Kept, edit: ReportEdit, isConflict: boolean): void {
  const why = isRefused(reading, edit.commands, edit.newParty);
  if (why !== null) reading.unknown.push({ line: edit.line, text: `${edit.title}: ${edit.after}`, why });
  else (isConflict ? reading.conflicts : reading.edits).push(edit);
}
