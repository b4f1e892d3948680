import { toFigure } from '#core/base/figure.ts';
import type { NodeKind } from '#core/model/node.ts';
import type { Estate } from '#core/state/estate.ts';
import { ancestorsIn, dutiesOn } from '#core/state/estate.ts';
import type { PartyId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';

/** How many things of a kind there are: the sum of what is counted, and how many classes of unknown size come on top. */
export interface KindTotal {
  readonly known: number;
  readonly unknown: number;
}

/** Counts the nodes of a kind; a class of unknown size (`count: null`) adds nothing to `known`. */
export function toKindTotal(estate: Estate, kind: NodeKind): KindTotal {
  let known = 0;
  let unknown = 0;
  for (const node of estate.nodes) {
    if (node.kind !== kind) continue;
    if (node.count === null) unknown += 1;
    else known += node.count;
  }
  return { known, unknown };
}

/** A total as it is written: `21`, or `21 + ?` where a class of unknown size comes on top. */
export function toTotalWords(total: KindTotal): string {
  if (total.unknown === 0) return toFigure(total.known);
  return total.known === 0 ? '?' : `${toFigure(total.known)} + ?`;
}

/** The parties that are accountable for a node in any area: by a duty on it, on what it stands in, or on its environment. */
export function findOwners(estate: Estate, node: InventoryNode): readonly PartyId[] {
  const found = new Set<PartyId>();
  const places = [node.id, ...ancestorsIn(estate, node.id).map((each) => each.id), null];
  for (const duty of places.flatMap((place) => dutiesOn(estate, place))) {
    const meant = duty.environment === null ? duty.subject !== null : duty.environment === node.environment;
    if (meant && duty.role === 'accountable' && duty.party !== null) found.add(duty.party);
  }
  return [...found].sort();
}

/** How many nodes of a kind nobody is known to own. */
export function countWithoutOwner(estate: Estate, kind: NodeKind): number {
  let count = 0;
  for (const node of estate.nodes) {
    if (node.kind === kind && findOwners(estate, node).length === 0) count += node.count ?? 0;
  }
  return count;
}
