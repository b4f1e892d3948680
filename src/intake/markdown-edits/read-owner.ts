import { fail, ok, type Result } from '#core/base/result.ts';
import { toComparable } from '#core/exporters/marked/read-items.ts';
import type { IdMaker, PartyId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import type { NewParty, UnknownWhy } from './review-types.ts';

/** Whom an edited report names as an owner: nobody, a party, or one that is to be added. */
export interface NamedOwner {
  readonly owner: PartyId | null;
  readonly newParty: NewParty | null;
}

const nobody = /^(?:|nobody(?: yet)?|@?(?:\.\.\.|…)|[–—-])$/iu;

/** Reads names of owners. A name that the plan does not know is one new party, however often it stands. */
export function toOwnerReader(
  plan: Plan,
  makeId: IdMaker,
): (words: string) => Result<NamedOwner, UnknownWhy> {
  const made = new Map<string, NewParty>();
  const parties = [...plan.parties];
  return (words) => {
    const name = toComparable(words);
    if (nobody.test(name)) return ok({ owner: null, newParty: null });
    const exact = parties.filter((party) =>
      [party.name, ...party.contacts].some((each) => toComparable(each) === name),
    );
    const lower = name.toLowerCase();
    const found =
      exact.length > 0
        ? exact
        : parties.filter((party) =>
            [party.name, ...party.contacts].some((each) => toComparable(each).toLowerCase() === lower),
          );
    const [first] = found;
    if (found.length > 1) return fail({ code: 'several-parties' });
    if (first !== undefined) return ok({ owner: first.id, newParty: null });
    const isLogin = name.startsWith('@') && name.length > 1;
    const party = made.get(lower) ?? {
      id: makeId('pa'),
      name: isLogin ? name.slice(1) : name,
      contacts: isLogin ? [name] : [],
    };
    made.set(lower, party);
    return ok({ owner: party.id, newParty: party });
  };
}
