import type { ProposedItem, ProposedNode } from '#core/importers/contract.ts';
import { toImportedId, type NodeId } from '#core/model/ids.ts';
import { canContain, toNode, type InventoryNode } from '#core/model/node.ts';
import { nodeFields, parentField, type ResolvedNode } from './node-fields.ts';
import {
  isMention,
  isOnlyNamed,
  makeNodeIndex,
  type NodeIndex,
  type NodeMatch,
} from './reconcile/node-index.ts';
import { findPlacedSites } from './reconcile/placed-sites.ts';
import { isInside } from './reconcile/is-inside.ts';
import { normaliseName } from './reconcile/node-names.ts';
import { findId, findNamedRecord, type IntakeSession, type SourceIntake } from './session.ts';
import { takeRecord } from './take-record.ts';

/** Nodes with their parents before them; a circle of parents is broken where it closes. */
function toParentsFirst(items: readonly ProposedItem[]): readonly ProposedNode[] {
  const nodes = new Map(items.flatMap((item) => (item.is === 'node' ? [[item.key, item] as const] : [])));
  const ordered: ProposedNode[] = [];
  const seen = new Set<string>();
  for (const start of nodes.values()) {
    const chain: ProposedNode[] = [];
    let node: ProposedNode | undefined = start;
    while (node !== undefined && !seen.has(node.key)) {
      seen.add(node.key);
      chain.push(node);
      node = nodes.get(node.parent ?? '');
    }
    const last = chain.at(-1);
    if (last !== undefined && chain.some((each) => each.key === last.parent)) {
      chain[chain.length - 1] = { ...last, parent: null };
    }
    ordered.push(...chain.toReversed());
  }
  return ordered;
}

function indexPlanNodes(session: IntakeSession): NodeIndex {
  const index = makeNodeIndex((id) => session.draft.nodes.get(id));
  const identities = new Map<string, readonly string[]>();
  for (const { records } of session.memories.values()) {
    for (const [id, record] of records) {
      if (record.identities.length === 0) continue;
      identities.set(id, [...(identities.get(id) ?? []), ...record.identities]);
    }
  }
  for (const node of session.draft.nodes.before()) index.add(node, identities.get(node.id) ?? []);
  return index;
}

/**
 * An index over the plan's nodes, with the outside ids that sources remember of them. It is built when it is first asked: a source
 * that comes again knows its nodes by their ids.
 */
export function indexNodes(session: IntakeSession): NodeIndex {
  let index: NodeIndex | null = null;
  let waiting: (readonly [InventoryNode, readonly string[]])[] = [];
  return {
    add: (node, identities) => {
      if (index === null) waiting.push([node, identities]);
      else index.add(node, identities);
    },
    find: (item, parent, isFree) => {
      if (index === null) {
        index = indexPlanNodes(session);
        for (const [node, identities] of waiting) index.add(node, identities);
        waiting = [];
      }
      return index.find(item, parent, isFree);
    },
  };
}

/** The place that a source gives a node, when it can be one; a host in a host's place makes a host of it. */
function toParent(
  session: IntakeSession,
  source: SourceIntake,
  item: ProposedNode,
  node: InventoryNode | undefined,
): NodeId | null | undefined {
  if (item.parent === undefined || item.parent === null) return undefined;
  const holder = session.draft.nodes.get(findId(source, item.parent) ?? '');
  if (holder === undefined) return undefined;
  const kind = node?.kind ?? item.kind;
  const closes = node !== undefined && isInside(session.draft.nodes, holder.id, node.id);
  if (canContain(holder.kind, kind) && !closes) return holder.id;
  session.notes.push(
    `"${item.name}" can't stand inside "${holder.name}" (${holder.kind}); it keeps the place that it has.`,
  );
  return undefined;
}

function toNewNode(session: IntakeSession, source: SourceIntake, item: ProposedNode): InventoryNode {
  for (let ordinal = 0; ; ordinal += 1) {
    const parts = [source.name, item.kind, item.key, ...(ordinal === 0 ? [] : [String(ordinal)])];
    const id = toImportedId('nd', parts);
    if (session.draft.nodes.get(id) === undefined) return toNode({ id, kind: item.kind, name: item.name });
  }
}

/** A node that a second source calls by another name has that name as an alias. */
function withOtherName(node: InventoryNode, item: ProposedNode): InventoryNode {
  const names = [node.name, ...node.aliases].map(normaliseName);
  return names.includes(normaliseName(item.name)) ? node : { ...node, aliases: [...node.aliases, item.name] };
}

/** A machine on which another source places servers is a host; a thing known by name only is what another source says it is. */
function withOtherKind(node: InventoryNode, item: ProposedNode): InventoryNode {
  if (isOnlyNamed(node) && !isMention(item)) return { ...node, kind: item.kind };
  return node.kind === 'server' && item.kind === 'host' ? { ...node, kind: 'host' } : node;
}

/** A place inside the known one, or around it, is no conflict: the narrower one is kept. */
function isQuietPlace(
  session: IntakeSession,
  ours: NodeId | null,
  theirs: NodeId | null | undefined,
): 'better' | 'wider' | null {
  if (ours === null || theirs === null || theirs === undefined || ours === theirs) return null;
  if (isInside(session.draft.nodes, theirs, ours)) return 'better';
  return isInside(session.draft.nodes, ours, theirs) ? 'wider' : null;
}

/** The record that an item was in the last import: by hand, by an outside id of its own, or by its key. */
function findRemembered(
  session: IntakeSession,
  source: SourceIntake,
  item: ProposedNode,
): InventoryNode | undefined {
  const same = source.decisions.get(item.key)?.same;
  const joined = session.draft.nodes.get(same === undefined ? null : (findNamedRecord(session, same) ?? ''));
  if (joined !== undefined) return joined;
  const claim = session.draft.nodes.get(source.claims.get(item.key) ?? '');
  if (claim !== undefined) return claim;
  const before = findId(source, item.key) ?? '';
  return (source.claimed.get(before) ?? item.key) === item.key ? session.draft.nodes.get(before) : undefined;
}

/** Which nodes an item can be recognised as: none that its own source means by another item, and none that a person ruled out. */
function toFreeTest(
  session: IntakeSession,
  source: SourceIntake,
  item: ProposedNode,
): (id: string) => boolean {
  const apart = new Set(
    (source.decisions.get(item.key)?.apart ?? []).map((name) => findNamedRecord(session, name)),
  );
  return (id) => {
    const isStillSaid = source.memory.records.get(id)?.keys.some((key) => source.said.has(key)) === true;
    return !source.records.has(id) && !isStillSaid && !source.claimed.has(id) && !apart.has(id);
  };
}

/** A node as its new source finds it: with another kind or name where the source says so, and a narrower place. */
function toRecognised(
  session: IntakeSession,
  source: SourceIntake,
  item: ProposedNode,
  match: NodeMatch | undefined,
): InventoryNode | undefined {
  if (match === undefined || source.memory.records.has(match.node.id)) return match?.node;
  const node = withOtherName(withOtherKind(match.node, item), item);
  if (node !== match.node) session.draft.nodes.put(node);
  return node;
}

function takeNode(
  session: IntakeSession,
  source: SourceIntake,
  item: ProposedNode,
  index: NodeIndex,
  twin?: string,
): void {
  const remembered =
    findRemembered(session, source, item) ??
    session.draft.nodes.get(twin === undefined ? null : (findId(source, twin) ?? null));
  const holder =
    item.parent === undefined || item.parent === null ? item.parent : (findId(source, item.parent) ?? null);
  const match =
    remembered === undefined
      ? index.find(item, holder, toFreeTest(session, source, item))
      : toHandMatch(source, item, remembered);
  const first = remembered ?? match?.node;
  const existing = match === undefined ? first : toRecognised(session, source, item, match);
  const isOwn = first === undefined || source.memory.records.has(first.id);
  const parent = toParent(session, source, item, existing);
  const place =
    existing === undefined || source.memory.records.has(existing.id)
      ? null
      : isQuietPlace(session, existing.parent, parent);
  const placed =
    place === 'better' && existing !== undefined && parent !== undefined ? { ...existing, parent } : existing;
  if (placed !== undefined && placed !== existing) session.draft.nodes.put(placed);
  const node = takeRecord<InventoryNode, ResolvedNode>({
    session,
    source,
    item,
    collection: 'nodes',
    rows: session.draft.nodes,
    existing: placed,
    make: () => toNewNode(session, source, item),
    fields: [...nodeFields, parentField],
    proposed: { item, parent },
    onlyAdds: isMention(item),
    quiet: new Set([...(isOwn ? [] : ['name']), ...(place === null ? [] : ['parent'])]),
    matched: match === undefined || isOwn ? null : { because: match.because, name: match.node.name },
  });
  const preview = source.previews.get(item.key);
  if (placed !== undefined && placed !== first && preview?.status === 'same') {
    source.previews.set(item.key, { ...preview, status: 'changed' });
  }
  rememberMatch(session, source, item, node.id);
  index.add(node, item.identities ?? []);
}

/** What a person joined is recognised like what was found, with their word as the reason. */
function toHandMatch(
  source: SourceIntake,
  item: ProposedNode,
  remembered: InventoryNode,
): NodeMatch | undefined {
  const isJoined = source.decisions.get(item.key)?.same !== undefined;
  return isJoined && !source.memory.records.has(remembered.id)
    ? { node: remembered, because: 'joined by hand' }
    : undefined;
}

/** Decisions name records by their id from now on: keys of other sources may change. */
function rememberMatch(session: IntakeSession, source: SourceIntake, item: ProposedNode, id: string): void {
  const decided = source.decisions.get(item.key);
  if (decided === undefined) return;
  const { same, apart } = decided;
  if (same === undefined && apart === undefined) return;
  const ids = apart?.map((name) => findNamedRecord(session, name) ?? name);
  source.decisions.set(item.key, {
    ...decided,
    ...(same === undefined ? {} : { same: id }),
    ...(ids === undefined ? {} : { apart: [...new Set(ids)].sort() }),
  });
}

/** The chosen nodes of one source. */
export interface ChosenNodes {
  readonly source: SourceIntake;
  readonly items: readonly ProposedItem[];
}

/**
 * Takes the chosen nodes of all sources over, parents before what stands inside them. What a source only names, and
 * what a person joined, comes last, so that it finds what another source describes, whatever the order of the files.
 */
export function takeNodes(session: IntakeSession, chosen: readonly ChosenNodes[], index: NodeIndex): void {
  const late: (() => void)[] = [];
  for (const { source, items } of chosen) {
    const waiting = new Set<string>();
    const sites = findPlacedSites(items);
    for (const item of toParentsFirst(items)) {
      const isJoined = source.decisions.get(item.key)?.same !== undefined;
      const placed = sites.get(item.key);
      if (isJoined || placed !== undefined || isMention(item) || waiting.has(item.parent ?? '')) {
        waiting.add(item.key);
        late.push(() => takeNode(session, source, item, index, placed));
      } else takeNode(session, source, item, index);
    }
  }
  for (const take of late) take();
}
