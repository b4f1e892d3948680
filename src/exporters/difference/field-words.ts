import { isSameJson } from '#core/base/same-json.ts';
import type { FieldDifference } from '#core/document/compare/record-fields.ts';
import type { FindName } from './plan-lookup.ts';
import { isOpaque, toLabel, toValueWords } from './value-words.ts';

function toListWords(
  field: string,
  from: readonly unknown[],
  to: readonly unknown[],
  nameOf: FindName,
): string {
  const added = to.filter((each) => !from.some((old) => isSameJson(old, each)));
  const gone = from.filter((each) => !to.some((now) => isSameJson(now, each)));
  const parts = [
    ...(added.length === 0 ? [] : [`+ ${toValueWords(field, added, nameOf)}`]),
    ...(gone.length === 0 ? [] : [`− ${toValueWords(field, gone, nameOf)}`]),
  ];
  return `${toLabel(field)} ${parts.length === 0 ? 'in another order' : parts.join(', ')}`;
}

/** How one field changed: `memory 8 GiB (was: 4 GiB)`; of lists what came and what went. */
export function toFieldDifferenceWords({ field, from, to }: FieldDifference, nameOf: FindName): string {
  if (isOpaque(field) || (field === 'evidence' && Array.isArray(to))) return `${toLabel(field)} changed`;
  if (field === 'order' || field === 'x' || field === 'y') return `another ${toLabel(field)}`;
  if (Array.isArray(from) && Array.isArray(to)) return toListWords(field, from, to, nameOf);
  if (typeof to === 'boolean') return to ? `${toLabel(field)} now` : `not ${toLabel(field)} any more`;
  return `${toLabel(field)} ${toValueWords(field, to, nameOf)} (was: ${toValueWords(field, from, nameOf)})`;
}

/** How several fields of a record changed, as one text. */
export function toFieldsWords(fields: readonly FieldDifference[], nameOf: FindName): string {
  return [...new Set(fields.map((each) => toFieldDifferenceWords(each, nameOf)))].join('; ');
}
