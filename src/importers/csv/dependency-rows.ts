import { dependencyTypes, type DependencyType } from '#core/model/dependency.ts';
import { toImportNote } from '../import-problem.ts';
import { findYesNo } from './cell-words.ts';
import { addDependency } from './row-relations.ts';
import { toEvidence, type CellView, type RowView } from './row-view.ts';
import { findKnown, remember, toNameKey, type TableReader } from './table-reader.ts';
import { isNoValue } from './units.ts';

const typeWords: Readonly<Record<string, DependencyType>> = {
  replication: 'replicates',
  backup: 'backs-up-to',
  monitoring: 'monitors',
  proxy: 'proxies',
  ssh: 'reaches-through',
  deploy: 'deploys',
  storage: 'stores-in',
  management: 'manages',
};

function findType(cell: CellView | undefined): DependencyType {
  const word = cell?.value.trim().toLowerCase().replace(/\s+/gu, '-') ?? '';
  return (
    dependencyTypes.find((type) => type === word) ??
    (Object.hasOwn(typeWords, word) ? typeWords[word] : undefined) ??
    'connects'
  );
}

/** An end of a dependency: a known node, else a new one of unknown sort that another source may describe. */
function addEnd(reader: TableReader, cell: CellView): string {
  const known = findKnown(reader, cell.value);
  if (known !== undefined) return known;
  const key = `server:${toNameKey(cell.value)}`;
  reader.collector.add({
    is: 'node',
    key,
    kind: 'server',
    type: 'unknown',
    name: cell.value,
    confidence: 'likely',
    reasons: [`an end of a dependency in the column "${cell.heading}"`],
    evidence: [toEvidence(cell, 'name')],
  });
  remember(reader, cell.value, key);
  return key;
}

/** Reads a row of a table of dependencies; a row with one end only is listed. */
export function addDependencyRow(reader: TableReader, row: RowView): void {
  const from = row.first('from');
  const to = row.first('to');
  if (from === undefined || to === undefined || isNoValue(from.value) || isNoValue(to.value)) {
    reader.problems.push(
      toImportNote(
        'one-end',
        reader.file,
        'The row names only one end of a dependency; it was left out.',
        row.line,
      ),
    );
    return;
  }
  const port = Number(row.first('port')?.value ?? Number.NaN);
  const protocol = row.first('protocol')?.value;
  const encrypted = findYesNo(row.first('encrypted')?.value ?? '');
  const cells = [from, to, ...row.of('port'), ...row.of('protocol')];
  addDependency(
    reader,
    {
      from: addEnd(reader, from),
      to: addEnd(reader, to),
      type: findType(row.first('dependencyType') ?? row.first('type')),
      ...(Number.isInteger(port) && port > 0 && port <= 65_535 ? { port } : {}),
      ...(protocol === undefined || isNoValue(protocol) ? {} : { protocol: protocol.toLowerCase() }),
      ...(encrypted === null ? {} : { encrypted: encrypted === 'yes' }),
    },
    'sure',
    cells,
  );
}
