import {
  determiners,
  instanceWords,
  notService,
  statementOpening,
} from '#core/importers/prose/lexicon/openings.ts';
import type { RichText } from '#core/importers/prose/outline/block.ts';
import { findMode } from '#core/importers/prose/lexicon/modes.ts';
import { findKnownNames, findOpeningProduct, findProduct } from './known-names.ts';
import { machineShape, tidyName } from './names.ts';
import { findOpeningName } from './opening-name.ts';
import type { Reading } from './reading.ts';
import { findServiceType } from './service-types.ts';
import { makeService, nameReasons } from './services.ts';
import type { Unit } from './unit.ts';

const parts = /[,;+/&]|\.\s|\sand\s|\sund\s|\smit\s|\swith\s|\s-\s|\(|\)/u;

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
    const name = bareProduct(tidyName(part.slice(lead + gone)));
    if (
      name === '' ||
      notService.test(name) ||
      namesMachine(name) ||
      /^\d/u.test(name) ||
      name.split(/\s+/u).length > 3 ||
      statementOpening.test(name)
    )
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

/** "MariaDB primary" is the product; the word behind it says what this one of several does. */
function bareProduct(whole: string): string {
  // "MySQL for the shop" is the product; what it is for is another thing.
  const head = /^(.{2,30}?)\s(?:for|für|of|behind)\s/iu.exec(whole)?.[1] ?? '';
  const name = findProduct(head) === null ? whole : head;
  const bare = name.replace(instanceWords, '');
  return bare !== name && findProduct(bare.replace(/\s+v?\d[\d.]*$/u, '')) !== null ? bare : name;
}

/** Whether one of several words looks like a machine's name: "db1 and its pair" names no service. */
function namesMachine(name: string): boolean {
  const words = name.split(/\s+/u);
  return (
    words.length > 1 &&
    words.some(
      (word) => /\p{L}/u.test(word) && machineShape(word) === 'numbered' && findProduct(word) === null,
    )
  );
}

/** What ends a product that opens a longer text: its version and a stop, not a verb. */
const productEnd = /^\s*(?:v?\d[\d.]*\s*)?(?:[,.;:(+&–-]|$|and\b|with\b|und\b|mit\b)/u;

const severalNames = /^(?:[\w.-]{2,60}(?:\s*,\s*|\s+(?:and|und)\s+|\s*\/\s*)?){2,8}\s*(?:[-–—:(]|->)\s*/u;

/** "api1, api2 - the API (Spring)": each of them runs it. */
function readForSeveral(reading: Reading, unit: Unit, servers: readonly string[]): void {
  const head = severalNames.exec(unit.text.plain.slice(0, 400))?.[0];
  const rest = head === undefined ? '' : (unit.text.plain.slice(head.length).split(/\.\s/u)[0] ?? '');
  if (head === undefined || rest === '' || rest.split(/\s+/u).length > 24) return;
  const text = { ...unit.text, plain: unit.text.plain.slice(0, head.length + rest.length) };
  for (const server of servers) readServiceWords(reading, unit, text, head.length, server, false);
}

/** "Public shop. Drupal 10 on Ubuntu 22.04.": a short sentence about a machine that opens with software, and has no verb behind it. */
function readShortSentences(reading: Reading, unit: Unit, server: string, from: number): void {
  for (const sentence of unit.sentences.slice(0, 4)) {
    if (sentence.from < from || /\?/u.test(sentence.text) || sentence.text.split(/\s+/u).length > 12)
      continue;
    const [found] = findKnownNames(sentence.text);
    if (found?.from !== 0 || found.value.is !== 'product' || found.value.entry.saas) continue;
    const behind = sentence.text.slice(found.to);
    if (!productEnd.test(behind) && !/^\s+(?:v?\d[\d.]*\s+)?(?:on|auf|under|unter|for|für)\s/u.test(behind))
      continue;
    const where = { unit, from: sentence.from, to: sentence.from + found.to };
    const name = sentence.text.slice(0, found.to);
    makeService(reading, name, server, ['listed on its server', 'known product'], where);
  }
}

/** A text right below a machine's heading or term that opens with a product, or sets one in brackets. */
function readTexts(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role !== 'text' || reading.own.has(unit.index)) continue;
    const own = reading.own.get(unit.parent);
    const [server] = own?.keys.filter((key) => key.startsWith('server:')) ?? [];
    const first = unit.sentences[0];
    if (server === undefined || own === undefined || first === undefined || /\?/u.test(first.text)) continue;
    if (own.keys.length === 1) readShortSentences(reading, unit, server, first.to);
    const isLong = first.text.split(/\s+/u).length > 8;
    const opening = findOpeningProduct(first.text);
    if (opening !== null && !isLong && own.keys.length === 1) {
      const text = { ...unit.text, plain: unit.text.plain.slice(0, first.from + first.text.length) };
      if (readServiceWords(reading, unit, text, first.from + opening, server, true)) continue;
    }
    if (own.keys.length > 6 || findMode(first.text, '') !== 'asserted') continue;
    for (const found of findKnownNames(first.text)) {
      if (found.value.is !== 'product' || found.value.entry.saas) continue;
      const isBracketed = first.text[found.from - 1] === '(' && first.text[found.to] === ')';
      if (found.from > 0 && (!isBracketed || isLong || own.keys.length > 1)) continue;
      if (isLong && !productEnd.test(first.text.slice(found.to))) continue;
      const where = { unit, from: first.from + found.from, to: first.from + found.to };
      const name = first.text.slice(found.from, found.to);
      for (const key of own.keys)
        if (key.startsWith('server:'))
          makeService(reading, name, key, ['listed on its server', 'known product'], where);
    }
  }
}

/** What stands behind a machine's name in its own entry ("web1: nginx, uwsgi") runs on it. */
export function readInlineServices(reading: Reading): void {
  readTexts(reading);
  for (const unit of reading.units) {
    if (unit.role !== 'item' && unit.role !== 'field' && unit.role !== 'text') continue;
    const servers = reading.own.get(unit.index)?.keys.filter((key) => key.startsWith('server:')) ?? [];
    const [server] = servers;
    if (server === undefined || servers.length > 6) continue;
    if (servers.length > 1) {
      readForSeveral(reading, unit, servers);
      continue;
    }
    const opening = unit.role === 'field' ? null : findOpeningName(unit.text);
    if (unit.role !== 'field' && (opening === null || opening.alone)) continue;
    const isNamed =
      opening === null ||
      (!/\s/u.test(opening.name) && /^\s*(?::|[-–—]\s)/u.test(unit.text.plain.slice(opening.to)));
    if (unit.role === 'text' && !isNamed) continue;
    readShortSentences(reading, unit, server, opening?.restFrom ?? 0);
    const from = opening?.restFrom ?? 0;
    const sentence = unit.text.plain.slice(from).trim();
    if (sentence.split(/\s+/u).length > 24) continue;
    readServiceWords(reading, unit, unit.text, from, server, /\.\s/u.test(sentence));
  }
}
