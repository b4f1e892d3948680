import { canContain } from '#core/model/node.ts';
import { toImportNote } from '../import-problem.ts';
import { findKnown, type TableReader } from './table-reader.ts';

/**
 * Settles rows that are both: a machine that has a row of its own and that other rows name as their host is one host. The
 * children of a place that can't hold them lose it, and the problem is listed.
 */
export function promoteHosts(reader: TableReader): void {
  const { collector } = reader;
  const items = collector.toItems();
  const twin = new Map<string, string>();
  for (const item of items) {
    if (item.is !== 'node' || item.kind !== 'host') continue;
    const server =
      collector.getNode(`server:${item.key.slice('host:'.length)}`) ??
      collector.getNode(findKnown(reader, item.name) ?? '');
    if (server?.kind === 'server') twin.set(item.key, server.key);
  }
  for (const item of items) {
    if (item.is !== 'node' || item.parent === undefined || item.parent === null) continue;
    const own = twin.get(item.parent);
    if (own !== undefined && own !== item.key && item.kind !== 'host') collector.edit(own, { kind: 'host' });
    const parent = own ?? item.parent;
    const holder = collector.getNode(parent);
    const fits =
      holder !== undefined &&
      (own !== undefined
        ? own !== item.key
        : canContain(holder.kind, collector.getNode(item.key)?.kind ?? item.kind));
    if (fits) {
      if (parent !== item.parent) collector.edit(item.key, { parent });
    } else {
      collector.edit(item.key, { parent: null });
      reader.problems.push(
        toImportNote(
          'not-placed',
          reader.file,
          `"${item.name}" can't stand inside "${holder?.name ?? item.parent}"; it was imported without a place.`,
          item.evidence[0]?.line ?? null,
        ),
      );
    }
  }
  for (const [host, server] of twin) {
    const described = collector.getNode(host);
    if (described === undefined) continue;
    const above = described.parent ?? null;
    if (above !== null && above !== server && (collector.getNode(server)?.parent ?? null) === null)
      collector.edit(server, { parent: above });
    collector.remove(host);
  }
}
