import { toEvidence } from '../csv/row-view.ts';
import { parseCellNumber } from '../csv/units.ts';
import { addFacts } from '../vendor-table/add-facts.ts';
import type { VendorReading } from '../vendor-table/vendor-format.ts';
import type { VendorRow } from '../vendor-table/vendor-row.ts';
import { groupByMachine } from './machines.ts';

function sumOf(rows: readonly VendorRow[], key: string): number {
  const sizes = rows.map((row) => {
    const cell = row.find(key);
    return cell === undefined ? 0 : (parseCellNumber(cell.value, cell.style)?.value ?? 0);
  });
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) * 10) / 10;
}

/** Adds up the disks of machines whose vmInfo names no sum of its own. */
export function joinDisks(reading: VendorReading): void {
  for (const [machine, rows] of groupByMachine(reading)) {
    const isStated = Number(machine.row.find('totaldiskallocatedgib')?.value ?? 0) > 0;
    const isUseStated = Number(machine.row.find('totaldiskusedgib')?.value ?? 0) > 0;
    const size = isStated ? 0 : sumOf(rows, 'sizeingib');
    const used = isUseStated ? 0 : sumOf(rows, 'usedingib');
    if (size === 0 && used === 0) continue;
    const quotes = (key: string, field: string, value: number): ReturnType<typeof toEvidence>[] =>
      value === 0 ? [] : rows.flatMap((row) => row.find(key) ?? []).map((cell) => toEvidence(cell, field));
    const fields = {
      ...(size === 0 ? {} : { capacity: { diskGiB: size } }),
      ...(used === 0 ? {} : { usage: { diskGiB: used } }),
    };
    const evidence = [
      ...quotes('sizeingib', 'capacity.diskGiB', size),
      ...quotes('usedingib', 'usage.diskGiB', used),
    ];
    addFacts(reading.reader, machine, fields, evidence, `the sum of ${rows.length} disk(s)`);
  }
}
