import type { SourceFile } from '#core/importers/contract.ts';
import { findRememberedMappings } from '#core/intake/remembered-mappings.ts';
import type { Plan } from '#core/model/plan.ts';
import { importText as text } from '#text/import.ts';
import type { ReadOutcome } from '#workers/import-messages.ts';
import { runImport, type ImportStop, type RunningImport } from '#workers/run-import.ts';
import { getBridge } from './bridge.ts';
import { importStore } from './import-progress.ts';
import { isPlanFile, openPlanFile } from './plan-files.ts';
import { reviewReport, reviewTable } from './report-edits.ts';
import { startReview } from './review-store.ts';
import { showProblem } from './toast-store.ts';
import { workspaceStore } from './workspace-store.ts';

const limitMs = 20_000;
let running: RunningImport | null = null;
/** The import that goes on, or was the last one. */
let session = { isCancelled: false };

/** Stops the import at any stage; nothing is taken over. */
export function cancelImport(): void {
  session.isCancelled = true;
  running?.cancel();
  importStore.setState({ progress: null });
}

function toFailure(stop: ImportStop): string | null {
  if (stop === 'cancelled') return null;
  return stop === 'too-long' ? text.tooLong(limitMs / 1000) : text.failed;
}

async function finish(files: readonly SourceFile[], outcome: ReadOutcome, plan: Plan | null): Promise<void> {
  const own = session;
  const { proposals, problems, tables } = outcome;
  // A table whose columns say nothing by themselves is no failure: a person says what they mean.
  if (proposals.length + tables.length > 0) {
    if (!(await startReview(files, outcome, plan, () => own.isCancelled))) return;
    importStore.setState({ progress: null, problems: [], failure: null });
    return;
  }
  const failure = problems.length === 0 ? text.nothingFound : null;
  importStore.setState({ progress: null, problems, failure });
}

/** Reads files that are here already, shows the review, and says what could not be read. */
export async function importSources(files: readonly SourceFile[]): Promise<void> {
  const [first] = files;
  if (first === undefined) {
    showProblem(text.noFiles);
    return;
  }
  if (files.length === 1 && isPlanFile(first.name)) {
    importStore.setState({ progress: null });
    await openPlanFile(first);
    return;
  }
  const [, end = ''] = /\.(md|markdown|txt|csv)$/iu.exec(first.name) ?? [];
  if (files.length === 1 && end !== '') {
    const content = new TextDecoder().decode(first.bytes);
    const review = end.toLowerCase() === 'csv' ? reviewTable : reviewReport;
    if (review(first.name, content)) {
      importStore.setState({ progress: null });
      return;
    }
  }
  session = { isCancelled: false };
  importStore.setState({
    progress: { stage: 'understanding', name: first.name, done: 0, total: files.length },
    problems: [],
    failure: null,
  });
  const { plan } = workspaceStore.getState();
  const remembered = plan === null ? [] : findRememberedMappings(plan);
  running = runImport({ files, remembered }, plan, limitMs, (stage, done, total) =>
    importStore.setState({ progress: { stage, name: first.name, done, total } }),
  );
  const outcome = await running.outcome;
  running = null;
  if (outcome.ok) await finish(files, outcome.value, plan);
  else importStore.setState({ progress: null, failure: toFailure(outcome.error) });
}

/** Reads dropped or chosen files one by one, with progress, then imports them. */
export async function importBrowserFiles(
  files: readonly { readonly name: string; readonly file: File }[],
): Promise<void> {
  const own = { isCancelled: false };
  session = own;
  const read: SourceFile[] = [];
  for (const [index, { name, file }] of files.entries()) {
    importStore.setState({ progress: { stage: 'reading', name, done: index, total: files.length } });
    read.push({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
    if (own.isCancelled) return;
  }
  await importSources(read);
}

/** Lets the person choose files or a folder and imports them. */
export async function chooseAndImport(purpose: 'import' | 'folder'): Promise<void> {
  const chosen = await getBridge().openFiles({ purpose, multiple: true });
  if (!chosen.ok) {
    showProblem(chosen.error.message);
    return;
  }
  if (chosen.value.length > 0) await importSources(chosen.value);
}
