import type { Proposal } from '#core/importers/contract.ts';
import { acceptProposals } from '#core/intake/accept-proposals.ts';
import type { Plan } from '#core/model/plan.ts';
import { workspaceText } from '#text/workspace.ts';
import { makeId } from './make-id.ts';
import { makeNewPlan, openNewPlan } from './open-plan.ts';
import { withAnswers, type ReviewAnswer } from './review-answers.ts';
import { toSettled } from './review-matters.ts';
import { closeReview, reviewStore } from './review-store.ts';
import { applyEdit } from './run-commands.ts';
import { showScreen, showTab } from './view-store.ts';
import { workspaceStore } from './workspace-store.ts';

/** The answers to the questions that are taken over, with the words that the questions have by then. */
function givenAnswers(): ReviewAnswer[] {
  const { rows, decisions, answers, corrections } = reviewStore.getState();
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

/** Takes the decisions over into the open plan (or a new one) as one edit that can be undone, and shows the map. */
export async function finishReview(): Promise<void> {
  const { read: proposals, decisions, corrections, made, matters, picks } = reviewStore.getState();
  const chosen: Record<string, 'accept' | 'reject'> = {};
  for (const [key, decision] of Object.entries(decisions)) if (decision !== 'later') chosen[key] = decision;
  const settled = toSettled(matters, decisions, picks);
  const open: Plan | null = workspaceStore.getState().plan;
  if (open === null) await openNewPlan(makeNewPlan(toPlanName(proposals)));
  const { plan } = workspaceStore.getState();
  if (plan === null) return;
  const decided = { accept: 'chosen', chosen, corrections, made, ...settled } as const;
  const outcome = acceptProposals(plan, proposals, decided, { makeId });
  const edit = withAnswers(outcome.edit, givenAnswers(), { makeId });
  applyEdit(edit, edit.label, 'import');
  closeReview();
  showScreen('workspace');
  showTab('map');
}
