import { compareText, sortedBy } from '#core/base/compare.ts';
import type { Dependency } from '#core/model/dependency.ts';
import type { DependencyId, NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { doubtsEach } from '#core/model/question.ts';
import type { Estate } from '#core/state/estate.ts';
import { bundleCollapsed, bundleHubs, bundlePlaces } from './map-bundles.ts';
import { findShown } from './map-collapsed.ts';
import type { Link, LinkEnd, MapLinks } from './map-link.ts';
import { borderOf, isAround } from './map-nesting.ts';
import type { MapView } from './map-box.ts';

/** More lines of their own than this and the map bundles by place. */
export const mostSingleLines = 140;

function endOf(view: MapView, estate: Estate, id: NodeId): LinkEnd | null {
  // Nearly always it has a box itself.
  const box = view.byId.get(id) ?? view.byId.get(findShown(estate, view.byId, id) ?? '');
  if (box === undefined) return null;
  if (!box.isRow) return { box, row: null };
  const holder = box.parent === null ? undefined : view.byId.get(box.parent);
  return holder === undefined ? null : { box: holder, row: box };
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
  const inPlaces = bundleCollapsed(links);
  const hubs = bundleHubs(view, inPlaces.rest);
  if (hubs.rest.length <= mostSingleLines)
    return { links: withBorders(hubs.rest), bundles: [...inPlaces.bundles, ...hubs.bundles], inner, hidden };
  const places = bundlePlaces(view, hubs.rest, open);
  return {
    links: withBorders(places.rest),
    bundles: [...inPlaces.bundles, ...hubs.bundles, ...places.bundles].sort((a, b) =>
      compareText(a.key, b.key),
    ),
    inner: [...inner, ...places.inner],
    hidden,
  };
}
