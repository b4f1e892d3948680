import { sortedBy } from '#core/base/compare.ts';
import { isSameJson } from '#core/base/same-json.ts';
import type { Evidence } from '#core/model/evidence.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { isSameQuestion, sameQuestionWords } from '../ask-same.ts';
import type { ContestedRecord } from '../field-conflicts.ts';
import { toItemKey, type IntakeConflict } from '../intake-types.ts';
import { getAtPath } from '../reconcile/node-paths.ts';
import type { IntakeSession } from '../session.ts';
import {
  toConflictKey,
  type ConflictMatter,
  type GoneMatter,
  type IntakeMatter,
  type MatterNode,
  type MatterWords,
  type PairMatter,
} from './intake-matter.ts';

type ToWords = (evidence: readonly Evidence[]) => readonly MatterWords[];

/** The name of a place or phase of the plan; `null` for every other value. */
function nameOf(session: IntakeSession, value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const { nodes, phases } = session.draft;
  return nodes.get(value)?.name ?? phases.get(value)?.name ?? null;
}

function makeToWords(session: IntakeSession): ToWords {
  const names = new Map<string, string>([...session.plan.sources].map(({ id, name }) => [id, name]));
  for (const { id, name } of session.sources) names.set(id, name);
  return (evidence) =>
    evidence.flatMap(({ source, line, quote }) => {
      const name = names.get(source);
      return name === undefined ? [] : [{ source: name, line, quote }];
    });
}

function findGone(session: IntakeSession, toWords: ToWords): GoneMatter[] {
  const gone = session.sources.flatMap((source) =>
    source.pending.flatMap(({ why, record, key, is: collection, name }): GoneMatter[] => {
      if (why !== 'gone' || record === null) return [];
      const evidence = session.draft.nodes.get(record)?.evidence ?? [];
      const own = toWords(evidence.filter((each) => each.source === source.id));
      const stillIn = [...session.stated].flatMap(([other, records]) =>
        other !== source.name && records.has(record) ? [other] : [],
      );
      const item = toItemKey(source.name, key);
      const words = own[0] ?? null;
      return [
        {
          is: 'gone',
          key: item,
          record,
          collection,
          name,
          source: source.name,
          words,
          stillIn: stillIn.sort(),
        },
      ];
    }),
  );
  // Things come before what hangs on them.
  return sortedBy(
    gone,
    (each) => (each.collection === 'nodes' ? '0' : `1 ${each.collection}`),
    (each) => `${each.name} ${each.key}`,
  );
}

/** The values that stand side by side in a node, the plan's own first. */
function toNodeConflicts(
  session: IntakeSession,
  node: InventoryNode,
  edited: ReadonlySet<string>,
  toWords: ToWords,
): ConflictMatter[] {
  return node.conflicts.flatMap(({ field, values }) => {
    if (values.length < 2) return [];
    const ours = getAtPath(node, field);
    const shown = values.map(({ value, evidence }) => ({
      value,
      name: nameOf(session, value),
      isKept: isSameJson(value, ours),
      words: toWords(evidence),
    }));
    const isTold = shown.some((each) => each.isKept);
    const all = isTold
      ? shown
      : [{ value: ours, name: nameOf(session, ours), isKept: true, words: [] }, ...shown];
    const key = toConflictKey(node.id, field);
    return [
      {
        is: 'conflict',
        key,
        record: node.id,
        collection: 'nodes',
        name: node.name,
        field,
        edited: !isTold || edited.has(key),
        values: all.toSorted((a, b) => Number(b.isKept) - Number(a.isKept)),
      },
    ];
  });
}

/** The words of other sources that speak for the value that the plan keeps. */
function findKeptWords(session: IntakeSession, conflict: IntakeConflict): readonly Evidence[] {
  const record: ContestedRecord | undefined = session.draft[conflict.collection].get(conflict.id);
  const source = session.sources.find((each) => each.name === conflict.source);
  const others = (record?.evidence ?? []).filter((each) => each.source !== source?.id);
  const own = others.filter((each) => each.field === conflict.field);
  return own.length > 0 ? own : others.slice(0, 1);
}

/** Differences that stand in no list of the record: with what a person wrote, and those of things that are no nodes. */
function toOtherConflicts(
  session: IntakeSession,
  known: ReadonlySet<string>,
  toWords: ToWords,
): ConflictMatter[] {
  const byKey = new Map<string, IntakeConflict[]>();
  for (const conflict of session.conflicts) {
    const key = toConflictKey(conflict.id, conflict.field);
    if (!known.has(key)) byKey.set(key, [...(byKey.get(key) ?? []), conflict]);
  }
  return [...byKey].flatMap(([key, [first, ...more]]): ConflictMatter[] => {
    if (first === undefined) return [];
    const found = [first, ...more].map((each) => ({
      value: each.found,
      name: nameOf(session, each.found),
      isKept: false,
      words: each.line === null ? [] : [{ source: each.source, line: each.line, quote: each.quote }],
    }));
    const { id: record, name, field, edited, collection } = first;
    const kept = {
      value: first.kept,
      name: nameOf(session, first.kept),
      isKept: true,
      words: edited ? [] : toWords(findKeptWords(session, first)),
    };
    return [{ is: 'conflict', key, record, collection, name, field, edited, values: [kept, ...found] }];
  });
}

function findConflicts(session: IntakeSession, toWords: ToWords): ConflictMatter[] {
  const touched = new Set(session.sources.flatMap((source) => [...source.records.keys()]));
  const edited = new Set(
    session.conflicts.flatMap((each) => (each.edited ? [toConflictKey(each.id, each.field)] : [])),
  );
  const own = [...touched].flatMap((id) => {
    const node = session.draft.nodes.get(id);
    return node === undefined || node.conflicts.length === 0
      ? []
      : toNodeConflicts(session, node, edited, toWords);
  });
  const others = toOtherConflicts(session, new Set(own.map((each) => each.key)), toWords);
  return sortedBy(
    [...own, ...others],
    (each) => each.name,
    (each) => each.key,
  );
}

function findPairs(session: IntakeSession, toWords: ToWords): PairMatter[] {
  const touched = new Set(session.sources.flatMap((source) => [...source.records.keys()]));
  const toNode = (id: string): MatterNode | undefined => {
    const node = session.draft.nodes.get(id);
    if (node === undefined) return undefined;
    const words = toWords(node.evidence);
    const sources = [...session.stated].flatMap(([name, records]) => (records.has(id) ? [name] : [])).sort();
    const { name, addresses, os } = node;
    return { id, name, sources, addresses, os, words: words[0] ?? null };
  };
  const open = session.draft.questions
    .values()
    .filter((question) => question.status === 'open' && isSameQuestion(question));
  return sortedBy(open, (question) => question.text).flatMap((question): PairMatter[] => {
    if (!question.about.some((id) => touched.has(id))) return [];
    // What the plan had before stays, and what joins it becomes an alias.
    const [one, other] = sortedBy(
      question.about.flatMap((id) => toNode(id) ?? []),
      (node) => (session.plan.nodes.has(node.id) ? '0' : '1'),
      (node) => [...node.sources, node.name].join('\n'),
    );
    if (one === undefined || other === undefined) return [];
    const because = question.text.split(sameQuestionWords).at(-1) ?? '';
    return [{ is: 'pair', key: question.id, because, nodes: [one, other] }];
  });
}

/**
 * What an import leaves for a person: values on which sources differ, machines that may be one, and what is gone from its source; of
 * the things that its sources speak of, those that were open before too. Each list is sorted by name.
 */
export function findMatters(session: IntakeSession): readonly IntakeMatter[] {
  const toWords = makeToWords(session);
  return [...findConflicts(session, toWords), ...findPairs(session, toWords), ...findGone(session, toWords)];
}
