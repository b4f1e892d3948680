import { toTable } from '#core/base/table.ts';
import { toId } from '#core/model/ids.ts';
import { toEmptyPlan, type Plan, type RecordByCollection } from '#core/model/plan.ts';

/** Records by collection, as a test writes them. */
export type PlanRows = { readonly [C in keyof RecordByCollection]?: readonly RecordByCollection[C][] } & {
  readonly name?: string;
};

/** A plan that holds just the given records. */
export function planOf(rows: PlanRows = {}): Plan {
  const empty = toEmptyPlan(toId('pl', 'pl_test'), rows.name ?? 'Test plan');
  return {
    ...empty,
    sources: toTable(rows.sources),
    nodes: toTable(rows.nodes),
    dependencies: toTable(rows.dependencies),
    parties: toTable(rows.parties),
    duties: toTable(rows.duties),
    questions: toTable(rows.questions),
    dispositions: toTable(rows.dispositions),
    phases: toTable(rows.phases),
    changes: toTable(rows.changes),
    handovers: toTable(rows.handovers),
    tasks: toTable(rows.tasks),
    rules: toTable(rows.rules),
    calendar: toTable(rows.calendar),
    accepted: toTable(rows.accepted),
    layout: toTable(rows.layout),
  };
}
