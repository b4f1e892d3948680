/** A name found in a text. */
export interface Found<T> {
  readonly from: number;
  readonly to: number;
  readonly value: T;
}

interface Entry<T> {
  readonly words: readonly string[];
  readonly exact: string | null;
  readonly value: T;
}

const word = /[\p{L}\p{N}*][\p{L}\p{N}_'’+#&*-]*(?:\.[\p{L}\p{N}_-]+)*/gu;

interface Token {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Words of a text with their places. Hyphens, dots and underscores inside belong to the word. */
export function toTokens(text: string): Token[] {
  return [...text.matchAll(word)].map((hit) => ({
    from: hit.index,
    to: hit.index + hit[0].length,
    text: hit[0],
  }));
}

/** Names to look for; with `exact` the spelling must be met letter by letter (ordinary words). */
interface Sought<T> {
  readonly name: string;
  readonly exact: boolean;
  readonly value: T;
}

/** Finds many names in a text at once, the longest at each place, without case unless asked. Linear in the text. */
export function makeMatcher<T>(names: Iterable<Sought<T>>): (text: string) => Found<T>[] {
  const byFirst = new Map<string, Entry<T>[]>();
  for (const { name, exact, value } of names) {
    const tokens = toTokens(name);
    const words = tokens.map((token) => token.text.toLowerCase());
    const [first] = words;
    if (first === undefined) continue;
    const list = byFirst.get(first) ?? [];
    list.push({ words, exact: exact ? tokens.map((token) => token.text).join(' ') : null, value });
    byFirst.set(first, list);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return (text) => {
    const tokens = toTokens(text);
    const lower = tokens.map((token) => token.text.toLowerCase().replace(/['’]s$/u, ''));
    const found: Found<T>[] = [];
    for (let i = 0; i < tokens.length; i += 1) {
      const hit = (byFirst.get(lower[i] ?? '') ?? []).find(
        (entry) =>
          entry.words.every((each, at) => lower[i + at] === each) &&
          (entry.exact === null ||
            tokens
              .slice(i, i + entry.words.length)
              .map((token) => token.text.replace(/['’]s$/u, ''))
              .join(' ') === entry.exact),
      );
      const start = tokens[i];
      const last = hit === undefined ? undefined : tokens[i + hit.words.length - 1];
      if (hit === undefined || start === undefined || last === undefined) continue;
      found.push({ from: start.from, to: last.to - (/['’]s$/u.test(last.text) ? 2 : 0), value: hit.value });
      i += hit.words.length - 1;
    }
    return found;
  };
}
