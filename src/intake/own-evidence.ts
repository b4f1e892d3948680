import { isSameJson } from '#core/base/same-json.ts';
import type { ProposedItem } from '#core/importers/contract.ts';
import type { Evidence } from '#core/model/evidence.ts';
import type { ContestedRecord } from './field-conflicts.ts';
import type { SourceIntake } from './session.ts';

/** Puts the evidence of a source in the place of its earlier evidence; untouched when it says the same. */
export function withEvidence<R extends ContestedRecord>(
  record: R,
  source: SourceIntake,
  evidence: readonly Evidence[],
  add: boolean,
): R {
  if (record.evidence === undefined) return record;
  const own = record.evidence.filter((each) => each.source === source.id);
  const wanted = add
    ? [...own, ...evidence.filter((each) => !own.some((known) => isSameJson(known, each)))]
    : evidence;
  if (isSameJson(own, wanted)) return record;
  const first = record.evidence.findIndex((each) => each.source === source.id);
  const at = first < 0 ? record.evidence.length : first;
  const others = (each: Evidence): boolean => each.source !== source.id;
  const before = record.evidence.slice(0, at);
  return { ...record, evidence: [...before, ...wanted, ...record.evidence.slice(at).filter(others)] };
}

/** Whether a record has the words of this source alone, and they are those of the item: most of what comes again. */
export function isSameEvidence(record: ContestedRecord, { id }: SourceIntake, item: ProposedItem): boolean {
  const { evidence } = record;
  if (evidence === undefined || evidence.length !== item.evidence.length) return false;
  return item.evidence.every(({ line, quote, field }, at) => {
    const own = evidence[at];
    return own?.source === id && own.line === line && own.quote === quote && own.field === field;
  });
}
