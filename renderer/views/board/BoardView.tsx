import { useMemo, useState } from 'react';
import { previewTargets, type DropVerdict } from '#core/checks/preview-drop.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { toDropCommands } from '#core/projections/drop-commands.ts';
import { toBoardColumns, toCapacityAfter, type BoardColumn } from '#core/projections/board-columns.ts';
import { findShownPhase, planMoves } from '#stores/plan-moves.ts';
import { runCommands } from '#stores/run-commands.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { useView, viewStore } from '#stores/view-store.ts';
import { boardText as text } from '#text/board.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Column } from './Column.tsx';
import styles from './BoardView.module.css';

/** What is being dragged, and what each place says to it. */
interface Dragging {
  readonly nodes: readonly InventoryNode[];
  readonly name: string;
  readonly verdicts: ReadonlyMap<string, DropVerdict>;
}

const fits: DropVerdict = { verdict: 'fits', errors: 0, warnings: 0, sentences: [], reason: null };

/** Whether a drop takes planned moves back: a place where everything stands anyway is no place to move to, but one to come back to. */
function isWayBack(
  plan: Plan,
  nodes: readonly NodeId[],
  place: NodeId,
  phase: ReturnType<typeof findShownPhase>,
): boolean {
  return toDropCommands(plan, nodes, place, phase).every((each) => each.command === 'withdraw-change');
}

/** A card that is among the selected ones takes all of them along. */
function startDrag(plan: Plan, columns: readonly BoardColumn[], node: NodeId): Dragging {
  const places = columns.flatMap((column) => (column.place === null ? [] : [column.place.id]));
  const { selection } = viewStore.getState();
  const onBoard = columns.flatMap((column) => column.cards.filter((card) => !card.isGhost));
  const wanted = new Set<string>(selection.includes(node) ? selection : [node]);
  const nodes = onBoard.flatMap((card) => (wanted.has(card.node.id) ? [card.node] : []));
  const ids = nodes.map((each) => each.id);
  const phase = findShownPhase();
  return {
    nodes,
    name: nodes.length === 1 ? (nodes[0]?.name ?? '') : text.several(nodes.length),
    verdicts: new Map(
      [...previewTargets(plan, ids, places, phase)].map(([place, verdict]) => [
        place,
        verdict.verdict === 'refused' && isWayBack(plan, ids, place, phase) ? fits : verdict,
      ]),
    ),
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
      runCommands(dragging.nodes.map(({ id }) => ({ command: 'mark-removal', node: id, why: '' })));
    } else if (column.place !== null && dragging.verdicts.get(column.place.id)?.verdict !== 'refused') {
      planMoves(
        dragging.nodes.map(({ id }) => id),
        column.place.id,
      );
    }
  };

  if (columns.every((column) => column.cards.length === 0)) {
    return (
      <div className={styles['empty']}>
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
          capacity={dragging === null ? column.capacity : toCapacityAfter(column, dragging.nodes)}
          verdict={column.place === null ? null : (dragging?.verdicts.get(column.place.id) ?? null)}
          onDragStart={(node) => setDragging(startDrag(plan, columns, node))}
          onDragEnd={() => setDragging(null)}
          onDrop={() => drop(column)}
        />
      ))}
    </div>
  );
}
