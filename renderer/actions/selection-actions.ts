import type { Command } from '#core/model/command.ts';
import type { Disposition } from '#core/model/disposition.ts';
import { findOpenQuestion } from '#core/projections/question-rows.ts';
import { findShownPhase } from '#stores/plan-moves.ts';
import { runCommands } from '#stores/run-commands.ts';
import { openPanel, select } from '#stores/view-store.ts';
import { actionsText as text } from '#text/actions.ts';
import type { Action, ActionContext } from './action.ts';

function needsSelection({ plan, selection, readOnly }: ActionContext): string | null {
  if (plan === null) return text.noPlan;
  if (readOnly) return text.readOnly;
  return selection.length === 0 ? text.selectFirst : null;
}

function removalsOf({ plan, selection }: ActionContext): readonly (Disposition | undefined)[] {
  if (plan === null) return [];
  const retired = new Map(
    plan.dispositions.filter((each) => each.disposition === 'retire').map((each) => [each.node, each]),
  );
  return selection.map((id) => retired.get(id));
}

function onEach({ selection }: ActionContext, toCommand: (node: string) => Command): void {
  runCommands(selection.map((node) => toCommand(node)));
}

/** What can be done with the selected nodes. */
export const selectionActions: readonly Action[] = [
  {
    id: 'move',
    title: text.title.move,
    hint: text.hint.move,
    icon: 'arrow-right',
    group: 'selection',
    shortcut: 'M',
    why: needsSelection,
    run: ({ selection }) => openPanel('move', selection),
  },
  {
    id: 'mark-removal',
    title: text.title['mark-removal'],
    hint: text.hint['mark-removal'],
    icon: 'minus',
    group: 'selection',
    shortcut: 'R',
    why: (context) => {
      const off = needsSelection(context);
      if (off !== null) return off;
      return removalsOf(context).every((each) => each !== undefined) ? text.isCandidate : null;
    },
    run: (context) => {
      const known = removalsOf(context);
      const open = context.selection.filter((_, index) => known[index] === undefined);
      onEach({ ...context, selection: open }, (node) => ({ command: 'mark-removal', node }));
    },
  },
  {
    id: 'agree-removal',
    title: text.title['agree-removal'],
    hint: text.hint['agree-removal'],
    icon: 'check',
    group: 'selection',
    shortcut: null,
    why: (context) => {
      const off = needsSelection(context);
      if (off !== null) return off;
      const removals = removalsOf(context);
      if (removals.some((each) => each === undefined)) return text.notMarked;
      return removals.every((each) => each?.agreed === true) ? text.isAgreed : null;
    },
    run: ({ selection }) => openPanel('agree', selection),
  },
  {
    id: 'plan-remove',
    title: text.title['plan-remove'],
    hint: text.hint['plan-remove'],
    icon: 'trash-2',
    group: 'selection',
    shortcut: null,
    why: needsSelection,
    run: (context) => onEach(context, (node) => ({ command: 'plan-remove', node, phase: findShownPhase() })),
  },
  {
    id: 'assign-phase',
    title: text.title['assign-phase'],
    hint: text.hint['assign-phase'],
    icon: 'milestone',
    group: 'selection',
    shortcut: 'P',
    why: needsSelection,
    run: ({ selection }) => openPanel('phase', selection),
  },
  {
    id: 'connect',
    title: text.title.connect,
    hint: text.hint.connect,
    icon: 'plus',
    group: 'selection',
    shortcut: 'D',
    why: needsSelection,
    run: ({ selection }) => openPanel('connect', selection.slice(0, 1)),
  },
  {
    id: 'answer-question',
    title: text.title['answer-question'],
    hint: text.hint['answer-question'],
    icon: 'message-circle-question-mark',
    group: 'selection',
    shortcut: null,
    why: (context) => {
      const off = needsSelection(context);
      if (off !== null || context.plan === null) return off;
      return findOpenQuestion(context.plan, context.selection) === null ? text.noQuestion : null;
    },
    run: ({ selection }) => openPanel('answer', selection),
  },
  {
    id: 'select-nothing',
    title: text.title['select-nothing'],
    hint: text.hint['select-nothing'],
    icon: 'minus',
    group: 'selection',
    shortcut: null,
    why: ({ selection }) => (selection.length === 0 ? text.selectFirst : null),
    run: () => select([]),
  },
];
