import type { NodeKind } from '#core/model/node.ts';
import { canContain } from '#core/model/node.ts';
import { isNoValue } from './units.ts';
import { toEvidence, type CellView, type RowView } from './row-view.ts';
import { remember, toNameKey, type TableReader } from './table-reader.ts';

interface Place {
  readonly kind: NodeKind;
  readonly type?: string;
  readonly cell: CellView;
}

const levels: readonly (readonly [
  field: 'provider' | 'site' | 'cluster' | 'host',
  kind: NodeKind,
  type: string | undefined,
])[] = [
  ['provider', 'provider', undefined],
  ['site', 'site', undefined],
  ['cluster', 'host', 'cluster'],
  ['host', 'host', undefined],
];

/** Two sites, and two clusters, of one name in two places are two; a host is the same wherever a row puts it. */
function toPlaceKey(reader: TableReader, place: Place, name: string, parent: string | undefined): string {
  const scope = parent === undefined ? '' : `${parent.slice(parent.indexOf(':') + 1)}/`;
  if (place.kind === 'site') return `site:${scope}${name}`;
  const key = `${place.kind}:${name}`;
  const known = place.type === 'cluster' ? reader.collector.getNode(key)?.parent : undefined;
  const isOther = known !== undefined && known !== null && parent !== undefined && known !== parent;
  return isOther ? `${place.kind}:${scope}${name}` : key;
}

/** Whether an earlier row said the very same of a place: most rows of a table name a place that is known. */
function isSaidSo(reader: TableReader, place: Place, key: string, parent: string | undefined): boolean {
  const { cell } = place;
  const known = reader.collector.getNode(key);
  return (
    known?.confidence === 'sure' &&
    known.name === cell.value &&
    known.parent === parent &&
    (place.type === undefined || known.type === place.type) &&
    cell.quote === undefined &&
    known.reasons[0] === `named in the column "${cell.heading}"` &&
    reader.known.get(toNameKey(cell.value)) === key
  );
}

/**
 * Adds the places that a row names (provider, site, cluster, host), each inside the one before, and answers the key of the
 * innermost one that can hold a node of `kind`. A site is told apart by its provider: two hosters may both have a "London".
 */
export function addPlaces(reader: TableReader, row: RowView, kind: NodeKind): string | undefined {
  const places = levels.flatMap(([field, placeKind, type]): Place[] => {
    const cell = row.first(field);
    if (cell === undefined || isNoValue(cell.value)) return [];
    return [{ kind: placeKind, cell, ...(type === undefined ? {} : { type }) }];
  });
  let parent: { readonly key: string; readonly kind: NodeKind } | undefined;
  for (const place of places) {
    if (
      place.kind === 'host' &&
      kind === 'host' &&
      toNameKey(place.cell.value) === toNameKey(row.first('name')?.value ?? '')
    )
      continue;
    const name = toNameKey(place.cell.value);
    const key = toPlaceKey(reader, place, name, parent?.key);
    if (isSaidSo(reader, place, key, parent?.key)) {
      parent = { key, kind: place.kind };
      continue;
    }
    const differences = reader.collector.add({
      is: 'node',
      key,
      kind: place.kind,
      name: place.cell.value,
      confidence: 'sure',
      reasons: [`named in the column "${place.cell.heading}"`],
      evidence: [
        toEvidence(place.cell, 'name'),
        ...(parent === undefined ? [] : [toEvidence(place.cell, 'parent')]),
      ],
      ...(place.type === undefined ? {} : { type: place.type }),
      ...(parent === undefined ? {} : { parent: parent.key }),
    });
    if (differences.includes('parent')) {
      reader.problems.push({
        code: 'two-places',
        file: reader.file,
        line: place.cell.line,
        message: `"${place.cell.value}" stands in two places; the first one was taken.`,
        severity: 'note',
      });
    }
    remember(reader, place.cell.value, key);
    parent = { key, kind: place.kind };
  }
  const holder = places.length === 0 ? undefined : parent;
  if (holder === undefined) return undefined;
  return canContain(holder.kind, kind) ? holder.key : undefined;
}
