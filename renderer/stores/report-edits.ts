import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { hasReportMemory } from '#core/exporters/marked/memory.ts';
import { readReportEdits } from '#core/intake/markdown-edits/read-report-edits.ts';
import { toReviewCommands } from '#core/intake/markdown-edits/review-commands.ts';
import type { ReportReview } from '#core/intake/markdown-edits/review-types.ts';
import { readTableEdits } from '#core/intake/table-edits/read-table-edits.ts';
import { applyText as text } from '#text/apply.ts';
import { makeId } from '#bridge/make-id.ts';
import { runCommands } from './run-commands.ts';
import { showProblem } from './toast-store.ts';
import { closePanel, openPanel } from './view-store.ts';
import { checkShown, workspaceStore } from './workspace-store.ts';

/** An edited report that waits for a decision. */
export interface OpenReview {
  readonly name: string;
  readonly review: ReportReview;
}

const store = createStore<{ readonly open: OpenReview | null }>(() => ({ open: null }));

/** The edited report that is reviewed. */
export function useOpenReview(): OpenReview | null {
  return useStore(store, (state) => state.open);
}

function show(name: string, review: ReportReview): void {
  store.setState({ open: { name, review } });
  openPanel('apply', []);
}

/** Shows the edits of a table of steps, tasks or questions of the open plan; false when the text is none. */
export function reviewTable(name: string, content: string): boolean {
  const { plan } = workspaceStore.getState();
  if (plan === null) return false;
  checkShown();
  const review = readTableEdits(plan, workspaceStore.getState().report, content, makeId);
  if (review === null) return false;
  show(name, review);
  return true;
}

/** Shows the edits of a report that was exported before; false when the text is no such report. */
export function reviewReport(name: string, content: string): boolean {
  if (!hasReportMemory(content)) return false;
  checkShown();
  const { plan, report } = workspaceStore.getState();
  if (plan === null) {
    showProblem(text.openFirst);
    return true;
  }
  const read = readReportEdits(plan, report, content, makeId);
  if (!read.ok) {
    showProblem(text.problems[read.error.code]);
    return true;
  }
  show(name, read.value);
  return true;
}

/** Takes the chosen edits as one step that can be undone. */
export function takeReportEdits(chosen: ReadonlySet<string>): void {
  const { open } = store.getState();
  if (open === null) return;
  const { edits, conflicts } = open.review;
  const taken = [...edits, ...conflicts].filter((edit) => chosen.has(edit.id));
  const done = runCommands(toReviewCommands(taken), { label: text.label(taken.length) });
  if (!done.ok) return;
  store.setState({ open: null });
  closePanel();
}
