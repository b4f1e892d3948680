import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Command } from '#core/model/command.ts';
import type { Plan } from '#core/model/plan.ts';

/** What an assistant has found and nobody has applied: the map shows what would come of it. */
export interface OfferedPreview {
  /** The plan that it was found for; for another one it says nothing. */
  readonly plan: Plan;
  readonly commands: readonly Command[];
}

interface PreviewState {
  readonly offered: OfferedPreview | null;
  /** A person has looked at it and wants the map as it is. */
  readonly isHidden: boolean;
}

const nothing: PreviewState = { offered: null, isHidden: false };

/** The store behind `usePreview`. */
export const previewStore = createStore<PreviewState>(() => nothing);

/** Offers the result of an assistant to the map, or takes it back with `null`. What is new is shown. */
export function offerPreview(offered: OfferedPreview | null): void {
  previewStore.setState({ ...nothing, offered });
}

/** Shows what is offered on the map, or the map as it is. */
export function showPreview(isShown: boolean): void {
  previewStore.setState({ isHidden: !isShown });
}

/** A part of what is offered. */
export function usePreview<T>(selector: (state: PreviewState) => T): T {
  return useStore(previewStore, selector);
}
