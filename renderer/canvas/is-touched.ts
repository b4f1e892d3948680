import type { MapBox, MapView } from '#core/projections/map-box.ts';

/** Whether a box stands out while an impact is shown: it is touched itself, or one of its rows is. */
export function isTouched(view: MapView, box: MapBox, touched: ReadonlySet<string>): boolean {
  if (box.node !== null && touched.has(box.node)) return true;
  if (box.isRow || box.kind !== 'server') return false;
  const rows = rowsByServer.get(view) ?? toRows(view);
  rowsByServer.set(view, rows);
  return (rows.get(box.id) ?? []).some((row) => touched.has(row));
}

const rowsByServer = new WeakMap<MapView, ReadonlyMap<string, readonly string[]>>();

function toRows(view: MapView): ReadonlyMap<string, readonly string[]> {
  const rows = new Map<string, string[]>();
  for (const { isRow, parent, id } of view.boxes) {
    if (!isRow || parent === null) continue;
    const known = rows.get(parent);
    if (known === undefined) rows.set(parent, [id]);
    else known.push(id);
  }
  return rows;
}
