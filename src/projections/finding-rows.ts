import type { CheckReport, Finding, Severity } from '#core/model/finding.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { AcceptedFinding } from '#core/model/accepted-finding.ts';
import type { Plan } from '#core/model/plan.ts';
import { subtreeIn } from '#core/state/estate.ts';
import { estateAt, type StatePoint } from '#core/state/plan-states.ts';
import { statePoints } from './state-order.ts';

/** One row of the findings panel. */
export interface FindingRow {
  readonly finding: Finding;
  /** The state in which it first holds. */
  readonly from: StatePoint;
  /** The last state in which it holds; the same as `from` when it holds in one only. */
  readonly until: StatePoint;
  /** Whether it holds in the state that the slider shows. */
  readonly holdsHere: boolean;
  /** Who accepted it and why, when somebody did. */
  readonly accepted: AcceptedFinding | null;
}

/** What the panel is asked to show. */
export interface FindingFilter {
  readonly severity: Severity | null;
  /** Only findings about these nodes and what is inside them; `null`: all. */
  readonly nodes: readonly NodeId[] | null;
}

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function withInside(plan: Plan, nodes: readonly NodeId[]): ReadonlySet<NodeId> {
  const found = new Set<NodeId>(nodes);
  for (const point of ['start', 'end'] as const) {
    const estate = estateAt(plan, point);
    for (const id of nodes) for (const inside of subtreeIn(estate, id)) found.add(inside.id);
  }
  return found;
}

/** The findings as rows: open before accepted, worst first, then by the state in which they begin. Stable otherwise. */
export function toFindingRows(
  plan: Plan,
  report: CheckReport,
  shown: StatePoint,
  filter: FindingFilter,
): FindingRow[] {
  const points = statePoints(plan);
  const ranks = new Map(points.map((point, at) => [point, at]));
  const rank = ranks.get(shown) ?? 0;
  const about = filter.nodes === null ? null : withInside(plan, filter.nodes);
  const rows = report.findings
    .filter((finding) => filter.severity === null || finding.severity === filter.severity)
    .filter((finding) => about === null || finding.nodes.some((id) => about.has(id)))
    .map((finding) => {
      const from = finding.phase === null ? 0 : (ranks.get(finding.phase) ?? 0);
      const end =
        finding.until === null
          ? points.length - 1
          : Math.max(from, (ranks.get(finding.until) ?? points.length) - 1);
      return {
        row: {
          finding,
          from: points[from] ?? 'start',
          until: points[end] ?? 'end',
          holdsHere: from <= rank && rank <= end,
          accepted: plan.accepted.get(finding.accepted) ?? null,
        },
        from,
      };
    });
  rows.sort(
    (a, b) =>
      Number(a.row.finding.accepted !== null) - Number(b.row.finding.accepted !== null) ||
      weights[a.row.finding.severity] - weights[b.row.finding.severity] ||
      a.from - b.from,
  );
  return rows.map((each) => each.row);
}
