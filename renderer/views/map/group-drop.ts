import type { Command } from '#core/model/command.ts';
import { findChangedNode } from '#core/model/change.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import type { MapBox } from '#core/projections/map-box.ts';
import { mapStore } from '#stores/map-store.ts';
import { runCommands } from '#stores/run-commands.ts';
import { showProblem } from '#stores/toast-store.ts';
import { select } from '#stores/view-store.ts';
import { mapText } from '#text/map.ts';
import { mapToolsText as text } from '#text/map-tools.ts';

/** Whether a box is a group of what shares something, not a place. */
export function isGroup(box: MapBox): boolean {
  return box.node === null && mapStore.getState().grouping !== 'place';
}

function toCommands(plan: Plan, nodes: readonly NodeId[], value: string | null): Command[] | string {
  const { grouping } = mapStore.getState();
  switch (grouping) {
    case 'environment':
      return nodes.map((node) => ({ command: 'edit-node', node, environment: value }));
    case 'disposition':
      return nodes.map((node) => ({ command: 'set-disposition', node, disposition: value }));
    case 'phase': {
      if (value === null) return text.noDropHere;
      const own = new Set<string>(nodes);
      const changes = plan.changes.filter((change) => own.has(findChangedNode(change) ?? ''));
      const phase = plan.phases.get(value)?.id ?? null;
      return changes.length === 0
        ? text.nothingToPhase
        : changes.map((change) => ({ command: 'move-to-phase', change: change.id, phase }));
    }
    case 'party':
      return text.noDropOnParty;
    case 'site':
    case 'place':
      return mapText.dropNowhere;
    default:
      return grouping satisfies never;
  }
}

/** A drop on a group gives the nodes what it stands for: its environment, disposition or phase. */
export function dropOnGroup(plan: Plan, nodes: readonly NodeId[], target: MapBox): void {
  const value = target.kind === 'group' ? target.id.replace(/^group:/u, '') : null;
  const commands = toCommands(plan, nodes, value);
  if (typeof commands === 'string') showProblem(commands);
  else if (runCommands(commands).ok) select(nodes);
}
