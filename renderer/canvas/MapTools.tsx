import { useMemo, type ReactNode } from 'react';
import { useReactFlow, useStore } from '@xyflow/react';
import type { MapEdges } from '#core/projections/map-edge.ts';
import type { MapLines } from '#core/projections/map-lines.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { Popover } from '#ui/Popover.tsx';
import { mapText } from '#text/map.ts';
import { findCellKinds, type FarGroup } from './far-places.ts';
import { Legend } from './Legend.tsx';
import styles from './MapCanvas.module.css';

export interface MapToolsProps {
  readonly edges: MapEdges;
  /** The lines of a large map: drawn one by one as soon as servers are boxes. */
  readonly lines: MapLines | null;
  /** Whether servers are drawn as cells. */
  readonly isFar: boolean;
  readonly groups: readonly FarGroup[];
  readonly onFit: () => void;
  readonly onAdd: () => void;
  /** More buttons, and what of the map is not as it always is. */
  readonly tools: ReactNode;
  readonly status: ReactNode;
  /** The small map. */
  readonly overview: ReactNode;
}

/** How near the map is; the only part of React that follows the view while it moves. */
function Zoom() {
  const percent = useStore(({ transform: [, , zoom] }) => mapText.percent(zoom));
  return <span className={styles['zoom']}>{percent}</span>;
}

/** Zoom at the bottom left, the sum of all dependencies at the bottom right: nothing is hidden silently. */
export function MapTools({
  edges,
  lines,
  isFar,
  groups,
  onFit,
  onAdd,
  tools,
  status,
  overview,
}: MapToolsProps) {
  const flow = useReactFlow();
  const kinds = useMemo(() => (isFar ? findCellKinds(groups) : []), [isFar, groups]);
  const sum = lines === null || isFar ? mapText.sum(edges) : mapText.sumOfLines(edges, lines.ids.length);
  return (
    <div className={styles['bottom']}>
      <div className={styles['left']}>
        <div className={styles['cluster']}>
          <IconButton
            icon="minus"
            label={mapText.zoomOut}
            onPress={() => void flow.zoomOut({ duration: 140 })}
          />
          <Zoom />
          <IconButton
            icon="plus"
            label={mapText.zoomIn}
            onPress={() => void flow.zoomIn({ duration: 140 })}
          />
          <IconButton icon="maximize" label={mapText.fit} onPress={onFit} />
        </div>
        <div className={styles['cluster']}>
          <IconButton icon="plus" label={mapText.addTarget} onPress={onAdd} />
          {tools}
          <Popover
            label={mapText.legend}
            placement="top start"
            trigger={<IconButton icon="info" label={mapText.legend} />}
          >
            <Legend />
          </Popover>
        </div>
        {kinds.length > 0 && (
          <div className={`${styles['cluster']} ${styles['cells']}`}>
            {kinds.map((kind) => (
              <span key={kind} className={styles['cell']}>
                <i className={styles[kind]} aria-hidden="true" />
                {mapText.legendCells[kind]}
              </span>
            ))}
          </div>
        )}
        {status}
      </div>
      <div className={styles['corner']}>
        {overview}
        <p className={`${styles['cluster']} ${styles['sum']}`} title={sum}>
          {sum}
        </p>
      </div>
    </div>
  );
}
