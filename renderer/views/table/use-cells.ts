import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TableColumn } from '#core/projections/table-columns.ts';
import type { TableRow } from '#core/projections/table-rows.ts';
import type { CellRange, ShownCells } from './paste-edits.ts';

/** One cell, whatever is shown around it. */
export interface CellPlace {
  readonly row: TableRow['id'];
  readonly column: TableColumn;
}

/** The marked cells: from where they were begun to where the focus is, and whether that one is being edited. */
export interface MarkedCells {
  readonly range: CellRange | null;
  readonly active: CellPlace | null;
  readonly isEditing: boolean;
  readonly isMany: boolean;
  readonly mark: (place: CellPlace, keepsBegin?: boolean) => void;
  /** Goes so many rows and columns on; stops at the edges. */
  readonly step: (down: number, right: number, keepsBegin?: boolean) => void;
  readonly markAll: () => void;
  readonly edit: (isEditing: boolean) => void;
  /** The rows and columns of the marked cells. */
  readonly marked: () => { readonly rows: readonly TableRow[]; readonly columns: readonly TableColumn[] };
}

interface Marks {
  readonly begin: CellPlace;
  readonly end: CellPlace;
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}

/** Keeps which cells of a table are marked; sorting and filtering keep the cells, not their places. */
export function useCells({ rows, columns }: ShownCells): MarkedCells {
  const [marks, setMarks] = useState<Marks | null>(null);
  const [isEditing, setEditing] = useState(false);
  const indexes = useMemo(() => new Map(rows.map((row, index) => [row.id, index])), [rows]);
  const at = (place: CellPlace): { down: number; right: number } | null => {
    const down = indexes.get(place.row);
    const right = columns.indexOf(place.column);
    return down === undefined || right < 0 ? null : { down, right };
  };
  const end = marks === null ? null : at(marks.end);
  const begin = marks === null ? null : (at(marks.begin) ?? end);
  const range: CellRange | null =
    end === null || begin === null
      ? null
      : {
          top: Math.min(begin.down, end.down),
          bottom: Math.max(begin.down, end.down),
          left: Math.min(begin.right, end.right),
          right: Math.max(begin.right, end.right),
        };
  const mark = (place: CellPlace, keepsBegin = false): void => {
    setEditing(false);
    setMarks((before) => ({ begin: keepsBegin && before !== null ? before.begin : place, end: place }));
  };
  const placeAt = (down: number, right: number): CellPlace | null => {
    const row = rows[clamp(down, rows.length - 1)];
    const column = columns[clamp(right, columns.length - 1)];
    return row === undefined || column === undefined ? null : { row: row.id, column };
  };
  return {
    range,
    active: end === null || marks === null ? null : marks.end,
    isEditing: isEditing && end !== null,
    isMany: range !== null && (range.top < range.bottom || range.left < range.right),
    mark,
    step: (down, right, keepsBegin = false) => {
      const from = end ?? { down: 0, right: 0 };
      const place = placeAt(from.down + down, from.right + right);
      if (place !== null) mark(place, keepsBegin);
    },
    markAll: () => {
      const first = placeAt(0, 0);
      const last = placeAt(rows.length - 1, columns.length - 1);
      if (first !== null && last !== null) setMarks({ begin: first, end: last });
    },
    edit: setEditing,
    marked: () =>
      range === null
        ? { rows: [], columns: [] }
        : {
            rows: rows.slice(range.top, range.bottom + 1),
            columns: columns.slice(range.left, range.right + 1),
          },
  };
}

/** A function that stays the same one and always does what it was given last: rows that don't change are not drawn again. */
export function useSteady<Arguments extends readonly unknown[], Answer>(
  latest: (...args: Arguments) => Answer,
): (...args: Arguments) => Answer {
  const kept = useRef(latest);
  useLayoutEffect(() => {
    kept.current = latest;
  });
  const [steady] = useState(
    () =>
      (...args: Arguments): Answer =>
        kept.current(...args),
  );
  return steady;
}
