import { phasesInOrder, type StatePoint } from '#core/state/plan-states.ts';
import {
  openPanel,
  setTheme,
  showFindings,
  showNavigator,
  showPoint,
  showTab,
  tabs,
  viewStore,
  type Tab,
} from '#stores/view-store.ts';
import { openHelp } from '#stores/help-store.ts';
import { takeTour } from '#stores/take-tour.ts';
import { tourText } from '#text/tour.ts';
import { actionsText as text } from '#text/actions.ts';
import type { Action, ActionContext, ActionIcon } from './action.ts';

const tabIcons: Readonly<Record<Tab, ActionIcon>> = {
  map: 'map',
  board: 'square-kanban',
  table: 'table-2',
  timeline: 'chart-gantt',
  duties: 'handshake',
  questions: 'message-circle-question-mark',
  report: 'file-text',
};

function needsPlan({ plan }: ActionContext): string | null {
  return plan === null ? text.noPlan : null;
}

function stepPoint({ plan, point }: ActionContext, by: number): void {
  if (plan === null) return;
  const points: StatePoint[] = ['start', ...phasesInOrder(plan).map((phase) => phase.id), 'end'];
  const at = Math.min(points.length - 1, Math.max(0, points.indexOf(point) + by));
  showPoint(points[at] ?? 'start');
}

function viewAction(
  id: keyof typeof text.title,
  icon: ActionIcon,
  shortcut: string | null,
  run: Action['run'],
  why: Action['why'] = needsPlan,
): Action {
  return { id, title: text.title[id], hint: '', icon, group: 'view', shortcut, why, run };
}

/** What changes only what is looked at. */
export const viewActions: readonly Action[] = [
  viewAction('command-palette', 'search', 'Mod+K', () => openPanel('palette')),
  ...tabs.map((tab, index) => viewAction(`tab-${tab}`, tabIcons[tab], String(index + 1), () => showTab(tab))),
  viewAction('state-before', 'chevron-left', '[', (context) => stepPoint(context, -1)),
  viewAction('state-after', 'chevron-right', ']', (context) => stepPoint(context, 1)),
  viewAction('state-start', 'chevron-left', null, () => showPoint('start')),
  viewAction('state-end', 'chevron-right', null, () => showPoint('end')),
  viewAction('toggle-navigator', 'panel-left', 'Mod+B', () =>
    showNavigator(!viewStore.getState().navigatorOpen),
  ),
  viewAction('toggle-findings', 'triangle-alert', 'Mod+J', () =>
    showFindings(!viewStore.getState().findingsOpen),
  ),
  viewAction(
    'theme-system',
    'monitor',
    null,
    () => setTheme('system'),
    () => null,
  ),
  viewAction(
    'theme-light',
    'sun',
    null,
    () => setTheme('light'),
    () => null,
  ),
  viewAction(
    'theme-dark',
    'moon',
    null,
    () => setTheme('dark'),
    () => null,
  ),
  viewAction(
    'help',
    'life-buoy',
    'F1',
    () => openHelp(),
    () => null,
  ),
  viewAction(
    'tour',
    'sparkles',
    null,
    () => void takeTour(),
    ({ screen }) => (screen === 'review' ? tourText.notNow : null),
  ),
  viewAction(
    'shortcuts',
    'info',
    '?',
    () => openPanel('shortcuts'),
    () => null,
  ),
];
