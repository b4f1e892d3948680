import { componentLead, serviceListHeading } from '#core/importers/prose/lexicon/usage.ts';
import { isTyped } from './names.ts';
import { findOpeningName } from './opening-name.ts';
import type { Reading } from './reading.ts';
import { makeService, nameReasons } from './services.ts';
import { introduce } from './subjects.ts';
import { isTask, toTitleParts } from './titles.ts';
import type { Unit } from './unit.ts';

interface Entry {
  readonly unit: Unit;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** An entry that is a name: a link or a few words, alone or with a note in brackets or behind a dash. */
function toEntry(reading: Reading, unit: Unit): Entry | null {
  if (reading.own.has(unit.index)) return null;
  const opening = findOpeningName(unit.text);
  if (opening === null || isTyped(opening.name) || opening.name.split(/\s+/u).length > 3) return null;
  if (!opening.alone && opening.link === null && !/^\s*[(:–-]/u.test(unit.text.plain.slice(opening.to)))
    return null;
  return isTask(opening.name) && opening.link === null ? null : { unit, ...opening };
}

/** Whether a heading, or the one above it, says that what stands below are services. */
function listsServices(reading: Reading, title: Unit): boolean {
  if (serviceListHeading.test(toTitleParts(title.text.plain).name)) return true;
  const above = reading.units[title.parent];
  return above?.role === 'title' && /\bcatalog(?:ue)?$/iu.test(above.text.plain.trim());
}

/** Lists below "Services", "Applications" or in a service catalogue, where most entries are names. */
export function readServiceLists(reading: Reading): void {
  for (const title of reading.units) {
    if (reading.own.has(title.index) || title.role === 'table' || title.role === 'field') continue;
    const announced = title.role !== 'title' && componentLead.test(title.text.plain.slice(-120));
    if (!announced && (title.role !== 'title' || !listsServices(reading, title))) continue;
    const items = reading.childrenOf(title.index).filter((child) => child.role === 'item');
    const entries = items.flatMap((item) => toEntry(reading, item) ?? []);
    if (entries.length < (announced ? 2 : 3) || entries.length * 3 < items.length * 2) continue;
    for (const entry of entries) {
      const reasons = nameReasons(entry.name).filter((reason) => reason !== 'topic word');
      const made = makeService(reading, entry.name, null, ['row of a service table', ...reasons], entry);
      if (made !== null) introduce(reading, entry.unit, made.key);
    }
  }
}
