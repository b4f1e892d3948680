import { sortedBy } from '#core/base/compare.ts';
import type { Loss } from '#core/exporters/reading/loss.ts';
import { toChangeSubject } from '#core/exporters/reading/task-place.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';

/** Written into the tables; their edits come back into this plan, but another plan can't be made of them. */
function oneWay(what: string): string {
  return `${what}, in a new plan (an import of these tables reads targets and phases; edits of them come back into this plan, all of it by the plan file)`;
}

/** Lists what of a plan our own tables have no column for. */
export function tellTableLosses(reader: PlanReader, loss: Loss): void {
  const { plan } = reader;
  for (const node of sortedBy(plan.nodes, (each) => each.id)) {
    if (node.redundancy !== null) loss.add('redundancy', node.name);
    if (node.conflicts.length > 0) loss.add('values on which sources disagree', node.name);
  }
  for (const each of sortedBy(plan.dependencies, (row) => row.id)) {
    if (each.maxLatencyMs !== null) loss.add('highest allowed latency', reader.nameOf(each.id));
  }
  for (const each of sortedBy(plan.parties, (row) => row.id)) {
    if (each.contacts.length > 0) loss.add('contacts of parties', each.name);
  }
  for (const { number, change } of reader.changes) {
    loss.add(oneWay('steps'), `${number} ${toChangeSubject(reader, change).name}`.trim());
  }
  for (const each of sortedBy(plan.tasks, (row) => row.id)) loss.add(oneWay('tasks'), each.text);
  for (const each of sortedBy(plan.handovers, (row) => row.id)) {
    loss.add('state and evidence of hand-overs', `${each.area} to ${reader.nameOf(each.to)}`);
  }
  for (const { phase } of reader.parts) {
    if (phase !== null && phase.gate !== null) loss.add('gates of phases', phase.name);
  }
  for (const each of sortedBy(plan.rules, (row) => row.id)) loss.add('rules', each.kind);
  for (const each of sortedBy(plan.calendar, (row) => row.id)) loss.add('calendar', each.name);
  for (const each of sortedBy(plan.accepted, (row) => row.id)) loss.add('accepted findings', each.why);
}
