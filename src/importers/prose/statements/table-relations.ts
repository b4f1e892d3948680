import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { flowColumns, relationColumns } from '#core/importers/prose/lexicon/relation-columns.ts';
import type { RichText, Row } from '#core/importers/prose/outline/block.ts';
import { addEvidence, needLink } from '#core/importers/prose/proposal/draft.ts';
import { protocolOf } from './link-words.ts';
import { tidyName } from './names.ts';
import { labelOf, valueOf } from './owned-titles.ts';
import { type Reading, toEvidence } from './reading.ts';
import type { NameFinder } from './resolve.ts';
import { subjectAbove, subjectOf, thingOf } from './subjects.ts';

const endKinds = /^(?:server|host|service):/u;

/** Machines and services that a cell names, none twice. */
function endsIn(finder: NameFinder, text: string): string[] {
  const keys = finder(text).flatMap(({ value }) =>
    value.is === 'thing' && endKinds.test(value.key) ? [value.key] : [],
  );
  return [...new Set(keys)].slice(0, 8);
}

/** The things that a cell is as a whole: nothing but names stands in it. */
function wholeEnds(finder: NameFinder, cell: RichText | undefined): string[] {
  const plain = tidyName(cell?.plain ?? '');
  if (plain === '' || plain.length > 160 || /\?/u.test(plain)) return [];
  let rest = plain;
  const found = finder(plain).filter(({ value }) => value.is === 'thing' && endKinds.test(value.key));
  for (const each of found.toReversed()) rest = rest.slice(0, each.from) + rest.slice(each.to);
  return /\p{L}{4}/u.test(rest.replace(/\b(?:and|und|server)\b/giu, '')) ? [] : endsIn(finder, plain);
}

/** Whether one of two things stands on the other: what runs on a machine does not depend on it as on another. */
function isInside(reading: Reading, a: string, b: string): boolean {
  return thingOf(reading.draft, a)?.parent === b || thingOf(reading.draft, b)?.parent === a;
}

/** A table of connections: one a row, with its protocol and port. */
function readFlows(reading: Reading, finder: NameFinder, header: Row, rows: readonly Row[]): boolean {
  const at = new Map<string, number>();
  header.cells.forEach((cell, index) => {
    const end = flowColumns.find((each) => each.words.test(tidyName(cell.plain)))?.end;
    if (end !== undefined && !at.has(end)) at.set(end, index);
  });
  const [fromAt, toAt] = [at.get('from'), at.get('to')];
  if (fromAt === undefined || toAt === undefined) return false;
  let done = false;
  for (const row of rows) {
    const target = row.cells[toAt];
    const how = ['protocol', 'port'].map((end) => row.cells[at.get(end) ?? -1]?.plain.trim() ?? '');
    for (const from of wholeEnds(finder, row.cells[fromAt])) {
      for (const to of wholeEnds(finder, target)) {
        if (from === to || isInside(reading, from, to)) continue;
        const link = needLink(reading.draft, from, to, 'connects');
        link.reason = 'it is a row of a table of connections';
        protocolOf(link, how.join(' '));
        link.protocol ??= /^[A-Z][A-Z\d.-]{1,9}$/u.test(how[0] ?? '') ? (how[0] ?? '').toLowerCase() : null;
        const port = /\b(\d{2,5})\b/u.exec(how[1] ?? '')?.[1];
        if (port !== undefined && Number(port) < 65_536) link.port ??= Number(port);
        if (target !== undefined) addEvidence(link.evidence, toEvidence(reading, target, 'type'));
        done = true;
      }
    }
  }
  return done;
}

function relate(
  reading: Reading,
  finder: NameFinder,
  label: string,
  subjects: readonly string[],
  value: RichText,
): boolean {
  const column = relationColumns.find((each) => each.words.test(label));
  if (column === undefined || /\?/u.test(value.plain) || value.plain.length > 200) return false;
  if (findMode(value.plain, value.plain) !== 'asserted') return false;
  let done = false;
  for (const subject of subjects) {
    for (const object of endsIn(finder, value.plain)) {
      const [from, to] = column.reversed ? [object, subject] : [subject, object];
      if (from === to || isInside(reading, from, to)) continue;
      const link = needLink(reading.draft, from, to, column.relation);
      link.reason = `it stands behind "${label.toLowerCase()}"`;
      protocolOf(link, value.plain);
      addEvidence(link.evidence, toEvidence(reading, value, 'type'));
      done = true;
    }
  }
  return done;
}

/** "Depends on: db1" below a machine's name. */
function readLabels(reading: Reading, finder: NameFinder): void {
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    const label = labelOf(unit);
    if (label === '') continue;
    const own = subjectOf(reading, unit);
    const above = own.keys.length > 0 ? own : subjectAbove(reading, unit);
    const subjects = above.keys.filter((key) => endKinds.test(key));
    if (subjects.length === 0 || subjects.length > 6) continue;
    if (relate(reading, finder, label, subjects, valueOf(unit))) reading.draft.understood.add(unit.index);
  }
}

/** Reads tables of connections, and columns and labels that name the other end of a dependency. */
export function readTableRelations(reading: Reading, finder: NameFinder): void {
  for (const unit of reading.units) {
    if (unit.role !== 'table') continue;
    const headers = unit.rows.filter((row) => row.header).length;
    const header = unit.rows[Math.max(headers - 1, 0)];
    const rows = unit.rows.slice(Math.max(headers, 1));
    if (header === undefined) continue;
    if (readFlows(reading, finder, header, rows)) reading.draft.understood.add(unit.index);
    for (const row of rows) {
      const subjects = wholeEnds(finder, row.cells[0]);
      header.cells.forEach((cell, at) => {
        const value = row.cells[at];
        if (at > 0 && value !== undefined && subjects.length <= 6)
          relate(reading, finder, tidyName(cell.plain), subjects, value);
      });
    }
  }
  readLabels(reading, finder);
}
