import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { ImportProblem } from '#core/importers/contract.ts';
import type { ImportStage } from '#workers/import-messages.ts';

/** How far an import is: reading files, understanding them, or comparing them with the plan. */
export interface ImportProgress {
  readonly stage: 'reading' | ImportStage;
  readonly name: string;
  readonly done: number;
  readonly total: number;
}

interface ImportState {
  readonly progress: ImportProgress | null;
  /** What went wrong with the last import that gave nothing. */
  readonly problems: readonly ImportProblem[];
  readonly failure: string | null;
}

/** The store behind `useImport`. Written by `import-session.ts` only. */
export const importStore = createStore<ImportState>(() => ({ progress: null, problems: [], failure: null }));
/** A part of the running import. */
export function useImport<T>(selector: (state: ImportState) => T): T {
  return useStore(importStore, selector);
}

/** Takes the messages of the last import away. */
export function dismissImportProblems(): void {
  importStore.setState({ problems: [], failure: null });
}
