import type { ImportedCollection } from '../imported-collections.ts';

/** Words of a source that stand behind a matter. `source` is its name; `line` counts from 1. */
export interface MatterWords {
  readonly source: string;
  readonly line: number;
  readonly quote: string;
}

/** A thing that a source no longer has. It stays in the plan; to accept is to propose its removal, to reject is to keep it. */
export interface GoneMatter {
  readonly is: 'gone';
  /** The key of the item that it was (`a.csv#server:web02`): decisions name it so. */
  readonly key: string;
  readonly record: string;
  readonly collection: string;
  readonly name: string;
  readonly source: string;
  /** Where the source had it at the last import that had it. */
  readonly words: MatterWords | null;
  /** Other sources that still have it. */
  readonly stillIn: readonly string[];
}

/** One of the values on which sources differ, with those who say so. */
export interface MatterValue {
  readonly value: unknown;
  /** The name of the place or phase that the value is the id of; `null`: it is no id. */
  readonly name: string | null;
  /** Whether the plan has this value. */
  readonly isKept: boolean;
  readonly words: readonly MatterWords[];
}

/** A field for which a source gives another value than the plan has; the plan's value stands first. */
export interface ConflictMatter {
  readonly is: 'conflict';
  readonly key: string;
  readonly record: string;
  readonly collection: ImportedCollection;
  readonly name: string;
  readonly field: string;
  /** Whether the plan's value is one that a person set. */
  readonly edited: boolean;
  readonly values: readonly MatterValue[];
}

/** One of two nodes that may be one machine. */
export interface MatterNode {
  readonly id: string;
  readonly name: string;
  readonly sources: readonly string[];
  readonly addresses: readonly string[];
  readonly os: string | null;
  readonly words: MatterWords | null;
}

/** Two nodes that may be one machine, and what speaks for it. */
export interface PairMatter {
  readonly is: 'pair';
  /** The id of the question that asks it. */
  readonly key: string;
  readonly because: string;
  readonly nodes: readonly [MatterNode, MatterNode];
}

/** What an import leaves for a person between its sources and the plan. */
export type IntakeMatter = GoneMatter | ConflictMatter | PairMatter;

/** How decisions name a conflict: by its record and field. */
export function toConflictKey(record: string, field: string): string {
  return `${record} ${field}`;
}
