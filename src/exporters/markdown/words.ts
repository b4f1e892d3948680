import { toFigure } from '#core/base/figure.ts';

/** A number of things in words: `1 server`, `2 servers`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${toFigure(count)} ${count === 1 ? one : many}`;
}

/** A list as it is said: `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** The first words of a list, and in words how many were left out. */
export function listedUpTo(words: readonly string[], limit: number): string {
  if (words.length <= limit) return listed(words);
  return `${words.slice(0, limit).join(', ')} and ${words.length - limit} more`;
}

/** A sentence that begins with a capital letter. */
export function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
