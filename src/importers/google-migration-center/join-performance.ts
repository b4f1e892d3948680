import { toEvidence } from '../csv/row-view.ts';
import { parseCellNumber, type NumberStyle } from '../csv/units.ts';
import { addFacts } from '../vendor-table/add-facts.ts';
import type { IndexedMachine } from '../vendor-table/machine-index.ts';
import type { VendorReading } from '../vendor-table/vendor-format.ts';
import type { VendorCell, VendorRow } from '../vendor-table/vendor-row.ts';
import { groupByMachine } from './machines.ts';

interface Sample {
  readonly value: number;
  readonly cell: VendorCell;
}

/** What of a series is kept. */
interface Peaks {
  readonly p95: Sample;
  readonly maximum: Sample;
}

function findPeaks(rows: readonly VendorRow[], key: string): Peaks | undefined {
  const samples = rows
    .flatMap((row): Sample[] => {
      const cell = row.find(key);
      const value = cell === undefined ? null : (parseCellNumber(cell.value, cell.style)?.value ?? null);
      return cell === undefined || value === null ? [] : [{ value, cell }];
    })
    .sort((a, b) => a.value - b.value);
  const p95 = samples[Math.max(0, Math.ceil(samples.length * 0.95) - 1)];
  const maximum = samples.at(-1);
  return p95 === undefined || maximum === undefined ? undefined : { p95, maximum };
}

function sizeOf(machine: IndexedMachine, key: string): number | undefined {
  const cell = machine.row.find(key);
  const style: NumberStyle = cell?.style ?? { decimal: '.' };
  const value = parseCellNumber(cell?.value ?? '', style)?.value ?? 0;
  return value > 0 ? value : undefined;
}

function toShare(percent: number, whole: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round((percent / 100) * whole * factor) / factor;
}

/** Memory in use in MiB: as bytes where the table has them, else as a share of what the machine was given. */
function findMemory(
  machine: IndexedMachine,
  rows: readonly VendorRow[],
): { readonly peaks: Peaks; readonly toMiB: (value: number) => number } | undefined {
  const bytes = findPeaks(rows, 'utilizedmemorybytes');
  if (bytes !== undefined) return { peaks: bytes, toMiB: (value) => Math.round(value / 1_048_576) };
  const percent = findPeaks(rows, 'memoryutilizationpercentage');
  const whole = sizeOf(machine, 'memorygib');
  if (percent === undefined || whole === undefined) return undefined;
  return { peaks: percent, toMiB: (value) => toShare(value, whole * 1024, 0) };
}

/** Reduces samples of use to the 95th percentile a machine; the maximum is told as the reason. */
export function joinPerformance(reading: VendorReading): void {
  for (const [machine, rows] of groupByMachine(reading)) {
    const cpu = findPeaks(rows, 'cpuutilizationpercentage');
    const cores = sizeOf(machine, 'allocatedprocessorcorecount');
    if (cpu !== undefined && cores !== undefined) {
      addFacts(
        reading.reader,
        machine,
        { usage: { vcpu: toShare(cpu.p95.value, cores, 2) } },
        [toEvidence(cpu.p95.cell, 'usage.vcpu')],
        `the 95th percentile of ${rows.length} samples; the highest is ${cpu.maximum.value} %`,
      );
    }
    const memory = findMemory(machine, rows);
    if (memory === undefined) continue;
    const { peaks, toMiB } = memory;
    addFacts(
      reading.reader,
      machine,
      { usage: { memoryMiB: toMiB(peaks.p95.value) } },
      [toEvidence(peaks.p95.cell, 'usage.memoryMiB')],
      `the 95th percentile of ${rows.length} samples; the highest is ${toMiB(peaks.maximum.value)} MiB`,
    );
  }
}
