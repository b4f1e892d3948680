import type { YamlNode, YamlScalar } from '../ansible-yaml/yaml-tree.ts';
import type { Detection, Importer, Proposal, SourceText } from '../contract.ts';
import { addMachine } from '../json/add-machine.ts';
import { addNote, inspectTree, makeDraft, refuse, toDraftProposal, type Draft } from '../json/draft.ts';
import { entriesOf, isSaid, nodeAt, scalarAt } from '../json/pick.ts';
import { readTree } from '../json/read-tree.ts';
import { factTools, type FactTool } from './fact-specs.ts';

interface Found {
  readonly facts: YamlNode;
  /** The key under which the facts stand: the name of the machine as the tool calls it. */
  readonly called: YamlScalar | undefined;
}

const wrappers = ['facts.data', 'facts', 'ansible_facts', 'value', 'rows'] as const;
/** Facts lie at most so deep: a list of answers, a name, a wrapper. */
const deepest = 4;

function findFacts(
  tool: FactTool,
  node: YamlNode,
  called: YamlScalar | undefined,
  depth = 0,
): readonly Found[] {
  if (tool.isFacts(node)) return [{ facts: node, called }];
  if (depth >= deepest) return [];
  if (node.is === 'list') return node.items.flatMap((item) => findFacts(tool, item, undefined, depth + 1));
  if (node.is !== 'map') return [];
  const name = scalarAt(node, 'certname') ?? called;
  for (const wrapper of wrappers) {
    const inner = nodeAt(node, wrapper);
    const found = inner === undefined ? [] : findFacts(tool, inner, name, depth + 1);
    if (found.length > 0) return found;
  }
  return entriesOf(node).flatMap(({ key, value }) =>
    value.is === 'map' ? findFacts(tool, value, key, depth + 1) : [],
  );
}

/** PuppetDB's list of `{certname, name, value}` or `data: [{name, value}]` as one mapping a machine. */
function gatherRows(root: YamlNode): YamlNode {
  if (
    root.is !== 'list' ||
    root.items.length === 0 ||
    !root.items.every((item) => nodeAt(item, 'certname') !== undefined && nodeAt(item, 'name') !== undefined)
  )
    return root;
  const machines = new Map<
    string,
    { key: YamlScalar; entries: Map<string, { key: YamlScalar; value: YamlNode }> }
  >();
  for (const row of root.items) {
    const machine = scalarAt(row, 'certname');
    const key = scalarAt(row, 'name');
    const value = nodeAt(row, 'value');
    if (machine === undefined || key === undefined || value === undefined) continue;
    const known = machines.get(machine.value) ?? { key: machine, entries: new Map() };
    known.entries.set(key.value, { key, value });
    machines.set(machine.value, known);
  }
  const inner = [...machines].map(
    ([name, { key, entries }]) =>
      [name, { key, value: { is: 'map', entries, line: key.line } as const }] as const,
  );
  return { is: 'map', line: root.line, entries: new Map(inner) };
}

/** `host | SUCCESS => {` is how Ansible prints facts; the words before the brace are the host. */
const adHoc = /^(\S{1,253}) \| (?:SUCCESS|CHANGED) => \{\s*$/u;

function isAdHoc(file: SourceText): boolean {
  return file.lines.some((line) => adHoc.test(line));
}

/** The printed answers as one JSON mapping of hosts, line for line, so that every fact keeps its line. */
function toJsonFile(file: SourceText): SourceText {
  let isFirst = true;
  const lines = file.lines.map((line) => {
    const host = adHoc.exec(line)?.[1];
    if (host === undefined) return line;
    const head = `${isFirst ? '{' : ','}${JSON.stringify(host)}: {`;
    isFirst = false;
    return head;
  });
  return { ...file, lines: [...lines, '}'], text: `${lines.join('\n')}\n}` };
}

function readAll(
  tool: FactTool,
  file: SourceText,
): { readonly found: readonly Found[]; readonly tree: ReturnType<typeof readTree> } {
  const isPrinted = tool.format === 'ansible-facts' && isAdHoc(file);
  const tree = readTree(isPrinted ? toJsonFile(file) : file);
  if (!tree.ok) return { found: [], tree };
  return {
    found: tree.value.documents.flatMap((root) => findFacts(tool, gatherRows(root), undefined)),
    tree,
  };
}

const hints: Readonly<Record<string, RegExp>> = {
  'salt-grains': /\b(?:osrelease|num_cpus)\b/u,
  'puppet-facts': /\b(?:networking|processorcount|operatingsystemrelease)\b/u,
  'chef-node': /\b(?:automatic|ohai_time)\b/u,
  'ansible-facts': /\bansible_(?:hostname|nodename)\b/u,
};

function detectTool(tool: FactTool, file: SourceText): Detection {
  const no = { score: 0, because: `no ${tool.title}` };
  if (hints[tool.format]?.test(file.text) !== true || /^[ \t]{0,200}\{%-?\s/mu.test(file.text)) return no;
  const { found } = readAll(tool, file);
  return found.length === 0 ? no : { score: 97, because: tool.because };
}

function addVirtual(draft: Draft, tool: FactTool, key: string, facts: YamlNode): void {
  const said = scalarAt(facts, ...tool.virtual)?.value.toLowerCase();
  const node = draft.collector.getNode(key);
  if (said === undefined || node === undefined) return;
  const isGuest = !/^(?:physical|host|none|na|)$/u.test(said);
  draft.collector.edit(key, { type: isGuest ? 'vm' : 'physical' });
}

function parseTool(tool: FactTool, file: SourceText): Proposal {
  const { found, tree } = readAll(tool, file);
  if (!tree.ok) return refuse(file, tool.format, 'not-json', tree.error.message, tree.error.line);
  if (found.length === 0) return refuse(file, tool.format, 'no-facts', `There are no ${tool.title} in it.`);
  const draft = makeDraft(file);
  inspectTree(draft, tree.value);
  for (const { facts, called } of found) {
    const fallback = called !== undefined && isSaid(called) && called.value !== 'local' ? called : undefined;
    const added = addMachine(draft, tool.spec, facts, {
      provider: null,
      reason: `${tool.title} of the machine`,
      confidence: 'sure',
      fallback,
    });
    if (typeof added !== 'string') addVirtual(draft, tool, added.key, facts);
  }
  const silent = tree.value.documents.flatMap((root) =>
    entriesOf(root).filter(({ value }) => isSaid(value) && /did not return|no response/iu.test(value.value)),
  );
  for (const { key } of silent.slice(0, 100))
    addNote(draft, 'no-answer', `"${key.value}" did not answer: nothing is known of it.`, key.line);
  return toDraftProposal(draft, tool.format);
}

/** Importers of facts, one a tool. */
export const factImporters: readonly Importer[] = factTools.map((tool) => ({
  format: tool.format,
  title: tool.title,
  detect: (file) => detectTool(tool, file),
  parse: (file) => parseTool(tool, file),
}));
