import { determiners, statementOpening } from '#core/importers/prose/lexicon/openings.ts';
import type { RichText } from '#core/importers/prose/outline/block.ts';
import { findProduct } from './known-names.ts';
import { tidyName } from './names.ts';
import { findOpeningName } from './opening-name.ts';
import type { Reading } from './reading.ts';
import { findServiceType } from './service-types.ts';
import { makeService, nameReasons } from './services.ts';
import type { Unit } from './unit.ts';

const parts = /[,;+/&]|\sand\s|\sund\s|\s-\s|\(|\)/u;

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
    if (name === '' || name.split(/\s+/u).length > 3 || statementOpening.test(name)) continue;
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

/** What stands behind a machine's name in its own entry ("web1: nginx, uwsgi") runs on it. */
export function readInlineServices(reading: Reading): void {
  for (const unit of reading.units) {
    if (unit.role !== 'item' && unit.role !== 'field') continue;
    const servers = reading.own.get(unit.index)?.keys.filter((key) => key.startsWith('server:')) ?? [];
    const [server] = servers;
    if (server === undefined || servers.length !== 1) continue;
    const opening = unit.role === 'field' ? null : findOpeningName(unit.text);
    if (unit.role === 'item' && (opening === null || opening.alone)) continue;
    const from = opening?.restFrom ?? 0;
    const sentence = unit.text.plain.slice(from).trim();
    if (sentence.split(/\s+/u).length > 24) continue;
    readServiceWords(reading, unit, unit.text, from, server, /\.\s/u.test(sentence));
  }
}
