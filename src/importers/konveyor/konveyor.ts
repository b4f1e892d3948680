import type { Importer } from '../contract.ts';
import { toVendorImporter, type VendorReading, type VendorTable } from '../vendor-table/vendor-format.ts';
import type { VendorCell, VendorRow } from '../vendor-table/vendor-row.ts';
import { addApplicationDependency } from './dependency-row.ts';

function typeOf(row: VendorRow): string {
  return row.find('recordtype1')?.value ?? row.find('recordtype')?.value ?? '';
}

/** The category that stands left of a tag; older editions call it a type. */
function findCategory(row: VendorRow, tag: VendorCell): string | undefined {
  const number = tag.key.slice('tag'.length);
  return (row.find(`tagcategory${number}`) ?? row.find(`tagtype${number}`))?.value;
}

function finish({ reader, rows }: VendorReading): void {
  for (const row of rows) {
    if (typeOf(row) === '2') addApplicationDependency(reader, row);
  }
  for (const item of reader.collector.toItems()) {
    if (item.is === 'node' && item.kind === 'service' && item.type === undefined) {
      reader.collector.edit(item.key, { type: 'application' });
    }
  }
}

const applications: VendorTable = {
  because: 'the headings of a Konveyor application import',
  fits: (headings) =>
    (headings.has('recordtype1') || headings.has('recordtype')) && headings.has('applicationname'),
  shape: 'services',
  columns: [
    { field: 'service', from: ['applicationname'] },
    { field: 'notes', from: ['description'] },
    { field: 'notes', from: ['comments'] },
    { field: 'notes', from: ['repositoryurl'] },
    { field: 'tags', from: ['businessservice'], read: (value) => `business-service=${value}` },
    {
      field: 'os',
      from: /^tag\d{1,2}$/u,
      read: (value, row, cell) =>
        /^operating system$/iu.test(findCategory(row, cell) ?? '') ? value : undefined,
    },
    {
      field: 'tags',
      from: /^tag\d{1,2}$/u,
      read: (value, row, cell) => {
        const category = findCategory(row, cell);
        return category === undefined ? value : `${category}=${value}`;
      },
    },
    { field: 'owner', from: ['owner'] },
    { field: 'managedBy', from: ['contributors'] },
  ],
  isSubject: (row) => typeOf(row) !== '2',
  finish,
};

/**
 * Application lists of Konveyor (Tackle): applications without a server, their owners, contributors, tags, and rows of type 2
 * that say which needs which. Source: konveyor/tackle2-hub `internal/api/import.go`.
 */
export const konveyorImporter: Importer = toVendorImporter({
  format: 'konveyor',
  title: 'Konveyor applications',
  tables: [applications],
});
