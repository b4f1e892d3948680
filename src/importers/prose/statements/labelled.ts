import { type Column, columnWords } from '#core/importers/prose/lexicon/facts.ts';
import { labelOf, valueOf } from './owned-titles.ts';
import type { Reading } from './reading.ts';
import { readDetails } from './row-details.ts';
import { subjectAbove, thingOf } from './subjects.ts';

/** Columns that a label does not stand for: they name the thing, or its owners, who are read with the duties. */
const notLabels: ReadonlySet<Column> = new Set<Column>(['server', 'name', 'owner', 'contact', 'guests']);

/** What a label means: the role of a machine is told in words, not as the name of its service. */
export function columnOfLabel(label: string): Column | null {
  const column = columnWords.find((each) => each.words.test(label))?.column ?? null;
  if (column === null || notLabels.has(column)) return null;
  return /^(?:role|component)s?$/iu.test(label) ? 'purpose' : column;
}

/** "OS: Debian 12", ":Location: Oslo": fields and labelled lines below a machine are read like the cells of its row. */
export function readLabelled(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table' || reading.own.has(unit.index)) continue;
    const column = columnOfLabel(labelOf(unit));
    const { keys } = subjectAbove(reading, unit);
    const thing = keys.length === 1 ? thingOf(reading.draft, keys[0]) : null;
    if (column === null || thing?.kind !== 'server') continue;
    const row = { header: false, cells: [valueOf(unit)] };
    readDetails(reading, unit, thing, row, { at: new Map([[column, 0]]), width: 1 });
    reading.draft.understood.add(unit.index);
  }
}
