import type { YamlDocuments, YamlNode } from '../ansible-yaml/yaml-tree.ts';
import type { Detection, Importer, Proposal, ProposedEvidence, SourceText } from '../contract.ts';
import { addBehind, addMachine, type PlacedMachine } from '../json/add-machine.ts';
import {
  addNote,
  addProvider,
  inspectTree,
  makeDraft,
  refuse,
  toDraftProposal,
  type Draft,
} from '../json/draft.ts';
import { hasKeys, nodeAt, nodesAt, textAt } from '../json/pick.ts';
import { readJsonTree } from '../json/read-tree.ts';
import { withInstanceName } from './aws-names.ts';
import type { CloudShape, CloudTool } from './cloud-tool.ts';
import { cloudTools } from './cloud-tools.ts';
import { addVolumes } from './volumes.ts';

interface Found {
  readonly node: YamlNode;
  readonly shape: CloudShape;
}

/** All things of the tool's shapes, each once, in the order of the file. */
function findThings(tool: CloudTool, documents: readonly YamlNode[]): readonly Found[] {
  const seen = new Set<YamlNode>();
  const found: Found[] = [];
  for (const root of documents) {
    for (const node of tool.lists.flatMap((path) => nodesAt(root, path))) {
      if (node.is !== 'map' || seen.has(node)) continue;
      const shape = tool.shapes.find((each) => each.has.every((path) => nodeAt(node, path) !== undefined));
      if (shape === undefined) continue;
      seen.add(node);
      found.push({ node, shape });
    }
  }
  return found;
}

function detectTool(tool: CloudTool, file: SourceText): Detection {
  const no = { score: 0, because: `nothing of ${tool.title}` };
  const read = readJsonTree(file);
  if (!read.ok) return no;
  if (findThings(tool, read.value.documents).length > 0) return { score: 96, because: tool.because };
  const isSigned = read.value.documents.some(
    (root) => tool.signature !== undefined && hasKeys(root, ...tool.signature),
  );
  return isSigned ? { score: 80, because: 'an answer with empty lists' } : no;
}

/** The key by which the format was told speaks for its provider. */
function toSign(file: SourceText, { node, shape }: Found): readonly ProposedEvidence[] {
  const [path = ''] = shape.has;
  const line = nodeAt(node, path)?.line ?? node.line;
  const quote = path.slice(path.lastIndexOf('.') + 1);
  return (file.lines[line - 1] ?? '').includes(quote) ? [{ line, quote, field: 'name' }] : [];
}

function noteMore(draft: Draft, tool: CloudTool, { documents }: YamlDocuments): void {
  for (const { path, means } of tool.more) {
    for (const root of documents) {
      const said = root.is === 'map' ? textAt(root, path) : undefined;
      if (said === undefined || (means === 'above-one' && !(Number(said) > 1))) continue;
      addNote(
        draft,
        'incomplete',
        'The file is one page of several: export all of them, so that nothing is missing.',
      );
      return;
    }
  }
}

function addThings(draft: Draft, tool: CloudTool, found: readonly Found[]): void {
  const others = new Map<string, number>();
  const placed: PlacedMachine[] = [];
  let gone = 0;
  for (const each of found) {
    const { spec, what } = each.shape;
    if (spec === null) {
      others.set(what ?? 'thing', (others.get(what ?? 'thing') ?? 0) + 1);
      continue;
    }
    const provider = addProvider(draft, tool.provider, `the format: ${tool.title}`, toSign(draft.file, each));
    const added = addMachine(draft, spec, withInstanceName(each.node), {
      provider,
      reason: `${tool.title} lists it`,
      confidence: 'sure',
    });
    if (added === 'gone') gone += 1;
    else if (typeof added !== 'string') placed.push({ spec, root: each.node, key: added.key });
  }
  addBehind(draft, placed);
  if (gone > 0) addNote(draft, 'terminated', `${gone} terminated machine(s) were left out.`);
  for (const [what, count] of others)
    addNote(draft, 'no-machines', `${count} ${what}(s): neither machines nor services, not read.`);
}

function parseTool(tool: CloudTool, file: SourceText, others: readonly SourceText[]): Proposal {
  const read = readJsonTree(file);
  if (!read.ok) return refuse(file, tool.format, 'not-json', read.error.message, read.error.line);
  const draft = makeDraft(file);
  inspectTree(draft, read.value);
  const found = findThings(tool, read.value.documents);
  const isSigned = read.value.documents.some(
    (root) => tool.signature !== undefined && hasKeys(root, ...tool.signature),
  );
  if (found.length === 0 && !isSigned)
    return refuse(file, tool.format, 'nothing-known', `It is JSON, but nothing that ${tool.title} prints.`);
  addThings(draft, tool, found);
  noteMore(draft, tool, read.value);
  if (tool.format === 'aws-cli') addVolumes(draft, [file, ...others]);
  return toDraftProposal(draft, tool.format);
}

/** Importers of what the command line tools of clouds print as JSON, one a tool. */
export const cloudImporters: readonly Importer[] = cloudTools.map((tool) => ({
  format: tool.format,
  title: tool.title,
  detect: (file) => detectTool(tool, file),
  parse: (file, others) => parseTool(tool, file, others),
}));
