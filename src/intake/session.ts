import { sortedBy } from '#core/base/compare.ts';
import type { Proposal, ProposedItem } from '#core/importers/contract.ts';
import type { Evidence } from '#core/model/evidence.ts';
import { toImportedId, type SourceId } from '#core/model/ids.ts';
import type { Plan, RecordByCollection } from '#core/model/plan.ts';
import type { Source } from '#core/model/source.ts';
import type { IntakeConflict, ItemPreview, KeptPending, ProbableMatch } from './intake-types.ts';
import { toOwnIdentityKeys } from './reconcile/node-index.ts';
import { makeRows, type Rows } from './rows.ts';
import { importedCollections, type ImportedCollection } from './imported-collections.ts';
import {
  readMemory,
  type RememberedDecision,
  type RememberedRecord,
  type SourceMemory,
} from './source-memory.ts';

/** The collections of the plan that an import writes, as writable rows. */
export type IntakeDraft = { readonly [C in ImportedCollection]: Rows<RecordByCollection[C]> };

/** One source while it is taken over. */
export interface SourceIntake {
  readonly id: SourceId;
  readonly name: string;
  readonly proposal: Proposal;
  readonly known: Source | undefined;
  /** What it said last time. */
  readonly memory: SourceMemory;
  /** Keys of all that it speaks of now. */
  readonly said: ReadonlySet<string>;
  /** What it says now, by record. */
  readonly records: Map<string, RememberedRecord>;
  readonly decisions: Map<string, RememberedDecision>;
  readonly pending: KeptPending[];
  readonly previews: Map<string, ItemPreview>;
  /** Ids of records by the key of the item. */
  readonly idByKey: Map<string, string>;
  /** The same of the last import, of the records that are still in the plan. */
  readonly alive: ReadonlyMap<string, string>;
  /** Records that items lead to by an outside id of their own, whatever they are called now; by the key of the item. */
  readonly claims: ReadonlyMap<string, string>;
  /** The same the other way. */
  readonly claimed: ReadonlyMap<string, string>;
}

/** A record that is no node and that no source has any more. */
export interface GoneRelation {
  readonly collection: string;
  readonly record: string;
}

/** All that one intake works on. */
export interface IntakeSession {
  readonly plan: Plan;
  readonly draft: IntakeDraft;
  readonly sources: readonly SourceIntake[];
  /** What each source of the plan says of each record, the newest there is. */
  readonly stated: Map<string, Map<string, RememberedRecord>>;
  /** What each source of the plan remembers, by name. */
  readonly memories: ReadonlyMap<string, SourceMemory>;
  /** How much a person trusts a source, by name: 1 is the most. */
  readonly precedence: ReadonlyMap<string, number>;
  readonly conflicts: IntakeConflict[];
  /** Questions whether two nodes are one that were not asked before. */
  readonly asked: ProbableMatch[];
  /** What is no node, gone from its only source, and accepted as gone. */
  readonly goneRelations: GoneRelation[];
  readonly notes: string[];
}

/** Which items are records of the last import by an outside id: so a renamed machine is known, and one that took its name is not it. */
function toClaims(memory: SourceMemory, proposal: Proposal): Pick<SourceIntake, 'claims' | 'claimed'> {
  const byIdentity = new Map<string, string | null>();
  for (const [id, { identities }] of memory.records) {
    for (const { key } of toOwnIdentityKeys(identities)) {
      const known = byIdentity.get(key);
      byIdentity.set(key, known === undefined || known === id ? id : null);
    }
  }
  const claims = new Map<string, string>();
  const claimed = new Map<string, string>();
  for (const item of byIdentity.size === 0 ? [] : proposal.items) {
    if (item.is !== 'node') continue;
    const ids = toOwnIdentityKeys(item.identities ?? []).flatMap(({ key }) => byIdentity.get(key) ?? []);
    const id = ids.find((each) => !claimed.has(each));
    if (id === undefined) continue;
    claims.set(item.key, id);
    claimed.set(id, item.key);
  }
  return { claims, claimed };
}

/** Which records of the last import are still in the plan, by the key of their item. */
function findAlive(plan: Plan, memory: SourceMemory): ReadonlyMap<string, string> {
  const alive = new Map<string, string>();
  const tables = new Map<string, { readonly has: (id: string) => boolean }>(
    importedCollections.map((name) => [name, plan[name]]),
  );
  for (const [id, { collection, keys }] of memory.records) {
    const table = tables.get(collection);
    if (table?.has(id) !== true) continue;
    for (const key of keys) if (memory.idByKey.get(key) === id) alive.set(key, id);
  }
  return alive;
}

function startSource(
  plan: Plan,
  known: Source | undefined,
  memory: SourceMemory,
  proposal: Proposal,
): SourceIntake {
  return {
    id: known?.id ?? toImportedId('so', [proposal.source.name]),
    name: proposal.source.name,
    proposal,
    known,
    memory,
    said: new Set(proposal.items.map((item) => item.key)),
    records: new Map(),
    decisions: new Map(memory.decisions),
    pending: [],
    previews: new Map(),
    idByKey: new Map(),
    alive: findAlive(plan, memory),
    ...toClaims(memory, proposal),
  };
}

/** Starts an intake. Sources are taken in the order of their names, so that the order of files does not matter. */
export function startSession(plan: Plan, proposals: readonly Proposal[]): IntakeSession {
  const byName = new Map([...plan.sources].map((source) => [source.name, source]));
  const memories = new Map([...byName].map(([name, source]) => [name, readMemory(source)]));
  const stated = new Map([...memories].map(([name, memory]) => [name, new Map(memory.records)]));
  return {
    plan,
    draft: {
      nodes: makeRows(plan.nodes),
      dependencies: makeRows(plan.dependencies),
      parties: makeRows(plan.parties),
      duties: makeRows(plan.duties),
      questions: makeRows(plan.questions),
      dispositions: makeRows(plan.dispositions),
      phases: makeRows(plan.phases),
      changes: makeRows(plan.changes),
    },
    sources: sortedBy(
      proposals,
      (each) => each.source.name,
      (each) => each.source.sha256,
    ).map((proposal) => {
      const { name } = proposal.source;
      return startSource(plan, byName.get(name), memories.get(name) ?? readMemory(undefined), proposal);
    }),
    stated,
    memories,
    precedence: new Map(
      [...memories].flatMap(([name, { precedence }]) =>
        precedence === null ? [] : [[name, precedence] as const],
      ),
    ),
    conflicts: [],
    asked: [],
    goneRelations: [],
    notes: [],
  };
}

/** Whether a record of that id is in the plan as it is being written. */
export function hasRecord(session: IntakeSession, collection: string, id: string): boolean {
  const name = importedCollections.find((each) => each === collection);
  return name !== undefined && session.draft[name].get(id) !== undefined;
}

/** The record that a key of this source stands for: taken over just now, or in an earlier import and still there. */
export function findId(source: SourceIntake, key: string): string | undefined {
  const now = source.idByKey.get(key);
  if (now !== undefined) return now;
  return source.alive.get(key);
}

/** The record that a decision names: by its id, or by the key of an item of any source (`b.csv#server:web02`). */
export function findNamedRecord(session: IntakeSession, name: string): string | undefined {
  if (session.draft.nodes.get(name) !== undefined) return name;
  for (const source of session.sources) {
    const prefix = `${source.name}#`;
    if (name.startsWith(prefix)) return findId(source, name.slice(prefix.length));
  }
  return undefined;
}

/** Puts an item aside for a person. */
export function putAside(source: SourceIntake, item: ProposedItem, why: KeptPending['why']): void {
  const [first] = item.evidence;
  source.previews.set(item.key, { status: 'pending', id: null, matched: null, changed: [] });
  source.pending.push({
    source: source.name,
    key: item.key,
    is: item.is,
    name: toItemName(item),
    confidence: item.confidence,
    why,
    line: first?.line ?? null,
    quote: first?.quote ?? null,
    item,
    record: null,
  });
}

/** What an item is called in lists. */
export function toItemName(item: ProposedItem): string {
  switch (item.is) {
    case 'node':
    case 'party':
    case 'phase':
      return item.name;
    case 'question':
      return item.text;
    case 'dependency':
      return `${toKeyName(item.from)} ${item.type} ${toKeyName(item.to)}`;
    case 'duty':
      return `${item.area}: ${toKeyName(item.party ?? 'nobody')}`;
    case 'disposition':
      return `${item.disposition}: ${toKeyName(item.node)}`;
    case 'move':
      return `${toKeyName(item.node)} to ${toKeyName(item.to)}`;
    default:
      return '';
  }
}

function toKeyName(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

/** The evidence of an item as it stands in the plan. */
export function toPlanEvidence(source: SourceIntake, item: ProposedItem): readonly Evidence[] {
  return item.evidence.map(({ line, quote, field }) => ({ source: source.id, line, quote, field }));
}
