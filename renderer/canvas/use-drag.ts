import { useCallback, useRef, useState } from 'react';
import type { NodeId } from '#core/model/ids.ts';
import { isPlaceKind } from '#core/projections/map-measures.ts';
import type { MapBox, MapView } from '#core/projections/map-view.ts';
import type { DropVerdict } from '#core/checks/preview-drop.ts';
import type { DragPicture } from './flow-nodes.ts';
import type { Point } from '#core/projections/map-router.ts';

/** What the map asks while something is dragged over it. */
export interface DropQuestions {
  /** What would happen on each of these places. */
  readonly verdictsFor: (
    nodes: readonly NodeId[],
    targets: readonly NodeId[],
  ) => ReadonlyMap<NodeId, DropVerdict>;
}

/** A drag in progress, and how it is steered. */
export interface Drag {
  readonly picture: DragPicture | null;
  readonly start: (box: MapBox, nodes: readonly NodeId[]) => void;
  /** Where the pointer is, in map units. */
  readonly over: (at: Point) => void;
  /** Ends it; the box that it ended over (`null`: the empty canvas). */
  readonly end: () => MapBox | null;
}

/** The dragged boxes with all that is inside. */
function findDragged(view: MapView, nodes: readonly NodeId[]): Set<string> {
  const dragged = new Set<string>(nodes);
  // Outer boxes come first, so one pass finds everything inside.
  for (const box of view.boxes) if (box.parent !== null && dragged.has(box.parent)) dragged.add(box.id);
  return dragged;
}

/** The innermost box at a point that can take something: a place, or a server (also through its rows). */
function findTarget(view: MapView, dragged: ReadonlySet<string>, at: Point): MapBox | null {
  let found: MapBox | null = null;
  for (const box of view.boxes) {
    const { rect } = box;
    if (box.isRow || box.presence !== 'here' || dragged.has(box.id)) continue;
    if (at.x < rect.x || at.y < rect.y || at.x > rect.x + rect.width || at.y > rect.y + rect.height) continue;
    if (found === null || box.depth >= found.depth) found = box;
  }
  return found;
}

/** Follows a drag over the map: which boxes can take it and what would break there, asked once at its start. */
export function useDrag(view: MapView, questions: DropQuestions): Drag {
  const [picture, setPicture] = useState<DragPicture | null>(null);
  const target = useRef<MapBox | null>(null);
  const start = useCallback(
    (box: MapBox, nodes: readonly NodeId[]) => {
      const dragged = findDragged(view, nodes);
      const targets = view.boxes.filter(
        (each) =>
          each.node !== null &&
          each.presence === 'here' &&
          !each.isRow &&
          !dragged.has(each.id) &&
          each.id !== box.parent &&
          (isPlaceKind(each.kind) || each.kind === 'server'),
      );
      target.current = null;
      setPicture({
        dragged,
        target: null,
        verdicts: questions.verdictsFor(
          nodes,
          targets.flatMap((each) => each.node ?? []),
        ),
      });
    },
    [view, questions],
  );
  const over = useCallback(
    (at: Point) => {
      setPicture((before) => {
        if (before === null) return before;
        const found = findTarget(view, before.dragged, at);
        target.current = found;
        return before.target === (found?.id ?? null) ? before : { ...before, target: found?.id ?? null };
      });
    },
    [view],
  );
  const end = useCallback(() => {
    setPicture(null);
    return target.current;
  }, []);
  return { picture, start, over, end };
}
