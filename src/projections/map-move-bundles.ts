import type { MapBox, MapView, MoveArrow } from './map-box.ts';
import { isPlaceKind } from './map-measures.ts';
import { isAround } from './map-nesting.ts';

/** Up to so many moves have an arrow each. */
const mostArrows = 24;

/** Fewer moves than this from one place to another have an arrow each on every map. */
const leastTogether = 4;

/** Many moves from one place to another, drawn as one arrow. */
export interface MoveBundle {
  readonly key: string;
  readonly from: MapBox;
  readonly to: MapBox;
  readonly moves: readonly MoveArrow[];
  /** The number of the phase that all of them are in. */
  readonly phase: number | null;
}

/** The place that something stands in; a row stands in its server. */
function placeOf(view: MapView, id: string): MapBox | null {
  let box = view.byId.get(id);
  for (let steps = 0; box !== undefined && steps < 9; steps += 1) {
    box = box.parent === null ? undefined : view.byId.get(box.parent);
    if (box !== undefined && isPlaceKind(box.kind)) return box;
  }
  return null;
}

/** Where an arrow each could not be told apart any more, moves from one place to another become one arrow with their count. */
export function bundleMoves(view: MapView): {
  readonly bundles: readonly MoveBundle[];
  readonly rest: readonly MoveArrow[];
} {
  if (view.moves.length <= mostArrows) return { bundles: [], rest: view.moves };
  const groups = new Map<string, { from: MapBox; to: MapBox; moves: MoveArrow[] }>();
  for (const move of view.moves) {
    const [from, to] = [placeOf(view, move.from), placeOf(view, move.to)];
    if (from === null || to === null || from === to || isAround(view, from, to)) continue;
    const key = `${from.id}|${to.id}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { from, to, moves: [move] });
    else known.moves.push(move);
  }
  const bundles = [...groups].flatMap(([key, group]): MoveBundle[] => {
    if (group.moves.length < leastTogether) return [];
    const phase = group.moves[0]?.phase ?? null;
    return [{ key, ...group, phase: group.moves.every((move) => move.phase === phase) ? phase : null }];
  });
  const taken = new Set(bundles.flatMap(({ moves }) => moves));
  return { bundles, rest: view.moves.filter((move) => !taken.has(move)) };
}
