import { fail, type Result } from '#core/base/result.ts';
import { toFieldValue, toFieldWords } from '#core/checks/conflict-words.ts';
import type { AppliedEdit } from '#core/commands/apply-commands.ts';
import { findNode } from '#core/commands/find-node.ts';
import { holdApart } from '#core/intake/reconcile/hold-apart.ts';
import { joinNodes } from '#core/intake/reconcile/join-nodes.ts';
import { findOpenMatters } from '#core/intake/reconcile/open-matters.ts';
import { preferSources } from '#core/intake/reconcile/prefer-sources.ts';
import { settleValue } from '#core/intake/reconcile/settle-value.ts';
import { splitNode } from '#core/intake/reconcile/split-node.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import type { CliCommand } from '#main/cli/command.ts';
import { standardStream } from '#main/cli/files/read-input.ts';
import { refuse } from '#main/cli/outcome.ts';
import { reconcileText } from '#main/cli/reconcile-text.ts';
import { writeResult, writeWords } from '#main/cli/streams.ts';
import { text } from '#main/cli/text.ts';
import { makeRandomId } from './random-id.ts';
import { readPlan } from './read-plan.ts';
import { writeEdit } from './write-edit.ts';

const actions = ['join', 'apart', 'split', 'settle', 'prefer'] as const;
const context = { makeId: makeRandomId };

function findNamed(plan: Plan, name: string): Result<NodeId, string> {
  const found = findNode(plan, name);
  return found.ok ? found : fail(found.error.message);
}

/** The two sides of `A=B`; a node whose own name has the sign is found by trying each of them. */
function toSides(value: string): readonly (readonly [string, string])[] {
  return [...value.matchAll(/=/gu)]
    .map(({ index }) => [value.slice(0, index).trim(), value.slice(index + 1).trim()] as const)
    .filter(([left, right]) => left !== '' && right !== '');
}

function runOnPair(
  plan: Plan,
  action: 'join' | 'apart' | 'split',
  value: string,
): Result<AppliedEdit, string> {
  const sides = toSides(value);
  const [first] = sides;
  if (first === undefined) return fail(reconcileText.badPair(action, value));
  const [left, right] = sides.find(([name]) => findNamed(plan, name).ok) ?? first;
  const one = findNamed(plan, left);
  if (!one.ok) return one;
  if (action === 'split') return splitNode(plan, one.value, right, context);
  const other = findNamed(plan, right);
  if (!other.ok) return other;
  if (action === 'join') return joinNodes(plan, one.value, other.value, context);
  return holdApart(plan, one.value, other.value, { text: reconcileText.apartAnswer, by: null }, context);
}

/** `A:FIELD=VALUE`: names and values may hold both signs, so the first reading counts of which the node is there. */
function runSettle(plan: Plan, value: string): Result<AppliedEdit, string> {
  const readings = toSides(value).flatMap(([left, right]) =>
    [...left.matchAll(/:/gu)].map(({ index }) => ({
      name: left.slice(0, index).trim(),
      field: left.slice(index + 1).trim(),
      choice: right,
    })),
  );
  const complete = readings.filter(({ name, field }) => name !== '' && field !== '');
  const [first] = complete;
  if (first === undefined) return fail(reconcileText.badSettle(value));
  const { name, field, choice } = complete.find((each) => findNamed(plan, each.name).ok) ?? first;
  const node = findNamed(plan, name);
  return node.ok ? settleValue(plan, node.value, field, choice, context) : node;
}

function runAction(plan: Plan, action: (typeof actions)[number], value: string): Result<AppliedEdit, string> {
  if (action === 'settle') return runSettle(plan, value);
  if (action !== 'prefer') return runOnPair(plan, action, value);
  const names = value.split(',').map((name) => name.trim());
  return preferSources(
    plan,
    names.filter((name) => name !== '' && name !== 'none'),
    context,
  );
}

function toWords(plan: Plan): string[] {
  const { pairs, conflicts, gone, preferred } = findOpenMatters(plan);
  const nameOf = (id: string): string | null => plan.nodes.get(id)?.name ?? null;
  const list = (rows: readonly string[], head: (count: number) => string): string[] =>
    rows.length === 0 ? [] : [head(rows.length), ...rows];
  const lines = [
    ...list(
      pairs.map((pair) => `  ${pair.text}`),
      reconcileText.pairs,
    ),
    ...list(
      conflicts.map(({ name, field, values }) => {
        const words = values.map((each) => toFieldValue(field, each.value, nameOf)).join(' or ');
        return reconcileText.conflict(name, toFieldWords(field), words);
      }),
      reconcileText.conflicts,
    ),
    ...list(
      gone.map(({ name, source }) => reconcileText.goneFrom(name, source)),
      reconcileText.gone,
    ),
  ];
  const trusted = preferred.length === 0 ? [] : [reconcileText.preferred(preferred.join(', '))];
  return [...(lines.length === 0 ? [reconcileText.nothingOpen] : lines), ...trusted];
}

/** `rehome reconcile`. */
export const reconcileCommand: CliCommand = {
  name: 'reconcile',
  summary: reconcileText.summary,
  usage: reconcileText.usage,
  notes: reconcileText.notes,
  options: [
    { name: 'join', placeholder: 'A=B', says: reconcileText.join },
    { name: 'apart', placeholder: 'A=B', says: reconcileText.apart },
    { name: 'split', placeholder: 'A=SOURCE', says: reconcileText.split },
    { name: 'settle', placeholder: 'A:FIELD=VALUE', says: reconcileText.settle },
    { name: 'prefer', placeholder: 'SOURCES', says: reconcileText.prefer },
    { name: 'out', placeholder: 'PLAN', says: reconcileText.out },
    { name: 'json', placeholder: null, says: reconcileText.json },
  ],
  positionals: { min: 1, max: 1 },
  run: async (args) => {
    const chosen = actions.flatMap((action) => {
      const value = args.value(action);
      return value === null ? [] : [{ action, value }];
    });
    const [first] = chosen;
    if (chosen.length > 1) return refuse(reconcileText.oneAtATime);
    if (args.value('out') === standardStream && args.has('json')) return refuse(text.usage.bothToOutput);
    const plan = await readPlan(args.positionals[0] ?? '');
    if (!plan.ok) return plan;
    if (first === undefined) {
      const matters = findOpenMatters(plan.value);
      if (args.has('json')) await writeResult(`${JSON.stringify(matters, null, 2)}\n`);
      else await writeWords(toWords(plan.value));
      return { ok: true, value: 0 };
    }
    const edit = runAction(plan.value, first.action, first.value);
    return edit.ok ? writeEdit(args, edit.value, reconcileText) : refuse(reconcileText.refused(edit.error));
  },
};
