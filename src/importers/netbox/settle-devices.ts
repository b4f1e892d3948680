import { findKnown } from '../csv/table-reader.ts';
import { toHeadingKey, toVendorRows } from '../vendor-table/vendor-row.ts';
import { glanceAtHeadings, type VendorReading } from '../vendor-table/vendor-format.ts';
import { readMaskedTable } from '../csv/masked-table.ts';

/** Devices are physical; those that virtual machines of another table stand on are hosts. */
export function settleDevices({ reader, rows, others }: VendorReading): void {
  const holders = new Set(
    others.flatMap((other) => {
      const headings = new Set(glanceAtHeadings(other).map(toHeadingKey));
      if (!headings.has('vcpus') || !headings.has('device')) return [];
      return toVendorRows(readMaskedTable(other).table).flatMap(
        (row) => row.find('device')?.value.toLowerCase() ?? [],
      );
    }),
  );
  for (const row of rows) {
    const name = row.find('name')?.value ?? '';
    const key = findKnown(reader, name);
    const node = key === undefined ? undefined : reader.collector.getNode(key);
    if (key === undefined || node === undefined) continue;
    const isHost = holders.has(name.toLowerCase()) && node.kind === 'server';
    const role = node.type;
    reader.collector.edit(key, {
      type: 'physical',
      ...(isHost ? { kind: 'host' as const } : {}),
      ...(role === undefined || role === 'physical' ? {} : { tags: [...(node.tags ?? []), `role:${role}`] }),
    });
  }
}
