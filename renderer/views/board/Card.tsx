import type { NodeId } from '#core/model/ids.ts';
import type { BoardCard } from '#core/projections/board-columns.ts';
import { select, useView, viewStore } from '#stores/view-store.ts';
import { boardText as text } from '#text/board.ts';
import { KindIcon } from '#ui/KindIcon.tsx';
import { Mark } from '#ui/Mark.tsx';
import { NodeName } from '#ui/NodeName.tsx';
import styles from './BoardView.module.css';

function sizeOf(card: BoardCard): string {
  const { usage, capacity } = card.node;
  // What it takes is what it uses, where that is known, as everywhere where room is counted.
  const [vcpu, memoryMiB, diskGiB] = [
    usage.vcpu ?? capacity.vcpu,
    usage.memoryMiB ?? capacity.memoryMiB,
    usage.diskGiB ?? capacity.diskGiB,
  ];
  const parts = [
    vcpu === null ? null : `${vcpu} vCPU`,
    memoryMiB === null ? null : `${(Math.round((memoryMiB / 1024) * 10) / 10).toLocaleString('en')} GB`,
    diskGiB === null ? null : `${diskGiB.toLocaleString('en')} GB`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? text.sizeNotKnown : parts.join(' · ');
}

/**
 * One server on the board. It is dragged with the mouse, with Ctrl or Shift several; M, R and P do the same from the keyboard, and Ctrl+Enter
 * takes one more.
 */
export function Card({
  card,
  onDragStart,
  onDragEnd,
}: {
  readonly card: BoardCard;
  readonly onDragStart: (node: NodeId) => void;
  readonly onDragEnd: () => void;
}) {
  const { node, fate } = card;
  const isSelected = useView((view) => view.selection.includes(node.id));
  const choose = (isMore: boolean): void => {
    const { selection } = viewStore.getState();
    if (!isMore) select([node.id]);
    else select(isSelected ? selection.filter((id) => id !== node.id) : [...selection, node.id]);
  };
  const mark = fate === null || fate.kind === 'stays' ? null : fate.kind;
  return (
    <li>
      <button
        type="button"
        className={styles['card']}
        data-ghost={card.isGhost}
        data-fate={mark ?? undefined}
        data-gone={card.isGone}
        aria-pressed={isSelected}
        draggable={!card.isGhost}
        onClick={(event) => choose(event.ctrlKey || event.metaKey || event.shiftKey)}
        onKeyDown={(event) => {
          if (!(event.ctrlKey || event.metaKey) || (event.key !== 'Enter' && event.key !== ' ')) return;
          event.preventDefault();
          choose(true);
        }}
        onDragStart={(event) => {
          event.dataTransfer.setData('text/plain', node.name);
          event.dataTransfer.effectAllowed = 'move';
          if (!isSelected) select([node.id]);
          onDragStart(node.id);
        }}
        onDragEnd={onDragEnd}
      >
        <span className={styles['cardHead']}>
          <KindIcon kind={node.kind} type={node.type} size={14} />
          <NodeName name={node.name} isGone={card.isGone} />
          {mark !== null && (
            <Mark
              kind={mark === 'candidate' ? 'remove' : mark}
              isAgreed={mark === 'remove' || mark === 'merge' ? card.isGone : mark !== 'candidate'}
            />
          )}
        </span>
        <span className={styles['runs']}>{[...card.runs, ...node.domains].join(', ')}</span>
        <span className={styles['size']}>{sizeOf(card)}</span>
      </button>
    </li>
  );
}
