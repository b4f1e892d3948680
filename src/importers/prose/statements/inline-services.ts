import { determiners, statementOpening } from '#core/importers/prose/lexicon/openings.ts';
import type { RichText } from '#core/importers/prose/outline/block.ts';
import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { findKnownNames, findProduct } from './known-names.ts';
import { tidyName } from './names.ts';
import { findOpeningName } from './opening-name.ts';
import type { Reading } from './reading.ts';
import { findServiceType } from './service-types.ts';
import { makeService, nameReasons } from './services.ts';
import type { Unit } from './unit.ts';

const parts = /[,;+/&]|\sand\s|\sund\s|\smit\s|\swith\s|\s-\s|\(|\)/u;

/**
 * Services in a short list of words ("nginx, uwsgi and the Django site"): each part that is a product or says its type. `strict`:
 * products only.
 */
export function readServiceWords(
  reading: Reading,
  unit: Unit,
  text: RichText,
  from: number,
  server: string,
  strict: boolean,
): boolean {
  const rest = text.plain.slice(from, from + 400);
  if (rest.trim() === '' || /\?/u.test(rest)) return false;
  let done = false;
  let at = 0;
  for (const part of rest.split(parts)) {
    const start = rest.indexOf(part, at);
    at = start + part.length;
    const lead = part.length - part.trimStart().length;
    const gone = determiners.exec(part.trimStart())?.[0].length ?? 0;
    const name = tidyName(part.slice(lead + gone));
    if (name === '' || /^\d/u.test(name) || name.split(/\s+/u).length > 3 || statementOpening.test(name))
      continue;
    const isProduct = findProduct(name.replace(/\s+v?\d[\d.]*$/u, '')) !== null;
    if (!isProduct && (strict || findServiceType(name) === null)) continue;
    const where = {
      unit: { ...unit, text },
      from: from + start + lead + gone,
      to: from + start + lead + gone + name.length,
    };
    if (makeService(reading, name, server, ['listed on its server', ...nameReasons(name)], where) !== null)
      done = true;
  }
  return done;
}

const severalNames = /^(?:[\w.-]{2,60}(?:\s*,\s*|\s+(?:and|und)\s+|\s*\/\s*)?){2,8}\s*(?:[-–—:(]|->)\s*/u;

/** "api1, api2 - the API (Spring)": each of them runs it. */
function readForSeveral(reading: Reading, unit: Unit, servers: readonly string[]): void {
  const head = severalNames.exec(unit.text.plain.slice(0, 400))?.[0];
  const rest = head === undefined ? '' : (unit.text.plain.slice(head.length).split(/\.\s/u)[0] ?? '');
  if (head === undefined || rest === '' || rest.split(/\s+/u).length > 24) return;
  const text = { ...unit.text, plain: unit.text.plain.slice(0, head.length + rest.length) };
  for (const server of servers) readServiceWords(reading, unit, text, head.length, server, false);
}

/** A text right below a machine's heading or term that opens with a product, or sets one in brackets. */
function readTexts(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role !== 'text' || reading.own.has(unit.index)) continue;
    const own = reading.own.get(unit.parent);
    const [server] = own?.keys.filter((key) => key.startsWith('server:')) ?? [];
    const first = unit.sentences[0];
    if (server === undefined || own?.keys.length !== 1 || first === undefined || /\?/u.test(first.text))
      continue;
    if (findMode(first.text, '') !== 'asserted' || first.text.split(/\s+/u).length > 8) continue;
    for (const found of findKnownNames(first.text)) {
      if (found.value.is !== 'product' || found.value.entry.saas) continue;
      const isBracketed = first.text[found.from - 1] === '(' && first.text[found.to] === ')';
      if (found.from > 0 && !isBracketed) continue;
      const where = { unit, from: first.from + found.from, to: first.from + found.to };
      const name = first.text.slice(found.from, found.to);
      makeService(reading, name, server, ['listed on its server', 'known product'], where);
    }
  }
}

/** What stands behind a machine's name in its own entry ("web1: nginx, uwsgi") runs on it. */
export function readInlineServices(reading: Reading): void {
  readTexts(reading);
  for (const unit of reading.units) {
    if (unit.role !== 'item' && unit.role !== 'field') continue;
    const servers = reading.own.get(unit.index)?.keys.filter((key) => key.startsWith('server:')) ?? [];
    const [server] = servers;
    if (server === undefined || servers.length > 6) continue;
    if (servers.length > 1) {
      readForSeveral(reading, unit, servers);
      continue;
    }
    const opening = unit.role === 'field' ? null : findOpeningName(unit.text);
    if (unit.role === 'item' && (opening === null || opening.alone)) continue;
    const from = opening?.restFrom ?? 0;
    const sentence = unit.text.plain.slice(from).trim();
    if (sentence.split(/\s+/u).length > 24) continue;
    readServiceWords(reading, unit, unit.text, from, server, /\.\s/u.test(sentence));
  }
}
