import { toImportNote } from '../import-problem.ts';
import { parseCellNumber } from '../csv/units.ts';
import type { TableReader } from '../csv/table-reader.ts';
import type { VendorColumn, VendorRow } from '../vendor-table/vendor-row.ts';
import { readShownSize } from './netbox-columns.ts';

/** Where disks are in GB their middle value is below this; in MB a disk of 2 GB would be smaller than any system needs. */
const mostGigabytes = 2048;

/**
 * The column of disks: bare numbers are MB since NetBox 4.1 and were GB before, and nothing in the file says which. The middle
 * value of the column decides, and what was assumed is told.
 */
export function toDiskColumn(reader: TableReader, rows: readonly VendorRow[]): VendorColumn {
  const bare = rows
    .flatMap((row) => {
      const cell = row.find('disk');
      const number = cell === undefined ? null : parseCellNumber(cell.value, cell.style);
      return number === null || number.unit !== null || number.value <= 0 ? [] : [number.value];
    })
    .sort((a, b) => a - b);
  const middle = bare[Math.floor(bare.length / 2)];
  const isGigabytes = middle !== undefined && middle < mostGigabytes;
  if (isGigabytes) {
    const message = 'disk: the numbers are so small that GB is assumed, as NetBox before 4.1 wrote it.';
    reader.problems.push(toImportNote('unit-assumed', reader.file, message));
  }
  return { field: 'disk', from: ['disk'], unit: isGigabytes ? 'GiB' : 'MiB', read: readShownSize };
}
