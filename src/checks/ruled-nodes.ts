import type { Table } from '#core/base/table.ts';
import type { Rule, RuleKind } from '#core/model/rule.ts';
import { ancestorsIn, type Estate } from '#core/state/estate.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { touchedNodes } from './touched.ts';
import type { Step } from './rule.ts';
import type { Scene } from './scene.ts';

/** The rules that a team has set on a node, or, for `''`, those that name no node and hold everywhere. */
export type RulesOn = (node: string) => readonly Rule[];

/** What stands for a rule among the rules on nodes: those it names, or everything. */
export function placesOf({ nodes }: Rule): readonly string[] {
  return nodes.length === 0 ? [''] : [...new Set(nodes)];
}

/** Looks up the rules of a team by the nodes that they name. */
export function toRulesOn(rules: Table<Rule>): RulesOn {
  const byNode = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const id of placesOf(rule)) byNode.set(id, [...(byNode.get(id) ?? []), rule]);
  }
  return (id) => byNode.get(id) ?? [];
}

/** Ids of the rules of a kind that the team has set. */
export function ruleIdsOf(scene: Scene, kind: RuleKind): string[] {
  return scene.rulesOfKind(kind).map((rule) => rule.id);
}

/** Of these, the ones that a step may have broken: it changed or moved one of their nodes. */
export function touchedRuleIds(scene: Scene, step: Step, kind: RuleKind): string[] {
  const nodes = new Set<string>([...touchedNodes(step), ...step.moved]);
  const ids = [...nodes].flatMap((id) =>
    scene.rulesOn(id).flatMap((rule) => (rule.kind === kind ? rule.id : [])),
  );
  return [...new Set(ids)];
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
