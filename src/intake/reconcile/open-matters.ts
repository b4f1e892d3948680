import { sortedBy } from '#core/base/compare.ts';
import type { FieldConflict } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { isSameQuestion } from '../ask-same.ts';
import { readMemory } from '../source-memory.ts';

/** A question whether two nodes are one machine. */
export interface OpenPair {
  readonly question: string;
  readonly text: string;
  readonly nodes: readonly { readonly id: string; readonly name: string }[];
}

/** Two or more values of one field on which sources differ. */
export interface OpenConflict extends FieldConflict {
  readonly node: string;
  readonly name: string;
}

/** A node that a source no longer has. */
export interface OpenGone {
  readonly source: string;
  readonly node: string;
  readonly name: string;
}

/** What waits for a person between the sources of a plan. */
export interface OpenMatters {
  readonly pairs: readonly OpenPair[];
  readonly conflicts: readonly OpenConflict[];
  readonly gone: readonly OpenGone[];
  /** Sources that a person trusts, the most trusted first. */
  readonly preferred: readonly string[];
}

function findGone(plan: Plan): OpenGone[] {
  return sortedBy(plan.sources, (source) => source.name).flatMap((source) =>
    source.pending.flatMap((entry) => {
      if (typeof entry !== 'object' || entry === null) return [];
      if (!('why' in entry) || entry.why !== 'gone' || !('record' in entry)) return [];
      const node = plan.nodes.get(typeof entry.record === 'string' ? entry.record : null);
      return node === undefined ? [] : [{ source: source.name, node: node.id, name: node.name }];
    }),
  );
}

/** What waits for a person: probable matches, contradictions, and what sources no longer have; each sorted. */
export function findOpenMatters(plan: Plan): OpenMatters {
  const nodes = sortedBy(
    plan.nodes,
    (node) => node.name,
    (node) => node.id,
  );
  const ranked = [...plan.sources].flatMap((source) => {
    const { precedence } = readMemory(source);
    return precedence === null ? [] : [{ name: source.name, precedence }];
  });
  return {
    pairs: sortedBy(plan.questions, (question) => question.id).flatMap((question) => {
      if (question.status !== 'open' || !isSameQuestion(question)) return [];
      const about = question.about.flatMap((id) => plan.nodes.get(id) ?? []);
      const pair = about.map(({ id, name }) => ({ id, name }));
      return [{ question: question.id, text: question.text, nodes: pair }];
    }),
    conflicts: nodes.flatMap((node) =>
      node.conflicts
        .filter((conflict) => conflict.values.length > 1)
        .map((conflict) => ({ node: node.id, name: node.name, ...conflict })),
    ),
    gone: findGone(plan),
    preferred: ranked.toSorted((a, b) => a.precedence - b.precedence).map((each) => each.name),
  };
}
