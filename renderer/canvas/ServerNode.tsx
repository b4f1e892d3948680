import { memo } from 'react';
import type { NodeProps } from '@xyflow/react';
import { Icon } from '#ui/Icon.tsx';
import { toKindIcon } from '#ui/kind-icon.ts';
import { NodeName } from '#ui/NodeName.tsx';
import type { MapBox } from '#core/projections/map-box.ts';
import type { FlowNode } from './flow-nodes.ts';
import { ConnectHandle } from './ConnectHandle.tsx';
import { charactersFor } from './name-room.ts';
import { NodeMarks } from './NodeMarks.tsx';
import { VerdictPill } from './VerdictPill.tsx';
import styles from './MapNodes.module.css';

function looksOf(box: MapBox): (string | undefined | false)[] {
  return [
    box.state.candidate && styles['candidate'],
    box.uncounted && styles['unknown'],
    box.arrival === 'moved' && styles['moved'],
    box.arrival === 'added' && styles['added'],
  ];
}

/** A server (its services are nodes of their own on top of it), or a service that stands on a place directly. */
export const ServerNode = memo(function ServerNode({ data }: NodeProps<FlowNode>) {
  const { box, isSelected, verdict, isTarget, isDragged, tilt } = data;
  const classes = [
    styles['server'],
    ...looksOf(box),
    isSelected && styles['selected'],
    isDragged && styles['dragged'],
    tilt !== null && styles['tilted'],
    verdict !== null && styles[verdict.verdict],
    isTarget && styles['target'],
  ];
  return (
    <>
      <div
        className={classes.filter(Boolean).join(' ')}
        style={tilt === null ? undefined : { transformOrigin: tilt }}
      >
        <div className={styles['serverHead']}>
          <Icon name={toKindIcon(box.kind, box.type)} size={13} tone="faint" />
          {box.kind === 'service' ? (
            <bdi className={styles['leafName']}>{box.name}</bdi>
          ) : (
            <span className={styles['serverName']}>
              <NodeName name={box.name} max={charactersFor(box.state, box.rect.width)} isFitted />
            </span>
          )}
          {verdict !== null && verdict.verdict !== 'refused' ? (
            <VerdictPill verdict={verdict} isShort />
          ) : (
            <NodeMarks state={box.state} />
          )}
        </div>
      </div>
      <ConnectHandle />
    </>
  );
});

/** A service: a row of its server. */
export const ServiceNode = memo(function ServiceNode({ data }: NodeProps<FlowNode>) {
  const { box, isSelected, isDragged, tilt } = data;
  const classes = [
    styles['row'],
    isSelected && styles['rowSelected'],
    isDragged && styles['rowDragged'],
    tilt !== null && styles['tilted'],
    box.uncounted && styles['rowUnknown'],
    box.arrival === 'moved' && styles['rowMoved'],
    box.arrival === 'added' && styles['rowAdded'],
    box.state.candidate && styles['rowCandidate'],
  ];
  return (
    <>
      <div
        className={classes.filter(Boolean).join(' ')}
        style={tilt === null ? undefined : { transformOrigin: tilt }}
      >
        <Icon name={toKindIcon('service', box.type)} size={12} tone="faint" />
        <bdi className={styles['rowName']}>{box.name}</bdi>
        <NodeMarks state={box.state} />
      </div>
      <ConnectHandle />
    </>
  );
});

/** What is not there any more: a ghost where something moved away, or a faded box of what was removed. */
export const OldNode = memo(function OldNode({ data }: NodeProps<FlowNode>) {
  const { box } = data;
  return (
    <div className={[styles['server'], styles[box.presence]].join(' ')}>
      <div className={styles['serverHead']}>
        <Icon name={toKindIcon(box.kind, box.type)} size={13} tone="faint" />
        <span className={styles['serverName']}>
          <NodeName name={box.name} max={14 + Math.floor((box.rect.width - 142) / 7)} />
        </span>
        {box.presence === 'gone' && (
          <NodeMarks state={{ ...box.state, marks: [{ kind: 'remove', done: true, phase: box.phase }] }} />
        )}
      </div>
      {box.rows.map((row, at) => (
        <div className={styles['row']} key={at}>
          <Icon name={toKindIcon('service', row.type)} size={12} tone="faint" />
          <bdi className={styles['rowName']}>{row.name}</bdi>
        </div>
      ))}
    </div>
  );
});
