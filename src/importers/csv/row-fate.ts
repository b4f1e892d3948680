import { findDisposition } from './cell-words.ts';
import { findDate } from './date-words.ts';
import { addQuestion, type RowSubject } from './row-node.ts';
import { toEvidence, type CellView, type RowView } from './row-view.ts';
import { findKnown, toNameKey, type TableReader } from './table-reader.ts';
import { isDoubt, isNoValue } from './units.ts';

const providerWords =
  /(?<![a-z])(?:aws|amazon|azure|gcp|google|hetzner|digital ?ocean|linode|akamai|ovh|scaleway|rackspace|oracle|ibm|vultr|cloud)(?![a-z])/iu;
const sizeWords =
  /^(?:[a-z]{1,3}\d[a-z]{0,4}\.[\w-]{1,20}|[a-z]{1,4}-\d{1,3}vcpu-\S{1,20}|standard_\w{1,20}|[a-z]\d[a-z]?-(?:standard|highmem|highcpu)-\d{1,3}|c[pcx]x?\d{2})$/iu;

/** Where a move goes: a node of the table, else a provider by its name, else a host. */
function addMoveTarget(reader: TableReader, cell: CellView): string {
  const known = findKnown(reader, cell.value);
  const target = known === undefined ? undefined : reader.collector.getNode(known);
  if (known !== undefined && target?.kind !== 'service') return known;
  const kind = providerWords.test(cell.value) ? 'provider' : 'host';
  const key = `${kind}:${toNameKey(cell.value)}`;
  reader.collector.add({
    is: 'node',
    key,
    kind,
    name: cell.value,
    status: 'planned',
    confidence: 'likely',
    reasons: [`a target in the column "${cell.heading}"`],
    evidence: [toEvidence(cell, 'name')],
  });
  return key;
}

/** Adds the fate of the subject: disposition, phase and move. */
export function addFate(reader: TableReader, row: RowView, subject: RowSubject): void {
  const cell = row.first('disposition');
  const disposition = cell === undefined ? undefined : findDisposition(cell.value);
  if (cell !== undefined && isDoubt(cell.value))
    addQuestion(
      reader,
      subject.key,
      `${subject.name}: ${cell.heading} is "${cell.value}"`,
      cell,
      'disposition',
    );
  if (cell !== undefined && disposition !== undefined) {
    reader.collector.add({
      is: 'disposition',
      key: `disposition:${subject.key}`,
      node: subject.key,
      disposition,
      why: `${cell.heading}: ${cell.value}`,
      conditions: [],
      confidence: 'sure',
      reasons: [`the column "${cell.heading}"`],
      evidence: [toEvidence(cell, 'disposition')],
    });
  }
  const phase = addPhase(reader, row);
  const target = row.first('moveTo');
  if (
    target !== undefined &&
    !isNoValue(target.value) &&
    !sizeWords.test(target.value) &&
    findDisposition(target.value) === undefined
  ) {
    const to = addMoveTarget(reader, target);
    if (to !== subject.key) {
      reader.collector.add({
        is: 'move',
        key: `move:${subject.key}`,
        node: subject.key,
        to,
        phase: phase ?? null,
        confidence: 'sure',
        reasons: [`the column "${target.heading}"`],
        evidence: [toEvidence(target, 'to')],
      });
      return;
    }
  }
  const tags = [
    ...(phase === undefined ? [] : [`wave:${row.first('phase')?.value ?? ''}`]),
    ...(target !== undefined && sizeWords.test(target.value) ? [`target-size:${target.value}`] : []),
  ];
  if (tags.length > 0) {
    reader.collector.edit(subject.key, {
      tags: [...new Set([...(reader.collector.getNode(subject.key)?.tags ?? []), ...tags])],
    });
  }
}

/** What a numbered phase is called after the heading of its column: `wave_id` makes "Wave 3". */
function toPhaseWord(heading: string): string {
  const word = heading
    .replaceAll(/[_.\s]{1,20}/gu, ' ')
    .replace(/ ?(?:id|name|no|number|#) ?$/iu, '')
    .trim();
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

function addPhase(reader: TableReader, row: RowView): string | undefined {
  const cell = row.first('phase');
  if (cell === undefined || isNoValue(cell.value)) return undefined;
  const key = `phase:${toNameKey(cell.value)}`;
  const name = /^\d{1,4}$/u.test(cell.value) ? `${toPhaseWord(cell.heading)} ${cell.value}` : cell.value;
  const date = row.first('migrationDate');
  const start = date === undefined ? undefined : findDate(date.value, date.dayFirst);
  const evidence = [
    toEvidence(cell, 'name'),
    ...(date !== undefined && start !== undefined ? [toEvidence(date, 'start')] : []),
  ];
  reader.collector.add({
    is: 'phase',
    key,
    name,
    confidence: 'sure',
    reasons: [`the column "${cell.heading}"`],
    evidence,
    ...(start === undefined ? {} : { start }),
  });
  return key;
}
