import type { ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import { findFixed } from '#core/projections/table-edits.ts';
import type { TableColumn } from '#core/projections/table-columns.ts';
import type { TableRow } from '#core/projections/table-rows.ts';
import type { Plan } from '#core/model/plan.ts';
import { showProblem, showToast } from '#stores/toast-store.ts';
import { tableText as text } from '#text/table.ts';
import { applyCells } from './apply-cells.ts';
import type { AfterEdit } from './CellInput.tsx';
import { toCellWords } from './cell-words.ts';
import { toPasteEdits } from './paste-edits.ts';
import { readSheetText, toSheetText } from './sheet-text.ts';
import { runCellKey } from './table-keys.ts';
import { useSteady, type CellPlace, type MarkedCells } from './use-cells.ts';
import type { ShownTable } from './use-table-rows.ts';

function findPlace(
  target: EventTarget,
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
): CellPlace | null {
  const cell = target instanceof Element ? target.closest('[data-cell]') : null;
  const [id, name] = cell?.getAttribute('data-cell')?.split(' ') ?? [];
  const row = rows.find((each) => each.id === id);
  const column = columns.find((each) => each === name);
  return row === undefined || column === undefined ? null : { row: row.id, column };
}

function isField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement;
}

/** Puts rows on the clipboard, under headings. */
export async function copyRows(rows: readonly TableRow[], columns: readonly TableColumn[]): Promise<void> {
  const lines = rows.map((row) => columns.map((column) => toCellWords(row, column)));
  try {
    await navigator.clipboard.writeText(
      toSheetText([columns.map((column) => text.heading(column)), ...lines]),
    );
    showToast(text.copied(rows.length));
  } catch {
    showProblem(text.copyFailed);
  }
}

const movesAfter: Readonly<Record<AfterEdit, readonly [down: number, right: number]>> = {
  stay: [0, 0],
  down: [1, 0],
  right: [0, 1],
  left: [0, -1],
};

/** What mouse, keys and clipboard do in the cells of the table. */
export function useTableHands(
  plan: Plan,
  { look, rows, all }: ShownTable,
  cells: MarkedCells,
  toggle: (row: TableRow) => void,
): {
  readonly onSave: (
    row: TableRow,
    column: TableColumn,
    words: string,
    after: AfterEdit,
    isAll: boolean,
  ) => void;
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onDoubleClick: (event: MouseEvent) => void;
    readonly onCopy: (event: ClipboardEvent) => void;
    readonly onCut: (event: ClipboardEvent) => void;
    readonly onPaste: (event: ClipboardEvent) => void;
  };
} {
  const { columns } = look;
  const active = rows.find((row) => row.id === cells.active?.row);
  const edit = (): void => {
    if (active === undefined || cells.active === null) return;
    const { column } = cells.active;
    const trouble = findFixed(plan, active, column);
    if (trouble === null) cells.edit(true);
    else showProblem(`${text.cellLeft(column, active.node.name, '', trouble)}.`);
  };
  const clear = (): void => {
    const marked = cells.marked();
    const edits = marked.rows.flatMap((row) =>
      marked.columns
        .filter((column) => column !== 'name' && findFixed(plan, row, column) === null)
        .filter((column) => toCellWords(row, column) !== '')
        .map((column) => ({ row, column, words: '' })),
    );
    applyCells(plan, edits, { toLabel: text.clearCells });
  };
  const onSave = (
    row: TableRow,
    column: TableColumn,
    words: string,
    after: AfterEdit,
    isAll: boolean,
  ): void => {
    cells.edit(false);
    const targets = isAll ? cells.marked().rows : [row];
    if (isAll || words.trim() !== toCellWords(row, column)) {
      const value = words.trim();
      applyCells(
        plan,
        targets.map((each) => ({ row: each, column, words: value })),
        isAll ? { toLabel: (changed) => text.setCells(column, value, changed) } : {},
      );
    }
    const [down, right] = movesAfter[after];
    if (after !== 'stay') cells.step(down, right);
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (isField(event.target)) return;
    const marked = cells.marked();
    if (marked.rows.length === 0) return;
    event.preventDefault();
    const lines = marked.rows.map((row) => marked.columns.map((column) => toCellWords(row, column)));
    event.clipboardData.setData('text/plain', toSheetText(lines));
    if (event.type === 'cut') showToast(text.cut);
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (isField(event.target) || cells.range === null) return;
    event.preventDefault();
    const lines = readSheetText(event.clipboardData.getData('text/plain'));
    if (lines.length === 0) return;
    const { edits, rowsLeft } = toPasteEdits(lines, cells.range, { rows, columns }, all);
    applyCells(plan, edits, { toLabel: text.pasteCells, rowsLeft });
  };
  return {
    onSave: useSteady(onSave),
    handlers: {
      onKeyDown: (event) => {
        const isCell = event.target instanceof Element && event.target.hasAttribute('data-cell');
        if (!isCell || cells.isEditing) return;
        const toggleRow = (): void => {
          if (active !== undefined) toggle(active);
        };
        if (!runCellKey(event, cells, { edit, clear, toggleRow })) return;
        event.preventDefault();
        event.stopPropagation();
      },
      // Whoever comes in with Tab stands in a cell as well.
      onFocus: (event) => {
        const isCell = event.target instanceof Element && event.target.hasAttribute('data-cell');
        const place = isCell && cells.active === null ? findPlace(event.target, rows, columns) : null;
        if (place !== null) cells.mark(place);
      },
      onPointerDown: (event) => {
        const place = isField(event.target) ? null : findPlace(event.target, rows, columns);
        if (place !== null && event.button === 0) cells.mark(place, event.shiftKey);
      },
      onPointerMove: (event) => {
        if (event.buttons !== 1 || cells.isEditing || isField(event.target)) return;
        const place = findPlace(event.target, rows, columns);
        const isNew = place?.row !== cells.active?.row || place?.column !== cells.active?.column;
        if (place !== null && cells.active !== null && isNew) cells.mark(place, true);
      },
      onDoubleClick: (event) => {
        if (!isField(event.target) && findPlace(event.target, rows, columns) !== null) edit();
      },
      onCopy,
      // The cells stay until somebody clears them: a cut that is never pasted would lose them.
      onCut: onCopy,
      onPaste,
    },
  };
}
