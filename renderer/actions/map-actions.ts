import { isFiltering } from '#core/projections/map-filter.ts';
import { isPlaceKind } from '#core/projections/map-measures.ts';
import {
  clearFilter,
  collapse,
  mapStore,
  openTool,
  requestFit,
  showImpact,
  showOverview,
  toggleCollapsed,
} from '#stores/map-store.ts';
import { openPanel, showTab } from '#stores/view-store.ts';
import { actionsText as text } from '#text/actions.ts';
import type { Action, ActionContext } from './action.ts';

function needsPlan({ plan }: ActionContext): string | null {
  return plan === null ? text.noPlan : null;
}

function placesOf({ plan, selection }: ActionContext): string[] {
  return selection.filter((id) => {
    const kind = plan?.nodes.get(id)?.kind;
    return kind !== undefined && isPlaceKind(kind);
  });
}

type MapActionId =
  | 'collapse-all'
  | 'expand-all'
  | 'fit-map'
  | 'fit-selection'
  | 'group-map'
  | 'filter-map'
  | 'clear-filter'
  | 'overview'
  | 'impact';

function mapAction(
  id: MapActionId,
  icon: Action['icon'],
  shortcut: string | null,
  run: Action['run'],
  why: Action['why'] = needsPlan,
): Action {
  return { id, title: text.title[id], hint: '', icon, group: 'view', shortcut, why, run };
}

/** How the map is looked at. */
export const mapActions: readonly Action[] = [
  {
    id: 'collapse',
    title: text.title.collapse,
    hint: text.hint.collapse,
    icon: 'chevron-right',
    group: 'selection',
    shortcut: 'C',
    why: (context) => needsPlan(context) ?? (placesOf(context).length === 0 ? text.selectPlace : null),
    run: (context) => toggleCollapsed(placesOf(context)),
  },
  {
    id: 'edges',
    title: text.title.edges,
    hint: text.hint.edges,
    icon: 'share',
    group: 'selection',
    shortcut: 'E',
    why: (context) => needsPlan(context) ?? (context.selection.length === 0 ? text.selectFirst : null),
    run: ({ selection }) => {
      showTab('map');
      openPanel('edges', selection.slice(0, 1));
    },
  },
  mapAction('collapse-all', 'chevron-right', null, ({ plan }) => {
    const hosts = plan?.nodes.filter((node) => node.kind === 'host' || node.kind === 'site') ?? [];
    collapse(hosts.map((node) => node.id));
  }),
  mapAction('expand-all', 'chevron-right', null, () => collapse([])),
  mapAction('fit-map', 'map', '0', () => {
    showTab('map');
    requestFit('all');
  }),
  mapAction(
    'fit-selection',
    'search',
    'F',
    () => {
      showTab('map');
      requestFit('selection');
    },
    (context) => needsPlan(context) ?? (context.selection.length === 0 ? text.selectFirst : null),
  ),
  mapAction('group-map', 'square-kanban', 'G', () => {
    showTab('map');
    openTool('group');
  }),
  mapAction('filter-map', 'search', 'Shift+F', () => {
    showTab('map');
    openTool('filter');
  }),
  mapAction(
    'clear-filter',
    'search',
    null,
    clearFilter,
    (context) => needsPlan(context) ?? (isFiltering(mapStore.getState().filter) ? null : text.noFilter),
  ),
  mapAction('overview', 'map', 'O', () => {
    showTab('map');
    showOverview(!mapStore.getState().overview);
  }),
  mapAction(
    'impact',
    'share',
    'I',
    () => {
      showTab('map');
      showImpact(!mapStore.getState().impact);
    },
    (context) => {
      const isOn = mapStore.getState().impact;
      return needsPlan(context) ?? (context.selection.length === 0 && !isOn ? text.selectFirst : null);
    },
  ),
];
