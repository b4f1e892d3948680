import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { TableSample } from '#core/importers/contract.ts';
import { toChosenMapping, type MappedColumn } from '#core/importers/csv/column-mapping.ts';
import { findRememberedMappings } from '#core/intake/remembered-mappings.ts';
import { importText } from '#text/import.ts';
import { runImport, type RunningImport } from '#workers/run-import.ts';
import { readOtherwise, reviewStore } from './review-store.ts';
import { showProblem } from './toast-store.ts';
import { workspaceStore } from './workspace-store.ts';

/** What a person says that a column means; `null`: what its heading says. */
export type ColumnChoice = Pick<MappedColumn, 'field' | 'unit'> | null;

const columnsStore = createStore<{ readonly isReading: boolean }>(() => ({ isReading: false }));
const limitMs = 20_000;
let running: RunningImport | null = null;

/** Whether the files are being read with other meanings of their columns. */
export function useIsReading(): boolean {
  return useStore(columnsStore, (state) => state.isReading);
}

/** The columns that a person gave a meaning, with one of them changed. */
function toColumns(table: TableSample, heading: string, choice: ColumnChoice): readonly MappedColumn[] {
  const chosen = toChosenMapping(table.mapping)?.columns ?? [];
  const others = chosen.filter((column) => column.heading !== heading);
  if (choice === null) return others;
  return [...others, { heading, ...choice, confidence: 'sure', because: '' }];
}

/**
 * Says what a column means and reads the files again with it; all tables of the same headings follow. What was decided about things
 * that are still found stays decided. A later change takes the place of one that is still being read.
 */
export async function sayColumn(table: TableSample, heading: string, choice: ColumnChoice): Promise<void> {
  const { signature } = table.mapping;
  const state = reviewStore.getState();
  const { plan } = workspaceStore.getState();
  if (signature === null) return;
  const mappings = {
    ...state.mappings,
    [signature]: { signature, columns: toColumns(table, heading, choice) },
  };
  const remembered = [...Object.values(mappings), ...(plan === null ? [] : findRememberedMappings(plan))];
  running?.cancel();
  const own = runImport({ files: state.files, remembered }, plan, limitMs);
  running = own;
  columnsStore.setState({ isReading: true });
  const outcome = await own.outcome;
  if (running !== own) return;
  running = null;
  columnsStore.setState({ isReading: false });
  if (reviewStore.getState().files !== state.files) return;
  if (!outcome.ok) {
    showProblem(outcome.error === 'too-long' ? importText.tooLong(limitMs / 1000) : importText.failed);
    return;
  }
  const { proposals: read, problems, tables, preview } = outcome.value;
  readOtherwise({ read, problems, tables, mappings }, { ...preview, plan });
}
