import { saidNouns, tooPlain } from '#core/importers/prose/lexicon/said-nouns.ts';
import { findProduct } from './known-names.ts';
import { toTokens } from './matcher.ts';
import { toNameKey } from './names.ts';
import type { Reading } from './reading.ts';
import { findServiceType } from './service-types.ts';
import type { Unit } from './unit.ts';

const phrase = String.raw`((?:[\p{L}-]+\s){0,2}[\p{L}-]+)`;
const article = String.raw`(?:the|our|its|an?|der|die|das|ein|eine|unser\w*)`;
/** "Public shop. Drupal 10 on ...", "the seat engine, a Java service": what a text calls its machine first. */
const opensWith = new RegExp(
  String.raw`^(?:${article}\s+)?${phrase}(?=\s*(?:[,.;(:]|$)|\s(?:for|of|with|that|which|in|at|from|used|shared|für|mit|von)\b)`,
  'iu',
);
/** "The primary database is x1": what stands right before a name. */
const saidBefore = new RegExp(
  String.raw`(?:^|[.,;:]\s+|\b(?:and|but|und)\s+)(?:the|our|der|die|das|unser\w*)\s+${phrase}\s*(?:\s(?:is|are|ist)\s+|,\s+|\()["'“\x60*]*$`,
  'iu',
);
/** "x1 is our load balancer", "x1, the domain controller of the city": what stands right behind one. */
const saidBehind = new RegExp(
  String.raw`^["'”\x60*)]*(?:\s+(?:is|are|ist|acts as|serves as)\s+|,\s+)(?:the|our|der|die|das|unser\w*)\s+${phrase}(?=\s*(?:[,.;(:]|$)|\s(?:for|of|with|that|which|in|at|and|from|on|für|mit|von|und)\b)`,
  'iu',
);

const isNoun = (words: string): boolean =>
  !tooPlain.test(words) &&
  findProduct(words) === null &&
  (findServiceType(words) !== null || saidNouns.test(words));

/** The forms in which a text can come back to what it called so: whole, and by its last two words and its last one. */
function formsOf(words: string): string[] {
  const parts = words.split(/\s+/u);
  return parts.map((_, at) => parts.slice(at).join(' ')).filter(isNoun);
}

function note(found: Map<string, string | null>, words: string, key: string): void {
  for (const form of formsOf(
    toNameKey(words).replace(/^(?:the|our|its|an?|der|die|das|eine?|unser\w*)\s+/u, ''),
  )) {
    const known = found.get(form);
    found.set(form, known === undefined || known === key ? key : null);
  }
}

/** The only machine that a unit introduces. */
function ownServer(reading: Reading, unit: Unit | undefined): string | null {
  const keys = unit === undefined ? [] : (reading.own.get(unit.index)?.keys ?? []);
  const [key] = keys;
  return keys.length === 1 && key?.startsWith('server:') === true ? key : null;
}

function readOpening(reading: Reading, unit: Unit, found: Map<string, string | null>): void {
  const above = ownServer(reading, reading.units[unit.parent]);
  if (unit.role === 'text' && above !== null && reading.childrenOf(unit.parent)[0] === unit) {
    const words = opensWith.exec(unit.text.plain.slice(0, 120))?.[1];
    if (words !== undefined) note(found, words, above);
  }
  const own = unit.role === 'item' ? ownServer(reading, unit) : null;
  const rest =
    own === null ? undefined : /^[^\s]{2,60}\s*(?:[-–—:]\s+)(\S.{2,120})/u.exec(unit.text.plain)?.[1];
  const words = rest === undefined ? undefined : opensWith.exec(rest)?.[1];
  if (own !== null && words !== undefined) note(found, words, own);
}

function readSentences(reading: Reading, unit: Unit, found: Map<string, string | null>): void {
  for (const { text } of unit.sentences) {
    if (text.length > 600) continue;
    for (const token of toTokens(text)) {
      const key = `server:${toNameKey(token.text)}`;
      if (!reading.draft.things.has(key)) continue;
      const before = saidBefore.exec(text.slice(Math.max(0, token.from - 80), token.from))?.[1];
      const behind = saidBehind.exec(text.slice(token.to, token.to + 100))?.[1];
      if (before !== undefined) note(found, before, key);
      if (behind !== undefined) note(found, behind, key);
    }
  }
}

/**
 * By which words a document speaks of its machines ("the primary database", "our load balancer"), where they mean one of them only.
 * Keys of the machines by those words, without an article.
 */
export function findSaidNames(reading: Reading): Map<string, string> {
  const found = new Map<string, string | null>();
  for (const unit of reading.units) {
    if (unit.role === 'title' || unit.role === 'table') continue;
    readOpening(reading, unit, found);
    readSentences(reading, unit, found);
  }
  return new Map(
    [...found].flatMap(([words, key]): [string, string][] => (key === null ? [] : [[words, key]])),
  );
}
