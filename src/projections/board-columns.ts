import { sortedBy } from '#core/base/compare.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { InventoryNode, Resources } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { childrenIn, type Estate } from '#core/state/estate.ts';
import { estateAt, type StatePoint } from '#core/state/plan-states.ts';
import { toNodeFates, type NodeFate } from './placement-marks.ts';

/** One server on the board. */
export interface BoardCard {
  readonly node: InventoryNode;
  readonly runs: readonly string[];
  readonly fate: NodeFate | null;
  /** It stood in this column before and has left it in the shown state. */
  readonly isGhost: boolean;
  /** The plan has taken it away by the shown state. */
  readonly isGone: boolean;
}

/** One bar of a column: what is used of what is offered; `offered: null` is not known. */
export interface BoardCapacity {
  readonly dimension: keyof Resources;
  readonly used: number;
  /** The part of `used` that the plan brings here. */
  readonly coming: number;
  readonly offered: number | null;
  /** Cards whose size is not known. */
  readonly unknown: number;
}

/** One place on the board with what stands on it. `place: null` holds what has no place; `going` what ends. */
export interface BoardColumn {
  readonly key: string;
  readonly role: 'place' | 'unplaced' | 'going';
  readonly place: InventoryNode | null;
  readonly isNew: boolean;
  /** Names of what the place stands in, the outermost first. */
  readonly inside: string;
  readonly capacity: readonly BoardCapacity[];
  readonly cards: readonly BoardCard[];
}

const dimensions = ['vcpu', 'memoryMiB', 'diskGiB'] as const;

function capacityOf(place: InventoryNode, cards: readonly BoardCard[]): BoardCapacity[] {
  const real = cards.filter((card) => !card.isGhost);
  return dimensions.map((dimension) => {
    let used = 0;
    let coming = 0;
    let unknown = 0;
    for (const { node, fate } of real) {
      const size = node.usage[dimension] ?? node.capacity[dimension];
      if (size === null) unknown += 1;
      else used += size;
      if (size !== null && fate !== null && (fate.kind === 'move' || fate.kind === 'add')) coming += size;
    }
    return { dimension, used, coming, offered: place.capacity[dimension], unknown };
  });
}

/** The bars of a column as if nodes were dropped on it: what comes is added, what stands there already is not counted twice. */
export function toCapacityAfter(column: BoardColumn, nodes: readonly InventoryNode[]): BoardCapacity[] {
  const here = new Set<string>(column.cards.flatMap((card) => (card.isGhost ? [] : [card.node.id])));
  const arriving = nodes.filter((node) => !here.has(node.id));
  return column.capacity.map((bar) => {
    const sizes = arriving.map((node) => node.usage[bar.dimension] ?? node.capacity[bar.dimension]);
    const known = sizes.flatMap((size) => size ?? []);
    const more = known.reduce((sum, size) => sum + size, 0);
    return {
      ...bar,
      used: bar.used + more,
      coming: bar.coming + more,
      unknown: bar.unknown + sizes.length - known.length,
    };
  });
}

function placeOf(estate: Estate, node: InventoryNode): InventoryNode | null {
  return estate.nodes.get(node.parent) ?? null;
}

/** The places that get a column: all that hold servers today or then, and every host. */
function placesOf(before: Estate, now: Estate): InventoryNode[] {
  const places = new Map<NodeId, InventoryNode>();
  for (const estate of [before, now]) {
    for (const node of estate.nodes) {
      const place = node.kind === 'server' ? placeOf(estate, node) : null;
      if (place !== null) places.set(place.id, place);
      if (node.kind === 'host') places.set(node.id, node);
    }
  }
  const empty = now.nodes.filter(
    (node) => node.kind === 'provider' && !before.nodes.has(node.id) && childrenIn(now, node.id).length === 0,
  );
  for (const node of empty) places.set(node.id, node);
  return sortedBy(
    places.values(),
    (place) => `${before.nodes.has(place.id) ? 0 : 1}`,
    (place) => place.name,
  );
}

function insideOf(estate: Estate, place: InventoryNode): string {
  const names: string[] = [];
  let at = estate.nodes.get(place.parent);
  while (at !== undefined && names.length < 8) {
    names.unshift(at.name);
    at = estate.nodes.get(at.parent);
  }
  return names.join(' › ');
}

/** The board of one state: a column for each place of servers, then what has no place, then what ends. */
export function toBoardColumns(plan: Plan, point: StatePoint): BoardColumn[] {
  const before = estateAt(plan, 'start');
  const now = estateAt(plan, point);
  const fates = toNodeFates(plan);
  const card = (node: InventoryNode, isGhost: boolean): BoardCard => ({
    node,
    runs: sortedBy(childrenIn(isGhost ? before : now, node.id), (child) => child.name).map(
      (child) => child.name,
    ),
    fate: fates.get(node.id) ?? null,
    isGhost,
    isGone: !now.nodes.has(node.id),
  });
  const byName = (cards: readonly BoardCard[]): BoardCard[] => sortedBy(cards, (each) => each.node.name);
  const servers = now.nodes.filter((node) => node.kind === 'server');
  const isGoing = (node: InventoryNode): boolean => {
    const kind = fates.get(node.id)?.kind;
    return kind === 'remove' || kind === 'candidate' || kind === 'merge';
  };
  const columns = placesOf(before, now).map((place): BoardColumn => {
    const here = servers
      .filter((node) => node.parent === place.id && !isGoing(node))
      .map((node) => card(node, false));
    const left = childrenIn(before, place.id).filter(
      (node) =>
        node.kind === 'server' && now.nodes.has(node.id) && now.nodes.get(node.id)?.parent !== place.id,
    );
    const cards = [...byName(here), ...byName(left.map((node) => card(node, true)))];
    const shown = now.nodes.get(place.id) ?? place;
    const isNew = !before.nodes.has(place.id);
    const capacity = place.kind === 'host' ? capacityOf(shown, cards) : [];
    return {
      key: place.id,
      role: 'place',
      place: shown,
      isNew,
      inside: insideOf(now, place),
      capacity,
      cards,
    };
  });
  const rest = { place: null, isNew: false, inside: '', capacity: [] } as const;
  const unplaced = servers.filter((node) => !now.nodes.has(node.parent) && !isGoing(node));
  const gone = before.nodes.filter((node) => node.kind === 'server' && !now.nodes.has(node.id));
  const going = [...servers.filter(isGoing), ...gone].map((node) => card(node, false));
  return [
    ...columns,
    ...(unplaced.length === 0
      ? []
      : [
          {
            ...rest,
            key: 'unplaced',
            role: 'unplaced' as const,
            cards: byName(unplaced.map((node) => card(node, false))),
          },
        ]),
    { ...rest, key: 'going', role: 'going', cards: byName(going) },
  ];
}
