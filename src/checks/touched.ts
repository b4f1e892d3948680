import type { NodeId } from '#core/model/ids.ts';
import type { Step } from './rule.ts';

/** Ids of the nodes that a step changed, brought or took away. */
export function touchedNodes(step: Step): NodeId[] {
  return [...step.edit.nodes.map((node) => node.id), ...step.edit.endedNodes];
}

/** Ids of the dependencies that a step changed or ended. */
export function touchedLinks(step: Step): string[] {
  return [...step.edit.dependencies.map((each) => each.id), ...step.edit.endedDependencies];
}

/** Both ends of the dependencies that a step touched, as they were and as they are. */
export function touchedEnds(step: Step): NodeId[] {
  return touchedLinks(step).flatMap((id) =>
    [step.before.dependencies.get(id), step.estate.dependencies.get(id)].flatMap((each) =>
      each === undefined ? [] : [each.from, each.to],
    ),
  );
}

/** The redundancy groups whose members a step changed, brought or took away. */
export function touchedGroups(step: Step): string[] {
  return touchedNodes(step).flatMap((id) =>
    [step.before, step.estate].flatMap((each) => each.nodes.get(id)?.redundancy?.group ?? []),
  );
}
