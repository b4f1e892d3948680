import { useCallback, useEffect, useRef, useState } from 'react';
import type { DropVerdict } from '#core/checks/preview-drop.ts';
import type { NodeId } from '#core/model/ids.ts';
import { isPlaceKind } from '#core/projections/map-measures.ts';
import type { MapBox, MapView } from '#core/projections/map-box.ts';
import type { DragPicture } from './flow-nodes.ts';

/** What the map asks while something is dragged over it. */
export interface DropQuestions {
  /** Answers what would happen on a place; the state before the drop is looked up once a drag. */
  readonly previewDrop: (nodes: readonly NodeId[]) => (target: NodeId) => DropVerdict | null;
}

/** A drag in progress, and how it is steered. */
export interface Drag {
  readonly picture: DragPicture | null;
  readonly start: (box: MapBox, nodes: readonly NodeId[], shown: readonly MapBox[]) => void;
  /** The box under the pointer that could take what is dragged. */
  readonly over: (target: MapBox | null) => void;
  /** Ends it: the box that it ended over (`null`: the empty canvas), and what was dragged. */
  readonly end: () => { readonly target: MapBox | null; readonly nodes: readonly NodeId[] };
}

/** So long the questions of one frame may take, in ms: the hand must not feel them. */
const askingTime = 4;

/** The answers of so many frames are told at once. */
const framesTold = 8;

/** The dragged boxes with all that is inside. */
export function findDragged(view: MapView, nodes: readonly NodeId[]): ReadonlySet<string> {
  const dragged = new Set<string>(nodes);
  // Outer boxes come first, so one pass finds everything inside.
  for (const box of view.boxes) if (box.parent !== null && dragged.has(box.parent)) dragged.add(box.id);
  return dragged;
}

/** Whether a box can take something at all: a place, or a server (also through its rows). */
export function canTakeDrops(box: MapBox): boolean {
  return box.presence === 'here' && !box.isRow && (isPlaceKind(box.kind) || box.kind === 'server');
}

interface Session {
  readonly nodes: readonly NodeId[];
  readonly ask: (target: NodeId) => DropVerdict | null;
  readonly waiting: MapBox[];
  readonly verdicts: Map<string, DropVerdict>;
  target: MapBox | null;
}

function askOf(session: Session, box: MapBox): void {
  if (box.node === null || session.verdicts.has(box.id)) return;
  const verdict = session.ask(box.node);
  if (verdict !== null) session.verdicts.set(box.id, verdict);
}

/**
 * Follows a drag over the map. What would break on the box under the pointer is asked at once; the other boxes in view
 * are asked a few at a time, frame by frame.
 */
export function useDrag(view: MapView, questions: DropQuestions): Drag {
  const [picture, setPicture] = useState<DragPicture | null>(null);
  const session = useRef<Session | null>(null);
  const frame = useRef(0);
  const tell = useCallback(() => {
    const { current } = session;
    if (current === null) return;
    const { target, verdicts } = current;
    setPicture((before) => before && { ...before, target: target?.id ?? null, verdicts: new Map(verdicts) });
  }, []);
  const askSome = useCallback(() => {
    let turn = 0;
    const step = (): void => {
      const { current } = session;
      if (current === null || current.waiting.length === 0) return;
      const until = performance.now() + askingTime;
      while (performance.now() < until) {
        const next = current.waiting.pop();
        if (next === undefined) break;
        askOf(current, next);
      }
      turn += 1;
      // Each telling goes through every element: the answers of some frames are told together.
      if (turn % framesTold === 0 || current.waiting.length === 0) tell();
      frame.current = requestAnimationFrame(step);
    };
    frame.current = requestAnimationFrame(step);
  }, [tell]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const start = useCallback<Drag['start']>(
    (box, nodes, shown) => {
      const dragged = findDragged(view, nodes);
      const waiting = shown.filter(
        (each) => each.node !== null && canTakeDrops(each) && !dragged.has(each.id) && each.id !== box.parent,
      );
      session.current = {
        nodes,
        ask: questions.previewDrop(nodes),
        waiting,
        verdicts: new Map(),
        target: null,
      };
      setPicture({ dragged, target: null, verdicts: new Map() });
      askSome();
    },
    [view, questions, askSome],
  );
  const over = useCallback<Drag['over']>(
    (target) => {
      const { current } = session;
      if (current === null || current.target === target) return;
      current.target = target;
      if (target !== null) askOf(current, target);
      tell();
    },
    [tell],
  );
  const end = useCallback<Drag['end']>(() => {
    cancelAnimationFrame(frame.current);
    const ended = session.current;
    session.current = null;
    setPicture(null);
    return { target: ended?.target ?? null, nodes: ended?.nodes ?? [] };
  }, []);
  return { picture, start, over, end };
}
