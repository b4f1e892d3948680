import type { Command } from '#core/model/command.ts';
import type { NodeId, PhaseId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { estateAt, phasesInOrder, type StatePoint } from '#core/state/plan-states.ts';

/**
 * The phase that a drop is planned in: the one that the slider shows. At "as is" it is the first phase, at "to be" none
 * (the change comes after the last phase).
 */
export function findDropPhase(plan: Plan, point: StatePoint): PhaseId | null {
  if (point === 'end') return null;
  const phases = phasesInOrder(plan);
  const [first] = phases;
  return point === 'start' ? (first?.id ?? null) : (phases.find((phase) => phase.id === point)?.id ?? null);
}

/** The state in which a drop shows its effect. */
export function findDropPoint(phase: PhaseId | null): StatePoint {
  return phase ?? 'end';
}

/** The commands of a drop: a merge for a server on a server, else a move; a drop back home takes the planned move back. */
export function toDropCommands(
  plan: Plan,
  nodes: readonly NodeId[],
  target: NodeId,
  phase: PhaseId | null,
): Command[] {
  const estate = estateAt(plan, findDropPoint(phase));
  const order = phasesInOrder(plan).map((each) => each.id);
  const at = phase === null ? order.length : order.indexOf(phase);
  const before = estateAt(plan, order[at - 1] ?? 'start');
  const into = estate.nodes.get(target);
  return nodes.map((node): Command => {
    const known = plan.changes.filter(
      (change) => change.kind === 'move' && change.node === node && change.phase === phase,
    )[0];
    if (known !== undefined && before.nodes.get(node)?.parent === target)
      return { command: 'withdraw-change', change: known.id };
    const isMerge =
      into?.kind === 'server' && (estate.nodes.get(node) ?? before.nodes.get(node))?.kind === 'server';
    return isMerge
      ? { command: 'plan-merge', node, into: target, phase }
      : { command: 'plan-move', node, to: target, phase };
  });
}
