import { toEvidence, type CellView } from '../csv/row-view.ts';
import { findKnown, toNameKey, type TableReader } from '../csv/table-reader.ts';

/** Where a row sends its server. */
export interface AwsTarget {
  readonly server: CellView;
  readonly account: CellView | undefined;
  readonly region: CellView | undefined;
  readonly wave: CellView | undefined;
}

/** Adds the AWS account and region that a server goes to, both planned, and the move there. */
export function addAwsTarget(reader: TableReader, target: AwsTarget): void {
  const node = findKnown(reader, target.server.value);
  const { account, region, wave } = target;
  const last = region ?? account;
  if (node === undefined || last === undefined) return;
  const provider = `provider:aws${account === undefined ? '' : ` ${toNameKey(account.value)}`}`;
  const speaker = account ?? last;
  reader.collector.add({
    is: 'node',
    key: provider,
    kind: 'provider',
    name: account === undefined ? 'AWS' : `AWS ${account.value}`,
    status: 'planned',
    confidence: 'sure',
    reasons: [`the target account in the column "${speaker.heading}"`],
    evidence: [toEvidence(speaker, 'name')],
  });
  const to =
    region === undefined ? provider : `site:${provider.slice('provider:'.length)}/${toNameKey(region.value)}`;
  if (region !== undefined) {
    reader.collector.add({
      is: 'node',
      key: to,
      kind: 'site',
      name: region.value,
      parent: provider,
      status: 'planned',
      confidence: 'sure',
      reasons: [`the target region in the column "${region.heading}"`],
      evidence: [toEvidence(region, 'name')],
    });
  }
  reader.collector.add({
    is: 'move',
    key: `move:${node}`,
    node,
    to,
    phase: wave === undefined ? null : `phase:${toNameKey(wave.value)}`,
    confidence: 'sure',
    reasons: [`the target in the column "${last.heading}"`],
    evidence: [toEvidence(last, 'to')],
  });
}
