import { checkPlan } from '#core/checks/check-plan.ts';
import { applyCommands } from '#core/commands/apply-commands.ts';
import type { CheckReport, Finding } from '#core/model/finding.ts';
import type { Plan } from '#core/model/plan.ts';
import { phasesInOrder } from '#core/state/plan-states.ts';
import { planOf } from '#support/build-plan.ts';
import { makeCountingIds } from '#support/run-commands.ts';

/** A company, the plan that its documents hint at, and what is done about the findings of that plan. */
export interface WorkedExample {
  readonly title: string;
  /** A few sentences on the company and what it wants. */
  readonly story: string;
  readonly inventory: readonly object[];
  readonly plan: readonly object[];
  readonly repairs: readonly object[];
}

interface Chapter {
  readonly plan: Plan;
  readonly report: CheckReport;
  /** What each command did, and what else happened. */
  readonly labels: readonly string[];
}

/** The example at its three stages. */
export interface WorkedStages {
  readonly today: Chapter;
  readonly planned: Chapter;
  readonly repaired: Chapter;
}

/** An example from the inventory over the first plan to the mended one; every command must be taken. */
export function runExample(example: WorkedExample): WorkedStages {
  const makeId = makeCountingIds();
  const edit = (start: Plan, commands: readonly object[]): Chapter => {
    let plan = start;
    const labels: string[] = [];
    for (const command of commands) {
      const done = applyCommands(plan, [command], { makeId });
      if (!done.ok) throw new Error(`${JSON.stringify(command)}: ${done.error.message}`);
      plan = done.value.plan;
      labels.push(done.value.label, ...done.value.notes);
    }
    return { plan, report: checkPlan(plan), labels };
  };
  const today = edit(planOf({ name: example.title }), example.inventory);
  const planned = edit(today.plan, example.plan);
  let repaired = edit(planned.plan, example.repairs);
  // Then what the findings themselves offer, one after the other: a repair may end more than one finding.
  for (let rounds = 0; rounds < 10; rounds += 1) {
    const offered = repaired.report.findings.find((each) => each.repair !== null)?.repair;
    if (offered === undefined || offered === null) break;
    const { plan, report } = edit(repaired.plan, offered.commands);
    repaired = { plan, report, labels: [...repaired.labels, `Repair: ${offered.label}`] };
  }
  return { today, planned, repaired };
}

/** The errors that are left: not those of today that the plan itself ends. */
export function findLeftErrors({ repaired }: WorkedStages): Finding[] {
  const errors = repaired.report.findings.filter((each) => each.severity === 'error');
  return errors.filter((each) => each.phase !== null || each.until === null);
}

function toPhaseWords(plan: Plan, phase: string | null): string {
  if (phase === null) return 'today';
  if (phase === 'end') return 'at the end';
  return phasesInOrder(plan).find((each) => each.id === phase)?.name ?? phase;
}

function toWhen(plan: Plan, { phase, until }: Finding): string {
  if (phase !== null && phase === until) return `inside ${toPhaseWords(plan, phase)}`;
  const end = until === null ? '' : ` until ${toPhaseWords(plan, until)}`;
  return `${toPhaseWords(plan, phase)}${end}`;
}

function toFindings({ plan, report }: Chapter): string[] {
  const open = report.findings.filter((each) => each.accepted === null);
  if (open.length === 0) return ['Nothing.'];
  return open.map((each) => {
    const when = toWhen(plan, each);
    const repair = each.repair === null ? '' : ` Repair: ${each.repair.label}.`;
    return `- **${each.severity}**, ${when}: ${each.message}${repair}`;
  });
}

const toSteps = (labels: readonly string[]): string[] => labels.map((label) => `- ${label}`);

/** The example as a page to read. */
export function toExampleMarkdown(example: WorkedExample): string {
  const { today, planned, repaired } = runExample(example);
  const blocks = [
    [`# ${example.title}`],
    [example.story],
    ['## What the checks say of today'],
    toFindings(today),
    ['## The plan'],
    toSteps(planned.labels),
    ['## What the checks say of the plan'],
    toFindings(planned),
    ['## What is done about it'],
    toSteps(repaired.labels),
    ['## What is left'],
    toFindings(repaired),
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}
