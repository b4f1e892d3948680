import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Tab } from '#stores/view-store.ts';

// Views load when they are first shown.
const loaders = import.meta.glob<Readonly<Record<string, unknown>>>('../views/*/*View.tsx');

const names: Readonly<Record<Tab, string>> = {
  map: 'MapView',
  board: 'BoardView',
  table: 'TableView',
  timeline: 'TimelineView',
  duties: 'DutiesView',
  questions: 'QuestionsView',
  report: 'ReportView',
};

function isComponent(value: unknown): value is ComponentType {
  return typeof value === 'function';
}

function toView(tab: Tab): LazyExoticComponent<ComponentType> | null {
  const load = loaders[`../views/${tab}/${names[tab]}.tsx`];
  if (load === undefined) return null;
  return lazy(async () => {
    const view = (await load())[names[tab]];
    if (!isComponent(view)) throw new Error(`Invariant broken: ${names[tab]} is a component`);
    return { default: view };
  });
}

/** The page of each tab; null where there is none in this build. */
export const views: Readonly<Record<Tab, LazyExoticComponent<ComponentType> | null>> = {
  map: toView('map'),
  board: toView('board'),
  table: toView('table'),
  timeline: toView('timeline'),
  duties: toView('duties'),
  questions: toView('questions'),
  report: toView('report'),
};
