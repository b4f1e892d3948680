import type { DependencyType } from '#core/model/dependency.ts';
import type { Access, DutyRole } from '#core/model/duty.ts';
import type { Cost, NodeKind, NodeStatus } from '#core/model/node.ts';
import type { PartyKind } from '#core/model/party.ts';
import type { Confidence, ProposedEvidence } from '#core/importers/contract.ts';

/** A node while it is being put together: everything said of it, its score and the reasons. */
export interface Thing {
  readonly key: string;
  readonly kind: NodeKind;
  name: string;
  type: string | null;
  parent: string | null;
  count: number | null;
  environment: string | null;
  status: NodeStatus | null;
  os: string | null;
  jurisdiction: string | null;
  /** Other machines run on it. */
  holds: boolean;
  readonly aliases: Set<string>;
  readonly addresses: Set<string>;
  readonly domains: Set<string>;
  readonly capacity: { vcpu?: number; memoryMiB?: number; diskGiB?: number };
  readonly notes: string[];
  cost: { readonly amount: number; readonly currency: string; readonly per: Cost['per'] } | null;
  score: number;
  readonly reasons: Map<string, number>;
  readonly evidence: ProposedEvidence[];
}

/** A dependency while it is being put together. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly type: DependencyType;
  protocol: string | null;
  port: number | null;
  encrypted: boolean | null;
  latencyMs: number | null;
  confidence: Confidence;
  reason: string;
  readonly evidence: ProposedEvidence[];
}

/** A party while it is being put together. */
export interface PartyDraft {
  readonly key: string;
  name: string;
  kind: PartyKind;
  confidence: Confidence;
  readonly contacts: Set<string>;
  readonly reasons: Set<string>;
  readonly evidence: ProposedEvidence[];
}

/** A duty while it is being put together. */
export interface DutyDraft {
  readonly area: string;
  readonly subject: string | null;
  readonly environment: string | null;
  readonly party: string | null;
  role: DutyRole;
  joint: boolean;
  access: Access | null;
  confidence: Confidence;
  reason: string;
  readonly evidence: ProposedEvidence[];
}

/** A question while it is being put together. */
interface QuestionDraft {
  readonly text: string;
  about: string[];
  blocking: boolean;
  reason: string;
  readonly evidence: ProposedEvidence[];
}

/** A removal candidate while it is being put together. */
export interface DispositionDraft {
  readonly node: string;
  why: string;
  readonly conditions: Set<string>;
  readonly evidence: ProposedEvidence[];
}

/** All that was found in a document so far. */
export interface Draft {
  readonly things: Map<string, Thing>;
  readonly links: Map<string, Link>;
  readonly parties: Map<string, PartyDraft>;
  readonly duties: Map<string, DutyDraft>;
  readonly questions: Map<string, QuestionDraft>;
  readonly dispositions: Map<string, DispositionDraft>;
  /** Units (by index) that yielded something. */
  readonly understood: Set<number>;
}

/** A draft of nothing. */
export function emptyDraft(): Draft {
  return {
    things: new Map(),
    links: new Map(),
    parties: new Map(),
    duties: new Map(),
    questions: new Map(),
    dispositions: new Map(),
    understood: new Set(),
  };
}

/** The thing of a key, made when it is new. */
export function needThing(draft: Draft, key: string, kind: NodeKind, name: string): Thing {
  const known = draft.things.get(key);
  if (known !== undefined) return known;
  const made: Thing = {
    key,
    kind,
    name,
    type: null,
    parent: null,
    count: 1,
    environment: null,
    status: null,
    os: null,
    jurisdiction: null,
    holds: false,
    aliases: new Set(),
    addresses: new Set(),
    domains: new Set(),
    capacity: {},
    notes: [],
    cost: null,
    score: 0,
    reasons: new Map(),
    evidence: [],
  };
  draft.things.set(key, made);
  return made;
}

/** Gives a thing a reason; the same reason counts once. */
export function giveReason(thing: Thing, words: string, weight: number): void {
  if (thing.reasons.has(words)) return;
  thing.reasons.set(words, weight);
  thing.score += weight;
}

/** Adds evidence unless the same words speak for the same field already; at most eight a field. */
export function addEvidence(list: ProposedEvidence[], evidence: ProposedEvidence | null): void {
  if (evidence === null) return;
  const same = list.filter((each) => each.field === evidence.field);
  if (same.length >= 8 || same.some((each) => each.line === evidence.line && each.quote === evidence.quote))
    return;
  list.push(evidence);
}

/** Adds a dependency or finds the one that is there. */
export function needLink(draft: Draft, from: string, to: string, type: DependencyType): Link {
  const key = `dependency:${from}>${type}>${to}`;
  const known = draft.links.get(key);
  if (known !== undefined) return known;
  const made: Link = {
    from,
    to,
    type,
    protocol: null,
    port: null,
    encrypted: null,
    latencyMs: null,
    confidence: 'likely',
    reason: '',
    evidence: [],
  };
  draft.links.set(key, made);
  return made;
}

/** Adds a question or finds the one of the same words about the same things. */
export function needQuestion(draft: Draft, text: string, about: readonly string[]): QuestionDraft {
  const key = `question:${text.toLowerCase()}`;
  const known = draft.questions.get(key);
  if (known !== undefined) {
    for (const each of about) if (!known.about.includes(each)) known.about.push(each);
    return known;
  }
  const made: QuestionDraft = { text, about: [...about], blocking: false, reason: '', evidence: [] };
  draft.questions.set(key, made);
  return made;
}

/** Adds a fate or finds the one of the same thing. */
export function needDisposition(draft: Draft, key: string, why: string): DispositionDraft {
  const known = draft.dispositions.get(key);
  if (known !== undefined) return known;
  const made: DispositionDraft = { node: key, why, conditions: new Set(), evidence: [] };
  draft.dispositions.set(key, made);
  return made;
}
