import { useMemo, useState } from 'react';
import { previewTargets, type DropVerdict } from '#core/checks/preview-drop.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { toBoardColumns, type BoardColumn } from '#core/projections/board-columns.ts';
import type { StatePoint } from '#core/state/plan-states.ts';
import { planMoves } from '#stores/plan-moves.ts';
import { runCommands } from '#stores/run-commands.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { useView } from '#stores/view-store.ts';
import { boardText as text } from '#text/board.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Column } from './Column.tsx';
import styles from './BoardView.module.css';

/** What is being dragged, and what each place says to it. */
interface Dragging {
  readonly node: NodeId;
  readonly name: string;
  readonly verdicts: ReadonlyMap<string, DropVerdict>;
}

function startDrag(plan: Plan, columns: readonly BoardColumn[], point: StatePoint, node: NodeId): Dragging {
  const places = columns.flatMap((column) => (column.place === null ? [] : [column.place.id]));
  const phase = point === 'start' || point === 'end' ? null : point;
  return {
    node,
    name: plan.nodes.get(node)?.name ?? '',
    verdicts: new Map(previewTargets(plan, [node], places, phase)),
  };
}

/** The servers by the place that they stand on, with what each place has room for; cards are dragged between columns. */
export function BoardView() {
  const plan = usePlan();
  const point = useView((view) => view.point);
  const columns = useMemo(() => toBoardColumns(plan, point), [plan, point]);
  const [dragging, setDragging] = useState<Dragging | null>(null);

  const drop = (column: BoardColumn): void => {
    if (dragging === null) return;
    setDragging(null);
    if (column.role === 'going') {
      runCommands([{ command: 'mark-removal', node: dragging.node, why: '' }]);
    } else if (column.place !== null && dragging.verdicts.get(column.place.id)?.verdict !== 'refused') {
      planMoves([dragging.node], column.place.id);
    }
  };

  if (columns.every((column) => column.cards.length === 0)) {
    return (
      <div className={styles['view']}>
        <EmptyState icon="board" title={text.empty} next={text.emptyNext} />
      </div>
    );
  }
  return (
    <div className={styles['view']} role="region" aria-label={text.board}>
      {columns.map((column) => (
        <Column
          key={column.key}
          column={column}
          dragged={dragging?.name ?? null}
          verdict={column.place === null ? null : (dragging?.verdicts.get(column.place.id) ?? null)}
          onDragStart={(node) => setDragging(startDrag(plan, columns, point, node))}
          onDragEnd={() => setDragging(null)}
          onDrop={() => drop(column)}
        />
      ))}
    </div>
  );
}
