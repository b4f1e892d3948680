import { sha256Hex } from '#core/base/sha256.ts';

/** What a mark stands on: a task, a phase, a row of a change, a step, a question, a hand-over, a candidate, a node. */
export const markKinds = {
  task: 't',
  phase: 'p',
  change: 'c',
  step: 's',
  question: 'q',
  handover: 'h',
  candidate: 'd',
  node: 'n',
} as const;

/** A kind of thing that can be edited in a report. */
export type MarkKind = keyof typeof markKinds;

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A hash of a text as a few letters and digits (62 signs, about 6 bits each). */
export function toShortHash(text: string, length: number): string {
  let rest = BigInt(`0x${sha256Hex(text).slice(0, 24)}`);
  let hash = '';
  while (hash.length < length) {
    hash += digits.charAt(Number(rest % 62n));
    rest /= 62n;
  }
  return hash;
}

/** The key under which a report speaks of something: its kind and a hash of its id, so that keys are stable. */
export function toMarkKey(kind: MarkKind, id: string): string {
  return `${markKinds[kind]}${toShortHash(id, 7)}`;
}

/** The kind that a key speaks of. */
export function toKindOf(key: string): MarkKind | null {
  const kinds: readonly MarkKind[] = [
    'task',
    'phase',
    'change',
    'step',
    'question',
    'handover',
    'candidate',
    'node',
  ];
  return kinds.find((kind) => markKinds[kind] === key.charAt(0)) ?? null;
}

/** A mark as it stands in Markdown: a comment that no viewer shows, right behind the last word. */
export function toMark(kind: MarkKind, id: string): string {
  return `<!--${toMarkKey(kind, id)}-->`;
}

/** The key in a comment, or `null` when the comment is none of ours. */
export function findMark(comment: string): string | null {
  return /^<!--\s*([tpcsqhdn][0-9A-Za-z]{7})\s*-->$/u.exec(comment.trim())?.[1] ?? null;
}
