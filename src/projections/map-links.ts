import { compareText, sortedBy } from '#core/base/compare.ts';
import type { Dependency, DependencyType } from '#core/model/dependency.ts';
import type { DependencyId, NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { doubtsEach } from '#core/model/question.ts';
import type { Estate } from '#core/state/estate.ts';
import { findShown } from './map-collapsed.ts';
import { isPlaceKind } from './map-measures.ts';
import type { MapBox, MapView } from './map-view.ts';

/** One end of an edge: a box, and the row in it when the end is a service. */
export interface LinkEnd {
  readonly box: MapBox;
  readonly row: MapBox | null;
}

/** A dependency that is drawn as a line of its own. */
export interface Link {
  readonly dependency: Dependency;
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  /** An open question is about it. */
  readonly doubt: boolean;
  /** It leaves a site (or a provider), where encryption matters. */
  readonly crosses: boolean;
}

/** Many dependencies drawn as one line. */
export interface Bundle {
  readonly key: string;
  readonly type: DependencyType | null;
  readonly from: MapBox;
  readonly to: MapBox;
  /** Which end stands for a whole group; `null` when both do: then it goes both ways. */
  readonly group: 'from' | 'to' | null;
  readonly dependencies: readonly DependencyId[];
  /** How many boxes of the group take part. */
  readonly members: number;
}

/** Every dependency of the shown state, in one of four ways; nothing is left out. */
export interface MapLinks {
  readonly links: readonly Link[];
  readonly bundles: readonly Bundle[];
  /** Inside one box, or from a thing to the place that it stands in. */
  readonly inner: readonly DependencyId[];
  /** An end is left out by a filter. */
  readonly hidden: readonly DependencyId[];
}

/** More lines of their own than this and the map bundles by place. */
export const mostSingleLines = 140;

/** Fewer members than this are no bundle with a hub. */
const leastMembers = 5;

/** More bundles than this and they join the outermost places instead of the nearest ones. */
const mostBundles = 150;

function endOf(view: MapView, estate: Estate, id: NodeId): LinkEnd | null {
  // Nearly always it has a box itself.
  const box = view.byId.get(id) ?? view.byId.get(findShown(estate, view.byId, id) ?? '');
  if (box === undefined) return null;
  if (!box.isRow) return { box, row: null };
  const holder = box.parent === null ? undefined : view.byId.get(box.parent);
  return holder === undefined ? null : { box: holder, row: box };
}

const chains = new WeakMap<MapView, Map<MapBox, readonly MapBox[]>>();

/** The boxes that a box stands in, the nearest first. Remembered: tens of thousands of dependencies ask. */
export function outerBoxes(view: MapView, box: MapBox): readonly MapBox[] {
  const known = chains.get(view) ?? new Map<MapBox, readonly MapBox[]>();
  chains.set(view, known);
  const before = known.get(box);
  if (before !== undefined) return before;
  const parent = box.parent === null ? undefined : view.byId.get(box.parent);
  const found = parent === undefined ? [] : [parent, ...outerBoxes(view, parent)];
  known.set(box, found);
  return found;
}

/** Whether two boxes are one, or one stands in the other. Only places have boxes in them. */
function isAround(view: MapView, a: MapBox, b: MapBox): boolean {
  return (
    a === b ||
    (isPlaceKind(b.kind) && outerBoxes(view, a).includes(b)) ||
    (isPlaceKind(a.kind) && outerBoxes(view, b).includes(a))
  );
}

/** The place whose borders count for encryption: the nearest site, else the provider. */
export function borderOf(view: MapView, box: MapBox): MapBox | null {
  const outer = outerBoxes(view, box);
  const find = (kind: MapBox['kind']): MapBox | undefined =>
    box.kind === kind ? box : outer.find((each) => each.kind === kind);
  return find('site') ?? find('provider') ?? null;
}

/** The outermost place that a box stands in. */
function outermost(view: MapView, box: MapBox): MapBox | null {
  return outerBoxes(view, box).at(-1) ?? null;
}

function groupsBy(links: readonly Link[], key: (link: Link) => string | null): Map<string, Link[]> {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const name = key(link);
    if (name === null) continue;
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [link]);
    else known.push(link);
  }
  return groups;
}

function countLeaves(view: MapView): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const box of view.boxes) {
    if (box.kind !== 'server' || box.presence !== 'here') continue;
    for (const place of outerBoxes(view, box)) counts.set(place.id, (counts.get(place.id) ?? 0) + 1);
  }
  return counts;
}

/** What (nearly) all members of a group need from one thing, or one thing does to all of them, becomes one bundle. */
function bundleHubs(view: MapView, links: readonly Link[]): { bundles: Bundle[]; rest: Link[] } {
  const leaves = countLeaves(view);
  const taken = new Set<Link>();
  const bundles: Bundle[] = [];
  for (const group of ['from', 'to'] as const) {
    const hub = group === 'from' ? 'to' : 'from';
    const degrees = new Map<MapBox, number>();
    for (const link of links) degrees.set(link[hub].box, (degrees.get(link[hub].box) ?? 0) + 1);
    const groups = groupsBy(links, (link) => {
      const isHub = (degrees.get(link[hub].box) ?? 0) >= leastMembers && !taken.has(link);
      const place = isHub ? outermost(view, link[group].box) : null;
      return place === null ? null : `${link.dependency.type}|${link[hub].box.id}|${place.id}`;
    });
    for (const [key, members] of groups) {
      if (members.length < leastMembers) continue;
      const first = members[0];
      const place = first === undefined ? null : outermost(view, first[group].box);
      if (first === undefined || place === null) continue;
      const count = new Set(members.map((link) => link[group].box.id)).size;
      if (count < leastMembers || count < (leaves.get(place.id) ?? 0) * 0.5) continue;
      for (const link of members) taken.add(link);
      bundles.push({
        key: `${group}|${key}`,
        type: first.dependency.type,
        from: group === 'from' ? place : first.from.box,
        to: group === 'to' ? place : first.to.box,
        group,
        dependencies: members.map((link) => link.dependency.id),
        members: count,
      });
    }
  }
  return { bundles, rest: links.filter((link) => !taken.has(link)) };
}

/** On a large map: one bundle for each pair of places, the rest counts as inside a box. */
function bundlePlaces(
  view: MapView,
  links: readonly Link[],
  open: ReadonlySet<string>,
): { bundles: Bundle[]; rest: readonly Link[]; inner: DependencyId[] } {
  const isOpen = (link: Link): boolean =>
    [link.from, link.to].some((end) => open.has(end.box.id) || (end.row !== null && open.has(end.row.id)));
  const rest = open.size === 0 ? [] : links.filter(isOpen);
  const closed = open.size === 0 ? links : links.filter((link) => !isOpen(link));
  const nearest = (box: MapBox): MapBox => (box.parent === null ? box : (view.byId.get(box.parent) ?? box));
  const fine = bundleBy(view, closed, nearest, mostBundles);
  if (fine !== null) return { ...fine, rest };
  const farthest = (box: MapBox): MapBox => outermost(view, box) ?? box;
  const coarse = bundleBy(view, closed, farthest, Infinity);
  return { bundles: coarse?.bundles ?? [], inner: coarse?.inner ?? [], rest };
}

/** The links between each two places, both ways together; `null` as soon as there are more pairs than wanted. */
function pairPlaces(
  view: MapView,
  links: readonly Link[],
  placeOf: (box: MapBox) => MapBox,
  most: number,
): { pairs: Map<MapBox, Map<MapBox, Link[]>>; inner: DependencyId[] } | null {
  const places = new Map<MapBox, MapBox>();
  const find = (box: MapBox): MapBox => {
    const place = places.get(box) ?? placeOf(box);
    places.set(box, place);
    return place;
  };
  const pairs = new Map<MapBox, Map<MapBox, Link[]>>();
  const inner: DependencyId[] = [];
  let count = 0;
  for (const link of links) {
    const [one, other] = [find(link.from.box), find(link.to.box)];
    const [from, to] = one.id < other.id ? [one, other] : [other, one];
    const ends = pairs.get(from);
    const members = ends?.get(to);
    if (members !== undefined) members.push(link);
    else if (isAround(view, from, to)) inner.push(link.dependency.id);
    else {
      count += 1;
      if (count > most) return null;
      if (ends === undefined) pairs.set(from, new Map([[to, [link]]]));
      else ends.set(to, [link]);
    }
  }
  return { pairs, inner };
}

/** One bundle for each pair of places; what stays within one is inner. `null`: there are more bundles than wanted. */
function bundleBy(
  view: MapView,
  links: readonly Link[],
  placeOf: (box: MapBox) => MapBox,
  most: number,
): { bundles: Bundle[]; inner: DependencyId[] } | null {
  const found = pairPlaces(view, links, placeOf, most);
  if (found === null) return null;
  const bundles: Bundle[] = [];
  for (const [from, ends] of found.pairs)
    for (const [to, members] of ends)
      bundles.push({
        key: `places|${from.id}|${to.id}`,
        type: null,
        from,
        to,
        group: null,
        dependencies: members.map((link) => link.dependency.id),
        members: members.length,
      });
  return { bundles, inner: found.inner };
}

const sorted = new WeakMap<Estate['dependencies'], readonly Dependency[]>();

/** Dependencies by id; remembered, since most edits of a plan leave them as they are. */
function inOrder(dependencies: Estate['dependencies']): readonly Dependency[] {
  const known = sorted.get(dependencies) ?? sortedBy(dependencies, (each) => each.id);
  sorted.set(dependencies, known);
  return known;
}

/**
 * How each dependency of a state is shown. `open` are the selected nodes, whose dependencies are always lines of their
 * own. A dependency whose end is not there is listed in the findings and is no line.
 */
export function toMapLinks(plan: Plan, estate: Estate, view: MapView, open: ReadonlySet<string>): MapLinks {
  const doubted = new Set<string>();
  for (const question of plan.questions)
    if (question.status === 'open' && doubtsEach(question)) for (const id of question.about) doubted.add(id);
  const links: Link[] = [];
  const inner: DependencyId[] = [];
  const hidden: DependencyId[] = [];
  for (const dependency of inOrder(estate.dependencies)) {
    if (view.hidden.has(dependency.from) || view.hidden.has(dependency.to)) {
      hidden.push(dependency.id);
      continue;
    }
    const [from, to] = [endOf(view, estate, dependency.from), endOf(view, estate, dependency.to)];
    if (from === null || to === null) continue;
    if (isAround(view, from.box, to.box)) inner.push(dependency.id);
    else links.push({ dependency, from, to, doubt: doubted.has(dependency.id), crosses: false });
  }
  // Only what is drawn by itself says whether it leaves a site.
  const withBorders = (some: readonly Link[]): Link[] =>
    some.map((link) => ({
      ...link,
      crosses: borderOf(view, link.from.box) !== borderOf(view, link.to.box),
    }));
  const hubs = bundleHubs(view, links);
  if (hubs.rest.length <= mostSingleLines)
    return { links: withBorders(hubs.rest), bundles: hubs.bundles, inner, hidden };
  const places = bundlePlaces(view, hubs.rest, open);
  return {
    links: withBorders(places.rest),
    bundles: [...hubs.bundles, ...places.bundles].sort((a, b) => compareText(a.key, b.key)),
    inner: [...inner, ...places.inner],
    hidden,
  };
}
