import { toImportNote } from '../import-problem.ts';
import { toEvidence, type CellView } from '../csv/row-view.ts';
import { addDependency } from '../csv/row-relations.ts';
import { findKnown, remember, toNameKey, type TableReader } from '../csv/table-reader.ts';
import { isNoValue } from '../csv/units.ts';
import type { VendorRow } from '../vendor-table/vendor-row.ts';

/** A source, a destination and a port that were seen talking. */
export interface Flow {
  readonly from: string;
  readonly to: string;
}

/** A machine that a row names, without saying more of it. */
export function addNamedServer(reader: TableReader, cell: CellView, address: CellView | undefined): string {
  const known = findKnown(reader, cell.value);
  if (known !== undefined) return known;
  const key = `server:${toNameKey(cell.value)}`;
  const hasAddress = address !== undefined && address.value !== cell.value;
  reader.collector.add({
    is: 'node',
    key,
    kind: 'server',
    type: 'unknown',
    name: cell.value,
    confidence: 'likely',
    reasons: [`an end of a dependency in the column "${cell.heading}"`],
    evidence: [toEvidence(cell, 'name'), ...(hasAddress ? [toEvidence(address, 'addresses')] : [])],
    ...(hasAddress ? { addresses: [address.value] } : {}),
  });
  remember(reader, cell.value, key);
  return key;
}

function isSaid(cell: CellView | undefined): cell is CellView {
  return cell !== undefined && !isNoValue(cell.value);
}

/** Adds the dependency of a row; the same source, destination and port in another time slot is the same one. */
export function addFlow(reader: TableReader, known: Map<string, Flow>, row: VendorRow): void {
  const from = row.find('sourceservername');
  const address = row.find('destinationip');
  const named = row.find('destinationservername');
  const to = isSaid(named) ? named : address;
  if (!isSaid(from) || !isSaid(to)) {
    const message = 'The row names only one end of a dependency; it was left out.';
    reader.problems.push(toImportNote('one-end', reader.file, message, row.line));
    return;
  }
  const portCell = row.find('destinationport');
  const port = Number(portCell?.value ?? Number.NaN);
  const hasPort = Number.isInteger(port) && port > 0 && port <= 65_535;
  const id = [from.value, to.value, hasPort ? port : ''].map(String).join('\u0000').toLowerCase();
  if (known.has(id)) return;
  const ends = {
    from: addNamedServer(reader, from, undefined),
    to: addNamedServer(reader, to, isSaid(address) ? address : undefined),
  };
  known.set(id, ends);
  const cells = [to, ...(hasPort && portCell !== undefined ? [portCell] : [])];
  addDependency(reader, { ...ends, type: 'connects', ...(hasPort ? { port } : {}) }, 'sure', cells);
}
