import type { NodeId, PhaseId } from '#core/model/ids.ts';
import { findDropPhase, findDropPoint, toDropCommands } from '#core/projections/drop-commands.ts';
import { runCommands } from './run-commands.ts';
import { showPoint, viewStore } from './view-store.ts';
import { workspaceStore } from './workspace-store.ts';

/** The phase that a new change goes to, in the state that the slider shows. */
export function findShownPhase(): PhaseId | null {
  const { plan } = workspaceStore.getState();
  return plan === null ? null : findDropPhase(plan, viewStore.getState().point);
}

/**
 * Plans that nodes go to a place, in the phase that the slider shows. A server onto a server is a merge, and back home takes the move back.
 * As is never changes by planning: the state in which it took effect is shown then.
 */
export function planMoves(nodes: readonly NodeId[], to: NodeId): boolean {
  const { plan } = workspaceStore.getState();
  if (plan === null) return false;
  const phase = findShownPhase();
  if (!runCommands(toDropCommands(plan, nodes, to, phase)).ok) return false;
  if (viewStore.getState().point === 'start') showPoint(findDropPoint(phase));
  return true;
}
