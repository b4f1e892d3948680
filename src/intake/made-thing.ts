/** What a person can say that words of a source are. */
export const madeKinds = ['server', 'host', 'service', 'provider', 'site', 'party', 'question'] as const;

/** A kind of thing that a person makes of words. */
export type MadeKind = (typeof madeKinds)[number];

/** Words of a source (on `line`, from 1) that a person said are a thing of a kind. */
export interface MadeThing {
  readonly what: MadeKind;
  readonly words: string;
  readonly line: number;
}

/** Reads a thing made by hand as a source keeps it; `null` for what is not in that form. */
export function readMadeThing(value: unknown): MadeThing | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('what' in value && 'words' in value && 'line' in value)) return null;
  const what = madeKinds.find((kind) => kind === value.what);
  const { words, line } = value;
  if (what === undefined || typeof words !== 'string' || words.trim() === '') return null;
  if (typeof line !== 'number' || !Number.isSafeInteger(line) || line < 1) return null;
  return { what, words, line };
}
