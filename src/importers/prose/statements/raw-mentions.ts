import {
  doesBehind,
  gatewayBehind,
  noName,
  otherBefore,
  rolePart,
  saidBehind,
  softwarePart,
} from '#core/importers/prose/lexicon/machine-words.ts';
import { sizePatterns } from '#core/importers/prose/lexicon/facts.ts';
import { notHostBehind, notNamed } from '#core/importers/prose/lexicon/host-mentions.ts';
import { statementOpening } from '#core/importers/prose/lexicon/openings.ts';
import { supposed } from '#core/importers/prose/lexicon/usage.ts';
import { findProduct, findProvider, isTool } from './known-names.ts';
import { expandHostRange } from './host-ranges.ts';
import { toTokens } from './matcher.ts';
import { machineShape, tidyName } from './names.ts';
import { canBeMachine } from './opening-name.ts';
import { findPlaces } from './places.ts';
import type { Sentence } from './sentences.ts';
import { findServiceType } from './service-types.ts';
import { findEnvironment, isTopic } from './titles.ts';
import type { Unit, UnitList } from './unit.ts';

/** A word of running text that could name a machine. */
export interface Raw {
  readonly unit: Unit;
  readonly sentence: Sentence;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly marked: boolean;
  readonly code: boolean;
  /** It is one of a range ("web01-web04"). */
  readonly ranged: boolean;
}

/** The stem that the names of one family share: "web" of web01, "kz" of kz-dc. */
export function stemOf(name: string): string {
  const stem = /^(\p{L}{2,}?)(?:-|\d|$)/u.exec(name.toLowerCase())?.[1] ?? '';
  return stem === name.toLowerCase() ? '' : stem;
}

const isKnownWord = (name: string): boolean =>
  findProduct(name) !== null || findProvider(name) !== null || findPlaces(name).length > 0;

/** Ends of compounds that are no names ("data-driven"). */
const adjective = /-\p{L}*(?:ed|ing|ly|able|based|free|wide)$/u;

/** German compounds with a noun for a machine ("Hyper-V-Host") are nouns, no names. */
const compound = /-(?:Server|Host|Rechner|System|Dienst|Datenbank|Anwendung|Lösung|Cluster|App)$/u;

/** "userPassword" is a field, no machine. */
const camel = /^\p{Ll}+\p{Lu}\p{L}*$/u;

function hasRole(name: string): boolean {
  const parts = name.split('-');
  return parts.length > 1 && parts.some((part) => rolePart.test(part.replace(/\d+$/u, '')));
}

/** Whether a hyphened name is that of software: one of its parts is a product or a word for a program. */
function isSoftware(name: string): boolean {
  const parts = name.split('-');
  return (
    parts.length > 1 &&
    !/\d/u.test(name) &&
    (softwarePart.test(parts.at(-1) ?? '') ||
      parts.some((part) => part.length > 4 && findProduct(part) !== null))
  );
}

function canName(name: string, marked: boolean): boolean {
  if (!canBeMachine(name) || notNamed.test(name) || isTool(name) || compound.test(name)) return false;
  if (camel.test(name) || !/^\p{L}/u.test(name)) return false;
  const shape = machineShape(name);
  if (shape === 'domain') return false;
  if (shape === 'numbered') return !isKnownWord(name) || (marked && name === name.toLowerCase());
  if (shape !== 'word' || hasRole(name)) return !isKnownWord(name) && !isSoftware(name);
  return marked && !isTopic(name) && !isKnownWord(name) && findEnvironment(name) === null;
}

/** Whether a sentence speaks of what is there, not to its reader. */
function tells(text: string): boolean {
  return text.length <= 800 && !supposed.test(text) && !/\b(?:localhost|example of)\b/iu.test(text);
}

/** Whether sentences begin with capitals here: only then a small letter at the start of one is a name's own. */
function writesCapitals(list: UnitList): boolean {
  const sentences = list.units
    .filter((unit) => unit.role === 'text')
    .flatMap((unit) => unit.sentences.filter(({ text }) => text.split(/\s+/u).length > 3));
  const small = sentences.filter(({ text }) => /^\p{Ll}/u.test(text)).length;
  return small * 3 < sentences.length;
}

/** "jump is the only way in": a small letter where a capital would stand, and the words behind it speak of a machine. */
function opensLower(unit: Unit, text: string, name: string): boolean {
  if (unit.role !== 'text' || !/^\p{Ll}[\p{Ll}\d-]{2,20}$/u.test(name)) return false;
  if (statementOpening.test(text) || noName.test(name) || findServiceType(name) !== null) return false;
  const behind = text.slice(name.length);
  return saidBehind.test(behind) || doesBehind.test(behind) || gatewayBehind.test(behind);
}

const notSizedName =
  /^(?:hardware|metal|premises|premise|demand|average|top|disk|rent|loan|site|hosts?|servers?|machines?|vms?|boxe?s?|nodes?|instances?|droplets?|laptops?|pcs?|computers?|it|them|this|that|one|each|both|all)$/u;

/** "The area is on fir (4 GB RAM)": a small word behind "on" with a size in brackets names a machine. */
export function isSizedWord(plain: string, name: string, from: number, to: number): boolean {
  if (!/^\p{Ll}[\p{Ll}\d]{2,20}$/u.test(name) || notSizedName.test(name)) return false;
  if (!/\bon\s$/u.test(plain.slice(Math.max(0, from - 4), from))) return false;
  const inside = /^\s*\(([^()]{3,80})\)/u.exec(plain.slice(to, to + 100))?.[1];
  return inside !== undefined && sizePatterns.some((size) => size.words.test(inside));
}

/** "over SIP2" names a protocol, "for instance `web01`" nothing that is there. */
const notMachineBefore =
  /(?:\b(?:over|speaks?|protocol)\s+|\b(?:for instance|for example|e\.g\.),?\s+(?:["'“`*]?\S{1,40}["'”`*]?,?\s+(?:or|and)\s+)?)["'“`*]*$/iu;

/** "Equinix AM3": what stands right behind a hoster is its place. */
function isFirm(before: string): boolean {
  const word = /(\p{Lu}[\p{L}\d]+)\s$/u.exec(before)?.[1];
  return word !== undefined && findProvider(word) !== null;
}

/** All words of running text that could name a machine; `known` are names that are candidates already. */
export function findRawMentions(list: UnitList, known: ReadonlySet<string>): Raw[] {
  const found: Raw[] = [];
  const opensSmall = writesCapitals(list);
  for (const unit of list.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    for (const sentence of unit.sentences) {
      if (!tells(sentence.text)) continue;
      for (const token of toTokens(sentence.text)) {
        const from = sentence.from + token.from;
        const text = token.text.replace(/['’]s$/u, '').replace(/[*]+$/u, '');
        const to = from + text.length;
        const mark = unit.text.marks.find(
          (each) => (each.kind === 'code' || each.kind === 'strong') && each.from <= from && each.to >= to,
        );
        const quoted =
          /["“„‘]$/u.test(unit.text.plain.slice(Math.max(0, from - 1), from)) &&
          /^["”“’]/u.test(unit.text.plain.slice(to));
        const alone = quoted || (mark !== undefined && mark.to - mark.from <= text.length + 2);
        if (mark?.kind === 'code' && !alone) continue;
        const name = tidyName(text);
        const members = expandHostRange(name);
        const isOpening = opensSmall && token.from === 0 && opensLower(unit, sentence.text, name);
        const sized = isSizedWord(unit.text.plain, name, from, to);
        if (members === null && !known.has(name) && !canName(name, alone || isOpening || sized)) continue;
        if (notHostBehind.test(unit.text.plain.slice(to, to + 40))) continue;
        const before = unit.text.plain.slice(Math.max(0, from - 40), from);
        if (otherBefore.test(alone ? before.replace(/[/.=-]+$/u, '') : before)) continue;
        if (notMachineBefore.test(before) || (isFirm(before) && /^\p{Lu}+\d+$/u.test(name))) continue;
        for (const each of members ?? [name])
          found.push({
            unit,
            sentence,
            name: each,
            from,
            to,
            marked: alone,
            code: mark?.kind === 'code',
            ranged: members !== null,
          });
      }
    }
  }
  return found;
}

/** Names that may be weighed at all: set apart by markup, with a number, or hyphened and met again or like others. */
export function eligibleNames(raws: readonly Raw[]): Set<string> {
  const times = new Map<string, number>();
  const stems = new Map<string, Set<string>>();
  for (const { name } of raws) {
    times.set(name, (times.get(name) ?? 0) + 1);
    const stem = stemOf(name);
    if (stem !== '') stems.set(stem, (stems.get(stem) ?? new Set()).add(name));
  }
  const names = new Set<string>();
  for (const { name, marked } of raws) {
    const shape = machineShape(name);
    const family = (stems.get(stemOf(name))?.size ?? 0) >= 3;
    if (
      marked ||
      shape === 'numbered' ||
      shape === 'word' ||
      hasRole(name) ||
      (shape === 'hyphened' && family)
    )
      names.add(name);
    else if (shape === 'hyphened' && (times.get(name) ?? 0) >= 2 && !adjective.test(name)) names.add(name);
  }
  return names;
}
