import { compareText } from '#core/base/compare.ts';
import type { Dimension } from '#core/checks/room.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { phaseOf } from '#core/state/plan-states.ts';
import { ancestorsIn, subtreeIn, type Estate } from '#core/state/estate.ts';
import { toFindBlocked } from './find-blocked.ts';
import { takesOf, type HostPlace } from './host-places.ts';
import type { ConsolidationTargets } from './options.ts';

/** Why something stays where it is although nobody fixed it. */
export type StayReason = 'unknown-size' | 'several' | 'retained' | 'planned' | 'blocked' | 'not-asked';

/** Something that stands on a place, or shall stand on one. */
export interface Candidate {
  readonly node: InventoryNode;
  /** The number of its place, `-1` when it stands on none. */
  readonly home: number;
  /** What it takes, `0` where that is not known: then it stays, and nothing new comes to its host. */
  readonly sizes: readonly number[];
  readonly stays: StayReason | null;
  /** The sentence for a person who asks why. */
  readonly why: string;
}

const unknownWords: Readonly<Record<Dimension, string>> = {
  vcpu: 'how many processors',
  memoryMiB: 'how much memory',
  diskGiB: 'how much disk',
};

/** The servers that a list of servers and places stands for. */
function toAsked(estate: Estate, ids: readonly NodeId[]): ReadonlySet<NodeId> {
  const asked = new Set<NodeId>();
  for (const id of ids) {
    const node = estate.nodes.get(id);
    if (node?.kind === 'service') asked.add(node.id);
    for (const inside of subtreeIn(estate, id)) if (inside.kind === 'server') asked.add(inside.id);
  }
  return asked;
}

/** Servers that stand on no host yet. Taken when they are asked for, or when there is nothing else and something new is offered. */
function findUnhosted(
  estate: Estate,
  places: readonly HostPlace[],
  targets: ConsolidationTargets,
): InventoryNode[] {
  const isOnHost = (node: InventoryNode): boolean =>
    ancestorsIn(estate, node.id).some((each) => each.kind === 'host');
  const hasResidents = places.some((place) => place.residents.length > 0);
  if (targets.servers === null && (hasResidents || targets.types.length === 0)) return [];
  const asked = targets.servers === null ? null : toAsked(estate, targets.servers);
  return estate.nodes
    .filter((node) => node.kind === 'server' && !isOnHost(node) && (asked === null || asked.has(node.id)))
    .sort((a, b) => compareText(a.id, b.id));
}

type Stay = Pick<Candidate, 'stays' | 'why'>;

function findStay(
  { isRetained, isPlanned }: { readonly isRetained: boolean; readonly isPlanned: boolean },
  node: InventoryNode,
  known: readonly Dimension[],
  isAsked: boolean,
  findBlocked: () => string | null,
): Stay {
  if (!isAsked) return { stays: 'not-asked', why: `${node.name} was not asked for.` };
  const takes = takesOf(node);
  if (known.length === 0) {
    return { stays: 'unknown-size', why: `Nobody said how large ${node.name} and the hosts are: it stays.` };
  }
  const unknown = known.filter((dimension) => takes[dimension] === null).map((each) => unknownWords[each]);
  if (unknown.length > 0) {
    return {
      stays: 'unknown-size',
      why: `Nobody said ${unknown.join(' and ')} ${node.name} needs: it stays, and nothing is put beside it.`,
    };
  }
  if (node.count !== 1) {
    return {
      stays: 'several',
      why: `${node.name} stands for ${node.count ?? 'an unknown number of'} machines: it stays as it is.`,
    };
  }
  if (isRetained) return { stays: 'retained', why: `${node.name} is marked to stay as it is.` };
  if (isPlanned) {
    // A second move would take the place of the first one, in its place in the order.
    return {
      stays: 'planned',
      why: `Where ${node.name} goes is planned already, without a phase: it is left at that.`,
    };
  }
  const blocked = findBlocked();
  if (blocked === null) return { stays: null, why: '' };
  return { stays: 'blocked', why: `${node.name} can't move yet: ${blocked}` };
}

/** Everything that stands on the places or shall come onto one, with what it takes and whether it can move at all. */
export function toCandidates(
  plan: Plan,
  estate: Estate,
  places: readonly HostPlace[],
  known: readonly Dimension[],
  targets: ConsolidationTargets,
): Candidate[] {
  const findBlocked = toFindBlocked(plan, estate);
  const asked = targets.servers === null ? null : toAsked(estate, targets.servers);
  const retained = new Set(
    plan.dispositions.filter((each) => each.disposition === 'retain').map((each) => each.node),
  );
  const planned = new Set(
    [...plan.changes].flatMap((change) =>
      (change.kind === 'move' || change.kind === 'merge') && phaseOf(plan, change) === 'end'
        ? change.node
        : [],
    ),
  );
  const hosts = places.flatMap((place) => place.node ?? []);
  const toCandidate = (node: InventoryNode, home: number): Candidate => {
    const elsewhere = hosts.find((host) => host.id !== node.parent)?.id ?? null;
    const isAsked = asked === null || asked.has(node.id);
    const takes = takesOf(node);
    return {
      node,
      home,
      sizes: known.map((dimension) => takes[dimension] ?? 0),
      ...findStay(
        { isRetained: retained.has(node.id), isPlanned: planned.has(node.id) },
        node,
        known,
        isAsked,
        () => findBlocked(node, elsewhere),
      ),
    };
  };
  return [
    ...places.flatMap((place, index) => place.residents.map((node) => toCandidate(node, index))),
    // What can't move and stands on no host is left out: it is no part of the question.
    ...findUnhosted(estate, places, targets).map((node) => toCandidate(node, -1)),
  ];
}
