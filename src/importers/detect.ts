import { compareText } from '#core/base/compare.ts';
import type { Detection, Importer, SourceText } from './contract.ts';
import { formatFamilies, neverJson } from './importers.ts';
import { readJsonTree } from './json/read-tree.ts';

/** A format that fits a file. */
export interface DetectedFormat extends Detection {
  readonly importer: Importer;
}

/** What a file is: the best format with the runner-up, a tie that a person must decide, or nothing known. */
export type DetectionOutcome =
  | { readonly kind: 'found'; readonly best: DetectedFormat; readonly second: DetectedFormat | null }
  | { readonly kind: 'tie'; readonly fitting: readonly DetectedFormat[] }
  | { readonly kind: 'unknown' };

/** Scores nearer than this are a tie. */
const tieDistance = 10;
/** What scores less is no candidate. */
const leastScore = 15;

function familyOf(format: string): string {
  return formatFamilies[format] ?? format;
}

/**
 * Asks every importer how well its format fits the content. Two formats of different families within 10 points are a
 * tie; in one family the better one wins, and on equal scores the one that stands earlier in the list.
 */
export function detectFormat(file: SourceText, importers: readonly Importer[]): DetectionOutcome {
  const isJson = readJsonTree(file).ok;
  const fitting = importers
    .filter((importer) => !isJson || !neverJson.has(importer.format))
    .map((importer) => ({ importer, ...importer.detect(file) }))
    .filter((each) => each.score >= leastScore)
    .sort((a, b) => b.score - a.score);
  const [best] = fitting;
  if (best === undefined) return { kind: 'unknown' };
  const rivals = fitting.filter((each) => familyOf(each.importer.format) !== familyOf(best.importer.format));
  const close = rivals.filter((each) => best.score - each.score < tieDistance);
  if (close.length > 0) {
    const tied = [best, ...close].sort((a, b) => compareText(a.importer.format, b.importer.format));
    return { kind: 'tie', fitting: tied };
  }
  return { kind: 'found', best, second: rivals[0] ?? null };
}
