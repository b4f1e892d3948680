import type { BoxIndex } from '#core/projections/map-index.ts';
import type { Point, Rect } from '#core/projections/map-measures.ts';
import type { MapBox } from '#core/projections/map-box.ts';
import { toDetailLevel } from './detail-level.ts';
import { findFarPlace, toFarPlaces, type FarGroup, type FarPlace } from './far-places.ts';
import type { Camera } from './visible-boxes.ts';

/** What is under the pointer of a large map, and where it is drawn, in map units. */
export interface Hit {
  readonly box: MapBox;
  readonly rect: Rect;
  /** The place as it is drawn from afar. */
  readonly far: FarPlace | null;
}

/** Finds what is drawn at a point (px of the map's window) without asking the document. */
export interface HitFinder {
  readonly at: (camera: Camera, point: Point, passes?: (box: MapBox) => boolean) => Hit | null;
}

/** A finder over a map; from afar the places are where they are drawn, which is not quite where they stand. */
export function toHitFinder(index: BoxIndex, groups: readonly FarGroup[]): HitFinder {
  let places: readonly FarPlace[] = [];
  let seen: Camera | null = null;
  const placesAt = (camera: Camera): readonly FarPlace[] => {
    if (seen !== camera) [places, seen] = [toFarPlaces(groups, camera), camera];
    return places;
  };
  return {
    at: (camera, point, passes) => {
      if (camera.width === 0) return null;
      if (toDetailLevel(camera.zoom) === 'far') {
        const known = placesAt(camera);
        const far = findFarPlace(
          passes === undefined ? known : known.filter((place) => passes(place.group.box)),
          point.x,
          point.y,
        );
        if (far === null) return null;
        const { zoom } = camera;
        const rect = {
          x: (far.rect.x - camera.x) / zoom,
          y: (far.rect.y - camera.y) / zoom,
          width: far.rect.width / zoom,
          height: far.rect.height / zoom,
        };
        return { box: far.group.box, rect, far };
      }
      const x = (point.x - camera.x) / camera.zoom;
      const y = (point.y - camera.y) / camera.zoom;
      const box = index.at(x, y, passes);
      return box === null ? null : { box, rect: box.rect, far: null };
    },
  };
}
