import { readRecords } from './records.ts';

const candidates = [',', ';', '\t', '|'] as const;
/** How much of a file is looked at to find its delimiter. */
const sampleCharacters = 65_536;
const sampleRecords = 50;

interface Score {
  readonly character: string;
  readonly columns: number;
  readonly share: number;
}

function scoreOf(sample: string, character: string): Score {
  const counts = readRecords(sample, character)
    .records.slice(0, sampleRecords)
    .filter((record) => record.cells.some((cell) => cell.trim() !== ''))
    .map((record) => record.cells.length);
  const often = new Map<number, number>();
  for (const count of counts) if (count > 1) often.set(count, (often.get(count) ?? 0) + 1);
  const [columns, hits] = [...often].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  const first = counts.find((count) => count > 1);
  const share = counts.length === 0 ? 0 : hits / counts.length;
  return { character, columns, share: first === columns ? share : share * 0.7 };
}

/** Reads the `sep=;` line that spreadsheet programs write. */
export function findNamedDelimiter(firstLine: string): string | null {
  return /^"?sep=([^\s"]|\t)"?\s*$/iu.exec(firstLine)?.[1] ?? null;
}

/**
 * Finds the delimiter by what splits the first records most evenly: comma, semicolon, tab or bar; with equal evenness the
 * one that makes more columns. `null` when none splits anything.
 */
export function findDelimiter(text: string): string | null {
  const sample =
    text.length > sampleCharacters ? text.slice(0, text.lastIndexOf('\n', sampleCharacters) + 1) : text;
  const scores = candidates
    .map((character) => scoreOf(sample, character))
    .filter((score) => score.columns > 1 && score.share >= 0.3);
  const even = scores.filter((score) => score.share >= 0.6);
  const ranked = (even.length > 0 ? even : scores).sort(
    (a, b) => Math.round(b.share * 10) - Math.round(a.share * 10) || b.columns - a.columns,
  );
  return ranked[0]?.character ?? null;
}
