import { toEvidence } from '../csv/row-view.ts';
import { toNameKey } from '../csv/table-reader.ts';
import { toImportNote } from '../import-problem.ts';
import { addFacts } from '../vendor-table/add-facts.ts';
import type { VendorReading } from '../vendor-table/vendor-format.ts';
import { withoutPrefix } from './netbox-columns.ts';

/** Adds the addresses of a table of addresses to the machine or device that each belongs to. */
export function joinAddresses({ reader, rows }: VendorReading): void {
  let free = 0;
  for (const row of rows) {
    const address = row.find('address');
    const owner = row.find('virtualmachine') ?? row.find('device');
    if (address === undefined || owner === undefined) {
      free += 1;
      continue;
    }
    const domain = row.find('dnsname');
    const machine = { key: `server:${toNameKey(owner.value)}`, name: owner.value, identities: [], row };
    addFacts(
      reader,
      machine,
      {
        addresses: [withoutPrefix(address.value)],
        ...(domain === undefined ? {} : { aliases: [domain.value] }),
      },
      [
        toEvidence(owner, 'name'),
        toEvidence(address, 'addresses'),
        ...(domain === undefined ? [] : [toEvidence(domain, 'aliases')]),
      ],
      'a table of addresses',
    );
  }
  if (free > 0) {
    const message = `${free} address(es) belong to no machine; they were left out.`;
    reader.problems.push(toImportNote('free-addresses', reader.file, message));
  }
}
