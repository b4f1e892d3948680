import { toImportNote } from '../import-problem.ts';
import { addDependency } from '../csv/row-relations.ts';
import { findKnown, type TableReader } from '../csv/table-reader.ts';
import type { VendorRow } from '../vendor-table/vendor-row.ts';

/** Reads a row of type 2: `southbound` means that the application needs the other one, `northbound` the other way round. */
export function addApplicationDependency(reader: TableReader, row: VendorRow): void {
  const own = row.find('applicationname');
  const other = row.find('dependency');
  const direction = row.find('dependencydirection')?.value.toLowerCase() ?? '';
  const refuse = (message: string): void => {
    reader.problems.push(toImportNote('dependency-left-out', reader.file, message, row.line));
  };
  if (own === undefined || other === undefined) {
    refuse('The row names only one end of a dependency; it was left out.');
    return;
  }
  if (direction !== 'southbound' && direction !== 'northbound') {
    refuse(`The direction "${direction}" is neither southbound nor northbound; the row was left out.`);
    return;
  }
  const [from, to] = [findKnown(reader, own.value), findKnown(reader, other.value)];
  if (from === undefined || to === undefined) {
    const missing = from === undefined ? own.value : other.value;
    refuse(`No row describes the application "${missing}"; the dependency was left out.`);
    return;
  }
  const ends = direction === 'southbound' ? { from, to } : { from: to, to: from };
  addDependency(reader, { ...ends, type: 'uses' }, 'sure', [other, own]);
}
