import type { Proposal } from '#core/importers/contract.ts';
import { wrongQuotes } from '../../unit/importers/prose/read-text.ts';
import { type FactKind, type Label, type LabelledDocument } from './read-labels.ts';
import { type Fact, toFacts } from './to-facts.ts';

/** Of one kind: labelled facts, how many of them were found, and found facts that are right and wrong. */
export interface Tally {
  readonly labelled: number;
  readonly met: number;
  readonly right: number;
  readonly wrong: number;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

export interface DocumentScore {
  readonly path: string;
  readonly none: boolean;
  readonly nodes: number;
  /** Quotes that do not stand word for word on their line. */
  readonly wrongQuotes: readonly string[];
  readonly tallies: Readonly<Record<FactKind, Tally>>;
}

function isQuestionAt(label: Label, fact: Fact): boolean {
  if (label.text === '*') return true;
  const [from = 0, to = from] = label.text.split('-').map(Number);
  return fact.lines.some((line) => line >= from - 1 && line <= to + 1);
}

const isPartMet = (patterns: readonly RegExp[], names: readonly string[]): boolean =>
  patterns.some((pattern) => names.some((name) => pattern.test(name)));

/** A service is met by its name alone when no other label of the document has that name. */
function isMet(label: Label, fact: Fact, placed: boolean): boolean {
  if (label.kind !== fact.kind) return false;
  if (label.kind === 'question') return isQuestionAt(label, fact);
  const parts = label.kind === 'service' && !placed ? label.parts.slice(0, 1) : label.parts;
  return parts.every((patterns, index) => isPartMet(patterns, fact.parts[index] ?? []));
}

function needsPlace(label: Label, all: readonly Label[]): boolean {
  const name = label.text.split(' @ ')[0];
  return (
    label.parts.length > 1 &&
    all.filter((each) => each.kind === 'service' && each.text.split(' @ ')[0] === name).length > 1
  );
}

/** Fields that can hold several values: one too many is no contradiction. */
const listed: ReadonlySet<string> = new Set(['address', 'domain', 'notes', 'condition']);

/** Values of things are labelled in part: a value is wrong only where a label states another one. */
function contradicts(fact: Fact, labels: readonly Label[]): boolean {
  const [, [field = ''] = []] = fact.parts;
  const own = labels.filter(
    (label) =>
      label.kind === 'fact' && [0, 1].every((at) => isPartMet(label.parts[at] ?? [], fact.parts[at] ?? [])),
  );
  return listed.has(field) ? own.some((label) => isMet(label, fact, true)) : own.length > 0;
}

/** A place counts only for services that a label knows: a service too much is counted as a service. */
function isJudged(fact: Fact, labels: readonly Label[]): boolean {
  if (fact.kind === 'fact') return contradicts(fact, labels);
  return (
    fact.kind !== 'place' ||
    labels.some(
      (label) =>
        label.kind === 'place' && !label.optional && isPartMet(label.parts[0] ?? [], fact.parts[0] ?? []),
    )
  );
}

function tallyOf(kind: FactKind, labels: readonly Label[], facts: readonly Fact[]): Tally {
  const own = labels.filter((label) => label.kind === kind);
  const found = facts.filter((fact) => fact.kind === kind && isJudged(fact, labels));
  const firm = own.filter((label) => !label.optional);
  const meets = (label: Label, fact: Fact): boolean => isMet(label, fact, needsPlace(label, own));
  const missing = firm.filter((label) => !found.some((fact) => meets(label, fact)));
  const right = found.filter((fact) => firm.some((label) => meets(label, fact)));
  const extra = found.filter((fact) => !own.some((label) => isMet(label, fact, false)));
  return {
    labelled: firm.length,
    met: firm.length - missing.length,
    right: right.length,
    wrong: extra.length,
    missing: missing.map((label) => label.text),
    extra: extra.map((fact) =>
      fact.kind === 'question' ? `${fact.lines.join(',')}: ${fact.text}` : fact.text,
    ),
  };
}

/** Compares what was found in a document with its labels. */
export function scoreDocument(document: LabelledDocument, proposal: Proposal): DocumentScore {
  const facts = toFacts(proposal);
  const tally = (kind: FactKind): Tally => tallyOf(kind, document.labels, facts);
  return {
    path: document.path,
    none: document.none,
    nodes: proposal.items.filter((item) => item.is === 'node').length,
    wrongQuotes: wrongQuotes(proposal),
    tallies: {
      server: tally('server'),
      service: tally('service'),
      place: tally('place'),
      provider: tally('provider'),
      site: tally('site'),
      party: tally('party'),
      dep: tally('dep'),
      duty: tally('duty'),
      question: tally('question'),
      remove: tally('remove'),
      total: tally('total'),
      fact: tally('fact'),
    },
  };
}
