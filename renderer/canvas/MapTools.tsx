import { useMemo } from 'react';
import { useReactFlow } from '@xyflow/react';
import type { MapEdges } from '#core/projections/map-edges.ts';
import type { MapView } from '#core/projections/map-view.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { Popover } from '#ui/Popover.tsx';
import { mapText } from '#text/map.ts';
import { findCellKinds, toFarGroups } from './far-places.ts';
import { Legend } from './Legend.tsx';
import styles from './MapCanvas.module.css';

export interface MapToolsProps {
  readonly zoom: number;
  readonly edges: MapEdges;
  /** The map, while its servers are drawn as cells. */
  readonly far: MapView | null;
  readonly onAdd: () => void;
}

/** Zoom at the bottom left, the sum of all dependencies at the bottom right: nothing is hidden silently. */
export function MapTools({ zoom, edges, far, onAdd }: MapToolsProps) {
  const flow = useReactFlow();
  const kinds = useMemo(() => (far === null ? [] : findCellKinds(toFarGroups(far))), [far]);
  const fit = (): void => {
    void flow.fitView({ padding: 0.02, maxZoom: 1.25, duration: 140 });
  };
  return (
    <div className={styles['bottom']}>
      <div className={styles['cluster']}>
        <IconButton
          icon="minus"
          label={mapText.zoomOut}
          onPress={() => void flow.zoomOut({ duration: 140 })}
        />
        <span className={styles['zoom']}>{mapText.percent(zoom)}</span>
        <IconButton icon="plus" label={mapText.zoomIn} onPress={() => void flow.zoomIn({ duration: 140 })} />
        <IconButton icon="maximize" label={mapText.fit} onPress={fit} />
      </div>
      <div className={styles['cluster']}>
        <IconButton icon="plus" label={mapText.addTarget} onPress={onAdd} />
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
      <p className={`${styles['cluster']} ${styles['sum']}`} title={mapText.sum(edges)}>
        {mapText.sum(edges)}
      </p>
    </div>
  );
}
