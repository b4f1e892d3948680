import { mapText } from '#text/map.ts';
import { Icon } from '#ui/Icon.tsx';
import { cellKinds, type CellKind, type FarGroup, type FarPlace } from './far-places.ts';
import type { Camera } from './visible-boxes.ts';
import cells from './MapCanvas.module.css';
import styles from './FarCard.module.css';

/** The sums of a place and all places in it. */
function sumOf(group: FarGroup, groups: readonly FarGroup[]): Record<CellKind, number> {
  const sum = { ...group.counts };
  const inside = new Set([group]);
  // Outer places come first, so one pass finds everything inside.
  for (const each of groups) {
    if (each.parent === null || !inside.has(each.parent)) continue;
    inside.add(each);
    for (const kind of cellKinds) sum[kind] += each.counts[kind];
  }
  return sum;
}

export interface FarCardProps {
  readonly place: FarPlace;
  readonly groups: readonly FarGroup[];
  readonly camera: Camera;
}

/** What is under the pointer on a map that is too far away to be read: name, counts, first finding. */
export function FarCard({ place, groups, camera }: FarCardProps) {
  const { group, rect } = place;
  const { box } = group;
  const { errors, warnings, first } = box.state;
  const sum = sumOf(group, groups);
  const isBelow = rect.y + Math.min(rect.height, 200) + 130 < camera.height;
  const left = Math.max(8, Math.min(rect.x + 8, camera.width - 268));
  return (
    <div
      className={styles['card']}
      style={
        isBelow
          ? { left, top: rect.y + Math.min(rect.height, 200) + 8 }
          : { left, bottom: Math.max(8, camera.height - rect.y + 8) }
      }
    >
      <p className={styles['name']}>
        <bdi>{mapText.placeName(box)}</bdi>
        <span>{mapText.servers(box.servers)}</span>
      </p>
      <p className={styles['counts']}>
        {cellKinds
          .filter((kind) => sum[kind] > 0)
          .map((kind) => (
            <span key={kind} className={cells['cell']}>
              <i className={cells[kind]} />
              {mapText.cellCount(kind, sum[kind])}
            </span>
          ))}
      </p>
      {first !== null && (
        <p className={styles['finding']}>
          <Icon
            name={errors > 0 ? 'circle-x' : 'triangle-alert'}
            size={14}
            tone={errors > 0 ? 'error' : 'warning'}
          />
          <span>{mapText.firstFinding(errors + warnings, first)}</span>
        </p>
      )}
      <p className={styles['open']}>
        <kbd>{mapText.enterKey}</kbd> {mapText.opensIt}
      </p>
    </div>
  );
}
