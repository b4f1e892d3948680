import { useReactFlow } from '@xyflow/react';
import type { MapEdges } from '#core/projections/map-edges.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { Popover } from '#ui/Popover.tsx';
import { mapText } from '#text/map.ts';
import { Legend } from './Legend.tsx';
import styles from './MapCanvas.module.css';

export interface MapToolsProps {
  readonly zoom: number;
  readonly edges: MapEdges;
  readonly isLarge: boolean;
  readonly onAdd: () => void;
}

/** Zoom at the bottom left, the sum of all dependencies at the bottom right: nothing is hidden silently. */
export function MapTools({ zoom, edges, isLarge, onAdd }: MapToolsProps) {
  const flow = useReactFlow();
  const fit = (): void => {
    void flow.fitView({ padding: 0.02, maxZoom: 1.25, duration: 140 });
  };
  return (
    <>
      <div className={styles['bottomLeft']}>
        <div className={styles['cluster']}>
          <IconButton
            icon="minus"
            label={mapText.zoomOut}
            onPress={() => void flow.zoomOut({ duration: 140 })}
          />
          <span className={styles['zoom']}>{mapText.percent(zoom)}</span>
          <IconButton
            icon="plus"
            label={mapText.zoomIn}
            onPress={() => void flow.zoomIn({ duration: 140 })}
          />
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
        {isLarge && zoom < 0.3 && (
          <div className={`${styles['cluster']} ${styles['cells']}`}>
            {Object.entries(mapText.legendCells).map(([key, words]) => (
              <span key={key} className={styles['cell']}>
                <i className={styles[key]} aria-hidden="true" />
                {words}
              </span>
            ))}
          </div>
        )}
      </div>
      <p className={`${styles['cluster']} ${styles['sum']}`}>{mapText.sum(edges)}</p>
    </>
  );
}
