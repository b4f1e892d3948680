import { expect } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { toId } from '#core/model/ids.ts';
import type { InventoryNode, Resources } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Rule, RuleKind } from '#core/model/rule.ts';
import { allHosts, type ConsolidationTargets, type Objective } from '#core/planning/consolidation/options.ts';
import { proposeConsolidation, type ConsolidationProposal } from '#core/planning/consolidation/propose.ts';
import { planOf, type PlanRows } from './build-plan.ts';
import { makeNode, memory, nd } from './plan-parts.ts';
import { doCommands } from './run-commands.ts';

/** Sizes of which only memory is known, in GiB. */
export const gib = (size: number): Resources => memory(size * 1024);

/** A host at the hoster. */
export function makeHost(name: string, size: number, fields: Partial<InventoryNode> = {}): InventoryNode {
  return makeNode(name, 'host', 'hoster', { capacity: gib(size), ...fields });
}

/** A server of which only the memory that it needs is known, if at all. */
export function makeServer(
  name: string,
  host: string,
  size: number | null,
  fields: Partial<InventoryNode> = {},
): InventoryNode {
  return makeNode(name, 'server', host, { usage: size === null ? memory(null) : gib(size), ...fields });
}

/** A rule about nodes by name. */
export function makeRule(id: string, kind: RuleKind, nodes: readonly string[], value: unknown = null): Rule {
  return { id: toId('ru', `ru_${id}`), kind, nodes: nodes.map(nd), value };
}

/** The place of all hosts. */
export const hoster = makeNode('hoster', 'provider');

/** Three hosts of 16 GiB, each half used or less. */
export const three = [
  hoster,
  makeHost('h1', 16),
  makeHost('h2', 16),
  makeHost('h3', 16),
  makeServer('a', 'h1', 8),
  makeServer('b', 'h2', 4),
  makeServer('c', 'h3', 4),
];

/** The proposal for a plan of these records; applied, it must bring no new error. */
export function propose(
  rows: PlanRows,
  objective: Objective = 'hosts',
  targets: Partial<ConsolidationTargets> = {},
): ConsolidationProposal & { readonly plan: Plan } {
  const plan = planOf(rows);
  const proposal = proposeConsolidation(plan, { objective, targets: { ...allHosts, ...targets } });
  expectNoNewErrors(plan, proposal);
  return { ...proposal, plan };
}

function errorsOf(plan: Plan): string[] {
  return checkPlan(plan).findings.flatMap((each) => (each.severity === 'error' ? [each.id] : []));
}

/** Every proposal of these tests is applied, and the checks find no error that was not there before. */
export function expectNoNewErrors(plan: Plan, { commands }: ConsolidationProposal): Plan {
  if (commands.length === 0) return plan;
  const after = doCommands(plan, ...commands).plan;
  const known = new Set(errorsOf(plan));
  expect(errorsOf(after).filter((id) => !known.has(id))).toEqual([]);
  return after;
}

/** What goes where, in words. */
export const whatMoves = ({ moves }: ConsolidationProposal): string[] =>
  moves.map((move) => `${move.name} to ${move.toName}`);
