import type { Cost, Resources } from '#core/model/node.ts';
import type { ProposedEvidence } from '../contract.ts';
import { findCurrency } from './cell-words.ts';
import type { ColumnField } from './column-fields.ts';
import { toEvidence, type CellView, type RowView } from './row-view.ts';
import { isNoValue, parseCellNumber, toDiskGiB, toMemoryMiB } from './units.ts';

/** What a row says about sizes and money. */
export interface RowSizes {
  readonly capacity: Partial<Resources>;
  readonly usage: Partial<Resources>;
  readonly cost: Partial<Cost> | undefined;
  readonly evidence: readonly ProposedEvidence[];
}

function numberOf(cell: CellView): number | null {
  const product = /^(\d{1,4})\s{0,3}[x×*]\s{0,3}(\d{1,4})\b/u.exec(cell.value);
  if (product !== null) return Number(product[1]) * Number(product[2]);
  return parseCellNumber(cell.value, cell.style)?.value ?? null;
}

/** A size of zero or less is a gap in every tool that writes one. */
function positive(value: number | null): number | null {
  return value !== null && value > 0 && Number.isFinite(value) ? value : null;
}

function sizeOf(cell: CellView, what: 'memory' | 'disk'): number | null {
  if (isNoValue(cell.value)) return null;
  const number = parseCellNumber(cell.value, cell.style);
  if (number === null) return null;
  return positive(what === 'memory' ? toMemoryMiB(number, cell.unit) : toDiskGiB(number, cell.unit));
}

function isShare(cell: CellView): boolean {
  return cell.unit === '%' || cell.value.includes('%') || /util|usage|pct|load/iu.test(cell.heading);
}

/** The largest of several usage columns; a percentage counts of the capacity. */
function largestUsage(
  cells: readonly CellView[],
  whole: number | undefined,
  plain: (cell: CellView) => number | null,
  digits: number,
): { readonly value: number; readonly cell: CellView } | null {
  let best: { readonly value: number; readonly cell: CellView } | null = null;
  for (const cell of cells) {
    if (isNoValue(cell.value)) continue;
    const number = numberOf(cell);
    const factor = 10 ** digits;
    const value =
      isShare(cell) && !/[kmgt]i?b/iu.test(cell.value) && cell.unit !== 'MiB' && cell.unit !== 'GiB'
        ? number === null || whole === undefined
          ? null
          : Math.round((number / 100) * whole * factor) / factor
        : plain(cell);
    if (value !== null && value >= 0 && (best === null || value > best.value)) best = { value, cell };
  }
  return best;
}

function findCost(row: RowView): { readonly cost: Partial<Cost>; readonly cell: CellView } | undefined {
  const cell = row.first('cost');
  const amount =
    cell === undefined || isNoValue(cell.value)
      ? null
      : (parseCellNumber(cell.value, cell.style)?.value ?? null);
  if (cell === undefined || amount === null) return undefined;
  const words = `${cell.heading} ${cell.value}`;
  const currency = findCurrency(row.first('currency')?.value ?? '') ?? findCurrency(words);
  const per = /annual|year|p\.?a\.?\b|jahr/iu.test(words)
    ? 'year'
    : /hour|\/h\b/iu.test(words)
      ? 'hour'
      : /daily|per day|\/day/iu.test(words)
        ? 'day'
        : 'month';
  return { cost: { amount, per, ...(currency === undefined ? {} : { currency }) }, cell };
}

/** Reads capacity, usage and cost of a row, each with its words. Memory in MiB, disk in GiB. */
export function readSizes(row: RowView): RowSizes {
  const evidence: ProposedEvidence[] = [];
  const take = (cell: CellView | undefined, field: string, value: number | null): number | undefined => {
    if (cell === undefined || value === null) return undefined;
    evidence.push(toEvidence(cell, field));
    return value;
  };
  const firstSize = (field: ColumnField, what: 'memory' | 'disk', name: string): number | undefined => {
    const cells = row.of(field);
    const known = cells.flatMap((cell) => {
      const value = sizeOf(cell, what);
      return value === null ? [] : [{ cell, value }];
    });
    for (const { cell } of known) evidence.push(toEvidence(cell, name));
    return known.length === 0
      ? undefined
      : Math.round(known.reduce((sum, each) => sum + each.value, 0) * 10) / 10;
  };
  const cpuCell = row.first('vcpu');
  const sockets = row.first('sockets');
  const perSocket = row.first('coresPerSocket');
  const counted = cpuCell === undefined ? null : positive(numberOf(cpuCell));
  const product =
    sockets === undefined || perSocket === undefined
      ? null
      : positive((numberOf(sockets) ?? 0) * (numberOf(perSocket) ?? 0));
  const vcpu = take(cpuCell, 'capacity.vcpu', counted) ?? take(sockets, 'capacity.vcpu', product);
  const memoryMiB = firstSize('memory', 'memory', 'capacity.memoryMiB');
  const diskGiB = firstSize('disk', 'disk', 'capacity.diskGiB');
  const usedVcpu = largestUsage(row.of('usedVcpu'), vcpu, numberOf, 2);
  const usedMemory = largestUsage(row.of('usedMemory'), memoryMiB, (cell) => sizeOf(cell, 'memory'), 0);
  const usedDisk = largestUsage(row.of('usedDisk'), diskGiB, (cell) => sizeOf(cell, 'disk'), 1);
  const usage = {
    ...(usedVcpu === null ? {} : { vcpu: take(usedVcpu.cell, 'usage.vcpu', usedVcpu.value) ?? null }),
    ...(usedMemory === null
      ? {}
      : { memoryMiB: take(usedMemory.cell, 'usage.memoryMiB', usedMemory.value) ?? null }),
    ...(usedDisk === null ? {} : { diskGiB: take(usedDisk.cell, 'usage.diskGiB', usedDisk.value) ?? null }),
  };
  const money = findCost(row);
  if (money !== undefined) evidence.push(toEvidence(money.cell, 'cost.amount'));
  const capacity = {
    ...(vcpu === undefined ? {} : { vcpu }),
    ...(memoryMiB === undefined ? {} : { memoryMiB }),
    ...(diskGiB === undefined ? {} : { diskGiB }),
  };
  return { capacity, usage, cost: money?.cost, evidence };
}
