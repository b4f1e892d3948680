import type { Evidence } from './evidence.ts';
import type { DutyId, NodeId, PartyId } from './ids.ts';

/** Roles of the RACI scheme. */
export type DutyRole = 'accountable' | 'responsible' | 'consulted' | 'informed';

/** Which access goes with a duty. */
export type Access = 'none' | 'supervised' | 'shell' | 'root';

/** Areas that templates and cues know (an open list). */
export const dutyAreas = [
  'operation',
  'monitoring',
  'alert receipt',
  'os upgrades',
  'backup',
  'restore',
  'restore proof',
  'snapshots',
  'tuning',
  'dns',
  'certificates',
  'mail',
  'logs',
  'application support',
  'application updates',
  'billing',
  'source repository',
  'credentials',
  'security',
] as const;

/**
 * Who owes what: `party` has `role` for `area` on `subject` (and all below it until a nearer duty of the area) or on an
 * environment; with both set, on the nodes of that environment in that subtree. `party: null` = owed, but nobody owes it yet.
 */
export interface Duty {
  readonly id: DutyId;
  readonly area: string;
  readonly subject: NodeId | null;
  readonly environment: string | null;
  readonly party: PartyId | null;
  readonly role: DutyRole;
  /** Held together with the other accountable parties by agreement. */
  readonly joint: boolean;
  readonly access: Access | null;
  readonly evidence: readonly Evidence[];
}

/** A duty with empty values for all that is not given. */
export function toDuty(fields: Pick<Duty, 'id' | 'area'> & Partial<Duty>): Duty {
  return {
    subject: null,
    environment: null,
    party: null,
    role: 'accountable',
    joint: false,
    access: null,
    evidence: [],
    ...fields,
  };
}

/** Whether two names of an area mean the same one: case and outer blanks don't count. */
export function isSameArea(a: string, b: string): boolean {
  return a === b || a.trim().toLowerCase() === b.trim().toLowerCase();
}
