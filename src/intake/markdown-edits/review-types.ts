import type { Command } from '#core/model/command.ts';
import type { PartyId } from '#core/model/ids.ts';

/** A party that an edit names and the plan does not have yet. */
export interface NewParty {
  readonly id: PartyId;
  readonly name: string;
  readonly contacts: readonly string[];
}

/** One edit that somebody made in a report, as commands. Lines count from 1 in the edited file. */
export interface ReportEdit {
  /** The same for the same edit of the same file. */
  readonly id: string;
  readonly line: number;
  /** What was edited, in words: `task “Tell everybody”`. */
  readonly title: string;
  /** Which part of it: `owner`, `done`, `order`, ... */
  readonly field: string;
  /** What the plan says now, and what the edited report says. */
  readonly before: string;
  readonly after: string;
  readonly commands: readonly Command[];
  readonly newParty: NewParty | null;
}

/** Why a piece of an edited report was not understood. */
export type UnknownWhy =
  | { readonly code: 'new-text' | 'not-editable' | 'gone-line' | 'gone-text' | 'gone-thing' | 'no-place' }
  | { readonly code: 'not-a-date' | 'no-evidence' | 'no-name' | 'several-parties' | 'not-a-state' }
  | { readonly code: 'refused'; readonly message: string };

/** Something in the edited report that is different and is no edit that can come back. `line` `null`: text that is gone. */
export interface UnknownEdit {
  readonly line: number | null;
  readonly text: string;
  readonly why: UnknownWhy;
}

/** What an edited report holds: edits to take, edits of what the plan has changed since the export, and what is not understood. */
export interface ReportReview {
  readonly edits: readonly ReportEdit[];
  readonly conflicts: readonly ReportEdit[];
  readonly unknown: readonly UnknownEdit[];
}

/** Why a file is no edited report of this plan. */
export interface ReportProblem {
  readonly code: 'no-memory' | 'damaged' | 'newer' | 'other-plan';
}
