import type { YamlNode } from '../ansible-yaml/yaml-tree.ts';
import { toInventoryItems } from '../ansible/inventory-items.ts';
import {
  getGroup,
  getHost,
  makeInventory,
  type Inventory,
  type InventoryValue,
} from '../ansible/inventory.ts';
import { isReadVariable, isSecretVariable } from '../ansible/variables.ts';
import type { Detection, Importer, Proposal, SourceText } from '../contract.ts';
import { toImportError } from '../import-problem.ts';
import { inspectTree, makeDraft, refuse, toDraftProposal } from '../json/draft.ts';
import { childOf, childrenOf, entriesOf, hasKeys, isSaid, nodeAt } from '../json/pick.ts';
import { quoteOf } from '../json/quote.ts';
import { readJsonTree } from '../json/read-tree.ts';

const format = 'ansible-list';

function rootOf(file: SourceText): YamlNode | undefined {
  const read = readJsonTree(file);
  return read.ok ? read.value.documents[0] : undefined;
}

function isGroup(node: YamlNode): boolean {
  if (node.is === 'list') return node.items.length > 0 && node.items.every(isSaid);
  return ['hosts', 'children'].some((key) => childOf(node, key)?.is === 'list');
}

function detect(file: SourceText): Detection {
  const root = rootOf(file);
  if (root?.is !== 'map') return { score: 0, because: 'no groups of hosts' };
  if (nodeAt(root, '_meta.hostvars') !== undefined) return { score: 99, because: '_meta with hostvars' };
  const groups = entriesOf(root).filter(({ value }) => isGroup(value)).length;
  const isAll = hasKeys(root, 'all') && groups === root.entries.size;
  return isAll
    ? { score: 85, because: 'the group "all" with hosts or children' }
    : { score: 0, because: 'no hostvars' };
}

/** `{"__ansible_unsafe": "x"}` is x; a vault is a secret and nothing else. */
function unwrap(node: YamlNode): YamlNode {
  return childOf(node, '__ansible_unsafe') ?? node;
}

function readVars(
  inventory: Inventory,
  file: SourceText,
  vars: Map<string, InventoryValue>,
  node: YamlNode | undefined,
): void {
  for (const { key, value } of entriesOf(node)) {
    if (childOf(value, '__ansible_vault') !== undefined)
      inventory.secrets.push({ line: key.line, kind: 'vault' });
    const name = key.value;
    if (isSecretVariable(name) || !isReadVariable(name)) {
      const address = name === 'ansible_default_ipv4' ? childOf(value, 'address') : undefined;
      if (isSaid(address) && !vars.has('ansible_host'))
        vars.set('ansible_host', { value: address.value, ...placeOf(file, address) });
      continue;
    }
    const plain = unwrap(value);
    if (isSaid(plain)) vars.set(name, { value: plain.value, ...placeOf(file, plain) });
  }
}

function placeOf(
  file: SourceText,
  scalar: Parameters<typeof quoteOf>[1],
): { readonly line: number; readonly quote: string } {
  const { line, quote } = quoteOf(file, scalar, '');
  return { line, quote };
}

function readInventory(file: SourceText, root: YamlNode): Inventory {
  const inventory = makeInventory();
  for (const { key, value } of entriesOf(root)) {
    if (key.value === '_meta') continue;
    const place = placeOf(file, key);
    const group = getGroup(inventory, key.value, place.line, place.quote);
    for (const host of value.is === 'list' ? value.items : childrenOf(childOf(value, 'hosts'))) {
      if (!isSaid(host)) continue;
      const at = placeOf(file, host);
      getHost(inventory, host.value, at.line, at.quote);
      group.hosts.add(host.value);
    }
    for (const child of childrenOf(childOf(value, 'children')))
      if (isSaid(child)) group.children.add(child.value);
    readVars(inventory, file, group.vars, childOf(value, 'vars'));
  }
  for (const { key, value } of entriesOf(nodeAt(root, '_meta.hostvars'))) {
    const at = placeOf(file, key);
    readVars(inventory, file, getHost(inventory, key.value, at.line, at.quote).vars, value);
  }
  return inventory;
}

function parse(file: SourceText): Proposal {
  const read = readJsonTree(file);
  if (!read.ok) return refuse(file, format, 'not-json', read.error.message, read.error.line);
  const [root] = read.value.documents;
  if (root?.is !== 'map')
    return refuse(
      file,
      format,
      'no-inventory',
      'It is JSON, but no inventory: there is no mapping of groups.',
    );
  const draft = makeDraft(file);
  inspectTree(draft, read.value);
  const inventory = readInventory(file, root);
  const items = toInventoryItems(inventory, file.name);
  draft.problems.push(...inventory.problems);
  draft.secrets.push(...inventory.secrets);
  if (inventory.hosts.size === 0)
    draft.problems.push(toImportError('no-hosts', file.name, 'The inventory names no hosts.'));
  return { ...toDraftProposal(draft, format), items };
}

/** What `ansible-inventory --list` and inventory scripts print. Source: Ansible, `plugins/inventory/script.py`. */
export const ansibleListImporter: Importer = { format, title: 'Ansible inventory (--list)', detect, parse };
