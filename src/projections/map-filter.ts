import { compareText } from '#core/base/compare.ts';
import { dispositionKinds } from '#core/model/disposition.ts';
import { nodeKinds } from '#core/model/node.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Estate } from '#core/state/estate.ts';
import type { MapBox, MapView } from './map-box.ts';
import { findEnvironment, findPartyNames } from './node-shares.ts';

/** What the map can be filtered by. */
export const filterKeys = ['kind', 'environment', 'party', 'disposition', 'findings'] as const;

/** One of the things that the map can be filtered by. */
export type FilterKey = (typeof filterKeys)[number];

/** Wanted values of each key; an empty list wants all. The value `''` means that none is known, or that there are none. */
export type MapFilter = Readonly<Record<FilterKey, readonly string[]>>;

/** A filter that lets everything through. */
export const noFilter: MapFilter = { kind: [], environment: [], party: [], disposition: [], findings: [] };

/** How many nodes have a value. */
export interface FilterChoice {
  readonly value: string;
  readonly count: number;
}

/** Whether a filter leaves anything out. */
export function isFiltering(filter: MapFilter): boolean {
  return filterKeys.some((key) => filter[key].length > 0);
}

type Values = Readonly<Record<FilterKey, readonly string[]>>;

function findingValues({ state }: MapBox): string[] {
  const values = [
    ...(state.errors > 0 ? ['errors'] : []),
    ...(state.warnings > 0 ? ['warnings'] : []),
    ...(state.marks.some((mark) => mark.kind === 'question') ? ['questions'] : []),
  ];
  return values.length === 0 ? [''] : values;
}

/** Answers the values of a box; `null` for one that is no node of the state. */
function toValuesOf(plan: Plan, estate: Estate): (box: MapBox) => Values | null {
  const dispositions = new Map<NodeId, string>(
    plan.dispositions.map((each) => [each.node, each.disposition]),
  );
  return (box) => {
    const node = box.presence === 'here' ? estate.nodes.get(box.node) : undefined;
    if (node === undefined) return null;
    const parties = findPartyNames(plan, estate, node);
    return {
      kind: [node.kind],
      environment: [findEnvironment(estate, node) ?? ''],
      party: parties.length === 0 ? [''] : parties,
      disposition: [dispositions.get(node.id) ?? ''],
      findings: findingValues(box),
    };
  };
}

const fixedOrder: Readonly<Partial<Record<FilterKey, readonly string[]>>> = {
  kind: nodeKinds,
  disposition: [...dispositionKinds, ''],
  findings: ['errors', 'warnings', 'questions', ''],
};

/** The values that the boxes of a map have, with how many nodes have each: kinds outermost first, names sorted, none last. */
export function toFilterChoices(
  plan: Plan,
  estate: Estate,
  view: MapView,
): Readonly<Record<FilterKey, readonly FilterChoice[]>> {
  const valuesOf = toValuesOf(plan, estate);
  const counts = Object.fromEntries(filterKeys.map((key) => [key, new Map<string, number>()]));
  for (const box of view.boxes) {
    const values = valuesOf(box);
    if (values === null) continue;
    for (const key of filterKeys) {
      const of = counts[key];
      for (const value of values[key]) of?.set(value, (of.get(value) ?? 0) + 1);
    }
  }
  const choicesOf = (key: FilterKey): FilterChoice[] => {
    const order = fixedOrder[key];
    const rank = (value: string): string =>
      order === undefined ? `${value === '' ? 1 : 0}${value}` : String(order.indexOf(value));
    return [...(counts[key] ?? [])]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => compareText(rank(a.value), rank(b.value)));
  };
  return {
    kind: choicesOf('kind'),
    environment: choicesOf('environment'),
    party: choicesOf('party'),
    disposition: choicesOf('disposition'),
    findings: choicesOf('findings'),
  };
}

/**
 * The nodes that a filter lets through; `null` when it lets all. A server stands out with a service that fits, and the
 * services on a server that fits stand out with it. Linear in the boxes.
 */
export function findFiltered(
  plan: Plan,
  estate: Estate,
  view: MapView,
  filter: MapFilter,
): ReadonlySet<NodeId> | null {
  if (!isFiltering(filter)) return null;
  const valuesOf = toValuesOf(plan, estate);
  const wanted = filterKeys.map((key) => ({ key, values: new Set(filter[key]) }));
  const fits = (box: MapBox): boolean => {
    const values = valuesOf(box);
    if (values === null) return false;
    return wanted.every(
      ({ key, values: some }) => some.size === 0 || values[key].some((value) => some.has(value)),
    );
  };
  const own = new Set<string>(view.boxes.filter(fits).map((box) => box.id));
  const found = new Set<NodeId>();
  for (const box of view.boxes) {
    const holder = box.isRow && box.parent !== null ? view.byId.get(box.parent) : undefined;
    const isIn = own.has(box.id) || (holder !== undefined && own.has(holder.id));
    if (box.node === null || !isIn) continue;
    found.add(box.node);
    if (holder !== undefined && holder.node !== null) found.add(holder.node);
  }
  return found;
}

/** A map without what a filter leaves out. Places stay while something stands in them, and nothing moves. */
export function hideFiltered(view: MapView, kept: ReadonlySet<NodeId>): MapView {
  const stays = new Set<string>();
  for (const box of view.boxes) {
    if (box.node === null || !kept.has(box.node)) continue;
    for (let at: MapBox | undefined = box; at !== undefined && !stays.has(at.id); at = outerOf(view, at))
      stays.add(at.id);
  }
  const boxes = view.boxes.filter((box) => stays.has(box.id));
  const hidden = new Set<NodeId>();
  for (const box of view.boxes)
    if (box.node !== null && box.presence === 'here' && !stays.has(box.id)) hidden.add(box.node);
  return {
    ...view,
    boxes,
    byId: new Map(boxes.map((box) => [box.id, box])),
    moves: view.moves.filter((move) => stays.has(move.from) && stays.has(move.to)),
    hidden,
  };
}

function outerOf(view: MapView, box: MapBox): MapBox | undefined {
  return box.parent === null ? undefined : view.byId.get(box.parent);
}
