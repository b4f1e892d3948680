import type { ImportProblem } from '../contract.ts';
import type { SecretMark } from '#core/model/source.ts';

/** A value of an inventory with the words of its line. */
export interface InventoryValue {
  readonly value: string;
  readonly line: number;
  readonly quote: string;
}

/** A group as a file tells it; hosts and children by name, in the order of the file. */
export interface InventoryGroup {
  readonly name: string;
  readonly line: number;
  readonly quote: string;
  readonly hosts: Set<string>;
  readonly children: Set<string>;
  readonly vars: Map<string, InventoryValue>;
}

/** A host as a file tells it. */
export interface InventoryHost {
  readonly name: string;
  readonly line: number;
  readonly quote: string;
  readonly vars: Map<string, InventoryValue>;
}

/** An inventory in the form that both notations share. */
export interface Inventory {
  readonly groups: Map<string, InventoryGroup>;
  readonly hosts: Map<string, InventoryHost>;
  readonly problems: ImportProblem[];
  readonly secrets: SecretMark[];
}

/** An inventory with nothing in it. */
export function makeInventory(): Inventory {
  return { groups: new Map(), hosts: new Map(), problems: [], secrets: [] };
}

/** The group of that name; started when it is new. */
export function getGroup(inventory: Inventory, name: string, line: number, quote: string): InventoryGroup {
  const known = inventory.groups.get(name);
  if (known !== undefined) return known;
  const group = {
    name,
    line,
    quote,
    hosts: new Set<string>(),
    children: new Set<string>(),
    vars: new Map<string, InventoryValue>(),
  };
  inventory.groups.set(name, group);
  return group;
}

/** The host of that name; started when it is new. */
export function getHost(inventory: Inventory, name: string, line: number, quote: string): InventoryHost {
  const known = inventory.hosts.get(name);
  if (known !== undefined) return known;
  const host = { name, line, quote, vars: new Map<string, InventoryValue>() };
  inventory.hosts.set(name, host);
  return host;
}
