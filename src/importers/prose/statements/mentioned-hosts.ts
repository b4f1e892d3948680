import {
  hostInPath,
  hostMentions,
  notHostBehind,
  notHostInPath,
  notNamed,
} from '#core/importers/prose/lexicon/host-mentions.ts';
import type { ServerReason } from '#core/importers/prose/lexicon/weights.ts';
import { type Candidates, needCandidate } from './candidates.ts';
import { findProduct, findProvider, isTool } from './known-names.ts';
import { isDomainName, machineShape, tidyName } from './names.ts';
import { canBeMachine } from './opening-name.ts';
import { findEnvironment, isTask, isTopic } from './titles.ts';
import type { Unit } from './unit.ts';

interface NamedHost {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly code: boolean;
}

/** The name that stands at a place: a literal, a link of one word, or a word; `null` when none can be a machine there. */
function nameAt(unit: Unit, start: number, takes: 'word' | 'marked'): NamedHost | null {
  const { plain, marks } = unit.text;
  const mark = marks.find(
    (each) => (each.kind === 'code' || each.kind === 'link') && each.from === start && each.to > start,
  );
  const word = /^[\w][\w.-]{0,100}/u.exec(plain.slice(start, start + 120))?.[0] ?? '';
  const to = mark?.to ?? start + word.replace(/[.-]+$/u, '').length;
  const name = tidyName(plain.slice(start, to));
  if (name === '' || !canBeMachine(name) || notNamed.test(name)) return null;
  if (notHostBehind.test(plain.slice(to, to + 40))) return null;
  const shape = machineShape(name);
  if (mark === undefined && findProduct(name) !== null) return null;
  if (shape === 'domain' && /^[/:]\S|^@/u.test(plain.slice(to, to + 2))) return null;
  if (shape === 'word') {
    if (mark === undefined && takes === 'marked') return null;
    if (findProduct(name) !== null || findProvider(name) !== null || isTool(name)) return null;
    if (isTopic(name) || findEnvironment(name) !== null || /^\p{Lu}/u.test(name)) return null;
  }
  if (shape === 'hyphened' && mark === undefined && takes === 'marked') return null;
  return { name, from: start, to, code: mark?.kind === 'code' };
}

function add(unit: Unit, candidates: Candidates, found: NamedHost, reason: ServerReason): void {
  const candidate = needCandidate(candidates, found.name);
  candidate.reasons.add(reason);
  if (found.code) candidate.reasons.add('code span');
  candidate.mentions.push({ unit, text: unit.text, from: found.from, to: found.to, introduces: false });
}

const between = /^["'`]?(?:\s*,\s*(?:and\s+|or\s+|und\s+)?|\s+(?:and|or|und)\s+|\s*\/\s*)["'`]?/iu;

/** Names behind a cue: one, or a list of them. */
function addFrom(
  unit: Unit,
  candidates: Candidates,
  start: number,
  takes: 'word' | 'marked',
  reason: ServerReason,
): void {
  let at = start;
  for (let count = 0; count < 20; count += 1) {
    const found = nameAt(unit, at, takes);
    if (found === null) return;
    add(unit, candidates, found, reason);
    const gap = between.exec(unit.text.plain.slice(found.to, found.to + 20));
    if (gap === null) return;
    at = found.to + gap[0].length;
  }
}

/** Full host names of four and more labels in running text: machines inside an organisation's network, hardly ever web sites. */
function addDeepNames(unit: Unit, candidates: Candidates): void {
  const { plain, marks } = unit.text;
  for (const hit of plain.matchAll(/(?<![\w@/.:-])[a-z0-9][\w-]{0,40}(?:\.[\w-]{1,40}){3,6}(?![\w@/-])/giu)) {
    const name = hit[0].replace(/\.+$/u, '');
    const from = hit.index;
    if (!isDomainName(name) || name.split('.').length < 4) continue;
    if (/^(?:www|docs|api|console|portal|apps?)\b/iu.test(name)) continue;
    if (notHostBehind.test(plain.slice(from + name.length, from + name.length + 40))) continue;
    if (marks.some((mark) => mark.kind === 'link' && mark.from <= from && from < mark.to)) continue;
    add(unit, candidates, { name, from, to: from + name.length, code: false }, 'deep name');
  }
}

function addPaths(unit: Unit, candidates: Candidates): void {
  for (const mark of unit.text.marks) {
    if (mark.kind !== 'code') continue;
    const name = hostInPath.exec(unit.text.plain.slice(mark.from, mark.to))?.[1] ?? '';
    if (name === '' || notHostInPath.test(name) || !canBeMachine(name)) continue;
    add(
      unit,
      candidates,
      { name, from: mark.from, to: mark.from + name.length, code: true },
      'host of a path',
    );
  }
}

/** Gathers machines that are named in passing in running text. */
export function readMentionedHosts(unit: Unit, candidates: Candidates): void {
  for (const cue of hostMentions) {
    for (const hit of unit.text.plain.matchAll(cue.words)) {
      // "`node`, `address`": a noun that is a literal itself stands in a list of fields.
      const isLiteral = unit.text.marks.some(
        (mark) => mark.kind === 'code' && mark.from <= hit.index && hit.index < mark.to,
      );
      if (isLiteral) continue;
      addFrom(unit, candidates, hit.index + hit[0].length, cue.takes, cue.reason);
    }
  }
  addPaths(unit, candidates);
  if (!isTask(unit.text.plain.slice(0, 80))) addDeepNames(unit, candidates);
}
