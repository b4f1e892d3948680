import type { MoveArrow } from '#core/projections/map-box.ts';
import type { MapEdge } from '#core/projections/map-edge.ts';
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
    styles['lock'],
    state === 'open' && styles['bad'],
    state === 'unknown' && styles['unknown'],
  ]
    .filter(Boolean)
    .join(' ');
}

/** On more arrows than this a pill that says neither phase nor day would only be in the way. */
const mostPlain = 24;

function saysWhen({ phase, day }: MoveArrow): boolean {
  return phase !== null || day !== null;
}

/** About how wide the words of a bundle are with its count, in px at 100 %. */
function widthOf({ subject }: MapEdge): number {
  return subject.kind === 'bundle' ? mapText.bundle(subject.bundle).length * 5.8 + 48 : 0;
}

/** The keys of bundles that have room for their count only: words would lie on those of the bundle to their left. */
function findShort(edges: readonly MapEdge[]): ReadonlySet<string> {
  const short = new Set<string>();
  const wordy = edges.filter((edge) => edge.isWordy).sort((a, b) => a.pill.x - b.pill.x);
  wordy.forEach((edge, at) => {
    const isCrowded = wordy
      .slice(0, at)
      .some(
        (other) =>
          Math.abs(other.pill.y - edge.pill.y) < 20 &&
          edge.pill.x - other.pill.x < (short.has(other.key) ? 20 : widthOf(other) / 2) + widthOf(edge) / 2,
      );
    if (isCrowded) short.add(edge.key);
  });
  return short;
}

/** What is written on edges: counts of bundles, phases of moves, doubt, and locks where an edge leaves a site. */
export function EdgePills({ edges, isHot, onPick }: PillsProps) {
  const short = findShort(edges);
  const isCrowded = edges.filter(({ subject }) => subject.kind === 'move').length > mostPlain;
  return edges.map((edge) => {
    const { subject } = edge;
    const hot = isHot(edge) ? styles['pillHot'] : '';
    const at = {
      transform: `translate(${edge.pill.x}px, ${edge.pill.y}px) scale(var(--pill-scale, 1)) translate(-50%, -50%)`,
    };
    // What stands in the header of a frame grows with the frame.
    const onFrame = { transform: `translate(${edge.pill.x}px, ${edge.pill.y}px) translate(-50%, -50%)` };
    return (
      <div key={edge.key}>
        {subject.kind === 'bundle' && isCounted(edge, isHot(edge)) && (
          <button
            type="button"
            className={`${styles['pill']} ${styles['count']} ${hot}`}
            style={subject.bundle.group === null ? at : onFrame}
            onClick={() => onPick(edge)}
            aria-label={mapText.edge(edge)}
          >
            {subject.bundle.type === 'reaches-through' && <Icon name="key-round" size={12} tone="faint" />}
            <b>
              {mapText.number(
                subject.bundle.group === null ? subject.bundle.dependencies.length : subject.bundle.members,
              )}
            </b>{' '}
            {edge.isWordy && !short.has(edge.key) && mapText.bundle(subject.bundle)}
          </button>
        )}
        {subject.kind === 'moves' && (
          <button
            type="button"
            className={`${styles['pill']} ${styles['count']} ${styles['phase']}`}
            style={at}
            onClick={() => onPick(edge)}
            aria-label={mapText.edge(edge)}
          >
            <b>{mapText.number(subject.moves.moves.length)}</b> {mapText.movesPill(subject.moves)}
          </button>
        )}
        {subject.kind === 'move' && (!isCrowded || saysWhen(subject.move)) && (
          <span
            className={`${styles['pill']} ${styles['round']} ${styles['phase']}`}
            style={at}
            aria-hidden="true"
          >
            {mapText.movePill(subject.move)}
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

/** A curve of one dependency is just that: it needs no count. Where a count would lie on boxes it comes when its curve stands out. */
function isCounted({ subject, curve }: MapEdge, isHot: boolean): boolean {
  if (subject.kind !== 'bundle') return false;
  return curve === null || curve.counted || (isHot && subject.bundle.dependencies.length > 1);
}
