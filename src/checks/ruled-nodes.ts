import type { Rule, RuleKind } from '#core/model/rule.ts';
import { ancestorsIn, type Estate } from '#core/state/estate.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { touchedNodes } from './touched.ts';
import type { Step } from './rule.ts';
import type { Scene } from './scene.ts';

/** Ids of the rules of a kind that the team has set. */
export function ruleIdsOf(scene: Scene, kind: RuleKind): string[] {
  return scene.plan.rules.size === 0
    ? []
    : scene.plan.rules.filter((rule) => rule.kind === kind).map((rule) => rule.id);
}

/** Of these, the ones that a step may have broken: it changed or moved one of their nodes. */
export function touchedRuleIds(scene: Scene, step: Step, kind: RuleKind): string[] {
  if (scene.plan.rules.size === 0) return [];
  const nodes = new Set<string>([...touchedNodes(step), ...step.moved]);
  return scene.plan.rules
    .filter((rule) => rule.kind === kind && rule.nodes.some((id) => nodes.has(id)))
    .map((rule) => rule.id);
}

/** The nodes of a rule that are there in a state, in the rule's order. */
export function nodesOf(estate: Estate, rule: Rule | undefined): InventoryNode[] {
  return (rule?.nodes ?? []).flatMap((id) => estate.nodes.get(id) ?? []);
}

/** The machine a node stands on: the nearest host (for a service also the nearest server); none when only a place is known. */
export function findMachine(estate: Estate, node: InventoryNode): InventoryNode | undefined {
  return ancestorsIn(estate, node.id).find(
    (each) => each.kind === 'host' || (each.kind === 'server' && node.kind === 'service'),
  );
}
