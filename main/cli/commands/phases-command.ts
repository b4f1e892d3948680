import { toDayNumber } from '#core/base/plain-date.ts';
import { findNode } from '#core/commands/find-node.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import type { PhaseOptions, ProposedPhases } from '#core/planning/phases/phase-options.ts';
import { proposePhases } from '#core/planning/phases/propose-phases.ts';
import { toChangeTitle } from '#core/projections/change-title.ts';
import type { CliCommand } from '#main/cli/command.ts';
import { standardStream } from '#main/cli/files/read-input.ts';
import { refuse, type Outcome } from '#main/cli/outcome.ts';
import { phasesText as words } from '#main/cli/planning-text.ts';
import { text } from '#main/cli/text.ts';
import { readPlan } from './read-plan.ts';
import { writeProposal, type Proposal } from './write-proposal.ts';

const mostBridges = 5;

function toLines(plan: Plan, found: ProposedPhases, out: string): string[] {
  if (found.phases.length + found.joined.length === 0) return [words.nothing];
  const { measure, byHand, bridges } = found;
  const count = found.phases.reduce((sum, phase) => sum + phase.changes.length, found.joined.length);
  const shown = bridges.slice(0, mostBridges);
  return [
    words.done(count, found.phases.length),
    ...found.phases.map((phase) => words.phase(phase.name, phase.changes.length, phase.why)),
    ...found.joined.flatMap(({ change: id, phase }) => {
      const change = plan.changes.get(id);
      return change === undefined
        ? []
        : [words.joined(toChangeTitle(plan, change), plan.phases.get(phase)?.name ?? phase)];
    }),
    words.measure(measure.crossPhase, byHand.crossPhase, measure.longestBridge, byHand.longestBridge),
    ...shown.map((bridge) => words.bridge(bridge.words)),
    ...(bridges.length > shown.length ? [words.more(bridges.length - shown.length)] : []),
    ...found.notes,
    ...(out === standardStream ? [] : [words.wrote(out)]),
  ];
}

function toProposal(plan: Plan, found: ProposedPhases, out: string): Proposal {
  const { commands, ...answer } = found;
  return { label: words.summary, commands, answer, lines: toLines(plan, found, out) };
}

type Days = NonNullable<PhaseOptions['excluded']>;

function readDays(given: string | null): Outcome<Days> {
  const found: { start: string; end: string }[] = [];
  for (const word of given === null ? [] : given.split(',')) {
    const [start = '', end = start, ...rest] = word.trim().split('..');
    const [first, last] = [toDayNumber(start), toDayNumber(end)];
    if (first === null || last === null || last < first || rest.length > 0)
      return refuse(words.badDays(word));
    found.push({ start, end });
  }
  return { ok: true, value: found };
}

function readSets(plan: Plan, given: string | null): Outcome<readonly (readonly NodeId[])[]> {
  const sets: NodeId[][] = [];
  for (const set of given === null ? [] : given.split(',')) {
    const ids: NodeId[] = [];
    for (const name of set.split('+')) {
      const node = findNode(plan, name.trim());
      if (!node.ok) return refuse(node.error.message);
      ids.push(node.value);
    }
    sets.push(ids);
  }
  return { ok: true, value: sets };
}

/** `rehome phases`. */
export const phasesCommand: CliCommand = {
  name: 'phases',
  summary: words.summary,
  usage: words.usage,
  notes: words.notes,
  options: [
    { name: 'max-size', placeholder: 'N', says: words.maxSize },
    { name: 'together', placeholder: 'A+B', says: words.together },
    { name: 'exclude', placeholder: 'DATES', says: words.exclude },
    { name: 'out', placeholder: 'PLAN', says: words.out },
    { name: 'json', placeholder: null, says: words.json },
  ],
  positionals: { min: 1, max: 1 },
  run: async (args) => {
    const [path = ''] = args.positionals;
    const out = args.value('out') ?? path;
    if (out === standardStream && args.has('json')) return refuse(text.usage.bothToOutput);
    const size = args.value('max-size');
    if (size !== null && !/^[1-9]\d{0,6}$/u.test(size)) return refuse(words.badSize(size));
    const excluded = readDays(args.value('exclude'));
    if (!excluded.ok) return excluded;
    const plan = await readPlan(path);
    if (!plan.ok) return plan;
    const together = readSets(plan.value, args.value('together'));
    if (!together.ok) return together;
    const found = proposePhases(plan.value, {
      maxSize: size === null ? null : Number(size),
      together: together.value,
      excluded: excluded.value,
    });
    return writeProposal(plan.value, toProposal(plan.value, found, out), out, args.has('json'));
  },
};
