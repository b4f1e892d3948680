import type { NavigatorRow } from '#core/projections/navigator.ts';
import type { NodeMark } from '#core/projections/node-marks.ts';
import { navigatorText as text } from '#text/navigator.ts';
import { classNames } from '#ui/class-names.ts';
import { Icon } from '#ui/Icon.tsx';
import { KindIcon } from '#ui/KindIcon.tsx';
import { Mark, type MarkKind } from '#ui/Mark.tsx';
import { NodeName } from '#ui/NodeName.tsx';
import styles from './Navigator.module.css';

const markKinds: Readonly<Record<NodeMark['kind'], MarkKind>> = {
  move: 'move',
  merge: 'merge',
  remove: 'remove',
  add: 'add',
  waits: 'waiting',
  question: 'unknown',
};

function Marks({ row }: { readonly row: NavigatorRow }) {
  const { state } = row;
  const isCandidate =
    state.candidate && !state.marks.some((mark) => mark.kind === 'remove' || mark.kind === 'waits');
  return (
    <>
      {state.errors > 0 && <Icon name="circle-x" size={14} tone="error" />}
      {state.errors === 0 && state.warnings > 0 && <Icon name="triangle-alert" size={14} tone="warning" />}
      {state.marks.map((mark) => (
        <Mark
          key={mark.kind}
          kind={markKinds[mark.kind]}
          isAgreed={mark.done}
          phaseNumber={mark.done ? undefined : (mark.phase ?? undefined)}
        />
      ))}
      {isCandidate && <Mark kind="remove" isAgreed={false} />}
    </>
  );
}

export interface TreeRowProps {
  readonly row: NavigatorRow;
  /** Pixels from the top of the tree. */
  readonly top: number;
  readonly isSelected: boolean;
  readonly isTabStop: boolean;
  readonly onToggle: () => void;
  readonly onChoose: (isAdding: boolean) => void;
}

/** One node of the tree. */
export function TreeRow({ row, top, isSelected, isTabStop, onToggle, onChoose }: TreeRowProps) {
  const { node, level, isOpen, hasChildren, servers, state } = row;
  const isMachine = node.kind === 'server' || node.kind === 'host';
  return (
    // Keys are handled by the tree around it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="treeitem"
      data-node={node.id}
      aria-level={level + 1}
      aria-selected={isSelected}
      aria-label={text.what(node.name, node.kind, row.place)}
      aria-description={text.findings(state.errors, state.warnings)}
      {...(hasChildren ? { 'aria-expanded': isOpen } : {})}
      tabIndex={isTabStop ? 0 : -1}
      className={classNames(styles['row'], isSelected && styles['selected'])}
      style={{ transform: `translateY(${top}px)`, paddingLeft: level * 14 + 2 }}
      onClick={(event) => onChoose(event.ctrlKey || event.metaKey)}
    >
      {hasChildren ? (
        <button
          type="button"
          tabIndex={-1}
          aria-label={isOpen ? text.close : text.open}
          className={styles['twist']}
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={12} />
        </button>
      ) : (
        <span className={styles['twist']} />
      )}
      <KindIcon kind={node.kind} type={node.type} size={14} tone="faint" />
      <NodeName name={node.name} isMono={isMachine} isGone={row.isGone} isStrong={isSelected} max={48} />
      <span className={styles['end']}>
        <Marks row={row} />
        {servers !== null && servers}
      </span>
    </div>
  );
}
