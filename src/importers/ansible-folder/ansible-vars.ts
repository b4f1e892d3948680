import type { YamlDocuments, YamlNode } from '../ansible-yaml/yaml-tree.ts';
import { readYamlInventory } from '../ansible-yaml/read-yaml.ts';
import { readIniInventory } from '../ansible-ini/read-ini.ts';
import { ansibleIniImporter } from '../ansible-ini/ansible-ini.ts';
import { ansibleYamlImporter } from '../ansible-yaml/ansible-yaml.ts';
import { toInventoryItems } from '../ansible/inventory-items.ts';
import { getHost, makeInventory, type Inventory, type InventoryValue } from '../ansible/inventory.ts';
import { isReadVariable, isSecretVariable } from '../ansible/variables.ts';
import type { Detection, Importer, Proposal, SourceText } from '../contract.ts';
import { addNote, inspectTree, makeDraft, toDraftProposal, type Draft } from '../json/draft.ts';
import { childOf, entriesOf, isSaid } from '../json/pick.ts';
import { quoteOf } from '../json/quote.ts';
import { readTree, readYamlTree } from '../json/read-tree.ts';
import { maskSecrets } from '../secrets.ts';

const format = 'ansible-vars';
const ignored = /(?:~|\.(?:orig|bak|cfg|retry|pyc|swp|md|txt|rst))$|(?:^|\/)\./iu;

/** Whose variables a file holds, by the folder that it lies in. */
interface VarsPlace {
  readonly folder: string;
  readonly of: 'group' | 'host';
  readonly name: string;
}

function toPlace(name: string): VarsPlace | undefined {
  if (ignored.test(name)) return undefined;
  const match = /^((?:.*\/)?)(group|host)_vars\/([^/]{1,253})(?:\/.{1,1000})?$/u.exec(name);
  if (match === null) return undefined;
  const inside = name.slice((match[1] ?? '').length).split('/').length > 2;
  const owner = inside ? (match[3] ?? '') : (match[3] ?? '').replace(/\.(?:ya?ml|json)$/iu, '');
  return { folder: match[1] ?? '', of: match[2] === 'host' ? 'host' : 'group', name: owner };
}

function detect(file: SourceText): Detection {
  const place = toPlace(file.name);
  return place === undefined
    ? { score: 0, because: 'not below group_vars or host_vars' }
    : { score: 100, because: `variables of the ${place.of} "${place.name}"` };
}

/** The inventories beside the folder (or above it), in name order; the first word of a doubled host counts. */
function readInventories(folder: string, others: readonly SourceText[]): Inventory {
  const merged = makeInventory();
  for (const file of others) {
    if (!file.name.startsWith(folder) || toPlace(file.name) !== undefined) continue;
    const inventory = readInventoryOf(file);
    for (const [name, group] of inventory?.groups ?? []) {
      const known = merged.groups.get(name);
      if (known === undefined) merged.groups.set(name, group);
      for (const host of group.hosts) known?.hosts.add(host);
      for (const child of group.children) known?.children.add(child);
    }
    for (const [name, host] of inventory?.hosts ?? [])
      if (!merged.hosts.has(name)) merged.hosts.set(name, host);
  }
  return merged;
}

function readInventoryOf(file: SourceText): Inventory | undefined {
  if (ansibleIniImporter.detect(file).score >= 60) {
    return readIniInventory(file, maskSecrets(file.lines.join('\n')).text.split('\n'));
  }
  if (ansibleYamlImporter.detect(file).score < 60) return undefined;
  const read = readYamlTree(file);
  const root = read.ok ? read.value.documents[0] : undefined;
  return root?.is === 'map' && !root.entries.has('plugin') ? readYamlInventory(file.name, root) : undefined;
}

function readVars(draft: Draft, root: YamlNode | undefined): Map<string, InventoryValue> {
  const vars = new Map<string, InventoryValue>();
  for (const { key, value } of entriesOf(root)) {
    const address = key.value === 'ansible_default_ipv4' ? childOf(value, 'address') : undefined;
    const name = isSaid(address) ? 'ansible_host' : key.value;
    const said = isSaid(address) ? address : value;
    if (isSecretVariable(name) || !isReadVariable(name) || !isSaid(said)) continue;
    const { line, quote } = quoteOf(draft.file, said, '');
    vars.set(name, { value: said.value, line, quote });
  }
  return vars;
}

/** The groups inside a group, itself first; a circle ends where it closes. */
function toGroupsBelow(inventory: Inventory, name: string): ReadonlySet<string> {
  const below = new Set([name]);
  for (const each of below) for (const child of inventory.groups.get(each)?.children ?? []) below.add(child);
  return below;
}

/** The hosts that a group's variables reach: not those for which a nearer place says the same. */
function findHosts(inventory: Inventory, place: VarsPlace, variable: string): readonly string[] {
  if (place.of === 'host') return [place.name];
  const isAll = place.name === 'all';
  const below = isAll ? new Set(inventory.groups.keys()) : toGroupsBelow(inventory, place.name);
  const nearer = [...below].filter((name) => name !== place.name && name !== 'all');
  const taken = new Set(
    nearer
      .filter((name) => inventory.groups.get(name)?.vars.has(variable) === true)
      .flatMap((name) => [...(inventory.groups.get(name)?.hosts ?? [])]),
  );
  const members = isAll
    ? [...inventory.hosts.keys()]
    : [...below].flatMap((name) => [...(inventory.groups.get(name)?.hosts ?? [])]);
  return [...new Set(members)].filter(
    (host) => !taken.has(host) && inventory.hosts.get(host)?.vars.has(variable) !== true,
  );
}

function addHosts(draft: Draft, place: VarsPlace, inventory: Inventory, root: YamlNode | undefined): void {
  const own = makeInventory();
  const vars = readVars(draft, root);
  for (const [variable, value] of vars) {
    for (const name of findHosts(inventory, place, variable)) {
      if (place.of === 'host' && inventory.hosts.size > 0 && !inventory.hosts.has(name)) continue;
      getHost(own, name, value.line, value.quote).vars.set(variable, value);
    }
  }
  for (const item of toInventoryItems(own, draft.file.name)) {
    if (item.is !== 'node') {
      draft.collector.add(item);
      continue;
    }
    // The name of the host stands in the inventory, not here; what stands here are its values.
    draft.collector.add({
      ...item,
      confidence: 'likely',
      reasons: [`variables of the ${place.of} "${place.name}"`],
      evidence: item.evidence.filter(
        (each) => each.field !== 'name' || own.hosts.get(item.name) === undefined,
      ),
    });
  }
}

function parse(file: SourceText, others: readonly SourceText[]): Proposal {
  const draft = makeDraft(file);
  const place = toPlace(file.name);
  if (file.lines[0]?.startsWith('$ANSIBLE_VAULT;') === true) {
    draft.secrets.push({ line: 1, kind: 'vault' });
    addNote(draft, 'vault-file', 'The file is locked by Ansible Vault; nothing of it was read.', 1);
    return toDraftProposal(draft, format);
  }
  const read = readTree(file);
  if (place === undefined || !read.ok) {
    addNote(
      draft,
      'not-yaml',
      read.ok ? 'It lies in no folder of variables.' : read.error.message,
      read.ok ? null : read.error.line,
    );
    return toDraftProposal(draft, format);
  }
  const tree: YamlDocuments = read.value;
  inspectTree(draft, tree);
  addHosts(draft, place, readInventories(place.folder, others), tree.documents[0]);
  return toDraftProposal(draft, format);
}

/** Files below `group_vars` and `host_vars`: what they say of the hosts of the inventories beside them. */
export const ansibleVarsImporter: Importer = {
  format,
  title: 'Ansible variables (group_vars, host_vars)',
  detect,
  parse,
};
