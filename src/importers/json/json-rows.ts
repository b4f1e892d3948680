import type { SecretMark } from '#core/model/source.ts';
import type { YamlDocuments, YamlNode, YamlScalar } from '../ansible-yaml/yaml-tree.ts';
import type { SourceText } from '../contract.ts';
import type { MaskedTable } from '../csv/masked-table.ts';
import type { ReadTable } from '../csv/read-table.ts';
import type { TableRecord } from '../csv/records.ts';
import { limits } from '../limits.ts';
import { findTreeSecrets } from './find-secrets.ts';
import { childrenOf, entriesOf, isSaid, scalarAt } from './pick.ts';
import { quoteOf, withoutSecrets } from './quote.ts';

/** A row in the making: its texts by key, and what it is called where the file has it as a key. */
interface JsonRow {
  readonly node: YamlNode;
  readonly called: YamlScalar | null;
}

function areMaps(nodes: readonly YamlNode[]): boolean {
  return nodes.length > 0 && nodes.every((node) => node.is === 'map');
}

/** The rows of a list: its mappings, also where each stands in a list of its own, as `--query` of the AWS command line has it. */
function rowsOfList(node: YamlNode): readonly JsonRow[] {
  if (node.is !== 'list') return [];
  const items = node.items.flatMap((item) => (item.is === 'list' ? item.items : [item]));
  return areMaps(items) ? items.map((item) => ({ node: item, called: null })) : [];
}

/** The rows of a mapping of mappings, each called like its key; a mapping with texts of its own is none. */
function rowsOfMap(node: YamlNode): readonly JsonRow[] {
  const entries = entriesOf(node);
  if (entries.length < 2 || !areMaps(entries.map(({ value }) => value))) return [];
  return entries.map(({ key, value }) => ({ node: value, called: key }));
}

/** The longest list of mappings of a file: at its top, or one or two levels below (`result`, `data.items`). */
function findRows({ documents }: YamlDocuments): readonly JsonRow[] {
  if (documents.length > 1 && areMaps(documents)) return documents.map((node) => ({ node, called: null }));
  let level: readonly YamlNode[] = documents;
  for (let depth = 0; depth < 3; depth += 1) {
    const found = level.map(rowsOfList).sort((a, b) => b.length - a.length)[0] ?? [];
    if (found.length > 0) return found;
    level = level.flatMap((node) => (node.is === 'map' ? childrenOf(node) : []));
  }
  return documents.map(rowsOfMap).find((rows) => rows.length > 0) ?? [];
}

/** What stands for a mapping: programs write a reference as a mapping with its name. */
const standIns = [
  'display_value',
  'displayValue',
  'name',
  'Name',
  'label',
  'slug',
  'address',
  'ip_address',
  'ipAddress',
  'ip',
  'value',
];

interface Cell {
  readonly heading: string;
  readonly scalars: readonly YamlScalar[];
}

function standIn(node: YamlNode): readonly YamlScalar[] {
  if (isSaid(node)) return [node];
  if (node.is !== 'map') return [];
  const found = scalarAt(node, ...standIns);
  return found === undefined ? [] : [found];
}

/** The cells of a value: a text, the texts of a list, what stands for a mapping, else its own texts. */
function toCells(heading: string, value: YamlNode): readonly Cell[] {
  if (isSaid(value)) return [{ heading, scalars: [value] }];
  if (value.is === 'list') return [{ heading, scalars: value.items.flatMap(standIn) }];
  const own = standIn(value);
  if (own.length > 0) return [{ heading, scalars: own }];
  return entriesOf(value).flatMap(({ key, value: inner }) =>
    isSaid(inner) ? [{ heading: `${heading} ${key.value}`, scalars: [inner] }] : [],
  );
}

const sizeWords = /mem|ram|disk|storage|bytes|size/iu;
/** A bare size from here on can only be bytes: as megabytes it would be 64 TB. */
const leastBytes = 67_108_864;

/** The words of a cell. Sizes in bytes get their unit. */
function toText(cell: Cell): string {
  const text = cell.scalars.map((scalar) => withoutSecrets(scalar.value.trim())).join('; ');
  const isBytes = /^\d{8,16}$/u.test(text) && Number(text) >= leastBytes && sizeWords.test(cell.heading);
  return isBytes ? `${text} B` : text;
}

function toCellsOfRow({ node, called }: JsonRow): readonly Cell[] {
  const cells = entriesOf(node).flatMap(({ key, value }) => toCells(key.value, value));
  // Proxmox calls the machine that a guest runs on its node.
  const isGuest = cells.some(({ heading }) => heading === 'vmid');
  const named = cells.map((cell) =>
    isGuest && cell.heading === 'node' ? { ...cell, heading: 'node (host)' } : cell,
  );
  return called === null ? named : [{ heading: 'name', scalars: [called] }, ...named];
}

/**
 * The rows of JSON that no tool is known for (an export of a CMDB, of PowerShell, of a hypervisor) as a table: a column for each key, in
 * the order in which they come up, secrets masked. `null` when it holds no list of mappings.
 */
export function readJsonRows(file: SourceText, tree: YamlDocuments): MaskedTable | null {
  const found = findRows(tree).slice(0, limits.rows + 1);
  if (found.length === 0) return null;
  const index = new Map<string, number>();
  const rows: TableRecord[] = [];
  for (const row of found) {
    const cells: string[] = [];
    const written = new Map<number, string>();
    const lines = new Map<number, number>();
    for (const cell of toCellsOfRow(row)) {
      const [first] = cell.scalars;
      const heading = cell.heading.slice(0, 200);
      const at = index.get(heading) ?? index.size;
      if (first === undefined || at >= limits.columns) continue;
      index.set(heading, at);
      const quote = quoteOf(file, first, 'name');
      cells[at] = toText(cell).slice(0, limits.cellCharacters);
      written.set(at, quote.quote);
      lines.set(at, quote.line);
    }
    rows.push({ line: row.called?.line ?? row.node.line, cells, written, lines });
  }
  const secrets: SecretMark[] = [...findTreeSecrets(tree.documents)];
  const width = index.size;
  const table: ReadTable = {
    headings: [...index.keys()],
    headerLine: found[0]?.node.line ?? 1,
    rows: rows.map((row) => ({
      ...row,
      cells: Array.from({ length: width }, (_, at) => row.cells[at] ?? ''),
    })),
    delimiter: ',',
    problems: [],
  };
  return { table, secrets };
}
