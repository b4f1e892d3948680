import { doubtCues } from '#core/importers/prose/lexicon/modes.ts';
import { thresholds } from '#core/importers/prose/lexicon/weights.ts';
import { addEvidence, giveReason, needQuestion } from '#core/importers/prose/proposal/draft.ts';
import { type Reading, toEvidence } from './reading.ts';
import { findSites } from './places.ts';
import { type NameFinder, needSite } from './resolve.ts';
import { subjectOf } from './subjects.ts';
import type { Sentence } from './sentences.ts';
import { isTask } from './titles.ts';
import type { Unit } from './unit.ts';

const placeholder = /^\[([^\]]{6,200})\]\s*$/u;
const angle = /^<\?+>|^\?{1,3}$|^<[^<>]{3,60}>$/u;
const rhetorical =
  /^(?:why|how (?:do|does|can|to|is|are|should)|what (?:is|are|does|happens)\b[^?]{0,30}\?$|who's responsible|wie|warum|was ist|is there|do (?:i|you|we)|can (?:i|you)|where (?:do|can))\b/iu;

/** Cues that make a question even when nothing is known to be meant. */
const standsAlone: ReadonlySet<string> = new Set([
  'somebody needs to',
  'probably',
  'todo',
  'to be decided',
  'doubt in brackets',
]);

function ask(
  reading: Reading,
  unit: Unit,
  text: string,
  from: number,
  to: number,
  about: readonly string[],
  blocking: boolean,
  reason: string,
): void {
  const question = needQuestion(reading.draft, text, about);
  question.blocking ||= blocking && about.length > 0;
  question.reason = reason;
  addEvidence(question.evidence, toEvidence(reading, unit.text, 'text', from, to));
  reading.draft.understood.add(unit.index);
}

function aboutOf(reading: Reading, finder: NameFinder, unit: Unit, text: string): string[] {
  const named = finder(text).flatMap((found) => (found.value.is === 'thing' ? [found.value.key] : []));
  if (named.length > 0) return [...new Set(named)].slice(0, 6);
  const { keys } = subjectOf(reading, unit);
  const doubted = text.startsWith('[') || doubtCues.some((cue) => cue.words.test(text));
  return [...(keys.length > 0 || !doubted ? keys : (reading.mentioned.get(unit.title) ?? []))].slice(0, 6);
}

/** "In what country? Presumably Norway.": a guess behind a question belongs to that question. */
function answers(reading: Reading, unit: Unit, sentence: Sentence): boolean {
  const at = unit.sentences.indexOf(sentence);
  const before = unit.sentences[at - 1];
  const question =
    before === undefined ? undefined : reading.draft.questions.get(`question:${before.text.toLowerCase()}`);
  if (question === undefined || before === undefined || !/\?\s*$/u.test(before.text)) return false;
  addEvidence(question.evidence, toEvidence(reading, unit.text, 'text', sentence.from, sentence.to));
  for (const place of findSites(sentence.text).slice(0, 1)) {
    const site = needSite(reading, place.value.name, place.value.country, null);
    giveReason(site, 'the text only presumes it', thresholds.uncertain);
    const from = sentence.from + place.from;
    addEvidence(site.evidence, toEvidence(reading, unit.text, 'name', from, sentence.from + place.to));
    question.about = [...new Set([...question.about, site.key])];
  }
  return true;
}

function readSentence(
  reading: Reading,
  finder: NameFinder,
  unit: Unit,
  sentence: Sentence,
  inQuestions: boolean,
): void {
  const { text } = sentence;
  const bracket = placeholder.exec(text);
  if (bracket !== null && !/^(?:secret|toc|_toc_)$/iu.test((bracket[1] ?? '').replace(/[[\]_]/gu, ''))) {
    const about = aboutOf(reading, finder, unit, text);
    ask(
      reading,
      unit,
      text,
      sentence.from,
      sentence.to,
      about,
      about.length > 0 && doubtCues.some((cue) => cue.blocking && cue.words.test(text)),
      'a place that was never filled in',
    );
    return;
  }
  const cue = doubtCues.find((each) => each.words.test(text) && each.id !== 'needs');
  const isQuestion = /\?["”)]*\s*$/u.test(text) && text.length > 8;
  if (cue === undefined && !isQuestion) return;
  if (
    isQuestion &&
    cue === undefined &&
    (unit.role === 'title' || (rhetorical.test(text) && !inQuestions && unit.role !== 'item'))
  )
    return;
  if (cue?.id === 'probably' && !isQuestion && answers(reading, unit, sentence)) return;
  const about = aboutOf(reading, finder, unit, text);
  if (about.length === 0 && !isQuestion && !standsAlone.has(cue?.id ?? '')) return;
  ask(
    reading,
    unit,
    text,
    sentence.from,
    sentence.to,
    about,
    cue?.blocking === true,
    cue === undefined ? 'it is a question' : `doubt: ${cue.id}`,
  );
}

/** An order to find something out is an open point. */
const findsOut = /^(?:find out|figure out|work out|clarify)\s/iu;

/** Whether a document is about an estate at all: else its questions are those of a tutorial. */
function hasEstate(reading: Reading): boolean {
  let nodes = 0;
  for (const thing of reading.draft.things.values()) if (thing.score >= 3) nodes += 1;
  return nodes >= 1;
}

/** Reads doubt: question marks, placeholders, "not sure", open questions. The words of the document are the question. */
export function readQuestions(reading: Reading, finder: NameFinder): void {
  if (!hasEstate(reading) && reading.draft.duties.size === 0) return;
  for (const unit of reading.units) {
    if (unit.role === 'table' || unit.text.plain.length > 3000) continue;
    const plain = unit.text.plain.trim();
    if (unit.role === 'title') {
      if (/^<\?+>/u.test(plain)) {
        ask(
          reading,
          unit,
          plain,
          0,
          unit.text.plain.length,
          [],
          false,
          'a heading with a question mark for a name',
        );
      } else if (plain.endsWith('?') && reading.own.has(unit.index))
        ask(
          reading,
          unit,
          plain,
          0,
          plain.length,
          subjectOf(reading, unit).keys,
          false,
          'a heading that asks',
        );
      continue;
    }
    if (angle.test(plain) && unit.role !== 'field') {
      const { keys } = subjectOf(reading, unit);
      const above = reading.units[unit.title]?.text.plain.trim() ?? '';
      if (keys.length > 0 || above !== '')
        ask(
          reading,
          unit,
          keys.length > 0 ? plain : `${above}: ${plain}`,
          0,
          unit.text.plain.length,
          keys,
          true,
          'only a question mark stands there',
        );
      continue;
    }
    const title = reading.units[unit.title];
    const inQuestions = title !== undefined && /\b(?:questions?|fragen|unknowns?)\b/iu.test(title.text.plain);
    for (const sentence of unit.sentences) {
      const isOrder = isTask(sentence.text) && !/\?/u.test(sentence.text) && !findsOut.test(sentence.text);
      if (sentence.text.length > 500 || isOrder) continue;
      readSentence(reading, finder, unit, sentence, inQuestions);
    }
  }
}
