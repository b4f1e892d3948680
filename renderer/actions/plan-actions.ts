import { phasesInOrder } from '#core/state/plan-states.ts';
import { redo, runCommands, undo } from '#stores/run-commands.ts';
import { openPanel, showAssistant } from '#stores/view-store.ts';
import { actionsText as text } from '#text/actions.ts';
import type { Action, ActionContext } from './action.ts';

function needsPlan({ plan, readOnly }: ActionContext): string | null {
  if (plan === null) return text.noPlan;
  return readOnly ? text.readOnly : null;
}

/** What changes the plan as a whole. */
export const planActions: readonly Action[] = [
  {
    id: 'undo',
    title: text.title.undo,
    hint: '',
    icon: 'undo-2',
    group: 'plan',
    shortcut: 'Mod+Z',
    why: (context) => needsPlan(context) ?? (context.history.done.length === 0 ? text.nothingToUndo : null),
    run: undo,
  },
  {
    id: 'redo',
    title: text.title.redo,
    hint: '',
    icon: 'redo-2',
    group: 'plan',
    shortcut: 'Mod+Shift+Z',
    why: (context) => needsPlan(context) ?? (context.history.undone.length === 0 ? text.nothingToRedo : null),
    run: redo,
  },
  {
    id: 'history',
    title: text.title.history,
    hint: text.hint.history,
    icon: 'undo-2',
    group: 'plan',
    shortcut: 'H',
    why: ({ plan }) => (plan === null ? text.noPlan : null),
    run: () => openPanel('history', []),
  },
  {
    id: 'add-phase',
    title: text.title['add-phase'],
    hint: '',
    icon: 'plus',
    group: 'plan',
    shortcut: null,
    why: needsPlan,
    run: ({ plan }) => {
      if (plan === null) return;
      const names = new Set(phasesInOrder(plan).map((phase) => phase.name));
      let number = names.size + 1;
      while (names.has(text.newPhase(number))) number += 1;
      runCommands([{ command: 'add-phase', name: text.newPhase(number) }]);
    },
  },
  {
    id: 'phases',
    title: text.title.phases,
    hint: '',
    icon: 'milestone',
    group: 'plan',
    shortcut: null,
    why: needsPlan,
    run: () => openPanel('phases', []),
  },
  {
    id: 'propose-phases',
    title: text.title['propose-phases'],
    hint: '',
    icon: 'milestone',
    group: 'plan',
    shortcut: 'Shift+P',
    why: needsPlan,
    run: () => showAssistant('propose-phases'),
  },
  {
    id: 'propose-dates',
    title: text.title['propose-dates'],
    hint: '',
    icon: 'chart-gantt',
    group: 'plan',
    shortcut: 'Shift+D',
    why: needsPlan,
    run: () => showAssistant('propose-dates'),
  },
  {
    id: 'calendar',
    title: text.title.calendar,
    hint: text.hint.calendar,
    icon: 'chart-gantt',
    group: 'plan',
    shortcut: null,
    why: needsPlan,
    run: () => openPanel('calendar', []),
  },
  {
    id: 'consolidate',
    title: text.title.consolidate,
    hint: text.hint.consolidate,
    icon: 'square-kanban',
    group: 'plan',
    shortcut: null,
    why: needsPlan,
    run: () => showAssistant('consolidation'),
  },
  {
    id: 'add-target',
    title: text.title['add-target'],
    hint: '',
    icon: 'plus',
    group: 'plan',
    shortcut: null,
    why: needsPlan,
    run: () => openPanel('add-target', []),
  },
  {
    id: 'rename-plan',
    title: text.title['rename-plan'],
    hint: '',
    icon: 'pencil',
    group: 'plan',
    shortcut: null,
    why: needsPlan,
    run: () => openPanel('rename', []),
  },
];
