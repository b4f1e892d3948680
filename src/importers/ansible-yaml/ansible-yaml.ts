import type { Detection, Importer, ImportProblem, Proposal, SourceText } from '../contract.ts';
import { toInventoryItems } from '../ansible/inventory-items.ts';
import type { Inventory } from '../ansible/inventory.ts';
import { makeInventory } from '../ansible/inventory.ts';
import { toNoHosts } from '../ansible/no-hosts.ts';
import { toImportError, toImportNote } from '../import-problem.ts';
import { limits, toLimitMessage } from '../limits.ts';
import { maskSecrets } from '../secrets.ts';
import { readYamlInventory } from './read-yaml.ts';
import { parseYaml, type YamlNode } from './yaml-tree.ts';

const sampled = 3000;

/** Looks at the keys of the first two levels, without parsing: a large file is detected as quickly as a small one. */
function detect(file: SourceText): Detection {
  const lines = file.lines.slice(0, sampled);
  if (lines[0]?.startsWith('$ANSIBLE_VAULT;') === true)
    return { score: 95, because: 'it is locked by Ansible Vault' };
  const isYamlName = /\.ya?ml$/iu.test(file.name);
  const bare = lines.filter((line) => !/^\s*(?:#|$)/u.test(line));
  if (bare.length === 0) return { score: 0, because: 'no keys' };
  const isJinja = bare.some((line) => /^\s*\{%-?\s/u.test(line));
  const top = bare.flatMap((line) => /^([\w.-]{1,200}):(?:\s|$)/u.exec(line)?.[1] ?? []);
  const isPlay =
    bare.some((line) => /^\s{0,4}-\s+hosts:/u.test(line)) ||
    (bare.some((line) => /^-\s+name:/u.test(line)) &&
      bare.some((line) => /^\s+(?:hosts|tasks|roles|become):/u.test(line)));
  const groups = bare.filter((line) =>
    /^\s+(?:hosts|children):\s*(?:\{.{0,200}\})?\s*(?:#.*)?$/u.test(line),
  ).length;
  if (isPlay) return { score: isYamlName ? 85 : 70, because: 'plays with hosts and tasks' };
  if (top.includes('all') && groups > 0)
    return { score: isJinja ? 85 : 97, because: 'the group "all" with hosts or children' };
  if (top.includes('plugin')) return { score: isYamlName ? 80 : 50, because: 'an inventory plugin' };
  if (groups > 0 && top.length > 0)
    return { score: isYamlName ? 85 : 65, because: 'groups with hosts or children' };
  if (top.length === 1 && top[0] === 'hosts')
    return { score: isYamlName ? 75 : 40, because: 'a list of hosts' };
  return { score: 0, because: 'no groups of hosts' };
}

/** Why a file of Ansible is no inventory that can be read; `undefined` when it is one. */
function findRefusal(file: SourceText, root: YamlNode | undefined): ImportProblem | undefined {
  if (root?.is === 'list') {
    const message =
      'It is an Ansible playbook: it says what is done, not which machines there are. Import the inventory (hosts file) beside it.';
    return toImportError('playbook', file.name, message, root.line);
  }
  if (root?.is !== 'map')
    return toImportError(
      'no-inventory',
      file.name,
      'It is YAML, but no inventory: there is no mapping of groups.',
    );
  const plugin = root.entries.get('plugin');
  if (plugin === undefined) return undefined;
  const name = plugin.value.is === 'scalar' ? plugin.value.value : '';
  const message = `It is a dynamic inventory (plugin "${name}"), which is never run. Export it with "ansible-inventory --list --yaml" and import the result.`;
  return toImportError('dynamic-inventory', file.name, message, plugin.key.line);
}

function toProposal(file: SourceText, inventory: Inventory, items: Proposal['items']): Proposal {
  const secrets = [...inventory.secrets].sort((a, b) => a.line - b.line);
  return {
    source: { name: file.name, format: 'ansible-yaml', sha256: file.sha256, text: null, totals: [], secrets },
    items,
    notUnderstood: [],
    problems: inventory.problems,
  };
}

function refuse(file: SourceText, problem: ImportProblem): Proposal {
  const inventory = makeInventory();
  inventory.problems.push(problem);
  return toProposal(file, inventory, []);
}

function parse(file: SourceText): Proposal {
  if (file.lines[0]?.startsWith('$ANSIBLE_VAULT;') === true) {
    const inventory = makeInventory();
    inventory.secrets.push({ line: 1, kind: 'vault' });
    inventory.problems.push(
      toImportNote(
        'vault-file',
        file.name,
        'The file is locked by Ansible Vault; nothing of it was read.',
        1,
      ),
    );
    return toProposal(file, inventory, []);
  }
  const template = file.lines.findIndex((line) => /^\s*\{%-?\s/u.test(line));
  if (template >= 0) {
    const message =
      'It is a Jinja template, not the inventory itself. Render it, or export it with "ansible-inventory --list --yaml".';
    return refuse(file, toImportError('jinja-template', file.name, message, template + 1));
  }
  const text = file.lines.join('\n');
  if (text.length > limits.yamlBytes) {
    return refuse(
      file,
      toImportError(
        'too-large',
        file.name,
        toLimitMessage('Characters of YAML', text.length, limits.yamlBytes),
      ),
    );
  }
  const read = parseYaml(text);
  if (!read.ok)
    return refuse(file, toImportError('not-yaml', file.name, read.error.message, read.error.line));
  const { documents, doubled } = read.value;
  const [root] = documents;
  const refusal = findRefusal(file, root);
  if (refusal !== undefined || root?.is !== 'map')
    return refuse(file, refusal ?? toImportError('no-inventory', file.name, 'There is no inventory in it.'));
  const inventory = readYamlInventory(file.name, root);
  for (const { key, line } of doubled) {
    inventory.problems.push(
      toImportNote('double-key', file.name, `The key "${key}" stands twice; the first one was taken.`, line),
    );
  }
  if (documents.length > 1)
    inventory.problems.push(
      toImportNote('more-documents', file.name, 'Only the first document of the file was read.'),
    );
  const marked = new Set(inventory.secrets.map((mark) => mark.line));
  inventory.secrets.push(
    ...maskSecrets(text).secrets.filter((mark) => !marked.has(mark.line) && !marked.has(mark.line - 1)),
  );
  const items = toInventoryItems(inventory, file.name);
  if (inventory.hosts.size === 0) inventory.problems.push(toNoHosts(file.name, inventory.problems));
  return toProposal(file, inventory, items);
}

/** Ansible inventories in YAML notation. */
export const ansibleYamlImporter: Importer = {
  format: 'ansible-yaml',
  title: 'Ansible inventory (YAML)',
  detect,
  parse,
};
