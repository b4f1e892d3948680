import type { Plan } from '#core/model/plan.ts';
import { proposeDates, type ProposedDates } from '#core/planning/schedule/propose-dates.ts';
import { toChangeTitle } from '#core/projections/change-title.ts';
import type { CliCommand } from '#main/cli/command.ts';
import { standardStream } from '#main/cli/files/read-input.ts';
import { refuse } from '#main/cli/outcome.ts';
import { scheduleText as words } from '#main/cli/planning-text.ts';
import { text } from '#main/cli/text.ts';
import { readPlan } from './read-plan.ts';
import { writeProposal, type Proposal } from './write-proposal.ts';

function toTitle(plan: Plan, id: string): string {
  const change = plan.changes.get(id);
  return change === undefined ? id : toChangeTitle(plan, change);
}

function toProposal(plan: Plan, found: ProposedDates, out: string): Proposal {
  const { commands, ...answer } = found;
  const lines = [
    words.done(found.changes.length, found.start, found.end, found.lengthDays, found.leastDays),
    ...found.phases.map(({ id, start, end }) => words.phase(plan.phases.get(id)?.name ?? id, start, end)),
    words.critical(found.criticalPath.map((id) => toTitle(plan, id))),
    ...found.tasks.map(({ on, text: task, due }) => words.task(toTitle(plan, on), task, due)),
    ...(out === standardStream ? [] : [words.wrote(out)]),
  ];
  const changes = found.changes.map((each) => ({ ...each, title: toTitle(plan, each.id) }));
  return {
    label: words.summary,
    commands,
    answer: { ...answer, changes },
    lines: found.changes.length === 0 ? [words.nothing] : lines,
  };
}

/** `rehome schedule`. */
export const scheduleCommand: CliCommand = {
  name: 'schedule',
  summary: words.summary,
  usage: words.usage,
  notes: words.notes,
  options: [
    { name: 'start', placeholder: 'DATE', says: words.start },
    { name: 'weekends', placeholder: null, says: words.weekends },
    { name: 'out', placeholder: 'PLAN', says: words.out },
    { name: 'json', placeholder: null, says: words.json },
  ],
  positionals: { min: 1, max: 1 },
  run: async (args) => {
    const [path = ''] = args.positionals;
    const out = args.value('out') ?? path;
    if (out === standardStream && args.has('json')) return refuse(text.usage.bothToOutput);
    const plan = await readPlan(path);
    if (!plan.ok) return plan;
    const found = proposeDates(plan.value, { start: args.value('start'), weekends: args.has('weekends') });
    if (!found.ok) {
      const { code, message } = found.error;
      return refuse(code === 'no-start' ? words.noStart(message) : words.refused(path, message));
    }
    return writeProposal(plan.value, toProposal(plan.value, found.value, out), out, args.has('json'));
  },
};
