import type { MapEdges } from '#core/projections/map-edge.ts';
import { findLinesOf } from '#core/projections/map-lines.ts';
import type { MapBox, MapView } from '#core/projections/map-view.ts';
import type { Picture } from './picture.ts';

/** The boxes at the other ends of the edges of a box and its rows: drawn ones of an ordinary map, or lines of a large one. */
export function findLinked(
  {
    view,
    edges,
    picture,
  }: { readonly view: MapView; readonly edges: MapEdges; readonly picture: Picture | null },
  box: MapBox,
): readonly MapBox[] {
  const isOwn = (id: string): boolean => id === box.id || view.byId.get(id)?.parent === box.id;
  const found = new Set<string>();
  const add = (ends: readonly string[]): void => {
    if (!ends.some(isOwn)) return;
    // The innermost thing at the other end: a row rather than the server that it stands on.
    const others = ends.filter((id) => !isOwn(id) && id !== box.parent);
    for (const id of others) if (!others.some((other) => view.byId.get(other)?.parent === id)) found.add(id);
  };
  if (picture === null) {
    for (const edge of edges.edges) if (edge.subject.kind !== 'move') add(edge.touches);
  } else {
    const { lines } = picture;
    for (const line of findLinesOf(view, lines, new Set([box.id])))
      add([lines.ends[line * 2], lines.ends[line * 2 + 1]].flatMap((at) => view.boxes[at ?? -1]?.id ?? []));
  }
  return [...found].flatMap((id) => view.byId.get(id) ?? []);
}
