import { memo } from 'react';
import type { NodeProps } from '@xyflow/react';
import { Icon } from '#ui/Icon.tsx';
import { toKindIcon } from '#ui/kind-icon.ts';
import { mapText } from '#text/map.ts';
import type { FlowNode } from './flow-nodes.ts';
import { NodeMarks } from './NodeMarks.tsx';
import { VerdictPill } from './VerdictPill.tsx';
import styles from './MapNodes.module.css';

/** A provider, site or host, or the group of things whose place is not known: a box with boxes inside. */
export const PlaceNode = memo(function PlaceNode({ data }: NodeProps<FlowNode>) {
  const { box, isSelected, verdict, isTarget } = data;
  const classes = [
    styles['place'],
    styles[box.kind === 'group' ? 'provider' : box.kind],
    isSelected && styles['selected'],
    box.arrival === 'added' && styles['added'],
    box.arrival === 'moved' && styles['moved'],
    verdict !== null && styles[verdict.verdict],
    isTarget && styles['target'],
  ];
  return (
    <div className={classes.filter(Boolean).join(' ')} data-collapsed={box.collapsed}>
      <div className={styles['placeHead']}>
        <Icon name={box.kind === 'group' ? 'layers' : toKindIcon(box.kind, box.type)} size={14} />
        <bdi className={styles['placeName']}>{mapText.placeName(box)}</bdi>
        {/* Collapsed it says below how many there are: the name needs the room. */}
        {box.servers > 0 && !box.collapsed && (
          <span className={styles['count']}>{mapText.number(box.servers)}</span>
        )}
        {box.node !== null && (
          // By keyboard it is C; two buttons in each other could not be read aloud.
          <span
            className={styles['toggle']}
            data-toggle=""
            aria-hidden="true"
            title={box.collapsed ? mapText.expand : mapText.collapse}
          >
            <Icon name={box.collapsed ? 'chevron-right' : 'chevron-down'} size={14} />
          </span>
        )}
        {verdict === null ? <NodeMarks state={box.state} /> : <VerdictPill verdict={verdict} />}
      </div>
      {box.collapsed && <p className={styles['inside']}>{mapText.inside(box.servers)}</p>}
    </div>
  );
});
