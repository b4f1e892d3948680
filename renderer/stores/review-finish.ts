import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { Proposal } from '#core/importers/contract.ts';
import type { IntakeDecisions } from '#core/intake/intake-types.ts';
import { reviewText } from '#text/review.ts';
import { workspaceText } from '#text/workspace.ts';
import { makeId } from '#bridge/make-id.ts';
import { runTake, type RunningTake, type TakeStage } from '#workers/run-take.ts';
import type { TakenEdit } from '#workers/taken-edit.ts';
import { makeNewPlan, openNewPlan } from './open-plan.ts';
import { withAnswers, type ReviewAnswer } from './review-answers.ts';
import { toSettled } from './review-matters.ts';
import { closeReview, reviewStore, type ReviewState } from './review-store.ts';
import { applyEdit } from './run-commands.ts';
import { showProblem } from './toast-store.ts';
import { showScreen, showTab } from './view-store.ts';
import { workspaceStore } from './workspace-store.ts';

/** How far the taking over of a review is. */
export interface TakeProgress {
  readonly stage: TakeStage;
  readonly done: number;
  readonly total: number;
}

const takeStore = createStore<{ readonly progress: TakeProgress | null }>(() => ({ progress: null }));
let running: RunningTake | null = null;

/** How far it is; `null` while nothing is taken over. */
export function useTaking(): TakeProgress | null {
  return useStore(takeStore, (state) => state.progress);
}

/** Whether a review is being taken over, for what has to be still meanwhile: drawn when it begins and ends, not at each step. */
export function useIsTaking(): boolean {
  return useStore(takeStore, (state) => state.progress !== null);
}

/** Whether a review is being taken over: until then it stays as it is. */
export function isTaking(): boolean {
  return running !== null;
}

/** Goes back to the review; nothing was taken over. */
export function cancelTaking(): void {
  running?.cancel();
}

/** The answers to the questions that are taken over, with the words that the questions have by then. */
function toGivenAnswers({ rows, decisions, answers, corrections }: ReviewState): ReviewAnswer[] {
  return rows.flatMap((row) => {
    const given = answers[row.key];
    if (given === undefined || decisions[row.key] !== 'accept' || row.item.is !== 'question') return [];
    const text = corrections[row.key]?.['text'];
    return [{ question: typeof text === 'string' ? text : row.item.text, ...given }];
  });
}

function toPlanName(proposals: readonly Proposal[]): string {
  const name = proposals[0]?.source.name ?? '';
  const last = name.split('/').at(-1) ?? name;
  const stem = last.replace(/\.[a-z0-9]{1,5}$/iu, '');
  return stem === '' ? workspaceText.newPlan : workspaceText.planOf(stem);
}

function toDecided({ decisions, corrections, made, matters, picks }: ReviewState): IntakeDecisions {
  const chosen: Record<string, 'accept' | 'reject'> = {};
  for (const [key, decision] of Object.entries(decisions)) if (decision !== 'later') chosen[key] = decision;
  return { accept: 'chosen', chosen, corrections, made, ...toSettled(matters, decisions, picks) };
}

/** What the review does to the plan, `null` when it was cancelled or went wrong. A plan that changed meanwhile is taken as it is then. */
async function take(review: ReviewState, created: ReturnType<typeof makeNewPlan>): Promise<TakenEdit | null> {
  for (;;) {
    const open = workspaceStore.getState().plan;
    const order = { plan: open ?? created, proposals: review.read, decisions: toDecided(review) };
    const total = review.read.reduce((sum, { items }) => sum + items.length, 0);
    takeStore.setState({ progress: { stage: 'handing', done: 0, total } });
    running = runTake(order, (stage, done, of) =>
      takeStore.setState({ progress: { stage, done, total: of } }),
    );
    const taken = await running.outcome;
    running = null;
    takeStore.setState({ progress: null });
    if (!taken.ok) {
      if (taken.error === 'failed') showProblem(reviewText.takeFailed);
      return null;
    }
    if (workspaceStore.getState().plan !== open) continue;
    if (open === null) await openNewPlan(created);
    return taken.value;
  }
}

/** Takes the decisions over into the open plan (or a new one) as one edit that can be undone, and shows the map. */
export async function finishReview(): Promise<void> {
  if (isTaking()) return;
  const review = reviewStore.getState();
  const taken = await take(review, makeNewPlan(toPlanName(review.read)));
  if (taken === null) return;
  const edit = withAnswers(taken, toGivenAnswers(review), { makeId });
  applyEdit(edit, edit.label, 'import');
  // Files that were dropped meanwhile have a review of their own.
  if (reviewStore.getState().read !== review.read) {
    showScreen('review');
    return;
  }
  closeReview();
  showScreen('workspace');
  showTab('map');
}
