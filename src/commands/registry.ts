import type { CommandDefinition } from './define-command.ts';
import { agreeRemoval, markRemoval, setDisposition } from './disposition-commands.ts';
import { planMerge, planMove, planRemove } from './fate-commands.ts';
import { addNode, editNode, placeNode, removeNode } from './node-commands.ts';
import { addPhase, editPhase, orderPhase, removePhase } from './phase-commands.ts';

/** Every command there is, in the order of the documentation. */
export const commandDefinitions: readonly CommandDefinition[] = [
  addNode,
  editNode,
  removeNode,
  placeNode,
  markRemoval,
  agreeRemoval,
  setDisposition,
  addPhase,
  editPhase,
  removePhase,
  orderPhase,
  planMove,
  planMerge,
  planRemove,
];
