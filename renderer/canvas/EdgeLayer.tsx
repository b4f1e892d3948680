import { memo } from 'react';
import { ViewportPortal } from '@xyflow/react';
import type { MapEdge, MapEdges } from '#core/projections/map-edge.ts';
import { mapText } from '#text/map.ts';
import { EdgeEnd } from './EdgeEnd.tsx';
import { lineClass } from './edge-look.ts';
import { EdgePills } from './EdgePills.tsx';
import styles from './EdgeLayer.module.css';

interface EdgeProps {
  readonly edge: MapEdge;
  readonly isHot: boolean;
  readonly isFaded: boolean;
  readonly onPick: (edge: MapEdge) => void;
}

const EdgeLine = memo(function EdgeLine({ edge, isHot, isFaded, onPick }: EdgeProps) {
  const { subject } = edge;
  const classes = [
    styles['edge'],
    subject.kind === 'link' && lineClass(edge.type),
    subject.kind === 'link' && subject.link.doubt && styles['doubt'],
    subject.kind === 'bundle' && styles['bundle'],
    edge.curve?.counted === false && styles['quiet'],
    (subject.kind === 'move' || subject.kind === 'moves') && styles['move'],
    isHot && styles['hot'],
    isFaded && styles['faded'],
  ];
  return (
    <g role="img" aria-label={mapText.edge(edge)} className={classes.filter(Boolean).join(' ')}>
      <path
        className={styles['line']}
        d={edge.path}
        style={
          edge.curve === null
            ? undefined
            : { strokeWidth: `calc(${edge.curve.width}px * var(--pill-scale, 1))` }
        }
      />
      {edge.type === 'replicates' && subject.kind === 'link' && (
        <path className={styles['middle']} d={edge.path} />
      )}
      {(subject.kind === 'move' || subject.kind === 'moves') && (
        <circle className={styles['filled']} cx={edge.start.x} cy={edge.start.y} r={3} />
      )}
      {(edge.curve === null || subject.kind === 'moves') && <EdgeEnd edge={edge} />}
      {/* The list of the inspector does the same by keyboard. */}
      <path className={styles['hit']} d={edge.path} onClick={() => onPick(edge)}>
        <title>{mapText.edge(edge)}</title>
      </path>
    </g>
  );
});

export interface EdgeLayerProps {
  readonly edges: MapEdges;
  readonly selection: ReadonlySet<string>;
  /** While an impact is shown: edges between what it touches stand out, the others step back. */
  readonly touched: ReadonlySet<string> | null;
  readonly onPick: (edge: MapEdge) => void;
}

/** All edges of the map in one drawing above the boxes, with their pills; those of the selection stand out. */
export const EdgeLayer = memo(function EdgeLayer({ edges, selection, touched, onPick }: EdgeLayerProps) {
  const isHot = (edge: MapEdge): boolean =>
    touched === null
      ? edge.touches.some((id) => selection.has(id)) || selection.has(edge.key)
      : edge.touches.filter((id) => touched.has(id)).length >= 2;
  const someHot =
    selection.size > 0 &&
    edges.edges.some((edge) => edge.subject.kind !== 'move' && edge.subject.kind !== 'moves' && isHot(edge));
  const sorted = someHot ? [...edges.edges].sort((a, b) => Number(isHot(a)) - Number(isHot(b))) : edges.edges;
  return (
    <ViewportPortal>
      {(['under', 'layer'] as const).map((layer) => (
        <svg key={layer} className={styles[layer]} width={1} height={1}>
          {sorted
            .filter((edge) => (edge.curve !== null) === (layer === 'under'))
            .map((edge) => (
              <EdgeLine
                key={edge.key}
                edge={edge}
                isHot={someHot && isHot(edge)}
                isFaded={someHot && !isHot(edge)}
                onPick={onPick}
              />
            ))}
        </svg>
      ))}
      <EdgePills edges={sorted} isHot={(edge) => someHot && isHot(edge)} onPick={onPick} />
    </ViewportPortal>
  );
});
