import { sortedBy } from '#core/base/compare.ts';
import type { Evidence } from '#core/model/evidence.ts';
import { toImportedId, type QuestionId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { toQuestion, type Question } from '#core/model/question.ts';
import { findProbablePairs, type ProbablePair } from './reconcile/probable-pairs.ts';
import { findNamedRecord, type IntakeSession, type SourceIntake } from './session.ts';

/** How the keys of questions begin that ask whether two nodes are one. */
export const sameQuestionKey = 'same:';

/** The words before the reason in a question whether two nodes are one. */
export const sameQuestionWords = ' one machine? ';

/** The id of the question whether two nodes are one. */
export function toSameQuestionId(one: string, other: string): QuestionId {
  return toImportedId('qu', [sameQuestionKey, ...[one, other].sort()]);
}

/** Whether a question asks if the two nodes that it is about are one. */
export function isSameQuestion(question: Pick<Question, 'id' | 'about'>): boolean {
  const [one, other] = question.about;
  return one !== undefined && other !== undefined && question.id === toSameQuestionId(one, other);
}

/** What all sources say of the nodes of the plan. */
interface Statements {
  readonly identitiesOf: (id: string) => readonly string[];
  readonly sourcesOf: (id: string) => ReadonlySet<string>;
}

function toStatements(session: IntakeSession): Statements {
  const identities = new Map<string, string[]>();
  const sources = new Map<string, Set<string>>();
  for (const [name, records] of session.stated) {
    for (const [id, record] of records) {
      if (record.collection !== 'nodes') continue;
      sources.set(id, (sources.get(id) ?? new Set()).add(name));
      if (record.identities.length > 0)
        identities.set(id, [...(identities.get(id) ?? []), ...record.identities]);
    }
  }
  return {
    identitiesOf: (id) => identities.get(id) ?? [],
    sourcesOf: (id) => sources.get(id) ?? new Set(),
  };
}

/** Pairs that a person told apart, in any source. */
function toApart(session: IntakeSession): ReadonlySet<string> {
  const now = new Set(session.sources.map((source) => source.name));
  const apart = new Set<string>();
  const add = (id: string | undefined, others: readonly string[] | undefined): void => {
    for (const other of others ?? []) if (id !== undefined) apart.add([id, other].sort().join(' '));
  };
  for (const [name, memory] of session.memories) {
    if (now.has(name)) continue;
    for (const { key, apart: others } of memory.decisions.values()) add(memory.idByKey.get(key), others);
  }
  for (const source of session.sources) {
    for (const { key, apart: others } of source.decisions.values()) {
      const ids = others?.map((name) => findNamedRecord(session, name) ?? name);
      add(source.idByKey.get(key) ?? source.memory.idByKey.get(key), ids);
    }
  }
  return apart;
}

function toEvidence(node: InventoryNode): readonly Evidence[] {
  const own = node.evidence.filter((each) => each.field === 'name');
  return (own.length > 0 ? own : node.evidence).slice(0, 1);
}

function ask(
  session: IntakeSession,
  pair: ProbablePair,
  owner: SourceIntake,
  sourcesOf: Statements['sourcesOf'],
): void {
  const { questions, nodes } = session.draft;
  const id = toSameQuestionId(...pair.ids);
  if (questions.get(id) !== undefined) return;
  const toOrder = (node: InventoryNode): string => [...sourcesOf(node.id)].sort().join('\n');
  const both = pair.ids.flatMap((each) => nodes.get(each) ?? []);
  const [one, other] = sortedBy(both, toOrder, (node) => node.name);
  if (one === undefined || other === undefined) return;
  const say = (node: InventoryNode): string =>
    `"${node.name}" (${[...sourcesOf(node.id)].sort().join(', ') || 'made by hand'})`;
  const text = `Are ${say(one)} and ${say(other)}${sameQuestionWords}${toSentence(pair.because)}`;
  questions.put(
    toQuestion({ id, text, about: [...pair.ids], evidence: [...toEvidence(one), ...toEvidence(other)] }),
  );
  const record = {
    collection: 'questions',
    keys: [`${sameQuestionKey}${id}`],
    former: [],
    fields: {},
    identities: [],
  };
  owner.records.set(id, record);
  session.stated.set(owner.name, (session.stated.get(owner.name) ?? new Map()).set(id, record));
  session.asked.push({ id, text, nodes: pair.ids, because: pair.because });
}

/** The questions that were asked before: a person who deleted one is not asked again. */
function findAsked(session: IntakeSession): ReadonlySet<string> {
  const asked = new Set<string>();
  const add = (key: string): void => {
    if (key.startsWith(sameQuestionKey)) asked.add(key.slice(sameQuestionKey.length));
  };
  for (const records of session.stated.values())
    for (const record of records.values()) if (record.collection === 'questions') record.keys.forEach(add);
  for (const memory of session.memories.values()) for (const key of memory.decisions.keys()) add(key);
  for (const source of session.sources) for (const key of source.decisions.keys()) add(key);
  return asked;
}

function toSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Whether one source names every node: it tells them apart itself, and there is nothing to look for. */
function isOfOneSource({ stated, draft }: IntakeSession): boolean {
  const nodes = draft.nodes.values();
  return [...stated.values()].some(
    (records) => records.size >= nodes.length && nodes.every(({ id }) => records.has(id)),
  );
}

/**
 * Asks about nodes of different sources that may be one machine: each probable pair becomes one question about both, once; a person
 * who deletes or answers it is not asked again. Nothing is joined by likeness alone.
 */
export function askAboutProbablePairs(session: IntakeSession): void {
  if (isOfOneSource(session)) return;
  const { identitiesOf, sourcesOf } = toStatements(session);
  const apart = toApart(session);
  const pairs = findProbablePairs({
    nodes: session.draft.nodes.values(),
    identitiesOf,
    isOneSource: (one, other) => {
      const [first, second] = [sourcesOf(one), sourcesOf(other)];
      return first.size + second.size === 0 || [...first].some((name) => second.has(name));
    },
    isApart: (one, other) => apart.has(`${one} ${other}`),
  });
  const asked = findAsked(session);
  for (const pair of pairs) {
    if (asked.has(toSameQuestionId(...pair.ids))) continue;
    const stating = new Set(pair.ids.flatMap((id) => [...sourcesOf(id)]));
    const owner = session.sources.find((source) => stating.has(source.name));
    if (owner !== undefined) ask(session, pair, owner, sourcesOf);
  }
}
