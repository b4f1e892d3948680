import { EVENT_ID, getScalarValue, parseEvents, YAMLException, type Event } from 'js-yaml';
import { fail, ok, type Result } from '#core/base/result.ts';
import { limits, toLimitMessage } from '../limits.ts';

/** A text of a YAML file, always as it is written: `1.10`, `no` and `22:22` stay what they are. */
export interface YamlScalar {
  readonly is: 'scalar';
  readonly value: string;
  /** Written without quotes and empty or `~`, `null`: nothing. */
  readonly isNull: boolean;
  readonly tag: string;
  readonly line: number;
}

/** A list of a YAML file. */
export interface YamlList {
  readonly is: 'list';
  readonly items: readonly YamlNode[];
  readonly line: number;
}

/** A mapping of a YAML file; keys stay in their order, the first of a doubled key counts. */
export interface YamlMap {
  readonly is: 'map';
  readonly entries: ReadonlyMap<string, { readonly key: YamlScalar; readonly value: YamlNode }>;
  readonly line: number;
}

/** A value of a YAML file with the line where it stands. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

/** Why a file is no YAML that is read; the line counts from 1. */
export interface YamlProblem {
  readonly message: string;
  readonly line: number | null;
}

/** All documents of a file, and keys that stand twice. */
export interface YamlDocuments {
  readonly documents: readonly YamlNode[];
  readonly doubled: readonly { readonly key: string; readonly line: number }[];
}

interface OpenMap {
  readonly is: 'map';
  readonly entries: Map<string, { readonly key: YamlScalar; readonly value: YamlNode }>;
  readonly line: number;
  key: YamlNode | null;
}
interface OpenList {
  readonly is: 'list';
  readonly items: YamlNode[];
  readonly line: number;
}
interface OpenDocument {
  readonly is: 'document';
}
type Open = OpenMap | OpenList | OpenDocument;

/** Finds lines of rising offsets without counting from the start each time. */
function makeLineFinder(text: string): (offset: number) => number {
  const breaks: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks.push(at);
  return (offset) => {
    let low = 0;
    let high = breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((breaks[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/** Thrown inside this file only: mappings that bring each other in grow beyond what is read. */
const tooMuchMerged = 'merge keys bring in more than is read';

/** A mapping with what `<<` brings in: own keys win. `spend` counts what was copied. */
function withMerged(map: OpenMap, spend: (keys: number) => void): YamlMap {
  const merge = map.entries.get('<<')?.value;
  if (merge === undefined) return { is: 'map', entries: map.entries, line: map.line };
  const entries = new Map(map.entries);
  entries.delete('<<');
  for (const source of merge.is === 'list' ? merge.items : [merge]) {
    if (source.is !== 'map') continue;
    spend(source.entries.size);
    for (const [key, entry] of source.entries) if (!entries.has(key)) entries.set(key, entry);
  }
  return { is: 'map', entries, line: map.line };
}

/** Builds the tree from events. Aliases share their node, so that a bomb of them costs nothing until it is walked; `countNodes` refuses it. */
function buildTree(text: string, events: readonly Event[]): YamlDocuments {
  const lineOf = makeLineFinder(text);
  const documents: YamlNode[] = [];
  const doubled: { key: string; line: number }[] = [];
  const anchors = new Map<string, YamlNode>();
  const open: Open[] = [];
  const anchorsOpen: (string | null)[] = [];
  let merged = 0;
  const spend = (keys: number): void => {
    merged += keys;
    if (merged > limits.yamlNodes) throw new YAMLException(tooMuchMerged);
  };
  const add = (node: YamlNode): void => {
    const top = open.at(-1);
    if (top === undefined || top.is === 'document') documents.push(node);
    else if (top.is === 'list') top.items.push(node);
    else if (top.key === null) top.key = node;
    else {
      const key: YamlScalar =
        top.key.is === 'scalar'
          ? top.key
          : { is: 'scalar', value: '?', isNull: false, tag: '', line: top.key.line };
      if (top.entries.has(key.value)) doubled.push({ key: key.value, line: key.line });
      else top.entries.set(key.value, { key, value: node });
      top.key = null;
    }
  };
  const named = (start: number, end: number): string | null =>
    start < 0 || end <= start ? null : text.slice(start, end).replace(/^[&*]/u, '');
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) {
      anchors.clear();
      open.push({ is: 'document' });
      anchorsOpen.push(null);
    } else if (event.type === EVENT_ID.SCALAR) {
      const value = getScalarValue(text, event);
      const isPlain = event.style === 1;
      const tag = named(event.tagStart, event.tagEnd) ?? '';
      const start = event.valueStart < 0 ? event.tagStart : event.valueStart;
      const node: YamlScalar = {
        is: 'scalar',
        value,
        isNull: isPlain && /^(?:~|null|)$/iu.test(value),
        tag,
        line: lineOf(Math.max(0, start)),
      };
      const anchor = named(event.anchorStart, event.anchorEnd);
      if (anchor !== null) anchors.set(anchor, node);
      add(node);
    } else if (event.type === EVENT_ID.ALIAS) {
      const target = anchors.get(named(event.anchorStart, event.anchorEnd) ?? '');
      add(
        target ?? {
          is: 'scalar',
          value: '',
          isNull: true,
          tag: '',
          line: lineOf(Math.max(0, event.anchorStart)),
        },
      );
    } else if (event.type === EVENT_ID.POP) {
      const closed = open.pop();
      const anchor = anchorsOpen.pop() ?? null;
      if (closed === undefined || closed.is === 'document') continue;
      const node: YamlNode = closed.is === 'map' ? withMerged(closed, spend) : closed;
      if (anchor !== null) anchors.set(anchor, node);
      add(node);
    } else {
      const line = lineOf(Math.max(0, event.start));
      open.push(
        event.type === EVENT_ID.MAPPING
          ? { is: 'map', entries: new Map(), line, key: null }
          : { is: 'list', items: [], line },
      );
      anchorsOpen.push(named(event.anchorStart, event.anchorEnd));
    }
  }
  return { documents, doubled };
}

/** How many values a tree has once every alias is followed; stops counting above the limit. */
function countNodes(roots: readonly YamlNode[], limit: number): number {
  const sizes = new Map<YamlNode, number>();
  const sizeOf = (node: YamlNode): number => {
    if (node.is === 'scalar') return 1;
    const known = sizes.get(node);
    if (known !== undefined) return known;
    const children = node.is === 'list' ? node.items : [...node.entries.values()].map((entry) => entry.value);
    const size = children.reduce((sum, child) => Math.min(limit + 1, sum + sizeOf(child)), 1);
    sizes.set(node, size);
    return size;
  };
  return roots.reduce((sum, root) => Math.min(limit + 1, sum + sizeOf(root)), 0);
}

/**
 * Reads YAML into a tree with lines. Tags are kept as words and never acted on; aliases are followed by sharing, and refused when
 * they stand for more than the limit. Source: js-yaml's event stream.
 */
export function parseYaml(text: string): Result<YamlDocuments, YamlProblem> {
  if (text.length > limits.yamlBytes)
    return fail({ message: toLimitMessage('Characters of YAML', text.length, limits.yamlBytes), line: null });
  try {
    const tree = buildTree(text, parseEvents(text, { maxDepth: limits.yamlDepth }));
    const size = countNodes(tree.documents, limits.yamlNodes);
    if (size > limits.yamlNodes) {
      return fail({
        message:
          'The aliases of the file stand for more than 1,000,000 values. Write them out, or leave them away.',
        line: null,
      });
    }
    return ok(tree);
  } catch (error) {
    if (error instanceof YAMLException)
      return fail({
        message: `It is no valid YAML: ${error.reason}.`,
        line: error.mark === undefined ? null : error.mark.line + 1,
      });
    return fail({ message: 'It is no valid YAML.', line: null });
  }
}
