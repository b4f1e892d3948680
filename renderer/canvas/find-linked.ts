import { dependencyTypes } from '#core/model/dependency.ts';
import type { MapEdges } from '#core/projections/map-edge.ts';
import { findLinesOf } from '#core/projections/map-lines.ts';
import type { MapBox, MapView } from '#core/projections/map-box.ts';
import { dependencyWords, mapText } from '#text/map.ts';
import type { Picture } from './picture.ts';

/** A box at the other end of an edge, and the edge in words. */
export interface LinkedBox {
  readonly box: MapBox;
  readonly words: string;
}

/** The boxes at the other ends of the edges of a box and its rows: drawn ones of an ordinary map, or lines of a large one. */
export function findLinked(
  {
    view,
    edges,
    picture,
  }: { readonly view: MapView; readonly edges: MapEdges; readonly picture: Picture | null },
  box: MapBox,
): readonly LinkedBox[] {
  const isOwn = (id: string): boolean => id === box.id || view.byId.get(id)?.parent === box.id;
  const found = new Map<string, string>();
  const add = (ends: readonly string[], words: () => string): void => {
    if (!ends.some(isOwn)) return;
    // The innermost thing at the other end: a row rather than the server that it stands on.
    const others = ends.filter((id) => !isOwn(id) && id !== box.parent);
    for (const id of others)
      if (!found.has(id) && !others.some((other) => view.byId.get(other)?.parent === id))
        found.set(id, words());
  };
  if (picture === null) {
    for (const edge of edges.edges)
      if (edge.subject.kind !== 'move') add(edge.touches, () => mapText.edge(edge));
  } else {
    const { lines } = picture;
    for (const line of findLinesOf(view, lines, new Set([box.id]))) {
      const ends = [lines.ends[line * 2], lines.ends[line * 2 + 1]].flatMap(
        (at) => view.boxes[at ?? -1] ?? [],
      );
      const type = dependencyTypes[lines.types[line] ?? 0];
      const [from, to] = ends;
      if (from === undefined || to === undefined || type === undefined) continue;
      add([from.id, to.id], () => `${from.name} ${dependencyWords[type]} ${to.name}`);
    }
  }
  return [...found].flatMap(([id, words]) => {
    const other = view.byId.get(id);
    return other === undefined ? [] : [{ box: other, words }];
  });
}
