import { applyTemplate } from './apply-template.ts';
import {
  addCondition,
  editChange,
  meetCondition,
  moveToPhase,
  orderChange,
  waitFor,
  withdrawChange,
} from './change-commands.ts';
import { addCalendarEntry, editCalendarEntry, removeCalendarEntry } from './calendar-commands.ts';
import type { CommandDefinition } from './define-command.ts';
import { addDependency, editDependency, removeDependency } from './dependency-commands.ts';
import { agreeRemoval, markRemoval, setDisposition } from './disposition-commands.ts';
import { addDuty, editDuty, removeDuty } from './duty-commands.ts';
import { planMerge, planMove, planRemove } from './fate-commands.ts';
import { acceptHandOver, editHandOver, offerHandOver, planHandOver } from './hand-over-commands.ts';
import { addNode, editNode, placeNode, removeNode } from './node-commands.ts';
import { addParty, editParty, removeParty } from './party-commands.ts';
import { addPhase, editPhase, orderPhase, removePhase } from './phase-commands.ts';
import { planAdd, planResize, planRewire } from './plan-other-commands.ts';
import { addQuestion, answerQuestion, editQuestion, removeQuestion } from './question-commands.ts';
import { acceptFinding, addRule, removeRule, renamePlan, reopenFinding } from './rule-commands.ts';
import { addTask, editTask, removeTask, tickTask } from './task-commands.ts';

/** Every command there is, in the order of the documentation. */
export const commandDefinitions: readonly CommandDefinition[] = [
  addNode,
  editNode,
  removeNode,
  placeNode,
  addDependency,
  editDependency,
  removeDependency,
  addParty,
  editParty,
  removeParty,
  addDuty,
  editDuty,
  removeDuty,
  addQuestion,
  editQuestion,
  answerQuestion,
  removeQuestion,
  markRemoval,
  agreeRemoval,
  setDisposition,
  addPhase,
  editPhase,
  orderPhase,
  removePhase,
  planMove,
  planMerge,
  planRemove,
  planAdd,
  planResize,
  planRewire,
  planHandOver,
  offerHandOver,
  acceptHandOver,
  editHandOver,
  moveToPhase,
  orderChange,
  editChange,
  withdrawChange,
  waitFor,
  addCondition,
  meetCondition,
  addRule,
  removeRule,
  addCalendarEntry,
  editCalendarEntry,
  removeCalendarEntry,
  acceptFinding,
  reopenFinding,
  addTask,
  editTask,
  tickTask,
  removeTask,
  applyTemplate,
  renamePlan,
];
