import { addEvidence } from '#core/importers/prose/proposal/draft.ts';
import { isDomainName } from './names.ts';
import { type Reading, toEvidence } from './reading.ts';
import { thingOf } from './subjects.ts';
import type { Unit } from './unit.ts';

const domainWord =
  /(?<![\w@/-])(?:https?:\/\/)?((?:\*\.)?[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9-]{1,63}){1,6})(?![\w@-])/giu;

/** Domains named in a text, lower case. */
export function findDomains(
  text: string,
): { readonly name: string; readonly from: number; readonly to: number }[] {
  return [...text.slice(0, 4000).matchAll(domainWord)]
    .map((hit) => ({ name: (hit[1] ?? '').toLowerCase(), from: hit.index, to: hit.index + hit[0].length }))
    .filter((hit) => isDomainName(hit.name));
}

/** Gives a server the domains named in a stretch of text. */
export function addDomains(reading: Reading, key: string, unit: Unit, text: string, offset: number): boolean {
  const thing = thingOf(reading.draft, key);
  if (thing === null) return false;
  const domains = findDomains(text).filter(
    (each) => !reading.draft.things.has(`server:${each.name}`) || key === `server:${each.name}`,
  );
  for (const domain of domains) {
    thing.domains.add(domain.name);
    addEvidence(
      thing.evidence,
      toEvidence(reading, unit.text, 'domains', offset + domain.from, offset + domain.to),
    );
  }
  return domains.length > 0;
}
