import type { MapEdge } from '#core/projections/map-edges.ts';
import { Icon } from '#ui/Icon.tsx';
import { mapText } from '#text/map.ts';
import styles from './EdgeLayer.module.css';

interface PillsProps {
  readonly edges: readonly MapEdge[];
  readonly isHot: (edge: MapEdge) => boolean;
  readonly onPick: (edge: MapEdge) => void;
}

function lockLook(state: 'closed' | 'open' | 'unknown'): string {
  return [
    styles['pill'],
    styles['round'],
    state === 'open' && styles['bad'],
    state === 'unknown' && styles['unknown'],
  ]
    .filter(Boolean)
    .join(' ');
}

/** What is written on edges: counts of bundles, phases of moves, doubt, and locks where an edge leaves a site. */
export function EdgePills({ edges, isHot, onPick }: PillsProps) {
  return edges.map((edge) => {
    const { subject } = edge;
    const hot = isHot(edge) ? styles['pillHot'] : '';
    const at = {
      transform: `translate(${edge.pill.x}px, ${edge.pill.y}px) scale(var(--pill-scale, 1)) translate(-50%, -50%)`,
    };
    return (
      <div key={edge.key}>
        {subject.kind === 'bundle' && isCounted(edge) && (
          <button
            type="button"
            className={`${styles['pill']} ${styles['count']} ${hot}`}
            style={subject.bundle.group === null ? at : bundleAt(edge)}
            onClick={() => onPick(edge)}
            aria-label={mapText.edge(edge)}
          >
            {subject.bundle.type === 'reaches-through' && <Icon name="key-round" size={12} tone="faint" />}
            <b>
              {mapText.number(
                subject.bundle.group === null ? subject.bundle.dependencies.length : subject.bundle.members,
              )}
            </b>{' '}
            {isWordy(edge) && mapText.bundle(subject.bundle)}
          </button>
        )}
        {subject.kind === 'move' && (
          <span
            className={`${styles['pill']} ${styles['round']} ${styles['phase']}`}
            style={at}
            aria-hidden="true"
          >
            {subject.move.phase ?? '→'}
          </span>
        )}
        {subject.kind === 'link' && subject.link.doubt && (
          <span
            className={`${styles['pill']} ${styles['round']} ${styles['unknown']} ${hot}`}
            style={at}
            title={mapText.inDoubt}
          >
            <Icon name="circle-question-mark" size={12} />
          </span>
        )}
        {edge.lock !== null && (
          <span
            className={lockLook(edge.lock.state)}
            style={{ transform: `translate(${edge.lock.x}px, ${edge.lock.y}px) translate(-50%, -50%)` }}
            title={mapText.lock(edge.lock.state)}
          >
            <Icon name={edge.lock.state === 'closed' ? 'lock' : 'lock-open'} size={12} />
          </span>
        )}
      </div>
    );
  });
}

/** A curve of one dependency is just that: it needs no count. */
function isCounted({ subject, curve }: MapEdge): boolean {
  return subject.kind === 'bundle' && (curve === null || subject.bundle.dependencies.length > 1);
}

function groupEnd(edge: MapEdge): MapEdge['end'] {
  const { subject } = edge;
  return subject.kind === 'bundle' && subject.bundle.group === 'to' ? edge.end : edge.start;
}

/** Beside a frame there is no room for words: they would lie on the boxes of the neighbour. */
function isWordy(edge: MapEdge): boolean {
  return Math.abs(groupEnd(edge).angle) === 90;
}

/** A bundle of a group carries its count where it meets the group's frame. */
function bundleAt(edge: MapEdge): { transform: string } {
  const end = groupEnd(edge);
  const isUpright = Math.abs(end.angle) === 90;
  const dx = isUpright ? 0 : end.angle === 0 ? 22 : -22;
  const dy = isUpright ? (end.angle === 90 ? 16 : -16) : 0;
  return { transform: `translate(${end.x + dx}px, ${end.y + dy}px) translate(-50%, -50%)` };
}
