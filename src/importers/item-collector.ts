import type { ProposedEvidence, ProposedItem, ProposedNode, ProposedParty } from './contract.ts';

/** Collects found things by key: what is said twice of one thing becomes one item with both evidences. */
export interface ItemCollector {
  /** Adds a thing, or adds what is new about a thing that is there; answers the fields in which both differ. */
  readonly add: (item: ProposedItem) => readonly string[];
  readonly get: (key: string) => ProposedItem | undefined;
  readonly getNode: (key: string) => ProposedNode | undefined;
  /** Puts other values on a node that is there. */
  readonly edit: (key: string, fields: Partial<ProposedNode>) => void;
  /** Takes a thing out again. */
  readonly remove: (key: string) => void;
  /** All items in the order in which they were first found. */
  readonly toItems: () => readonly ProposedItem[];
}

interface Entry {
  item: ProposedItem;
  readonly evidence: ProposedEvidence[];
  /** What is quoted already; only for things of much evidence, most have little. */
  said: Set<string> | null;
}

const littleEvidence = 16;

const listFields = ['aliases', 'addresses', 'domains', 'tags', 'data', 'identities'] as const;
const scalarFields = ['type', 'parent', 'count', 'environment', 'status', 'os', 'jurisdiction'] as const;

/** Reasons that are kept of a thing: a table may say the same ten thousand times. */
const mostReasons = 12;

/** Two lists without doubles, in their order. */
export function joinLists(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] {
  return [...new Set([...(a ?? []), ...(b ?? [])])];
}

function joinNotes(a: string | undefined, b: string | undefined): string | undefined {
  if (b === undefined || a === b) return a;
  if (a === undefined || a === '') return b;
  return a.split('\n').includes(b) ? a : `${a}\n${b}`;
}

function joinRecords<T extends object>(a: T | undefined, b: T | undefined): T | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return { ...b, ...a };
}

function findDifferences(a: ProposedNode, b: ProposedNode): string[] {
  const fields: string[] = scalarFields.filter(
    (field) => a[field] !== undefined && b[field] !== undefined && a[field] !== b[field],
  );
  for (const size of ['vcpu', 'memoryMiB', 'diskGiB'] as const) {
    const [one, two] = [a.capacity?.[size], b.capacity?.[size]];
    if (one !== undefined && two !== undefined && one !== two) fields.push(`capacity.${size}`);
  }
  return fields;
}

/** One node of two descriptions: lists are joined, what the first does not say comes from the second. */
function joinNodes(a: ProposedNode, b: ProposedNode): ProposedNode {
  const lists = Object.fromEntries(
    listFields.flatMap((field) => {
      if (a[field] === undefined && b[field] === undefined) return [];
      return [[field, joinLists(a[field], b[field])]];
    }),
  );
  const notes = joinNotes(a.notes, b.notes);
  const capacity = joinRecords(a.capacity, b.capacity);
  const usage = joinRecords(a.usage, b.usage);
  const cost = joinRecords(a.cost, b.cost);
  return {
    ...b,
    ...a,
    ...(a.type === 'unknown' && b.type !== undefined ? { type: b.type } : {}),
    ...(a.parent === null && b.parent !== undefined ? { parent: b.parent } : {}),
    ...lists,
    ...(notes === undefined ? {} : { notes }),
    ...(capacity === undefined ? {} : { capacity }),
    ...(usage === undefined ? {} : { usage }),
    ...(cost === undefined ? {} : { cost }),
    reasons: a.reasons.length < mostReasons ? joinLists(a.reasons, b.reasons) : a.reasons,
    confidence:
      a.confidence === 'sure' || b.confidence === 'sure'
        ? 'sure'
        : a.confidence === 'likely'
          ? 'likely'
          : b.confidence,
  };
}

/** Lists of a new thing say each value once. */
function withoutDoubles(item: ProposedItem): ProposedItem {
  if (item.is !== 'node') return item;
  const doubled = listFields.filter((field) => new Set(item[field]).size < (item[field]?.length ?? 0));
  if (doubled.length === 0) return item;
  return { ...item, ...Object.fromEntries(doubled.map((field) => [field, [...new Set(item[field])]])) };
}

/** A party that was only named before is what a later description says. */
function joinParties(a: ProposedParty, b: ProposedParty): ProposedParty {
  const isNew = b.kind !== a.kind || b.confidence !== a.confidence || (b.contacts?.length ?? 0) > 0;
  if (!isNew) return a;
  const contacts = joinLists(a.contacts, b.contacts);
  const better = a.confidence !== 'sure' && (b.confidence === 'sure' || b.kind === 'person') ? b : a;
  return {
    ...a,
    kind: better.kind,
    confidence: better.confidence,
    ...(contacts.length === 0 ? {} : { contacts }),
  };
}

function addEvidence(entry: Entry, evidence: readonly ProposedEvidence[]): void {
  const toKey = ({ field, quote }: ProposedEvidence): string => `${field}\u0000${quote}`;
  for (const each of evidence) {
    if (entry.said === null && entry.evidence.length > littleEvidence)
      entry.said = new Set(entry.evidence.map(toKey));
    const isSaid =
      entry.said === null
        ? entry.evidence.some((one) => one.field === each.field && one.quote === each.quote)
        : entry.said.has(toKey(each));
    if (isSaid) continue;
    entry.said?.add(toKey(each));
    entry.evidence.push(each);
  }
}

/** An empty collector. */
export function makeItemCollector(): ItemCollector {
  const entries = new Map<string, Entry>();
  // Made once between two changes: a table of 100,000 rows is looked through several times when all of it is read.
  let items: readonly ProposedItem[] | null = null;
  return {
    add: (item) => {
      items = null;
      const known = entries.get(item.key);
      if (known === undefined) {
        const entry: Entry = { item: withoutDoubles(item), evidence: [], said: null };
        addEvidence(entry, item.evidence);
        entries.set(item.key, entry);
        return [];
      }
      addEvidence(known, item.evidence);
      if (known.item.is === 'party' && item.is === 'party') known.item = joinParties(known.item, item);
      if (known.item.is !== 'node' || item.is !== 'node') return [];
      const differences = findDifferences(known.item, item);
      known.item = joinNodes(known.item, item);
      return differences;
    },
    get: (key) => entries.get(key)?.item,
    getNode: (key) => {
      const item = entries.get(key)?.item;
      return item?.is === 'node' ? item : undefined;
    },
    edit: (key, fields) => {
      items = null;
      const entry = entries.get(key);
      if (entry?.item.is === 'node') entry.item = { ...entry.item, ...fields };
    },
    remove: (key) => {
      items = null;
      entries.delete(key);
    },
    toItems: () => {
      items ??= [...entries.values()].map((entry) => ({ ...entry.item, evidence: entry.evidence }));
      return items;
    },
  };
}
