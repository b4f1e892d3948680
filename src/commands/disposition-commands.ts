import { ok } from '#core/base/result.ts';
import { sortedBy } from '#core/base/compare.ts';
import { z } from '#core/document/zod.ts';
import { dispositionKinds, toDisposition, type Disposition } from '#core/model/disposition.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import {
  maybeConditions,
  maybeEvidence,
  maybeText,
  maybeWords,
  someText,
  toConditions,
} from './arguments.ts';
import { defineCommand } from './define-command.ts';
import type { Draft } from './draft.ts';
import { toPersonWords } from '#core/graph/entry-words.ts';
import { toNodeName } from '#core/graph/known-nodes.ts';
import { refersTo } from './references.ts';

/** What shall become of a node, when that was said. */
export function findDisposition(plan: Plan, node: NodeId): Disposition | undefined {
  return sortedBy(
    plan.dispositions.filter((row) => row.node === node),
    (row) => row.id,
  )[0];
}

/** Writes what shall become of a node: one disposition a node. Another kind than before is not agreed yet. */
function putDisposition(
  draft: Draft,
  node: NodeId,
  disposition: Disposition['disposition'],
  fields: Partial<Disposition>,
): string {
  const before = findDisposition(draft.plan, node);
  const id = before?.id ?? draft.makeId('di');
  const base =
    before?.disposition === disposition
      ? before
      : toDisposition({ ...before, id, node, disposition, agreed: false, agreedBy: null });
  draft.put('dispositions', { ...base, ...fields });
  return id;
}

/** Marks a node as one that can go: a candidate, not agreed yet. */
export const markRemoval = defineCommand({
  name: 'mark-removal',
  title: 'Mark for removal',
  arguments: {
    node: refersTo('node'),
    why: maybeWords,
    conditions: maybeConditions,
    evidence: maybeEvidence,
  },
  apply: ({ node, conditions, ...fields }, draft) => {
    const given =
      conditions === undefined
        ? {}
        : { conditions: toConditions(draft, conditions, findDisposition(draft.plan, node)?.conditions) };
    const id = putDisposition(draft, node, 'retire', { ...fields, ...given });
    return ok({ label: `Mark ${toNodeName(draft.plan, node)} for removal`, made: [id] });
  },
});

/** Agrees that a node goes. */
export const agreeRemoval = defineCommand({
  name: 'agree-removal',
  title: 'Agree to a removal',
  arguments: { node: refersTo('node'), by: someText, why: maybeWords },
  apply: ({ node, by, ...fields }, draft) => {
    const name = toNodeName(draft.plan, node);
    const before = findDisposition(draft.plan, node);
    if (before !== undefined && before.disposition !== 'retire') {
      draft.note(`Until now ${name} was to be kept: ${before.disposition}.`);
    }
    const id = putDisposition(draft, node, 'retire', {
      ...fields,
      agreed: true,
      agreedBy: toPersonWords(draft.plan, by),
    });
    return ok({ label: `Agree that ${name} goes`, made: [id] });
  },
});

/** Says what becomes of a node: one of the seven Rs. */
export const setDisposition = defineCommand({
  name: 'set-disposition',
  title: 'Set what becomes of it',
  arguments: {
    node: refersTo('node'),
    disposition: z.enum(dispositionKinds).nullable(),
    why: maybeWords,
    agreed: z.boolean().exactOptional(),
    agreedBy: maybeText,
    conditions: maybeConditions,
    evidence: maybeEvidence,
  },
  apply: ({ node, disposition, conditions, ...fields }, draft) => {
    const name = toNodeName(draft.plan, node);
    if (disposition === null) {
      const rows = draft.plan.dispositions.filter((row) => row.node === node);
      draft.drop(
        'dispositions',
        rows.map(({ id }) => id),
      );
      return ok({ label: `Leave open what becomes of ${name}`, made: [] });
    }
    const given =
      conditions === undefined
        ? {}
        : { conditions: toConditions(draft, conditions, findDisposition(draft.plan, node)?.conditions) };
    const id = putDisposition(draft, node, disposition, { ...fields, ...given });
    return ok({ label: `Mark ${name}: ${disposition}`, made: [id] });
  },
});
