import type { Detection, Importer, Proposal, SourceText } from '../contract.ts';
import type { ColumnField } from '../csv/column-fields.ts';
import type { ColumnMapping } from '../csv/column-mapping.ts';
import { readTableProposal, toTablePreview } from '../csv/csv.ts';
import { proposeMapping } from '../csv/propose-mapping.ts';
import type { ReadTable } from '../csv/read-table.ts';
import { findRowShape } from '../csv/table-rows.ts';
import { limits, toLimitMessage } from '../limits.ts';
import { refuse } from './draft.ts';
import { readJsonRows } from './json-rows.ts';
import { readJsonTree } from './read-tree.ts';

const format = 'json';

function detect(file: SourceText): Detection {
  const isNamed = /\.json$|\.ndjson$|\.tfstate$/iu.test(file.name);
  const looksSo = /^\s*(?:\{\s*(?:"|\}|'|\/\/|\w)|\[\s*(?:\{|"|\d|\[|\]))/u.test(file.text.slice(0, 2000));
  if (!looksSo) return { score: 0, because: 'no JSON' };
  if (isNamed) return { score: 45, because: 'the name and the first sign of JSON' };
  return readJsonTree(file).ok
    ? { score: 45, because: 'JSON of an unknown shape' }
    : { score: 0, because: 'no JSON' };
}

/** Columns that only lists of machines have: a list of people or of repositories has names too. */
const ofMachines: ReadonlySet<ColumnField> = new Set([
  'addresses',
  'os',
  'vcpu',
  'memory',
  'disk',
  'host',
  'cluster',
]);

/** Whether rows tell of machines: two such columns that are filled, or what a person said the columns mean. */
function tellsOfMachines(table: ReadTable, decided: readonly ColumnMapping[]): boolean {
  const mapping = proposeMapping(table.headings, table.rows);
  if (decided.some((each) => each.signature === null || each.signature === mapping.signature)) return true;
  if (findRowShape(mapping) === null) return false;
  const filled = mapping.columns.filter(
    ({ field }, at) =>
      field !== null && ofMachines.has(field) && table.rows.some((row) => (row.cells[at] ?? '') !== ''),
  );
  return new Set(filled.map(({ field }) => field)).size >= 2;
}

const planStart = /^\s*\{\s*"format"\s*:\s*"rehome\/\d/u;

function parse(file: SourceText, decided: readonly ColumnMapping[]): Proposal {
  const read = readJsonTree(file);
  if (!read.ok) return refuse(file, format, 'not-json', read.error.message, read.error.line);
  const rows = readJsonRows(file, read.value);
  if (rows !== null && rows.table.rows.length > limits.rows) {
    const many = toLimitMessage('Rows', rows.table.rows.length, limits.rows);
    return refuse(file, format, 'too-many-rows', many);
  }
  if (rows !== null && tellsOfMachines(rows.table, decided))
    return readTableProposal(file, toTablePreview(rows, decided), format, decided);
  if (planStart.test(file.lines.slice(0, 3).join('\n'))) {
    const words =
      'It is a plan of Rehome, not an inventory. Open it as a plan, or bring two plans together with "rehome merge".';
    return refuse(file, format, 'is-a-plan', words);
  }
  const message =
    'It is JSON, but of no known shape. Known are Terraform states, ansible-inventory --list, doctl, aws, hcloud, linode-cli, gcloud, az, scw, facts of Salt, Puppet, Chef and Ansible, lists of Prometheus targets, and lists of machines with their names and two facts each (address, system, sizes, host).';
  return refuse(file, format, 'unknown-json', message);
}

/** An importer of JSON that no other one knows: its rows are a table whose columns mean what a person decided, else what their keys say. */
export function toJsonImporter(decided: readonly ColumnMapping[] = []): Importer {
  return { format, title: 'Other JSON', detect, parse: (file) => parse(file, decided) };
}

/** Lists of machines in JSON of no known tool; of other JSON it says what is wrong, with the line. */
export const jsonFallbackImporter: Importer = toJsonImporter();
