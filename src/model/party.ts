import type { Evidence } from './evidence.ts';
import type { PartyId } from './ids.ts';

/** What sort of party one is. */
export type PartyKind = 'team' | 'person' | 'role' | 'vendor';

/** A team, person, role or vendor that can owe something. */
export interface Party {
  readonly id: PartyId;
  readonly name: string;
  readonly kind: PartyKind;
  readonly contacts: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** A party with empty values for all that is not given. */
export function toParty(fields: Pick<Party, 'id' | 'name'> & Partial<Party>): Party {
  return { kind: 'team', contacts: [], evidence: [], ...fields };
}
