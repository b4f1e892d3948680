import type { RichText } from '#core/importers/prose/outline/block.ts';
import { findProduct } from './known-names.ts';
import { isTyped, machineShape, tidyName } from './names.ts';

/** The name with which a unit opens, and what follows it. */
interface OpeningName {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly code: boolean;
  readonly link: string | null;
  /** Text behind the name, without the punctuation that parts them. */
  readonly rest: string;
  readonly restFrom: number;
  /** The unit is only this name. */
  readonly alone: boolean;
}

const separator = /^\s*(?::\s|:$|[-–—]\s|[(,;]|=\s|=>\s|->\s|$)/u;

function make(
  text: RichText,
  from: number,
  to: number,
  code: boolean,
  link: string | null,
): OpeningName | null {
  const name = tidyName(text.plain.slice(from, to));
  if (name === '') return null;
  const behind = text.plain.slice(to);
  const gap = /^[\s:–—=>-]*/u.exec(behind)?.[0].length ?? 0;
  const rest = behind.slice(gap).trim();
  return {
    name,
    from,
    to,
    code,
    link,
    rest,
    restFrom: to + gap,
    alone: rest === '' || /^[.:;,]$/u.test(rest),
  };
}

/**
 * The name that opens a unit: a code span, link or strong word at its start, else the words before a colon, dash or bracket, else
 * the whole unit when it is short. `null` when the unit is a sentence.
 */
export function findOpeningName(text: RichText): OpeningName | null {
  const lead = text.plain.length - text.plain.trimStart().length;
  const mark = text.marks.find((each) => each.from <= lead + 1 && each.to > lead && each.kind !== 'struck');
  if (
    text.marks.some(
      (each) => each.kind === 'struck' && each.from <= lead && each.to >= text.plain.trimEnd().length,
    )
  )
    return null;
  if (mark !== undefined && mark.to - mark.from <= 80) {
    const behind = text.plain.slice(mark.to);
    if (separator.test(behind) || mark.kind === 'code' || (mark.kind === 'link' && text.plain.length < 60))
      return make(text, mark.from, mark.to, mark.kind === 'code', mark.target);
  }
  const head = text.plain.slice(lead, lead + 120);
  const parted =
    /^["“”]?([^\s:(,;]{1,60}(?:\s[^\s:(,;]{1,40}){0,3}?)["“”]?(?=\s*:(?:\s|$)|\s+[-–—]\s|\s*\(|,\s|;\s|\s=\s)/u.exec(
      head,
    );
  const dot = /[.!?]\s/u.exec(parted?.[1] ?? '')?.index ?? -1;
  if (parted?.[1] !== undefined && dot > 0) {
    const first = parted[0].slice(0, parted[0].indexOf(parted[1]) + dot);
    return findProduct(tidyName(first)) === null ? null : make(text, lead, lead + first.length, false, null);
  }
  if (parted?.[1] !== undefined) return make(text, lead, lead + parted[0].length, false, null);
  const sentence = /^[^.!?]{2,30}(?=\.\s)/u.exec(head)?.[0];
  if (sentence !== undefined && findProduct(tidyName(sentence)) !== null)
    return make(text, lead, lead + sentence.length, false, null);
  const whole = tidyName(text.plain);
  if (whole.length <= 60 && whole.split(/\s+/u).length <= 5)
    return make(text, lead, text.plain.trimEnd().length, false, null);
  const first = /^[^\s]{1,80}/u.exec(head)?.[0] ?? '';
  const shape = machineShape(tidyName(first));
  if (shape === 'numbered' || shape === 'domain')
    return make(text, lead, lead + tidyName(first).length, false, null);
  return null;
}

/** Whether a name can be that of a machine by its look: one word of host characters. */
export function canBeMachine(name: string): boolean {
  return !isTyped(name) && machineShape(name) !== 'none' && !/\s/u.test(name);
}

/** A list of names in running text from a place on: "`a1`, `b2` and `c3`". Stops at the first word that is no machine's name. */
export function readNameList(
  text: RichText,
  start: number,
): { readonly name: string; readonly from: number; readonly to: number; readonly code: boolean }[] {
  const found: { name: string; from: number; to: number; code: boolean }[] = [];
  let at = start;
  for (let count = 0; count < 40; count += 1) {
    const gap =
      /^(?:\s|,|;|&|\/|and\b|und\b|or\b|the\b|our\b|der\b|die\b|den\b|both\b|on\b)*/iu.exec(
        text.plain.slice(at, at + 40),
      )?.[0].length ?? 0;
    const from = at + gap;
    const code = text.marks.find((mark) => mark.kind === 'code' && mark.from === from);
    const word =
      code === undefined ? (/^[\w*][\w.*-]*/u.exec(text.plain.slice(from, from + 100))?.[0] ?? '') : '';
    const to = code === undefined ? from + word.replace(/[.]+$/u, '').length : code.to;
    const name = tidyName(text.plain.slice(from, to));
    if (name === '' || !canBeMachine(name)) break;
    const shape = machineShape(name);
    if (code === undefined && (shape === 'word' || (shape === 'hyphened' && !/[a-z]-[a-z0-9]/u.test(name))))
      break;
    found.push({ name, from, to, code: code !== undefined });
    at = to;
  }
  return found;
}
