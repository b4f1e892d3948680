import type { SourceText } from '../contract.ts';
import { readMaskedTable } from '../csv/masked-table.ts';
import { toNameKey } from '../csv/table-reader.ts';
import { glanceAtHeadings } from '../vendor-table/vendor-format.ts';
import { makeMachineIndex, type IndexedMachine, type MachineIndex } from '../vendor-table/machine-index.ts';
import { toVendorRows, type VendorRow } from '../vendor-table/vendor-row.ts';
import { findNamedTab, toBundle, toRvToolsKey } from './tabs.ts';

/** Whether a cell says yes; spreadsheet programs translate their booleans. */
export function isYes(value: string | undefined): boolean {
  return /^(?:true|1|yes|wahr|vrai|verdadero|vero|waar|prawda|ja)$/iu.test(value ?? '');
}

/** Why a row of any tab describes no machine of its own: in the plural, for the note that counts them. */
export function findReasonToLeaveOut(row: VendorRow): string | undefined {
  if (isYes(row.find('template')?.value)) return 'templates';
  if (isYes(row.find('srmplaceholder')?.value)) return 'placeholders of Site Recovery Manager';
  return /^vCLS(?![a-z])/u.test(row.find('vm')?.value ?? '')
    ? 'system machines of vSphere (vCLS)'
    : undefined;
}

/** The ids of a machine, strongest first. Its number in vCenter is one only together with that vCenter. */
export function toIdentities(row: VendorRow): readonly string[] {
  const number = row.find('vmid')?.value;
  const center = (row.find('visdkuuid') ?? row.find('visdkserver') ?? row.find('datacenter'))?.value;
  return [
    row.find('vmuuid')?.value,
    row.find('smbiosuuid')?.value,
    number === undefined || center === undefined ? undefined : `${center}/${number}`,
  ].filter((identity) => identity !== undefined);
}

/** Whether a file is the vInfo tab of the export that another file belongs to. */
function isMainTab(file: SourceText, bundle: string): boolean {
  if (toBundle(file) !== bundle) return false;
  const keys = new Set(glanceAtHeadings(file).map(toRvToolsKey));
  const named = findNamedTab(file);
  return (
    (named === undefined || named === 'vInfo') &&
    keys.has('vm') &&
    keys.has('powerstate') &&
    keys.has('cpus') &&
    keys.has('memory')
  );
}

const indexes = new WeakMap<SourceText, MachineIndex>();

function readIndex(file: SourceText): MachineIndex {
  const known = indexes.get(file);
  if (known !== undefined) return known;
  const seen = new Set<string>();
  const machines = toVendorRows(readMaskedTable(file).table, toRvToolsKey).flatMap((row) => {
    const name = row.find('vm')?.value;
    if (name === undefined || findReasonToLeaveOut(row) !== undefined) return [];
    const identities = toIdentities(row);
    const plain = `server:${toNameKey(name)}`;
    const key = seen.has(plain) ? `${plain}#${identities[0] ?? ''}` : plain;
    seen.add(plain);
    return [{ key, name, identities, row, id: row.find('vmid')?.value }];
  });
  const index = makeMachineIndex(machines);
  indexes.set(file, index);
  return index;
}

/** Finds the machines of the export that a tab belongs to; without its vInfo the tab's own names have to do. */
export function findMachines(
  file: SourceText,
  others: readonly SourceText[],
): (row: VendorRow) => IndexedMachine | undefined {
  const main = others.find((other) => isMainTab(other, toBundle(file)));
  if (main === undefined) {
    const own = new Map<string, IndexedMachine>();
    return (row) => {
      const name = row.find('vm')?.value;
      if (name === undefined) return undefined;
      const key = `server:${toNameKey(name)}`;
      const machine = own.get(key) ?? {
        key,
        name,
        identities: toIdentities(row),
        row: { line: 0, find: () => undefined, all: () => [] },
      };
      own.set(key, machine);
      return machine;
    };
  }
  const index = readIndex(main);
  return (row) => index.find(row.find('vmid'), row.find('vm'));
}

/** Whether another tab of the same export is there. */
export function hasTab(file: SourceText, others: readonly SourceText[], tab: string): boolean {
  return others.some((other) => toBundle(other) === toBundle(file) && findNamedTab(other) === tab);
}
