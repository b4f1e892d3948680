import type { MouseEvent, RefObject } from 'react';
import { findLineAt } from '#core/projections/map-lines.ts';
import { toDetailLevel } from './detail-level.ts';
import { pillHalf, placeFarPills } from './draw-bundles.ts';
import { toFarPlaces } from './far-places.ts';
import type { MapCanvasProps } from './map-canvas-props.ts';
import type { LiveCamera } from './use-camera.ts';

/** So near a line must be to be meant, in px. */
const reach = 6;

/** A click beside all boxes: on a drawn pill or line it picks that, elsewhere it lets go of the selection. */
export function pickAt(
  event: MouseEvent,
  {
    props,
    live,
    wrapper,
  }: {
    readonly props: MapCanvasProps;
    readonly live: LiveCamera;
    readonly wrapper: RefObject<HTMLElement | null>;
  },
): void {
  const { picture, edges, selection, onPickEdge, onPickLine, onSelect } = props;
  const frame = wrapper.current?.getBoundingClientRect();
  if (picture === null || frame === undefined) return onSelect([], 'only');
  const camera = live.read();
  const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
  if (toDetailLevel(camera.zoom) === 'far') {
    const places = toFarPlaces(picture.groups, camera);
    const pill = placeFarPills(picture.bundles, places, camera, selection).find(
      (each) => Math.abs(each.x - x) <= each.width / 2 && Math.abs(each.y - y) <= pillHalf,
    );
    const edge = pill === undefined ? undefined : edges.edges.find((each) => each.key === pill.key);
    return edge === undefined ? onSelect([], 'only') : onPickEdge(edge);
  }
  const at = { x: (x - camera.x) / camera.zoom, y: (y - camera.y) / camera.zoom };
  const id = picture.lines.ids[findLineAt(picture.lines, picture.rects, at, reach / camera.zoom)];
  if (id === undefined) onSelect([], 'only');
  else onPickLine(id);
}
