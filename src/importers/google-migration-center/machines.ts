import type { SourceText } from '../contract.ts';
import { toNameKey } from '../csv/table-reader.ts';
import { toImportError, toImportNote } from '../import-problem.ts';
import { readMaskedTable } from '../csv/masked-table.ts';
import { makeMachineIndex, type IndexedMachine } from '../vendor-table/machine-index.ts';
import { glanceAtHeadings, type VendorReading } from '../vendor-table/vendor-format.ts';
import { toHeadingKey, toVendorRows, type VendorRow } from '../vendor-table/vendor-row.ts';

/** Whether headings are those of vmInfo. */
export function isMachineTable(headings: ReadonlySet<string>): boolean {
  return headings.has('machineid') && headings.has('machinename');
}

function readMachines(file: SourceText): readonly VendorRow[] {
  if (!isMachineTable(new Set(glanceAtHeadings(file).map(toHeadingKey)))) return [];
  return toVendorRows(readMaskedTable(file).table);
}

/** The rows of a table by the machine that they belong to, in the order of the machines' first rows. */
export function groupByMachine(reading: VendorReading): ReadonlyMap<IndexedMachine, readonly VendorRow[]> {
  const { reader, rows, others } = reading;
  const found = others.flatMap(readMachines).flatMap((row) => {
    const id = row.find('machineid')?.value;
    const name = row.find('machinename')?.value ?? id;
    if (name === undefined) return [];
    const identities = id === undefined ? [] : [id];
    return [{ key: `server:${toNameKey(name)}`, name, identities, row, id }];
  });
  if (found.length === 0) {
    const message = 'This table only adds to vmInfo. Import both together.';
    reader.problems.push(toImportError('no-machine-table', reader.file, message));
    return new Map();
  }
  const index = makeMachineIndex(found);
  const groups = new Map<IndexedMachine, VendorRow[]>();
  const strangers = new Set<string>();
  for (const row of rows) {
    const machine = index.find(row.find('machineid'), undefined);
    if (machine === undefined) strangers.add(row.find('machineid')?.value ?? '');
    else {
      const group = groups.get(machine);
      if (group === undefined) groups.set(machine, [row]);
      else group.push(row);
    }
  }
  if (strangers.size > 0) {
    const message = `${strangers.size} machine(s) stand in no vmInfo table; their rows were left out.`;
    reader.problems.push(toImportNote('unknown-machines', reader.file, message));
  }
  return groups;
}
