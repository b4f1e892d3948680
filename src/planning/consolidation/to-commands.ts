import type { Command } from '#core/model/command.ts';
import type { Plan } from '#core/model/plan.ts';
import type { ConsolidationModel } from './to-model.ts';
import type { MergeSuggestion } from './suggest-merges.ts';
import { toProposedMoves, type NamedHost } from './to-proposed-moves.ts';
import type { Rounds } from './trial.ts';

/** Phases that do not stand in the plan yet. */
function toPhaseNames(plan: Plan, count: number): string[] {
  const taken = new Set(plan.phases.map((phase) => phase.name));
  const names: string[] = [];
  for (let number = 1; names.length < count; number += 1) {
    const name = `Consolidation ${number}`;
    if (!taken.has(name)) names.push(name);
  }
  return names;
}

/**
 * A proposal as commands: phases when there are several rounds, hosts to come, then each move with its reason as its note
 * and the moves that it waits for. Hosts that become free are marked as candidates for removal: somebody agrees that.
 */
export function toCommands(
  plan: Plan,
  model: ConsolidationModel,
  rounds: Rounds,
  freed: readonly NamedHost[],
): Command[] {
  const commands: Command[] = [];
  const add = (command: Command): string => {
    commands.push(command);
    return `$${commands.length}`;
  };
  const names = rounds.length > 1 ? toPhaseNames(plan, rounds.length) : [];
  const phases = names.map((name) => add({ command: 'add-phase', name }));
  const hosts = new Map<number, string>();
  for (const { to } of rounds.flat()) {
    const place = model.places[to];
    if (place === undefined || place.type === null || hosts.has(to)) continue;
    const { capacity, cost, jurisdiction, place: where } = place.type;
    hosts.set(
      to,
      add({
        command: 'plan-add',
        name: place.name,
        kind: 'host',
        to: where,
        phase: phases[0] ?? null,
        capacity,
        cost,
        ...(jurisdiction === null ? {} : { jurisdiction }),
      }),
    );
  }
  const whys = toProposedMoves(model, rounds);
  let number = 0;
  for (const [at, round] of rounds.entries()) {
    const made: string[] = [];
    for (const move of round) {
      const after = move.after.flatMap((each) => made[each] ?? []);
      made.push(
        add({
          command: 'plan-move',
          node: move.candidate.node.id,
          to: model.places[move.to]?.node?.id ?? hosts.get(move.to) ?? null,
          phase: phases[at] ?? null,
          ...(after.length > 0 ? { after } : {}),
          notes: whys[number]?.why ?? '',
        }),
      );
      number += 1;
    }
  }
  const known = new Set<string>(plan.dispositions.map((each) => each.node));
  for (const host of freed) {
    if (known.has(host.node) || !plan.nodes.has(host.node)) continue;
    add({ command: 'mark-removal', node: host.node, why: 'Nothing stands on it after the consolidation.' });
  }
  return commands;
}

/** Suggested merges as commands: the merge with its reasons as its note, and the doubts as a question about both servers. */
export function toMergeCommands(merges: readonly MergeSuggestion[]): Command[] {
  return merges.flatMap((merge) => {
    if (merge.blocked !== null) return [];
    const plan: Command = {
      command: 'plan-merge',
      node: merge.node,
      into: merge.into,
      notes: merge.reasons.join(' '),
    };
    if (merge.doubts.length === 0) return [plan];
    const text = `Can ${merge.name} live on ${merge.intoName}? ${merge.doubts.join(' ')}`;
    return [plan, { command: 'add-question', text, about: [merge.node, merge.into] }];
  });
}
