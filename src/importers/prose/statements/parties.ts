import type { PartyKind } from '#core/model/party.ts';
import { knownGroups, teamWords } from '#core/importers/prose/lexicon/words.ts';
import { addEvidence, type PartyDraft } from '#core/importers/prose/proposal/draft.ts';
import { findProduct, findProvider, isTool } from './known-names.ts';
import { isDomainName, isTyped, tidyName, toNameKey } from './names.ts';
import { type Reading, toEvidence } from './reading.ts';
import type { Unit } from './unit.ts';

const notParties =
  /^(?:otherwise|however|therefore|additionally|finally|first|then|when|if|since|currently|normally|usually|please|note|wer|was|who|it|they|them|he|she|we|us|you|i|this|that|these|those|who|which|what|one|each|everyone|anyone|someone|somebody|anybody|nobody|people|users?|hand|default|itself|himself|myself|tbd|n\/?a|none|unknown|email|e-mail|mail|phone|irc|chat|slack|github|see|there|here|servers?|machines?|services?|systems?|hosts?|vms?|nodes?|everything|nothing|root|admin access|access|data|requests?|backups?|(?:team |staff )?members?|others?|the same|mailing|using|via|running|setting|cron|script|scripts|them all|code|version|config|configuration|staff only|also|not|only|will|can|app|application|vendor|step|page|role|project)$/iu;
const legalForm =
  /\b(?:GmbH|AG|Inc\.?|Ltd\.?|LLC|SA|S\.A\.|BV|Corp\.?|KG|e\.V\.|Coop|Foundation|Technology|Technologies|Services|Solutions|Hosting|Group|Company)\b/u;
const handle = /^@[\w-]{1,40}$/u;

/** Whether a word makes a group of a name; "it" does so in capitals only. */
const isTeamWord = (word: string): boolean => word !== 'it' && teamWords.has(word.toLowerCase());

/** What sort of party a name is, by its words. */
export function partyKind(name: string): PartyKind {
  const lower = name.toLowerCase();
  const words = lower.split(/\s+/u);
  if (/\bhead of\b|\b(?:cto|cio|ceo|officer|director|lead|manager)\b/iu.test(name)) return 'role';
  if (
    name.split(/[\s-]+/u).some((word) => isTeamWord(word) || knownGroups.has(word.toLowerCase())) ||
    knownGroups.has(lower)
  )
    return 'team';
  if (legalForm.test(name) || findProvider(name) !== null) return 'vendor';
  if (handle.test(name)) return 'person';
  if (/^[\p{Lu}]{2,6}$/u.test(name)) return 'team';
  if (/^\p{Lu}[\p{Ll}'’-]+(?:\s\p{Lu}\.?)?(?:\s(?:von |van |de |di )?\p{Lu}[\p{L}'’-]+){0,2}$/u.test(name))
    return words.length <= 3 ? 'person' : 'team';
  return 'vendor';
}

/** The key under which two spellings of a party are one ("the devops team", "Devops"). */
function partyKey(name: string): string {
  const key = toNameKey(name).replace(/^@/u, '');
  const short = key.replace(/\s+(?:team|staff|group|crew|department|people)$/u, '');
  if (short === 'dev' || short === 'development' || short === 'developer') return 'developers';
  if (short === 'devop') return 'devops';
  return short;
}

/** Words that open an adverb or a general statement, no name. */
const opensOther =
  /^(?:until|from|since|in|at|on|for|by|then|when|after|before|during|bis|ab|seit|nach|vor|jede[rs]?|each|every|any|no|most|some|many|all)\s/iu;

/** Whether words can name a party: capitals, a team word, a known group, or a name that is a party elsewhere in the text. */
export function canBeParty(reading: Reading, name: string): boolean {
  const lower = toNameKey(name);
  if (handle.test(name)) return true;
  if (
    name.length < 2 ||
    name.length > 60 ||
    notParties.test(lower) ||
    isTool(name) ||
    /\d{3,}|[?!<>{}[\]=]/u.test(name)
  )
    return false;
  if (/\s/u.test(name) ? false : isTyped(name) || isDomainName(name)) return false;
  if (findProduct(name) !== null && findProvider(name) === null) return false;
  if (reading.draft.parties.has(`party:${partyKey(name)}`) || knownGroups.has(lower)) return true;
  const words = name.split(/\s+/u);
  if (words.length > 5 || opensOther.test(name)) return false;
  if (words.some(isTeamWord) && words.length > 1) return true;
  if (words.length > 1 && knownGroups.has((words.at(-1) ?? '').toLowerCase())) return true;
  if (words.every((word) => /^[\p{Lu}]/u.test(word) || /^(?:of|von|van|de|der|and|&|for|the)$/u.test(word)))
    return true;
  return words.length === 1 && reading.lowerParties.has(lower);
}

/** Of two spellings the one that is its own key ("devops" before "devops team"), then the first by code unit. */
function betterName(name: string, other: string): boolean {
  const plain = (each: string): number => (toNameKey(each) === partyKey(each) ? 0 : 1);
  return plain(name) - plain(other) < 0 || (plain(name) === plain(other) && name < other);
}

/** Whether a name is a company by itself: a known provider, one with a legal form, or a name without capitals that acts. */
export function isCompany(reading: Reading, name: string): boolean {
  return findProvider(name) !== null || legalForm.test(name) || reading.lowerParties.has(toNameKey(name));
}

/** A party, made when it is new. */
export function needParty(
  reading: Reading,
  name: string,
  where: { readonly unit: Unit; readonly from: number; readonly to: number },
  reason: string,
): PartyDraft {
  const key = `party:${partyKey(name)}`;
  const known = reading.draft.parties.get(key);
  const party: PartyDraft = known ?? {
    key,
    name,
    kind: partyKind(name),
    confidence: 'likely',
    contacts: new Set(),
    reasons: new Set(),
    evidence: [],
  };
  if (known === undefined) reading.draft.parties.set(key, party);
  if (betterName(name, party.name)) party.name = name;
  party.reasons.add(reason);
  if (party.reasons.size > 1) party.confidence = 'sure';
  addEvidence(party.evidence, toEvidence(reading, where.unit.text, 'name', where.from, where.to));
  return party;
}

/** Names in a list of parties: "Robert and OSF", "the developers and devops", "Ann/Bob". With places in the text. */
export function splitParties(
  text: string,
  offset: number,
): { readonly name: string; readonly from: number; readonly to: number }[] {
  const found: { name: string; from: number; to: number }[] = [];
  let at = 0;
  for (const part of text.split(
    /(\s*(?:,|\/|\s&\s(?!(?:Sons?|Co|Cie|Partners?|Söhne|Brothers|Daughters|Company)\b)|;|\band\b|\bund\b|\bor\b)\s*|\s+(?=@\w))/u,
  )) {
    const start = at;
    at += part.length;
    if (/^\s*(?:,|\/|&|;|and|und|or)\s*$/u.test(part)) continue;
    const lead = part.length - part.trimStart().length;
    const gone =
      /^(?:(?:owned|managed|run|maintained|rented) (?:by|to)\s+)?(?:(?:an?|the|our|your|their|its|both|either|all|der|die|das|dem|den|unser\w*)\s+)?(?:own\s+)?(?:(?:firma|firm|company|contractor|vendor|supplier|partner|agency|dienstleister)\s+(?=\p{Lu}))?/iu.exec(
        part.trimStart(),
      )?.[0].length ?? 0;
    const name = tidyName(
      part
        .slice(lead + gone)
        .replace(/[()].*$/u, '')
        .replace(/\s+only$/iu, ''),
    );
    if (name !== '')
      found.push({
        name,
        from: offset + start + lead + gone,
        to: offset + start + lead + gone + name.length,
      });
  }
  return found;
}
