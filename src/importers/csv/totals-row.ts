import type { StatedTotal } from '#core/model/source.ts';
import type { RowView } from './row-view.ts';

/** Whether a row is no thing but a sum: its name is "Total" or the like. */
export function isTotalsRow(row: RowView): boolean {
  const name = row.first('name')?.value ?? row.first('service')?.value ?? '';
  return /^(?:grand\s+|sub-?)?(?:totals?|sum|summe|gesamt)(?![\w-])/iu.test(name);
}

/** The number of servers that a totals row states, in its name or in a column of counts. */
export function findStatedTotal(row: RowView, found: number): StatedTotal | undefined {
  const name = row.first('name');
  const inName = /(\d{1,7})/u.exec(name?.value ?? '')?.[1];
  const inCount = /^\d{1,7}$/u.exec(row.first('count')?.value ?? '')?.[0];
  const stated = inName ?? inCount;
  if (stated === undefined) return undefined;
  const text = [name?.value ?? '', inName === undefined ? inCount : undefined]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  return { text, kind: 'server', stated: Number(stated), found, line: row.line };
}
