import { sortedBy } from '#core/base/compare.ts';
import type { Confidence, ProposedItem, ProposedNode } from '#core/importers/contract.ts';
import { serviceWeights, thresholds } from '#core/importers/prose/lexicon/weights.ts';
import type { Draft, Thing } from './draft.ts';

function confidenceOf(score: number): Confidence {
  return score >= thresholds.sure ? 'sure' : score >= thresholds.likely ? 'likely' : 'uncertain';
}

function reasonsOf(thing: Thing): string[] {
  return [...thing.reasons]
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([words]) => words);
}

function toNodeItem(thing: Thing): ProposedNode {
  const { capacity } = thing;
  const aliases = sortedBy(
    [...thing.aliases].filter((alias) => alias !== thing.name),
    (alias) => alias,
  );
  return {
    is: 'node',
    key: thing.key,
    kind: thing.holds && thing.kind === 'server' ? 'host' : thing.kind,
    name: thing.name,
    confidence: confidenceOf(thing.score),
    reasons: reasonsOf(thing),
    evidence: thing.evidence,
    parent: thing.parent,
    count: thing.count,
    aliases,
    addresses: sortedBy(thing.addresses, (each) => each),
    domains: sortedBy(thing.domains, (each) => each),
    notes: thing.notes.join('\n'),
    ...(thing.type === null ? {} : { type: thing.type }),
    ...(thing.environment === null ? {} : { environment: thing.environment }),
    ...(thing.status === null ? {} : { status: thing.status }),
    ...(thing.os === null ? {} : { os: thing.os }),
    ...(thing.cost === null ? {} : { cost: thing.cost }),
    ...(thing.jurisdiction === null ? {} : { jurisdiction: thing.jurisdiction }),
    ...(Object.keys(capacity).length === 0 ? {} : { capacity }),
  };
}

/** What a hoster named in passing goes by. */
const namedInPassing = 'the text names it as the place where something is';

/** Reasons that a page of instructions gives as well: software is named, or acts on something. */
const passing: ReadonlySet<string> = new Set(
  (['said to be in use', 'acts on others', 'known product', 'named as software', 'single name'] as const).map(
    (reason) => serviceWeights[reason].words,
  ),
);

/** Software in use is all that is known, nobody owes anything and nothing stands anywhere: most likely a page of instructions. */
function isSparse(draft: Draft, firm: readonly Thing[]): boolean {
  return (
    draft.duties.size === 0 &&
    draft.parties.size === 0 &&
    firm.every(
      (thing) => thing.kind === 'service' && [...thing.reasons.keys()].every((words) => passing.has(words)),
    )
  );
}

/** Things that are proposed: scored high enough, with a parent that is proposed too. A document of doubtful things alone keeps one. */
function keptThings(draft: Draft): Map<string, Thing> {
  const kept = new Map([...draft.things].filter(([, thing]) => thing.score >= thresholds.uncertain));
  const parents = new Set([...kept.values()].map((thing) => thing.parent));
  for (const [key, thing] of draft.things) if (parents.has(key)) kept.set(key, thing);
  const firm = [...kept.values()].filter(
    (thing) => thing.score >= thresholds.likely && thing.kind !== 'provider' && thing.kind !== 'site',
  );
  if (firm.length > (isSparse(draft, firm) ? 2 : 0)) return kept;
  const ranked = [...kept.values()].sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  const providers = ranked.filter(
    (thing) =>
      thing.kind === 'provider' && thing.score >= thresholds.likely && !thing.reasons.has(namedInPassing),
  );
  return new Map(
    (providers.length > 1 ? providers : ranked.slice(0, 1)).map((thing) => [
      thing.key,
      { ...thing, parent: null },
    ]),
  );
}

/** Weighs the draft and makes the items of the proposal, in the order of their keys. */
export function toItems(draft: Draft): ProposedItem[] {
  const things = keptThings(draft);
  const items: ProposedItem[] = [];
  for (const thing of things.values())
    items.push(
      toNodeItem(thing.parent !== null && !things.has(thing.parent) ? { ...thing, parent: null } : thing),
    );
  for (const link of draft.links.values()) {
    if (!things.has(link.from) || !things.has(link.to)) continue;
    items.push({
      is: 'dependency',
      key: `dependency:${link.from}>${link.type}>${link.to}`,
      from: link.from,
      to: link.to,
      type: link.type,
      confidence: link.confidence,
      reasons: [link.reason],
      evidence: link.evidence,
      ...(link.protocol === null ? {} : { protocol: link.protocol }),
      ...(link.port === null ? {} : { port: link.port }),
      ...(link.encrypted === null ? {} : { encrypted: link.encrypted }),
      ...(link.latencyMs === null ? {} : { latencyMs: link.latencyMs }),
    });
  }
  const duties = [...draft.duties].filter(([, duty]) => duty.subject === null || things.has(duty.subject));
  const owing = new Set(duties.map(([, duty]) => duty.party));
  for (const party of draft.parties.values()) {
    if (things.size === 0 && !owing.has(party.key)) continue;
    items.push({
      is: 'party',
      key: party.key,
      name: party.name,
      kind: party.kind,
      contacts: sortedBy(party.contacts, (each) => each),
      confidence: party.confidence,
      reasons: [...party.reasons],
      evidence: party.evidence,
    });
  }
  for (const [key, duty] of duties) {
    items.push({
      is: 'duty',
      key,
      area: duty.area,
      subject: duty.subject,
      party: duty.party,
      role: duty.role,
      joint: duty.joint,
      confidence: duty.confidence,
      reasons: [duty.reason],
      evidence: duty.evidence,
      ...(duty.environment === null ? {} : { environment: duty.environment }),
      ...(duty.access === null ? {} : { access: duty.access }),
    });
  }
  const keys = new Set(items.map((item) => item.key));
  for (const [key, question] of draft.questions) {
    items.push({
      is: 'question',
      key,
      text: question.text,
      about: question.about.filter((each) => keys.has(each)),
      blocking: question.blocking,
      confidence: 'sure',
      reasons: [question.reason],
      evidence: question.evidence,
    });
  }
  for (const disposition of draft.dispositions.values()) {
    if (!things.has(disposition.node)) continue;
    items.push({
      is: 'disposition',
      key: `disposition:${disposition.node}`,
      node: disposition.node,
      disposition: 'retire',
      why: disposition.why,
      conditions: [...disposition.conditions],
      confidence: 'likely',
      reasons: ['the text names it for removal'],
      evidence: disposition.evidence,
    });
  }
  return sortedBy(items, (item) => item.key);
}
