import { compareText } from '#core/base/compare.ts';

/**
 * How many letters must be added, dropped or changed to turn one text into the other (swapped neighbours count one); `limit + 1` as soon as it is
 * more than `limit`. Algorithm: optimal string alignment (Damerau-Levenshtein, restricted).
 */
export function toEditDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1;
      let best = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + change);
      const isSwap =
        i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1);
      if (isSwap) best = Math.min(best, (older[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    older = old;
    old = row;
  }
  return Math.min(old[b.length] ?? limit + 1, limit + 1);
}

/** The names that a mistyped text may have meant, nearest first, three at most. */
export function findCloseNames(text: string, names: Iterable<string>): string[] {
  const wanted = text.toLowerCase();
  if (wanted.length > 200) return [];
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const close = new Map<string, number>();
  for (const name of names) {
    const lower = name.toLowerCase();
    const distance = toEditDistance(wanted, lower, limit);
    const isPart = wanted.length > 2 && lower.includes(wanted);
    if (distance <= limit || isPart) close.set(name, isPart ? Math.min(distance, limit) : distance);
  }
  const best = Math.min(...close.values());
  return [...close]
    .filter(([, distance]) => distance <= best + 1)
    .sort(([a, x], [b, y]) => x - y || compareText(a, b))
    .slice(0, 3)
    .map(([name]) => name);
}

/** ` Did you mean web02 or web03?` with its leading blank, or nothing when no name is near. */
export function toDidYouMean(text: string, names: Iterable<string>): string {
  const close = findCloseNames(text, names);
  if (close.length === 0) return '';
  const last = close.at(-1) ?? '';
  const words = close.length === 1 ? last : `${close.slice(0, -1).join(', ')} or ${last}`;
  return ` Did you mean ${words}?`;
}
