import { useMemo } from 'react';
import { findLinesOf, type MapLines } from '#core/projections/map-lines.ts';
import { isPlaceKind } from '#core/projections/map-measures.ts';
import type { MapView } from '#core/projections/map-box.ts';
import { isTouched } from './is-touched.ts';
import type { Accents, Picture } from './picture.ts';

/** The lines both of whose ends stand out. */
function linesBetween(lines: MapLines, dimmed: Uint8Array): number[] {
  return lines.ids.flatMap((_, line) => {
    const [from, to] = [lines.ends[line * 2] ?? 0, lines.ends[line * 2 + 1] ?? 0];
    return dimmed[from] === 1 || dimmed[to] === 1 ? [] : [line];
  });
}

/** What stands out on the drawing: the selection and its dependencies, or what an impact touches. */
export function useAccents(
  view: MapView,
  picture: Picture | null,
  selection: ReadonlySet<string>,
  touched: ReadonlySet<string> | null,
): Accents {
  const positions = useMemo(() => new Map(view.boxes.map((box, at) => [box.id, at])), [view]);
  const dimmed = useMemo(
    () =>
      touched === null || picture === null
        ? null
        : Uint8Array.from(view.boxes, (box) =>
            isPlaceKind(box.kind) || isTouched(view, box, touched) ? 0 : 1,
          ),
    [view, picture, touched],
  );
  return useMemo(() => {
    const nodes = [...selection];
    const lines = picture?.lines;
    const picked = lines === undefined ? [] : lines.ids.flatMap((id, at) => (selection.has(id) ? [at] : []));
    const hot =
      lines === undefined
        ? []
        : dimmed === null
          ? [...findLinesOf(view, lines, selection), ...picked]
          : linesBetween(lines, dimmed);
    return {
      selected: nodes.flatMap((id) => positions.get(id) ?? []),
      hot,
      dimmed,
      nodes,
    };
  }, [view, picture, selection, positions, dimmed]);
}
