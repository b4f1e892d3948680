import type { TableReader } from '../csv/table-reader.ts';

/** Says what the places and machines of vSphere are: hosts are physical, what runs on them is virtual. */
export function settlePlaces(reader: TableReader): void {
  for (const item of reader.collector.toItems()) {
    if (item.is !== 'node' || item.type !== undefined) continue;
    if (item.kind === 'host') reader.collector.edit(item.key, { type: 'physical' });
    if (item.kind === 'server') reader.collector.edit(item.key, { type: 'vm' });
  }
}
