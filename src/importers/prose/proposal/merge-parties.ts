import type { Draft, DutyDraft } from './draft.ts';

function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/u)
    .map((word) => word.charAt(0))
    .filter((letter) => /\p{Lu}/u.test(letter))
    .join('');
}

/** Joins a party that is written by its initials with the one that is written out ("ODS" and "Open Data Services"). */
export function mergeParties(draft: Draft): void {
  const renamed = new Map<string, string>();
  for (const short of draft.parties.values()) {
    const letters = short.name.replace(/(?:\s+(?:staff|team|people|only))+$/iu, '');
    if (!/^\p{Lu}{2,6}$/u.test(letters)) continue;
    const long = [...draft.parties.values()].filter(
      (each) => each !== short && initialsOf(each.name) === letters && /\s/u.test(each.name),
    );
    const [only] = long;
    if (only === undefined || long.length > 1) continue;
    renamed.set(short.key, only.key);
    only.reasons.add(`"${letters}" are its initials`);
    only.evidence.push(...short.evidence);
    for (const contact of short.contacts) only.contacts.add(contact);
  }
  if (renamed.size === 0) return;
  for (const key of renamed.keys()) draft.parties.delete(key);
  for (const [key, duty] of draft.duties) {
    const party = renamed.get(duty.party ?? '');
    if (party === undefined) continue;
    draft.duties.delete(key);
    const next: DutyDraft = { ...duty, party };
    const nextKey = `duty:${duty.area}@${duty.subject ?? duty.environment ?? '*'}=${party}`;
    if (!draft.duties.has(nextKey)) draft.duties.set(nextKey, next);
  }
}
