import type { Change } from '#core/model/change.ts';
import type { Command } from '#core/model/command.ts';
import type { Repair } from '#core/model/finding.ts';
import { phaseOf } from '#core/state/plan-states.ts';
import { toChangeWords } from '#core/graph/change-words.ts';
import type { Scene } from './scene.ts';

/**
 * The repair that does a change only after another one, in that one's phase: for trouble that the first causes and the
 * second ends. `null` when one of them is missing, or the second has no phase to go to.
 */
export function toDelay(scene: Scene, change: Change | null, until: Change | null): Repair | null {
  if (change === null || until === null || change.id === until.id) return null;
  const commands: Command[] = [];
  if (phaseOf(scene.plan, change) !== phaseOf(scene.plan, until)) {
    if (until.phase === null) return null;
    commands.push({ command: 'move-to-phase', change: change.id, phase: until.phase });
  }
  commands.push({ command: 'order-change', change: change.id, after: until.id });
  return {
    label: `First ${toChangeWords(scene, until)}, then ${toChangeWords(scene, change)}`,
    commands,
  };
}
