import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Assistant } from '#stores/view-store.ts';

const loaders = import.meta.glob<Readonly<Record<string, unknown>>>([
  '../views/inspector/Inspector.tsx',
  '../views/findings/FindingsPanel.tsx',
  '../views/slider/StateSlider.tsx',
  '../views/move/MovePanel.tsx',
  '../views/connect/ConnectPanel.tsx',
  '../views/phase/PhasePanel.tsx',
  '../views/inspector/AgreeDialog.tsx',
  '../views/assistant/PhasesAssistant.tsx',
  '../views/assistant/DatesAssistant.tsx',
  '../views/inspector/AnswerDialog.tsx',
  '../views/assistant/ConsolidationAssistant.tsx',
  '../views/apply/ApplyReview.tsx',
  '../views/calendar/CalendarDialog.tsx',
  '../views/compare/CompareDialog.tsx',
  '../views/compare/MergeDialog.tsx',
  '../views/compare/ScenariosDialog.tsx',
  '../views/history/HistoryDialog.tsx',
]);

function isComponent(value: unknown): value is ComponentType {
  return typeof value === 'function';
}

function toPanel(path: string): LazyExoticComponent<ComponentType> | null {
  const load = loaders[`../views/${path}.tsx`];
  const name = path.split('/').at(-1) ?? '';
  if (load === undefined) return null;
  return lazy(async () => {
    const panel = (await load())[name];
    if (!isComponent(panel)) throw new Error(`Invariant broken: ${name} is a component`);
    return { default: panel };
  });
}

/** The panel of each assistant. */
export const assistants: Readonly<Record<Assistant, LazyExoticComponent<ComponentType> | null>> = {
  consolidation: toPanel('assistant/ConsolidationAssistant'),
  'propose-phases': toPanel('assistant/PhasesAssistant'),
  'propose-dates': toPanel('assistant/DatesAssistant'),
};
export const Inspector = toPanel('inspector/Inspector');
export const FindingsPanel = toPanel('findings/FindingsPanel');
export const StateSlider = toPanel('slider/StateSlider');
export const MovePanel = toPanel('move/MovePanel');
export const ConnectPanel = toPanel('connect/ConnectPanel');
export const PhasePanel = toPanel('phase/PhasePanel');
export const AgreeDialog = toPanel('inspector/AgreeDialog');
export const ApplyReview = toPanel('apply/ApplyReview');
export const CalendarDialog = toPanel('calendar/CalendarDialog');
export const CompareDialog = toPanel('compare/CompareDialog');
export const MergeDialog = toPanel('compare/MergeDialog');
export const HistoryDialog = toPanel('history/HistoryDialog');
export const ScenariosDialog = toPanel('compare/ScenariosDialog');
export const AnswerDialog = toPanel('inspector/AnswerDialog');
