import { sortedBy } from '#core/base/compare.ts';
import { toDependencyVerb, toIncomingVerb } from '#core/exporters/reading/dependency-words.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { DependencyType } from '#core/model/dependency.ts';
import { ancestorsIn, type Estate } from '#core/state/estate.ts';
import type { NodeId } from '#core/model/ids.ts';
import { toPlannedEdges } from './plan-marks.ts';
import type { PictureEdge } from './picture.ts';

/** From so many boxes on, one type of arrow at one box is told in its label: a bundle of twenty arrows hides the rest. */
const bundle = 5;

interface Link {
  readonly from: string;
  readonly to: string;
  readonly type: DependencyType;
}

function groupLinks(links: readonly Link[], key: (link: Link) => string): Map<string, Link[]> {
  const groups = new Map<string, Link[]>();
  for (const link of links) {
    const name = key(link);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [link]);
    else group.push(link);
  }
  return groups;
}

function toLinks(estate: Estate, keys: ReadonlyMap<string, string>): Link[] {
  const unique = new Map<string, Link>();
  for (const { from, to, type } of sortedBy(estate.dependencies, (each) => each.id)) {
    const ends = { from: keys.get(from), to: keys.get(to) };
    if (ends.from === undefined || ends.to === undefined || ends.from === ends.to) continue;
    unique.set(`${ends.from} ${ends.to} ${type}`, { from: ends.from, to: ends.to, type });
  }
  return [...unique.values()];
}

/** Bundles at one end: their words by box, and the links that are told that way. */
function findBundles(links: readonly Link[]): { told: Map<string, string[]>; bundled: Set<Link> } {
  const told = new Map<string, string[]>();
  const bundled = new Set<Link>();
  const tell = (box: string, words: string): void => {
    told.set(box, [...(told.get(box) ?? []), words]);
  };
  for (const group of groupLinks(links, (link) => `${link.to} ${link.type}`).values()) {
    const [first] = group;
    if (first === undefined || group.length < bundle) continue;
    tell(first.to, `${group.length} ${toIncomingVerb(first.type)}`);
    for (const link of group) bundled.add(link);
  }
  const rest = links.filter((link) => !bundled.has(link));
  for (const group of groupLinks(rest, (link) => `${link.from} ${link.type}`).values()) {
    const [first] = group;
    if (first === undefined || group.length < bundle) continue;
    tell(first.from, `${toDependencyVerb(first.type)} ${group.length}`);
    for (const link of group) bundled.add(link);
  }
  return { told, bundled };
}

function toDrawn(links: readonly Link[]): PictureEdge[] {
  return [...groupLinks(links, (link) => `${link.from} ${link.to}`).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const label = [...new Set(group.map((link) => toDependencyVerb(link.type)))].join(', ');
    return [{ from: first.from, to: first.to, label, planned: false }];
  });
}

function isFrameAround(estate: Estate, frame: string, box: string): boolean {
  const node: NodeId | undefined = estate.nodes.get(box)?.id;
  return node !== undefined && ancestorsIn(estate, node).some((each) => each.id === frame);
}

/** The arrows of a picture: dependencies between boxes, bundled where many meet, and the ways of the plan. */
export function toEdges(
  reader: PlanReader,
  estate: Estate,
  keys: ReadonlyMap<string, string>,
  shown: (box: string) => boolean,
): {
  readonly edges: readonly PictureEdge[];
  readonly told: ReadonlyMap<string, string>;
  readonly leftOut: readonly string[];
} {
  const links = toLinks(estate, keys);
  const { told, bundled } = findBundles(links);
  const drawable = links.filter((link) => !bundled.has(link));
  const drawn = drawable.filter((link) => shown(link.from) && shown(link.to));
  const planned = toPlannedEdges(reader).flatMap((edge) => {
    const from = keys.get(edge.from);
    const to = keys.get(edge.to) ?? edge.to;
    if (from === undefined || !shown(from) || from === to || !estate.nodes.has(edge.to)) return [];
    if (keys.has(edge.to) && !shown(to)) return [];
    return isFrameAround(estate, to, from) || keys.get(edge.from) !== edge.from
      ? []
      : [{ ...edge, from, to }];
  });
  const hidden = drawable.length - drawn.length;
  return {
    edges: [...toDrawn(drawn), ...planned],
    told: new Map([...told].map(([box, words]) => [box, words.join(', ')])),
    leftOut: [
      ...(bundled.size === 0
        ? []
        : [`${bundled.size} dependencies stand as a number in the box where they meet`]),
      ...(hidden === 0 ? [] : [`${hidden} dependencies of boxes that are not drawn are left out`]),
    ],
  };
}
