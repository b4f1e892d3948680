import { compareText } from '#core/base/compare.ts';
import type { DependencyId } from '#core/model/ids.ts';
import type { Bundle, Link } from './map-link.ts';
import { isPlaceKind } from './map-measures.ts';
import { isAround, outerBoxes, outermost } from './map-nesting.ts';
import type { MapBox, MapView } from './map-box.ts';

/** Fewer members than this are no bundle with a hub. */
const leastMembers = 5;

/** More bundles than this and they join the outermost places instead of the nearest ones. */
const mostBundles = 150;

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

/**
 * What many things in a collapsed place have to do with another box is one line each way: all would lie on each other. Between two
 * places it is a curve for both ways, as from afar. Others stay.
 */
export function bundleCollapsed(links: readonly Link[]): { bundles: Bundle[]; rest: readonly Link[] } {
  const isCollapsed = ({ from, to }: Link): boolean => from.box.collapsed || to.box.collapsed;
  if (!links.some(isCollapsed)) return { bundles: [], rest: links };
  const joinsPlaces = ({ from, to }: Link): boolean => isPlaceKind(from.box.kind) && isPlaceKind(to.box.kind);
  const pairs = groupsBy(links, (link) => {
    if (!isCollapsed(link)) return null;
    const ends = [link.from.box.id, link.to.box.id];
    return (joinsPlaces(link) ? ends.sort(compareText) : ends).join('|');
  });
  const taken = new Set<Link>();
  const bundles = [...pairs].flatMap(([key, members]): Bundle[] => {
    const [first] = members;
    if (first === undefined || (members.length < 2 && !joinsPlaces(first))) return [];
    for (const link of members) taken.add(link);
    const { type } = first.dependency;
    const isRouted = !joinsPlaces(first);
    return [
      {
        key: `collapsed|${key}`,
        type: isRouted && members.every((link) => link.dependency.type === type) ? type : null,
        from: first.from.box,
        to: first.to.box,
        group: null,
        dependencies: members.map((link) => link.dependency.id),
        members: members.length,
        isRouted,
      },
    ];
  });
  return { bundles, rest: links.filter((link) => !taken.has(link)) };
}

/** What (nearly) all members of a group need from one thing, or one thing does to all of them, becomes one bundle. */
export function bundleHubs(view: MapView, links: readonly Link[]): { bundles: Bundle[]; rest: Link[] } {
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
        isRouted: true,
      });
    }
  }
  return { bundles, rest: links.filter((link) => !taken.has(link)) };
}

/** On a large map: one bundle for each pair of places, the rest counts as inside a box. */
export function bundlePlaces(
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
        isRouted: false,
      });
  return { bundles, inner: found.inner };
}
