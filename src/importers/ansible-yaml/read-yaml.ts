import { toImportNote } from '../import-problem.ts';
import { toFigure } from '#core/base/figure.ts';
import { limits } from '../limits.ts';
import { expandRange } from '../ansible/expand-range.ts';
import {
  getGroup,
  getHost,
  makeInventory,
  type Inventory,
  type InventoryGroup,
  type InventoryValue,
} from '../ansible/inventory.ts';
import { isReadVariable, isSecretVariable } from '../ansible/variables.ts';
import type { YamlMap, YamlNode, YamlScalar } from './yaml-tree.ts';

/** Deeper groups than these are a circle of aliases. */
const groupDepth = 100;

function readVariables(
  inventory: Inventory,
  vars: Map<string, InventoryValue>,
  node: YamlNode | undefined,
): void {
  if (node?.is !== 'map') return;
  for (const [name, { key, value }] of node.entries) {
    if (value.is === 'scalar' && value.tag === '!vault')
      inventory.secrets.push({ line: key.line, kind: 'vault' });
    else if (isSecretVariable(name)) {
      const isThere =
        value.is === 'scalar' && value.value !== '' && !value.isNull && !value.value.includes('{{');
      if (isThere) inventory.secrets.push({ line: key.line, kind: 'password' });
    } else if (name === 'ansible_default_ipv4' && value.is === 'map') {
      const address = value.entries.get('address')?.value;
      if (address?.is === 'scalar' && !vars.has('ansible_host')) vars.set('ansible_host', toValue(address));
    } else if (isReadVariable(name) && value.is === 'scalar' && value.tag === '' && !value.isNull)
      vars.set(name, toValue(value));
  }
}

function toValue({ value, line }: YamlScalar): InventoryValue {
  return { value, line, quote: value.split('\n')[0]?.trim() ?? '' };
}

function addHosts(
  inventory: Inventory,
  file: string,
  group: InventoryGroup,
  pattern: YamlScalar,
  vars: YamlNode | undefined,
): void {
  const port = /^(.{1,1000}[^:[\]]):(\d{1,5})$/u.exec(pattern.value);
  const text = port !== null && !(port[1] ?? '').includes(':') ? (port[1] ?? pattern.value) : pattern.value;
  const names = expandRange(text);
  if (names === null) {
    const message = `The range "${text.slice(0, 100)}" stands for more than ${toFigure(limits.rangeNames)} hosts; it was left out.`;
    inventory.problems.push(toImportNote('range-too-large', file, message, pattern.line));
    return;
  }
  for (const name of names) {
    if (name === '' || name.length > limits.nameCharacters) continue;
    const host = getHost(inventory, name, pattern.line, pattern.value);
    group.hosts.add(name);
    readVariables(inventory, host.vars, vars);
  }
}

function readGroup(inventory: Inventory, file: string, key: YamlScalar, node: YamlNode, depth: number): void {
  const group = getGroup(inventory, key.value, key.line, key.value);
  if (node.is !== 'map' || depth > groupDepth) return;
  const hosts = node.entries.get('hosts')?.value;
  if (hosts?.is === 'map')
    for (const entry of hosts.entries.values()) addHosts(inventory, file, group, entry.key, entry.value);
  if (hosts?.is === 'list')
    for (const item of hosts.items)
      if (item.is === 'scalar') addHosts(inventory, file, group, item, undefined);
  if (hosts?.is === 'scalar' && !hosts.isNull) addHosts(inventory, file, group, hosts, undefined);
  const children = node.entries.get('children')?.value;
  if (children?.is === 'map') {
    for (const entry of children.entries.values()) {
      group.children.add(entry.key.value);
      readGroup(inventory, file, entry.key, entry.value, depth + 1);
    }
  }
  readVariables(inventory, group.vars, node.entries.get('vars')?.value);
}

/** Whether a mapping says where a machine is reached. */
function isMachine(node: YamlNode): node is YamlMap {
  if (node.is !== 'map') return false;
  return ['ip', 'ansible_host', 'address'].some((name) => node.entries.get(name)?.value.is === 'scalar');
}

/** Lists of mappings below `hosts:`, as hand-made inventory scripts read them: the path of names makes the host's name. */
function readNested(inventory: Inventory, node: YamlNode, path: readonly YamlScalar[]): void {
  if (path.length > groupDepth) return;
  if (node.is === 'list') {
    for (const item of node.items) readNested(inventory, item, path);
    return;
  }
  if (node.is !== 'map') return;
  for (const { key, value } of node.entries.values()) {
    if (!isMachine(value)) {
      readNested(inventory, value, [...path, key]);
      continue;
    }
    const host = getHost(inventory, [...path, key].map((part) => part.value).join('-'), key.line, key.value);
    for (const part of path) getGroup(inventory, part.value, part.line, part.value).hosts.add(host.name);
    readVariables(inventory, host.vars, value);
    const ip = value.entries.get('ip')?.value ?? value.entries.get('address')?.value;
    if (ip?.is === 'scalar' && !host.vars.has('ansible_host')) host.vars.set('ansible_host', toValue(ip));
  }
}

/** Reads an inventory in YAML notation. Source: Ansible, "How to build your inventory", and its `plugins/inventory/yaml.py`. */
export function readYamlInventory(file: string, root: YamlMap): Inventory {
  const inventory = makeInventory();
  const top = root.entries.get('hosts');
  if (top !== undefined && top.value.is === 'list') {
    readNested(inventory, top.value, []);
    return inventory;
  }
  for (const { key, value } of root.entries.values()) readGroup(inventory, file, key, value, 0);
  return inventory;
}
