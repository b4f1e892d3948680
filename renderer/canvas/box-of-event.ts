import type { MapBox, MapView } from '#core/projections/map-box.ts';

/** The box whose element something happened in. */
export function boxOfEvent(target: EventTarget | null, view: MapView): MapBox | null {
  const element = target instanceof Element ? target.closest('.react-flow__node') : null;
  return (element instanceof HTMLElement ? view.byId.get(element.dataset['id'] ?? '') : undefined) ?? null;
}
