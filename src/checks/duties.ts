import type { Duty } from '#core/model/duty.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { ancestorsIn, dutiesOn, type Estate } from '#core/state/estate.ts';
import { isSameArea } from '#core/state/hand-over-effect.ts';

/** Whether a duty is for the environment of a node (or for every one). */
function fitsEnvironment(duty: Duty, node: InventoryNode | undefined): boolean {
  if (duty.environment === null) return true;
  return duty.environment.toLowerCase() === node?.environment?.toLowerCase();
}

/**
 * The accountable rows that hold for a node in an area: those of the nearest subject that has any, of these the ones set
 * for its environment before those for all; without any, the rows of its environment, then those for everything.
 */
export function findAccountable(estate: Estate, node: InventoryNode, area: string): Duty[] {
  const places: (string | null)[] = [node.id, ...ancestorsIn(estate, node.id).map((each) => each.id), null];
  for (const place of places) {
    const rows = dutiesOn(estate, place).filter(
      (duty) => duty.role === 'accountable' && isSameArea(duty.area, area) && fitsEnvironment(duty, node),
    );
    const ofEnvironment = rows.filter((duty) => duty.environment !== null);
    if (ofEnvironment.length > 0) return ofEnvironment;
    if (rows.length > 0) return rows;
  }
  return [];
}

/** Whether some party is accountable for anything on a node, by a row on it, on a place it stands on, or on its environment. */
export function isOwned(estate: Estate, node: InventoryNode): boolean {
  const places: (string | null)[] = [node.id, ...ancestorsIn(estate, node.id).map((each) => each.id), null];
  return places.some((place) =>
    dutiesOn(estate, place).some(
      (duty) => duty.role === 'accountable' && duty.party !== null && fitsEnvironment(duty, node),
    ),
  );
}
