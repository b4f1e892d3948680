import { assertNever } from '#core/base/assert-never.ts';
import type { Dialect, Outline, Scan } from './block.ts';
import { buildOutline } from './outline-builder.ts';
import { toLineStarts } from './quote.ts';
import { toRichText } from './rich-text.ts';
import { scanAsciiDoc } from './scan-ascii-doc.ts';
import { scanMarkdown } from './scan-markdown.ts';
import { scanRestructuredText } from './scan-restructured-text.ts';
import { type TableJudge, withAlignedTables } from './with-aligned-tables.ts';

function scan(dialect: Dialect, lines: readonly string[]): Scan {
  switch (dialect) {
    case 'markdown':
      return scanMarkdown(lines);
    case 'restructuredtext':
      return scanRestructuredText(lines);
    case 'asciidoc':
      return scanAsciiDoc(lines);
    default:
      return assertNever(dialect);
  }
}

/** An outline that can be quoted from: `starts` are the offsets of its lines. */
export interface QuotableOutline extends Outline {
  readonly starts: readonly number[];
}

/**
 * Reads a document of any dialect into the common outline. Never fails: on broken markup the outline only gets flatter. What stands in
 * columns without markup becomes a table where `isTable` says so.
 */
export function toOutline(
  dialect: Dialect,
  lines: readonly string[],
  isTable: TableJudge = () => false,
): QuotableOutline {
  const starts = toLineStarts(lines);
  const { units, notes } = withAlignedTables(scan(dialect, lines), lines, isTable);
  const root = buildOutline(units, lines, (pieces) => toRichText(lines, starts, pieces));
  return { dialect, lines, starts, root, notes };
}
