import type { ProposedEvidence, ProposedNode } from '../contract.ts';
import { splitValues } from '../csv/cell-words.ts';
import { toEvidence } from '../csv/row-view.ts';
import { isNoValue, parseCellNumber } from '../csv/units.ts';
import { toImportNote } from '../import-problem.ts';
import { addFacts } from '../vendor-table/add-facts.ts';
import type { IndexedMachine } from '../vendor-table/machine-index.ts';
import type { VendorReading } from '../vendor-table/vendor-format.ts';
import type { VendorCell, VendorRow } from '../vendor-table/vendor-row.ts';
import { findMachines } from './machines.ts';

/** The number of a cell; nothing for gaps and for zero, which is what RVTools writes where it knows nothing. */
export function findNumber(cell: VendorCell | undefined): number | undefined {
  const value = cell === undefined ? null : parseCellNumber(cell.value, cell.style);
  return value === null || value.value <= 0 ? undefined : value.value;
}

function groupRows(reading: VendorReading): ReadonlyMap<IndexedMachine, readonly VendorRow[]> {
  const find = findMachines(reading.file, reading.others);
  const groups = new Map<IndexedMachine, VendorRow[]>();
  let strangers = 0;
  for (const row of reading.rows) {
    const machine = find(row);
    if (machine === undefined) {
      strangers += 1;
      continue;
    }
    const group = groups.get(machine);
    if (group === undefined) groups.set(machine, [row]);
    else group.push(row);
  }
  if (strangers > 0) {
    const message = `${strangers} row(s) name no machine of the tab vInfo, or one of several of that name; they were left out.`;
    reading.reader.problems.push(toImportNote('unknown-machines', reading.reader.file, message));
  }
  return groups;
}

/** What a tab can say of machines of which vInfo does not say it. */
export interface TabSize {
  /** Headings of vInfo that say it already. */
  readonly saidBy: readonly string[];
  readonly from: string;
  readonly field: string;
  readonly toFields: (sum: number) => Partial<ProposedNode>;
}

/** Adds up a column of a tab by machine, where vInfo names no value of its own. */
export function joinSizes(reading: VendorReading, size: TabSize): void {
  for (const [machine, rows] of groupRows(reading)) {
    if (size.saidBy.some((key) => findNumber(machine.row.find(key)) !== undefined)) continue;
    const cells = rows
      .flatMap((row) => row.find(size.from) ?? [])
      .filter((cell) => findNumber(cell) !== undefined);
    const sum = cells.reduce((total, cell) => total + (findNumber(cell) ?? 0), 0);
    if (sum === 0) continue;
    const evidence = cells.map((cell) => toEvidence(cell, size.field));
    addFacts(
      reading.reader,
      machine,
      size.toFields(sum),
      evidence,
      `the tab "${reading.file.sheet?.name ?? reading.file.name}"`,
    );
  }
}

/** Adds the addresses of network cards, except the one that vInfo names. */
export function joinAddresses(reading: VendorReading): void {
  for (const [machine, rows] of groupRows(reading)) {
    const known = machine.row.find('primaryipaddress')?.value;
    const addresses: string[] = [];
    const evidence: ProposedEvidence[] = [];
    for (const cell of rows.flatMap((row) =>
      row.all(/^(?:ipv4address|ipv6address|ipaddress|macaddress)$/u),
    )) {
      const values = splitValues(cell.value).filter(
        (value) => value !== known && !isNoValue(value) && !/^fe80:/iu.test(value),
      );
      if (values.length === 0) continue;
      addresses.push(...values);
      evidence.push(toEvidence(cell, 'addresses'));
    }
    if (addresses.length === 0) continue;
    addFacts(reading.reader, machine, { addresses: [...new Set(addresses)] }, evidence, 'its network cards');
  }
}
