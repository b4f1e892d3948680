import { isSameArea, toDuty, type Duty } from '#core/model/duty.ts';
import type { HandOver } from '#core/model/hand-over.ts';
import { toImportedId, type ChangeId } from '#core/model/ids.ts';
import { dutiesOn, type Estate } from './estate.ts';
import { toEstateEdit, type EstateEdit } from './estate-edit.ts';

/** The rows that a hand-over moves: what the old party does itself. To be asked or told stays where it is. */
function isHandedOver(duty: Duty, handOver: HandOver): boolean {
  return (
    isSameArea(duty.area, handOver.area) &&
    duty.party === handOver.from &&
    (duty.role === 'accountable' || duty.role === 'responsible')
  );
}

/**
 * What a hand-over does when its change is applied, whatever its status says: the duties of the area on exactly this
 * subject go from the old party to the new one. Where the old party held it from further up the tree, or nobody did, a
 * duty on the subject itself begins (its id is made of the hand-over's, so every machine makes the same).
 */
export function findHandOverEffect(
  estate: Estate,
  change: ChangeId,
  handOver: HandOver | undefined,
): EstateEdit {
  if (handOver === undefined) return toEstateEdit(change);
  if (handOver.subject !== null && !estate.nodes.has(handOver.subject)) return toEstateEdit(change);
  const onSubject = dutiesOn(estate, handOver.subject);
  const handed = onSubject.filter((duty) => isHandedOver(duty, handOver));
  const isHeldAlready = (duty: Pick<Duty, 'environment' | 'role'>): boolean =>
    onSubject.some(
      (each) =>
        isSameArea(each.area, handOver.area) &&
        each.party === handOver.to &&
        each.role === duty.role &&
        each.environment === duty.environment,
    );
  if (handed.length === 0) {
    const { area, subject, to: party } = handOver;
    const begun = toDuty({ id: toImportedId('du', [handOver.id]), area, subject, party });
    return toEstateEdit(change, { duties: isHeldAlready(begun) ? [] : [begun] });
  }
  return toEstateEdit(change, {
    duties: handed.filter((duty) => !isHeldAlready(duty)).map((duty) => ({ ...duty, party: handOver.to })),
    endedDuties: handed.filter(isHeldAlready).map((duty) => duty.id),
  });
}
