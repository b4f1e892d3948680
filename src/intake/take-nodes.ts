import type { ProposedItem, ProposedNode } from '#core/importers/contract.ts';
import { toImportedId, type NodeId } from '#core/model/ids.ts';
import { canContain, toNode, type InventoryNode } from '#core/model/node.ts';
import { nodeFields, parentField, type ResolvedNode } from './node-fields.ts';
import { isMention, isOnlyNamed, makeNodeIndex, type NodeIndex, type NodeMatch } from './node-index.ts';
import { normaliseName } from './node-names.ts';
import { findId, type IntakeSession, type SourceIntake } from './session.ts';
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

/** An index over the plan's nodes, with the outside ids that sources remember of them. */
export function indexNodes(session: IntakeSession): NodeIndex {
  const index = makeNodeIndex((id) => session.draft.nodes.get(id));
  const identities = new Map<string, string[]>();
  for (const records of session.stated.values()) {
    for (const [id, record] of records)
      identities.set(id, [...(identities.get(id) ?? []), ...record.identities]);
  }
  for (const node of session.draft.nodes.values()) index.add(node, identities.get(node.id) ?? []);
  return index;
}

function hasAncestor(session: IntakeSession, id: NodeId | null, ancestor: string): boolean {
  let at = id;
  for (let depth = 0; at !== null && depth < 1000; depth += 1) {
    if (at === ancestor) return true;
    at = session.draft.nodes.get(at)?.parent ?? null;
  }
  return false;
}

/** The place that a source gives a node, when it can be one; a host in a host's place makes a host of it. */
function toParent(
  session: IntakeSession,
  source: SourceIntake,
  item: ProposedNode,
  node: InventoryNode | undefined,
): NodeId | null | undefined {
  if (item.parent === undefined || item.parent === null) return undefined;
  const holder = session.draft.nodes.get(findId(session, source, item.parent) ?? '');
  if (holder === undefined) return undefined;
  const kind = node?.kind ?? item.kind;
  const closes = node !== undefined && hasAncestor(session, holder.id, node.id);
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
  if (hasAncestor(session, theirs, ours)) return 'better';
  return hasAncestor(session, ours, theirs) ? 'wider' : null;
}

function takeNode(session: IntakeSession, source: SourceIntake, item: ProposedNode, index: NodeIndex): void {
  const before = findId(session, source, item.key);
  const remembered = session.draft.nodes.get(before ?? '');
  const holder =
    item.parent === undefined || item.parent === null
      ? item.parent
      : (findId(session, source, item.parent) ?? null);
  const isStillSaid = (id: string): boolean =>
    source.memory.records.get(id)?.keys.some((key) => source.said.has(key)) === true;
  const isFree = (id: string): boolean => !source.records.has(id) && !isStillSaid(id);
  const match: NodeMatch | undefined =
    remembered === undefined ? index.find(item, holder, isFree) : undefined;
  const first = remembered ?? match?.node;
  const isOwn = match !== undefined && source.memory.records.has(match.node.id);
  const existing =
    match === undefined || isOwn ? first : withOtherName(withOtherKind(match.node, item), item);
  if (match !== undefined && existing !== undefined && existing !== match.node)
    session.draft.nodes.put(existing);
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
    quiet: new Set([
      ...(match === undefined || isOwn ? [] : ['name']),
      ...(place === null ? [] : ['parent']),
    ]),
    matched: match === undefined ? null : `${match.because}: ${match.node.name}`,
  });
  if (placed !== undefined && placed !== first && source.previews.get(item.key)?.status === 'same') {
    source.previews.set(item.key, { status: 'changed', id: node.id, matched: match?.because ?? null });
  }
  index.add(node, item.identities ?? []);
}

/** The chosen nodes of one source. */
export interface ChosenNodes {
  readonly source: SourceIntake;
  readonly items: readonly ProposedItem[];
}

/**
 * Takes the chosen nodes of all sources over, parents before what stands inside them. What a source only names comes last, so that
 * it finds what another source describes, whatever the order of the files.
 */
export function takeNodes(session: IntakeSession, chosen: readonly ChosenNodes[], index: NodeIndex): void {
  const late: (() => void)[] = [];
  for (const { source, items } of chosen) {
    const waiting = new Set<string>();
    for (const item of toParentsFirst(items)) {
      if (isMention(item) || waiting.has(item.parent ?? '')) {
        waiting.add(item.key);
        late.push(() => takeNode(session, source, item, index));
      } else takeNode(session, source, item, index);
    }
  }
  for (const take of late) take();
}
