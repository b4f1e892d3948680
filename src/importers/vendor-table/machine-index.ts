import { toNameKey } from '../csv/table-reader.ts';
import type { VendorCell, VendorRow } from './vendor-row.ts';

/** A machine of the main table of an export, as its other tables point at it. */
export interface IndexedMachine {
  readonly key: string;
  readonly name: string;
  readonly identities: readonly string[];
  readonly row: VendorRow;
}

/** The machines of a main table by id and by name. */
export interface MachineIndex {
  /** The machine of an id, else that of a name that only one machine has. */
  readonly find: (id: VendorCell | undefined, name: VendorCell | undefined) => IndexedMachine | undefined;
}

/** An index over the machines of a main table; the last of two with one id wins nothing: both are left out by name. */
export function makeMachineIndex(
  machines: readonly (IndexedMachine & { readonly id: string | undefined })[],
): MachineIndex {
  const byId = new Map<string, IndexedMachine>();
  const byName = new Map<string, IndexedMachine | null>();
  for (const machine of machines) {
    const name = toNameKey(machine.name);
    byName.set(name, byName.has(name) ? null : machine);
    if (machine.id !== undefined && !byId.has(machine.id)) byId.set(machine.id, machine);
  }
  return {
    find: (id, name) => byId.get(id?.value ?? '') ?? byName.get(toNameKey(name?.value ?? '')) ?? undefined,
  };
}
