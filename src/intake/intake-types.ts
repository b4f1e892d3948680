import type { AppliedEdit } from '#core/commands/apply-commands.ts';
import type { Confidence, ProposedItem } from '#core/importers/contract.ts';
import type { SecretMark, StatedTotal } from '#core/model/source.ts';
import type { MadeThing } from './made-thing.ts';
import type { ImportedCollection } from './imported-collections.ts';

/** A correction of a found thing: the fields that a person changed. References stay keys of proposed things. */
export type ItemCorrection = Readonly<Record<string, unknown>>;

/**
 * What a person decided about proposals. Items are named by `itemKey` (`servers.md#server:web02`). `sure-and-likely` and
 * `all` take everything of that confidence that was not rejected; `chosen` takes only what was accepted by name.
 */
export interface IntakeDecisions {
  readonly accept: 'sure-and-likely' | 'all' | 'chosen';
  readonly chosen?: Readonly<Record<string, 'accept' | 'reject'>>;
  readonly corrections?: Readonly<Record<string, ItemCorrection>>;
  readonly matches?: Readonly<Record<string, MatchDecision>>;
  /** The value that a person chose where sources differ, by `toConflictKey`; the plan's own value settles it too. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** Whether two nodes are one machine, by the id of the question that asks it. */
  readonly pairs?: Readonly<Record<string, 'same' | 'apart'>>;
  /** What a person made of words of the sources; accepted by it, and remembered for every later import. */
  readonly made?: Readonly<Record<string, MadeThing>>;
}

/**
 * Which thing an item is: `same` names a node by its id or by the key of another item, `apart` those that it is not. It is remembered
 * in `source.decisions` and holds for every later import.
 */
export interface MatchDecision {
  readonly same?: string;
  readonly apart?: readonly string[];
}

/** Why something waits: nobody trusts it yet, what it points at is not in the plan, it does not fit there, or its source no longer has it. */
export type PendingWhy = 'uncertain' | 'not-chosen' | 'missing-reference' | 'does-not-fit' | 'gone';

/** A thing that waits for a person, as the summary lists it. */
export interface PendingEntry {
  readonly source: string;
  readonly key: string;
  readonly is: string;
  readonly name: string;
  readonly confidence: Confidence | null;
  readonly why: PendingWhy;
  readonly line: number | null;
  readonly quote: string | null;
}

/** What `source.pending` keeps of a waiting thing: enough to accept it later. `record`: the id of a thing that is gone. */
export interface KeptPending extends PendingEntry {
  readonly item: ProposedItem | null;
  readonly record: string | null;
}

/** Two values for one field: the plan's stays. `edited`: a person changed it since the last import. */
export interface IntakeConflict {
  readonly id: string;
  readonly collection: ImportedCollection;
  readonly name: string;
  readonly field: string;
  readonly kept: unknown;
  readonly found: unknown;
  readonly source: string;
  readonly line: number | null;
  /** The words on the line that say what was found. */
  readonly quote: string;
  readonly edited: boolean;
}

/** Two nodes that may be one machine: the question that asks it, the ids of both, and what speaks for it. */
export interface ProbableMatch {
  readonly id: string;
  readonly text: string;
  readonly nodes: readonly string[];
  readonly because: string;
}

/** A question that the import brought, with where it stands. */
export interface IntakeQuestion {
  readonly id: string;
  readonly text: string;
  readonly about: readonly string[];
  readonly source: string;
  readonly line: number | null;
}

/** A thing that a source says anew, otherwise or no longer since its last import. `id` is that of its record. */
export interface ChangedEntry {
  readonly id: string;
  readonly is: string;
  readonly name: string;
  readonly source: string;
  /** What changed in it; empty for what is new or gone. */
  readonly fields: readonly FieldChange[];
}

/** What is otherwise than at the last import of the same sources; empty for sources that come for the first time. */
export interface IntakeChanges {
  readonly added: readonly ChangedEntry[];
  readonly changed: readonly ChangedEntry[];
  readonly gone: readonly ChangedEntry[];
}

/** A thing of a source that was recognised as one that another source had brought, and by what. */
export interface FoundMatch {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly because: string;
}

/** What an import did, for the screen and for `import --json`. */
export interface IntakeSummary {
  /** Accepted things by kind: the kinds of node, and `dependency`, `party`, `duty`, `question`, `disposition`, `phase`, `move`. */
  readonly found: Readonly<Record<string, number>>;
  readonly questions: readonly IntakeQuestion[];
  readonly conflicts: readonly IntakeConflict[];
  readonly totals: readonly (StatedTotal & { readonly source: string })[];
  readonly secrets: readonly (SecretMark & { readonly source: string })[];
  readonly notUnderstood: readonly {
    readonly source: string;
    readonly line: number;
    readonly text: string;
  }[];
  readonly pending: readonly PendingEntry[];
  readonly changes: IntakeChanges;
  readonly matches: readonly FoundMatch[];
  /** What may be one machine and was not joined; asked for the first time. */
  readonly probable: readonly ProbableMatch[];
}

/** One undoable edit and what it did. */
export interface IntakeOutcome {
  readonly edit: AppliedEdit;
  readonly summary: IntakeSummary;
}

/** A field that an import changes, with its values before and after (`null`: none). */
export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** What accepting an item would do, for the review. */
export interface ItemPreview {
  readonly status: 'new' | 'changed' | 'same' | 'conflict' | 'pending' | 'rejected';
  /** The record that it becomes or is already; `null` while it waits. */
  readonly id: string | null;
  /** Why it was taken for a thing that is there: `same name`, `same address 10.0.0.7`. */
  readonly matched: string | null;
  /** What changes in a record that is there already. */
  readonly changed: readonly FieldChange[];
}

/** How decisions and previews name an item of a source. */
export function toItemKey(sourceName: string, key: string): string {
  return `${sourceName}#${key}`;
}
