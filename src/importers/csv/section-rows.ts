import { findEnvironment } from '../type-words.ts';
import type { ColumnMapping } from './column-mapping.ts';
import type { TableRecord } from './records.ts';
import type { CellView, RowView } from './row-view.ts';

/** A row that is the heading of those below it, as people part a sheet: `Database tier` alone on its line. */
export interface TableSection {
  readonly line: number;
  readonly title: string;
}

/** The rows that say something, each with what its section adds, and the sections. */
export interface SectionedRows {
  readonly rows: readonly RowView[];
  readonly sections: readonly TableSection[];
}

/** The only words of a row, however many merged cells repeat them; `null` when there are others. */
function onlyWords(row: TableRecord): string | null {
  let words: string | null = null;
  for (const cell of row.cells) {
    const own = cell === '' ? '' : cell.trim();
    if (own === '' || own === words) continue;
    if (words !== null) return null;
    words = own;
  }
  return words;
}

function countFilled(row: TableRecord): number {
  let count = 0;
  for (const cell of row.cells) if (cell !== '' && cell.trim() !== '') count += 1;
  return count;
}

/** Words that name a group and no machine: several of them, a colon at the end, or an environment. A doubt or a number is neither. */
function isTitle(words: string): boolean {
  if (words.length > 80 || !/\p{L}/u.test(words) || /[?]\s*\)?$/u.test(words)) return false;
  return /\p{L}\s+\p{L}|:$/u.test(words) || findEnvironment(words) !== undefined;
}

function toTitle(words: string): string {
  return words.replace(/\s*:$/u, '').replace(/^[-=*#\s]{1,20}|[-=*#\s]{1,20}$/gu, '');
}

function environmentOf(title: string): string | undefined {
  const found = title.split(/[^\p{L}]+/u).flatMap((word) => findEnvironment(word) ?? []);
  return new Set(found).size === 1 ? found[0] : undefined;
}

/** A row with what its section says: an environment, where no column has one, else a tag. */
function underSection(row: RowView, section: TableSection, takesEnvironment: boolean): RowView {
  const environment = takesEnvironment ? environmentOf(section.title) : undefined;
  const cell: CellView = {
    value: environment ?? `group:${section.title}`,
    quote: section.title,
    heading: section.title,
    unit: null,
    style: { decimal: '.' },
    line: section.line,
  };
  const field = environment === undefined ? 'tags' : 'environment';
  const of: RowView['of'] = (asked) => (asked === field ? [...row.of(asked), cell] : row.of(asked));
  return { line: row.line, of, first: (asked) => of(asked)[0] };
}

/**
 * Finds the rows that stand as headings of sections inside a table, in tables whose rows mostly say three things or more. `views`
 * are the rows by what their columns mean, in the same order.
 */
export function readSections(
  mapping: ColumnMapping,
  rows: readonly TableRecord[],
  views: readonly RowView[],
): SectionedRows {
  const counts = rows.map(countFilled);
  const told = counts.filter((count) => count >= 2).length;
  const wide = counts.filter((count) => count >= 3).length;
  const isWide = wide >= told * 0.6 && told * 2 >= rows.length;
  if (!isWide || rows.length < 2) return { rows: views, sections: [] };
  const takesEnvironment = !mapping.columns.some((column) => column.field === 'environment');
  const sections: TableSection[] = [];
  const kept: RowView[] = [];
  let section: TableSection | null = null;
  for (const [index, row] of rows.entries()) {
    const view = views[index];
    if (view === undefined) continue;
    const words = onlyWords(row);
    if (words !== null && isTitle(words) && (counts[index + 1] ?? 0) >= 2) {
      section = { line: row.line, title: toTitle(words) };
      sections.push(section);
    } else kept.push(section === null ? view : underSection(view, section, takesEnvironment));
  }
  return { rows: kept, sections };
}
