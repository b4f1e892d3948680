import type { YamlNode, YamlScalar } from '../ansible-yaml/yaml-tree.ts';
import type { Detection, ImportProblem, Proposal, SourceText } from '../contract.ts';
import { promoteHosts } from '../csv/promote-hosts.ts';
import { addTableRow } from '../csv/table-rows.ts';
import { toNameKey, type TableReader } from '../csv/table-reader.ts';
import { toImportError, toImportNote } from '../import-problem.ts';
import { findTreeSecrets } from '../json/find-secrets.ts';
import { childrenOf, entriesOf, isSaid, nodeAt, nodesAt, scalarsAt, textAt } from '../json/pick.ts';
import { quoteOf, withoutSecrets } from '../json/quote.ts';
import { readJsonTree } from '../json/read-tree.ts';
import { makeReader } from '../vendor-table/vendor-format.ts';
import { toHeadingKey, toRowView, type VendorCell, type VendorRow } from '../vendor-table/vendor-row.ts';
import { toDiskColumn } from './disk-column.ts';
import { netBoxColumns } from './netbox-columns.ts';

/** The lists of the API that are read, by a part of their addresses. */
const lists = [
  ['machines', '/api/virtualization/virtual-machines/'],
  ['devices', '/api/dcim/devices/'],
  ['clusters', '/api/virtualization/clusters/'],
  ['services', '/api/ipam/services/'],
] as const;
type ListKind = (typeof lists)[number][0];

interface ApiList {
  readonly kind: ListKind;
  readonly results: readonly YamlNode[];
  readonly root: YamlNode | undefined;
}

function findList(file: SourceText): ApiList | null {
  if (!/\/api\/(?:virtualization|dcim|ipam)\//u.test(file.text)) return null;
  const tree = readJsonTree(file);
  if (!tree.ok) return null;
  const [root] = tree.value.documents;
  const results = root?.is === 'list' ? root.items : childrenOf(nodeAt(root, 'results'));
  const url = textAt(results[0], 'url') ?? '';
  const kind = lists.find(([, part]) => url.includes(part))?.[0];
  return kind === undefined ? null : { kind, results, root };
}

/** Whether a file is a list of NetBox's API. */
export function detectNetBoxApi(file: SourceText): Detection {
  const list = findList(file);
  if (list === null) return { score: 0, because: 'it is no list of the NetBox API' };
  return { score: 98, because: `a list of ${list.kind} of the NetBox API` };
}

/** The word that stands for a related thing or a choice. */
function findWords(node: YamlNode): readonly YamlScalar[] {
  if (isSaid(node)) return [node];
  if (node.is === 'list') return node.items.flatMap((item) => findWords(item).slice(0, 1));
  for (const path of ['name', 'value', 'address', 'model', 'display']) {
    const [found] = scalarsAt(node, path);
    if (found !== undefined) return [found];
  }
  return [];
}

/** An object of the API as a row: only the fields that columns name are ever asked for. */
function toApiRow(file: SourceText, node: YamlNode): VendorRow {
  const entries = new Map(entriesOf(node).map(({ key, value }) => [toHeadingKey(key.value), { key, value }]));
  const find = (key: string): VendorCell | undefined => {
    const entry = entries.get(key);
    const words = entry === undefined ? [] : findWords(entry.value);
    const [first] = words;
    if (entry === undefined || first === undefined) return undefined;
    const { line, quote } = quoteOf(file, first, key);
    const value = withoutSecrets(words.map((word) => word.value).join(', ')).trim();
    return { value, quote, key, heading: entry.key.value, unit: null, style: { decimal: '.' }, line };
  };
  return {
    line: node.line,
    find,
    all: (pattern) =>
      [...entries.keys()].filter((key) => pattern.test(key)).flatMap((key) => find(key) ?? []),
  };
}

/** Adds a service of the API inside the machine that it listens on. */
function addService(reader: TableReader, file: SourceText, node: YamlNode): void {
  const row = toApiRow(file, node);
  const name = row.find('name');
  const owner = row.find('parent') ?? row.find('virtualmachine') ?? row.find('device');
  if (name === undefined || owner === undefined) return;
  const server = `server:${toNameKey(owner.value)}`;
  reader.collector.add({
    is: 'node',
    key: server,
    kind: 'server',
    name: owner.value,
    confidence: 'sure',
    reasons: ['a service listens on it'],
    evidence: [{ line: owner.line, quote: owner.quote ?? owner.value, field: 'name' }],
  });
  const protocol = row.find('protocol')?.value.toLowerCase() ?? '';
  const ports = scalarsAt(node, 'ports.*').map(
    (port) => `port:${port.value}${protocol === '' ? '' : `/${protocol}`}`,
  );
  reader.collector.add({
    is: 'node',
    key: `service:${toNameKey(owner.value)}/${toNameKey(name.value)}`,
    kind: 'service',
    name: name.value,
    parent: server,
    confidence: 'sure',
    reasons: ['a service of the NetBox API'],
    evidence: [{ line: name.line, quote: name.quote ?? name.value, field: 'name' }],
    ...(ports.length === 0 ? {} : { tags: ports }),
  });
}

/** Names of devices that virtual machines of other lists stand on. */
function findHolders(others: readonly SourceText[]): ReadonlySet<string> {
  const machines = others.flatMap((other) => {
    const list = findList(other);
    return list?.kind === 'machines' ? list.results : [];
  });
  return new Set(
    machines.flatMap((machine) =>
      nodesAt(machine, 'device.name').flatMap((name) => (isSaid(name) ? toNameKey(name.value) : [])),
    ),
  );
}

function addMachines(
  reader: TableReader,
  file: SourceText,
  list: ApiList,
  others: readonly SourceText[],
): void {
  const rows = list.results.map((node) => toApiRow(file, node));
  const isDevice = list.kind === 'devices';
  const kept = isDevice ? netBoxColumns.filter((column) => column.field !== 'host') : netBoxColumns;
  const columns =
    list.kind === 'clusters'
      ? netBoxColumns.filter((column) => ['name', 'site', 'owner', 'tags', 'notes'].includes(column.field))
      : [...kept, toDiskColumn(reader, rows)];
  addTableRow(
    reader,
    rows.map((row) => toRowView(row, columns)),
    'servers',
  );
  promoteHosts(reader);
  const holders = isDevice ? findHolders(others) : new Set<string>();
  for (const item of reader.collector.toItems()) {
    if (item.is !== 'node' || item.kind !== 'server') continue;
    if (list.kind === 'clusters') reader.collector.edit(item.key, { kind: 'host', type: 'cluster' });
    else if (isDevice) {
      const kind = holders.has(toNameKey(item.name)) ? 'host' : 'server';
      const role = item.type === undefined ? [] : [`role:${item.type}`];
      reader.collector.edit(item.key, { kind, type: 'physical', tags: [...(item.tags ?? []), ...role] });
    } else if (item.type === undefined) reader.collector.edit(item.key, { type: 'vm' });
  }
}

function findGap(file: SourceText, list: ApiList): ImportProblem[] {
  const next = nodeAt(list.root, 'next');
  if (!isSaid(next)) return [];
  const stated = textAt(list.root, 'count') ?? '?';
  const message = `The list is not complete: ${list.results.length} of ${stated} are in this file. Fetch the next pages too.`;
  return [toImportNote('incomplete-list', file.name, message, next.line)];
}

/** Reads a list of NetBox's API. Context data and custom fields are not looked at. */
export function readNetBoxApi(file: SourceText, others: readonly SourceText[]): Proposal {
  const tree = readJsonTree(file);
  const list = findList(file);
  const reader = makeReader(file);
  if (!tree.ok)
    reader.problems.push(toImportError('broken-json', file.name, tree.error.message, tree.error.line));
  else if (list === null) {
    const message = 'It is no list of the NetBox API that is read here.';
    reader.problems.push(toImportError('other-json', file.name, message));
  } else {
    reader.problems.push(...findGap(file, list));
    if (list.kind === 'services') for (const node of list.results) addService(reader, file, node);
    else addMachines(reader, file, list, others);
  }
  return {
    source: {
      name: file.name,
      format: 'netbox',
      sha256: file.sha256,
      text: null,
      totals: [],
      secrets: tree.ok ? findTreeSecrets(tree.value.documents).toSorted((a, b) => a.line - b.line) : [],
    },
    items: reader.collector.toItems(),
    notUnderstood: [],
    problems: reader.problems,
  };
}
