import { compareText } from '#core/base/compare.ts';
import { findAccountable } from '#core/checks/duties.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { ancestorsIn, dutiesOn, type Estate } from '#core/state/estate.ts';

/** The environment of a node: its own, else that of what it stands on; `null` when none is known. */
export function findEnvironment(estate: Estate, node: InventoryNode): string | null {
  return (
    node.environment ??
    ancestorsIn(estate, node.id).find((each) => each.environment !== null)?.environment ??
    null
  );
}

/** The names of the parties that are accountable for something on a node, sorted; empty when nobody is. */
export function findPartyNames(plan: Plan, estate: Estate, node: InventoryNode): readonly string[] {
  if (plan.duties.size + plan.handovers.size === 0) return [];
  const places = [node.id, ...ancestorsIn(estate, node.id).map((each) => each.id), null];
  const areas = new Set<string>();
  for (const place of places)
    for (const duty of dutiesOn(estate, place)) if (duty.role === 'accountable') areas.add(duty.area);
  const names = new Set<string>();
  for (const area of areas)
    for (const duty of findAccountable(estate, node, area)) {
      const party = plan.parties.get(duty.party);
      if (party !== undefined) names.add(party.name);
    }
  return [...names].sort(compareText);
}
