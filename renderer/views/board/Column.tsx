import { useState } from 'react';
import type { DropVerdict } from '#core/checks/preview-drop.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { BoardCapacity, BoardColumn } from '#core/projections/board-columns.ts';
import { boardText as text } from '#text/board.ts';
import { CapacityBar } from '#ui/CapacityBar.tsx';
import { Icon } from '#ui/Icon.tsx';
import { KindIcon } from '#ui/KindIcon.tsx';
import { Mark } from '#ui/Mark.tsx';
import { NodeName } from '#ui/NodeName.tsx';
import { Card } from './Card.tsx';
import styles from './BoardView.module.css';

function toAmount(bar: BoardCapacity, value: number): string {
  if (bar.dimension === 'vcpu') return value.toLocaleString('en');
  const gigabytes = bar.dimension === 'memoryMiB' ? value / 1024 : value;
  return (Math.round(gigabytes * 10) / 10).toLocaleString('en');
}

function describe(bar: BoardCapacity): string {
  if (bar.offered === null && bar.used === 0) return text.notKnown;
  const used = bar.unknown > 0 ? text.atLeast(toAmount(bar, bar.used)) : toAmount(bar, bar.used);
  const offered = bar.offered === null ? '?' : toAmount(bar, bar.offered);
  return `${text.of(used, offered)}${bar.dimension === 'vcpu' ? '' : ' GB'}`;
}

function Verdict({ verdict }: { readonly verdict: DropVerdict }) {
  const words = {
    fits: text.fits,
    warns: text.warns(verdict.warnings),
    breaks: text.breaks(verdict.errors),
    refused: text.refused,
  }[verdict.verdict];
  const first = verdict.verdict === 'refused' ? verdict.reason : verdict.sentences[0];
  const icon = { fits: 'circle-check', warns: 'warning', breaks: 'error', refused: 'info' } as const;
  return (
    <p className={styles['verdict']} data-verdict={verdict.verdict}>
      <Icon name={icon[verdict.verdict]} size={14} />
      <span>
        <strong>{words}.</strong> {first ?? ''}
      </span>
    </p>
  );
}

/** One place with its capacity, its verdict while something is dragged, and its cards. */
export function Column({
  column,
  dragged,
  capacity,
  verdict,
  onDragStart,
  onDragEnd,
  onDrop,
}: {
  readonly column: BoardColumn;
  readonly dragged: string | null;
  /** The bars, while something is dragged as if it were dropped here. */
  readonly capacity: readonly BoardCapacity[];
  readonly verdict: DropVerdict | null;
  readonly onDragStart: (node: NodeId) => void;
  readonly onDragEnd: () => void;
  readonly onDrop: () => void;
}) {
  const [isOver, setOver] = useState(false);
  const title = column.place?.name ?? (column.role === 'going' ? text.going : text.unplaced);
  const accepts = dragged !== null && column.role !== 'unplaced' && verdict?.verdict !== 'refused';
  const real = column.cards.filter((card) => !card.isGhost).length;
  return (
    <section
      className={styles['column']}
      aria-label={title}
      data-new={column.isNew}
      data-over={isOver && dragged !== null}
      data-verdict={dragged === null ? undefined : verdict?.verdict}
      onDragOver={(event) => {
        if (!accepts) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop();
      }}
    >
      <header className={styles['head']}>
        <h2>
          {column.place === null ? (
            <Icon name={column.role === 'going' ? 'minus' : 'question'} size={14} />
          ) : (
            <KindIcon kind={column.place.kind} type={column.place.type} size={14} />
          )}
          {column.place === null ? (
            title
          ) : (
            <NodeName name={title} isMono={column.place.kind === 'host' || column.place.kind === 'server'} />
          )}
          {column.isNew && <Mark kind="add" isAgreed />}
          {column.inside === '' ? (
            <span className={styles['count']}>{text.stays(real)}</span>
          ) : (
            <span className={styles['faint']} title={column.inside}>
              {column.inside}
            </span>
          )}
        </h2>
        {capacity.length > 0 && (
          <div className={styles['bars']}>
            {capacity.map((bar) => (
              <CapacityBar
                key={bar.dimension}
                label={text.dimension[bar.dimension]}
                words={describe(bar)}
                used={bar.used - bar.coming}
                coming={bar.coming}
                offered={bar.offered}
                isPartlyUnknown={bar.unknown > 0}
              />
            ))}
          </div>
        )}
        {verdict !== null && <Verdict verdict={verdict} />}
      </header>
      <ul className={styles['cards']}>
        {column.cards.map((card) => (
          <Card
            key={`${card.node.id}${card.isGhost ? ' ghost' : ''}`}
            card={card}
            onDragStart={onDragStart}
            onDragEnd={onDragEnd}
          />
        ))}
        {isOver && dragged !== null && <li className={styles['slot']}>{text.wouldGoHere(dragged)}</li>}
        {column.cards.length === 0 && !isOver && (
          <li className={styles['nothing']}>
            <strong>{column.role === 'going' ? text.emptyGoing : text.empty}</strong>
            <span>{column.role === 'going' ? text.emptyGoingNext : text.emptyNext}</span>
          </li>
        )}
      </ul>
    </section>
  );
}
