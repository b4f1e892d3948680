import { isSameArea, type Duty } from '#core/model/duty.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { ancestorsIn, dutiesOn, subtreeIn, type Estate } from '#core/state/estate.ts';
import type { Step } from './rule.ts';

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

/** Whether a party holds a duty of some sort on a node, by a row on it, on a place it stands on, or on its environment. */
export function hasHeldDuty(estate: Estate, node: InventoryNode, isMeant: (duty: Duty) => boolean): boolean {
  const places: (string | null)[] = [node.id, ...ancestorsIn(estate, node.id).map((each) => each.id), null];
  return places.some((place) =>
    dutiesOn(estate, place).some(
      (duty) => duty.party !== null && isMeant(duty) && fitsEnvironment(duty, node),
    ),
  );
}

/** Whether some party is accountable for anything on a node. */
export function isOwned(estate: Estate, node: InventoryNode): boolean {
  return hasHeldDuty(estate, node, (duty) => duty.role === 'accountable');
}

/** Duties of a step that somebody took up or let go: from one party to another nobody is left without. */
export function changedDuties(step: Step): Duty[] {
  return [...step.edit.duties.map((duty) => duty.id), ...step.edit.endedDuties].flatMap((id) => {
    const before = step.before.duties.get(id);
    const after = step.estate.duties.get(id);
    const isSame =
      before !== undefined &&
      after !== undefined &&
      before.role === after.role &&
      (before.party === null) === (after.party === null);
    const duty = after ?? before;
    return duty === undefined || isSame ? [] : duty;
  });
}

/** Ids of the nodes that a duty may be for, after a step. */
export function belowOf(step: Step, duty: Duty): string[] {
  return duty.subject === null
    ? step.estate.nodes.map((node) => node.id)
    : subtreeIn(step.estate, duty.subject).map((node) => node.id);
}
