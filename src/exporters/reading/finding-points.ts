import type { Finding, Severity } from '#core/model/finding.ts';
import type { PlanReader } from './plan-reader.ts';

/** Where a point of a finding stands: 0 is today, then one for each part of the plan. */
export function toPointIndex(reader: PlanReader, point: Finding['phase']): number {
  if (point === null) return 0;
  const index = reader.parts.findIndex((part) => (part.phase?.id ?? 'end') === point);
  return index === -1 ? reader.parts.length : index + 1;
}

/** How many open findings of a severity hold at a point (0 today, then after each part), or begin on the way to it. */
export function countFindingsAt(reader: PlanReader, severity: Severity, at: number): number {
  return reader.openFindings.filter((finding) => {
    if (finding.severity !== severity) return false;
    const from = toPointIndex(reader, finding.phase);
    const until = finding.until === null ? Number.POSITIVE_INFINITY : toPointIndex(reader, finding.until);
    return from === at || (from < at && at < until);
  }).length;
}
