import { osPattern } from '#core/importers/prose/lexicon/facts.ts';
import { doubtCues } from '#core/importers/prose/lexicon/modes.ts';
import type { RichText, Row } from '#core/importers/prose/outline/block.ts';
import { addEvidence, giveReason, needQuestion, type Thing } from '#core/importers/prose/proposal/draft.ts';
import { addCost } from './costs.ts';
import { findDomains } from './domains.ts';
import { addSizes, toGiB } from './facts.ts';
import { readServiceWords } from './inline-services.ts';
import { findProvider } from './known-names.ts';
import { isAddress, isDomainName, tidyName, toNameKey } from './names.ts';
import { findPlaces } from './places.ts';
import { type Reading, toEvidence } from './reading.ts';
import { needSite } from './resolve.ts';
import { makeProvider } from './service-titles.ts';
import { makeService, nameReasons } from './services.ts';
import { cellOf, type Columns } from './table-columns.ts';
import { readFate, readGuests } from './table-fates.ts';
import { readOwners } from './table-owners.ts';
import { titleEnvironment } from './titles.ts';
import type { Unit } from './unit.ts';

/** The site of a row, inside its hoster where that is known. */
function readSite(reading: Reading, thing: Thing, row: Row, columns: Columns): void {
  const cell = cellOf(row, columns, 'site');
  const name = tidyName((cell?.plain ?? '').replace(/\s*\([^()]*\)\s*$/u, ''));
  if (cell === null || thing.kind !== 'server' || !/^\p{L}[\p{L}\d. -]{1,30}$/u.test(name)) return;
  if (name.split(/\s+/u).length > 3 || findProvider(name) !== null || isDomainName(name)) return;
  const parent = thing.parent?.startsWith('provider:') === true ? thing.parent : null;
  if (thing.parent !== parent) return;
  const site = needSite(reading, name, findPlaces(cell.plain)[0]?.value.country ?? null, parent);
  giveReason(site, 'it stands in a column of places', 4);
  addEvidence(site.evidence, toEvidence(reading, cell, 'name'));
  thing.parent = site.key;
  addEvidence(thing.evidence, toEvidence(reading, cell, 'parent'));
}

function addSize(
  reading: Reading,
  thing: Thing,
  cell: RichText | null,
  field: 'memoryMiB' | 'diskGiB' | 'vcpu',
): void {
  const hit = /^~?\s*(\d{1,6}(?:[.,]\d{1,2})?)\s?(GiB|GB|G|MiB|MB|M|TB|TiB|T)?\b/iu.exec(
    cell?.plain.trim() ?? '',
  );
  if (cell === null || hit?.[1] === undefined || (field !== 'vcpu' && hit[2] === undefined)) return;
  const value =
    field === 'vcpu' ? Number(hit[1]) : toGiB(hit[1], hit[2] ?? 'GB') * (field === 'memoryMiB' ? 1024 : 1);
  if (!Number.isFinite(value) || value <= 0 || (field === 'vcpu' && !Number.isInteger(value))) return;
  thing.capacity[field] = value;
  addEvidence(thing.evidence, toEvidence(reading, { ...cell }, `capacity.${field}`));
}

/** A hoster that no lexicon knows, by its column: one name with a capital, or a domain. */
function readHoster(reading: Reading, unit: Unit, thing: Thing, row: Row, columns: Columns): void {
  const cell = cellOf(row, columns, 'provider');
  const name = tidyName(cell?.plain ?? '');
  if (cell === null || thing.parent !== null || name.split(/\s+/u).length > 3) return;
  if (!isDomainName(name) && !/^\p{Lu}[\p{L}\d& .-]{2,30}$/u.test(name)) return;
  const where = { unit: { ...unit, text: cell }, from: 0, to: cell.plain.length };
  const made = makeProvider(reading, toNameKey(name), name, where, 'it stands in a column of hosters', 4);
  made.name = name;
  thing.parent = made.key;
  addEvidence(thing.evidence, toEvidence(reading, cell, 'parent'));
}

/** "ticket sales, web shop": a cell of a few short names, none of them of a machine or a place. */
function isShortRole(plain: string): boolean {
  return (
    plain.length <= 60 &&
    !/[.?!]/u.test(plain) &&
    plain.split(/[,;+/&]/u).every((part) => part.trim().split(/\s+/u).length <= 3) &&
    !/(?:server|host|machine|vm|node|pc|box|backup|replica|standby|gateway|firewall|target|copy)s?\b/iu.test(
      plain,
    )
  );
}

/** Reads what the cells of a row say of its thing, by their columns. */
export function readDetails(reading: Reading, unit: Unit, thing: Thing, row: Row, columns: Columns): void {
  const cellUnit = (cell: RichText): Unit => ({ ...unit, text: cell });
  for (const cell of row.cells) {
    for (const hit of cell.plain.matchAll(/(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w./])/gu)) {
      if (!isAddress(hit[0])) continue;
      thing.addresses.add(hit[0]);
      addEvidence(
        thing.evidence,
        toEvidence(reading, cell, 'addresses', hit.index, hit.index + hit[0].length),
      );
    }
  }
  const named = cellOf(row, columns, 'name');
  const domain =
    cellOf(row, columns, 'domain') ?? (named !== null && isDomainName(tidyName(named.plain)) ? named : null);
  for (const each of domain === null ? [] : findDomains(domain.plain)) {
    thing.domains.add(each.name);
    if (domain !== null)
      addEvidence(thing.evidence, toEvidence(reading, domain, 'domains', each.from, each.to));
  }
  const hoster = cellOf(row, columns, 'provider') ?? cellOf(row, columns, 'site');
  const provider = hoster === null ? null : findProvider(tidyName(hoster.plain));
  if (hoster !== null && provider !== null) {
    const name = tidyName(hoster.plain);
    thing.parent ??= makeProvider(
      reading,
      provider.id,
      name,
      { unit: cellUnit(hoster), from: 0, to: hoster.plain.length },
      'it stands in a column of hosters',
      4,
    ).key;
    addEvidence(thing.evidence, toEvidence(reading, hoster, 'parent'));
  }
  if (provider === null) readHoster(reading, unit, thing, row, columns);
  readSite(reading, thing, row, columns);
  const environment = cellOf(row, columns, 'environment');
  if (environment !== null && thing.environment === null) {
    thing.environment = titleEnvironment(environment.plain);
    addEvidence(
      thing.evidence,
      thing.environment === null ? null : toEvidence(reading, environment, 'environment'),
    );
  }
  const os = cellOf(row, columns, 'os');
  if (os !== null && thing.os === null) {
    thing.os = os.plain.trim();
    addEvidence(thing.evidence, toEvidence(reading, os, 'os'));
  }
  const size = cellOf(row, columns, 'size');
  if (size !== null) addSizes(reading, thing, { text: size }, size.plain, 0);
  addSize(reading, thing, cellOf(row, columns, 'memory'), 'memoryMiB');
  addSize(reading, thing, cellOf(row, columns, 'disk'), 'diskGiB');
  addSize(reading, thing, cellOf(row, columns, 'cpu'), 'vcpu');
  const purpose = cellOf(row, columns, 'purpose');
  if (purpose !== null && thing.notes.length < 12 && !thing.notes.includes(purpose.plain.trim()))
    thing.notes.push(purpose.plain.trim());
  if (purpose !== null && thing.kind === 'server') {
    readServiceWords(reading, unit, purpose, 0, thing.key, !isShortRole(purpose.plain));
    askInCell(reading, thing, purpose);
  }
  readOwners(reading, unit, thing, row, columns);
  readFate(reading, thing, row, columns);
  readGuests(reading, thing, row, columns);
  const cost = cellOf(row, columns, 'cost');
  if (cost !== null) addCost(reading, thing, cost, 0, cost.plain.length);
  readRowServices(reading, unit, thing, row, columns);
}

/** Software in a column of technologies: products, and other names with capitals. Returns whether there was any. */
export function readTechnology(
  reading: Reading,
  unit: Unit,
  thing: Thing,
  row: Row,
  columns: Columns,
): boolean {
  const cell = cellOf(row, columns, 'technology');
  if (cell === null) return false;
  let done = readServiceWords(reading, unit, cell, 0, thing.key, true);
  const name = tidyName(cell.plain);
  if (
    done ||
    !/^\p{Lu}[\p{L}\d.+-]{2,24}(?: \p{Lu}[\p{L}\d.+-]{1,24}){0,2}$/u.test(name) ||
    osPattern.test(name)
  )
    return done;
  const where = { unit: { ...unit, text: cell }, from: 0, to: cell.plain.length };
  done = makeService(reading, name, thing.key, ['row of a service table', 'single name'], where) !== null;
  return done;
}

/** What a row says that its machine runs. */
function readRowServices(reading: Reading, unit: Unit, thing: Thing, row: Row, columns: Columns): void {
  const cellUnit = (cell: RichText): Unit => ({ ...unit, text: cell });
  if (thing.kind !== 'server') return;
  readTechnology(reading, unit, thing, row, columns);
  const service = cellOf(row, columns, 'service');
  if (service === null) return;
  for (const part of service.plain.split(/[,;]|(?<=\p{L})\son\s(?=\p{Lu})/u)) {
    const name = tidyName(part);
    const from = Math.max(0, service.plain.indexOf(name));
    if (name !== '' && name.split(/\s+/u).length <= 4)
      makeService(reading, name, thing.key, ['row of a service table', ...nameReasons(name)], {
        unit: cellUnit(service),
        from,
        to: from + name.length,
      });
  }
}

/** Doubt in a cell is a question about its row. */
function askInCell(reading: Reading, thing: Thing, cell: RichText): void {
  if (!doubtCues.some((cue) => cue.blocking && cue.words.test(cell.plain))) return;
  const question = needQuestion(reading.draft, cell.plain.trim(), [thing.key]);
  question.blocking = true;
  question.reason = 'doubt in a cell of the table';
  addEvidence(question.evidence, toEvidence(reading, cell, 'text'));
}
