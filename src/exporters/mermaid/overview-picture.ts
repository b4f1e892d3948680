import { compareText } from '#core/base/compare.ts';
import { counted } from '#core/exporters/markdown/words.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { ancestorsIn, subtreeIn, type Estate } from '#core/state/estate.ts';
import type { Picture, PictureBox, PictureEdge, PictureGroup } from './picture.ts';

const mostPlaces = 60;
const mostEdges = 120;

function toCounts(estate: Estate, node: InventoryNode, without: ReadonlySet<string>): string {
  return toCountWords(subtreeIn(estate, node.id).filter((each) => !without.has(each.id)));
}

function toCountWords(inside: readonly InventoryNode[]): string {
  const sum = (kind: string): number =>
    inside.filter((each) => each.kind === kind).reduce((total, each) => total + (each.count ?? 0), 0);
  const [hosts, servers, services] = [sum('host'), sum('server'), sum('service')];
  return [
    ...(hosts > 0 ? [counted(hosts, 'host')] : []),
    ...(servers > 0 ? [counted(servers, 'server')] : []),
    ...(services > 0 ? [counted(services, 'service')] : []),
  ].join(', ');
}

function toPlaceOf(estate: Estate, places: ReadonlySet<string>): (id: InventoryNode['id']) => string | null {
  return (id) => {
    if (places.has(id)) return id;
    return ancestorsIn(estate, id).find((each) => places.has(each.id))?.id ?? null;
  };
}

function toEdges(estate: Estate, places: ReadonlySet<string>): { drawn: PictureEdge[]; hidden: number } {
  const placeOf = toPlaceOf(estate, places);
  const counts = new Map<string, { from: string; to: string; count: number }>();
  for (const { from, to } of estate.dependencies) {
    const [start, end] = [placeOf(from), placeOf(to)];
    if (start === null || end === null || start === end) continue;
    const key = `${start} ${end}`;
    counts.set(key, { from: start, to: end, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const drawn = [...counts.values()]
    .sort((a, b) => b.count - a.count || compareText(a.from, b.from) || compareText(a.to, b.to))
    .slice(0, mostEdges)
    .map(({ from, to, count }) => ({
      from,
      to,
      label: counted(count, 'dependency', 'dependencies'),
      planned: false,
    }));
  return { drawn, hidden: counts.size - drawn.length };
}

/** A large estate by its places: a box a provider or site with how much stands there, and how many dependencies lead where. */
export function toOverviewPicture(estate: Estate): Picture {
  const roots = estate.nodes
    .filter((node) => node.kind === 'provider' || (node.kind === 'site' && !estate.nodes.has(node.parent)))
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  const sitesOf = (node: InventoryNode): InventoryNode[] =>
    estate.nodes
      .filter((each) => each.kind === 'site' && each.parent === node.id)
      .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  const sites = new Map(roots.map((root) => [root.id, sitesOf(root)]));
  const all = roots.length + [...sites.values()].reduce((sum, each) => sum + each.length, 0);
  const withSites = all <= mostPlaces;
  const shown = roots.slice(0, mostPlaces);
  const places = new Set<string>();
  const groups: PictureGroup[] = [];
  const boxes: PictureBox[] = [];
  const toPlaceBox = (node: InventoryNode, without: ReadonlySet<string>): PictureBox => {
    places.add(node.id);
    const words = toCounts(estate, node, without);
    return {
      key: node.id,
      label: words === '' ? node.name : `${node.name} - ${words}`,
      shape: 'box',
      mark: null,
    };
  };
  for (const root of shown) {
    const inside = withSites ? (sites.get(root.id) ?? []) : [];
    if (inside.length === 0) {
      boxes.push(toPlaceBox(root, new Set()));
      continue;
    }
    const placed = new Set<string>(
      inside.flatMap((site) => subtreeIn(estate, site.id).map((each) => each.id)),
    );
    const rest = toCounts(estate, root, placed);
    const own: PictureBox[] =
      rest === '' ? [] : [{ ...toPlaceBox(root, placed), label: `no site named - ${rest}` }];
    groups.push({
      key: `frame ${root.id}`,
      label: root.name,
      groups: [],
      boxes: [...inside.map((site) => toPlaceBox(site, new Set())), ...own],
    });
  }
  const hidden = roots.length - shown.length;
  const edges = toEdges(estate, places);
  const placed = new Set<string>(roots.flatMap((root) => subtreeIn(estate, root.id).map((each) => each.id)));
  const unplaced = toCountWords(estate.nodes.filter((node) => !placed.has(node.id)));
  return {
    groups,
    boxes,
    edges: edges.drawn,
    leftOut: [
      'servers are only counted',
      ...(hidden > 0 ? [`${counted(hidden, 'more place is', 'more places are')} left out`] : []),
      ...(edges.hidden > 0 ? [`${counted(edges.hidden, 'more line is', 'more lines are')} left out`] : []),
      ...(unplaced === '' ? [] : [`without a place, so not drawn: ${unplaced}`]),
    ],
  };
}
