/** Where the letters of a query stand in a text; null when it does not fit. Higher scores fit better. */
export interface Hit {
  readonly score: number;
  /** Start and end of what is marked. */
  readonly spans: readonly (readonly [number, number])[];
}

/** Fits a query to a text: the start of the text, then the start of a word, then anywhere, then words in any order. */
export function findHit(text: string, query: string): Hit | null {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return { score: 0, spans: [] };
  const lower = text.toLowerCase();
  const at = lower.indexOf(wanted);
  if (at === 0) return { score: 4, spans: [[0, wanted.length]] };
  if (at > 0) {
    const isWordStart = /[\s./_→-]/u.test(lower.charAt(at - 1));
    return { score: isWordStart ? 3 : 2, spans: [[at, at + wanted.length]] };
  }
  const words = wanted.split(/\s+/u);
  const places = words.map((word) => lower.indexOf(word));
  if (words.length < 2 || places.some((place) => place < 0)) return null;
  const spans = words.map((word, index): [number, number] => {
    const start = places[index] ?? 0;
    return [start, start + word.length];
  });
  return { score: 1, spans: spans.sort((a, b) => a[0] - b[0]) };
}
