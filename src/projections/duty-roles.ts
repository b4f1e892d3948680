import { compareText } from '#core/base/compare.ts';
import type { Access, DutyRole } from '#core/model/duty.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Estate } from '#core/state/estate.ts';
import { findDutiesOf, type DutySubject } from './duty-matrix.ts';

/** One part in a duty: which party has it, and which access goes with it. */
export interface DutyPart {
  readonly role: DutyRole;
  /** Its name; `null`: it is owed, and nobody has it yet. */
  readonly party: string | null;
  /** `null`: nobody said so. */
  readonly access: Access | null;
}

/** The roles of the RACI scheme in its order. */
export const dutyRoles: readonly DutyRole[] = ['accountable', 'responsible', 'consulted', 'informed'];

/** Every party's part in a duty on a subject in one state, in the order of the roles and then by name. */
export function toDutyParts(plan: Plan, estate: Estate, subject: DutySubject, area: string): DutyPart[] {
  const parts = new Map<string, DutyPart>();
  for (const { role, party, access } of findDutiesOf(estate, subject, area)) {
    const name = plan.parties.get(party)?.name ?? null;
    const key = `${role}|${name ?? ''}`;
    parts.set(key, { role, party: name, access: access ?? parts.get(key)?.access ?? null });
  }
  return [...parts.values()].sort(
    (a, b) =>
      dutyRoles.indexOf(a.role) - dutyRoles.indexOf(b.role) || compareText(a.party ?? '', b.party ?? ''),
  );
}
