import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { ImportProblem, Proposal } from '#core/importers/contract.ts';
import { acceptProposals } from '#core/intake/accept-proposals.ts';
import { toItemKey, type ItemCorrection } from '#core/intake/intake-types.ts';
import { toMadeKey, withMadeItems } from '#core/intake/made-by-hand.ts';
import type { MadeThing } from '#core/intake/made-thing.ts';
import type { IntakeMatter } from '#core/intake/matters/intake-matter.ts';
import type { Plan } from '#core/model/plan.ts';
import { withAnswers, type ReviewAnswer } from './review-answers.ts';
import { previewIntake } from '#core/intake/preview-intake.ts';
import { toSettled } from './review-matters.ts';
import { toReviewRows, type ReviewRow } from './review-rows.ts';
import type { ReviewShow } from './review-show.ts';
import { workspaceText } from '#text/workspace.ts';
import { makeId } from './make-id.ts';
import { makeNewPlan, openNewPlan } from './open-plan.ts';
import { applyEdit } from './run-commands.ts';
import { showScreen, showTab } from './view-store.ts';
import { workspaceStore } from './workspace-store.ts';

/** What was decided about a row; `later`: it waits in the plan until somebody looks. */
export type Decision = 'accept' | 'reject' | 'later';

/** Decisions by item key. */
export type Decisions = Readonly<Record<string, Decision>>;

/** What can be taken back: the decisions, and what was made of words. */
interface ReviewStep {
  readonly decisions: Decisions;
  readonly picks: Picks;
  readonly made: MadeThings;
}

/** Which of its values a contradiction gets, by its key: an index into them. */
export type Picks = Readonly<Record<string, number>>;

/** Things made of words of the sources, by item key. */
export type MadeThings = Readonly<Record<string, MadeThing>>;

/** A line of a source that a person wants to look at. */
export interface SourceSpot {
  readonly source: string;
  readonly line: number;
}

/** The review of an import. Nothing of it is in the plan until it is finished. */
export interface ReviewState {
  /** What the files gave. */
  readonly read: readonly Proposal[];
  /** The same with what was made of words. */
  readonly proposals: readonly Proposal[];
  readonly problems: readonly ImportProblem[];
  readonly rows: readonly ReviewRow[];
  /** What the import leaves between its sources and the plan; decided beside the rows. */
  readonly matters: readonly IntakeMatter[];
  readonly decisions: Decisions;
  readonly picks: Picks;
  readonly corrections: Readonly<Record<string, ItemCorrection>>;
  /** Answers to questions by item key: they go into the plan with their questions. */
  readonly answers: Readonly<Record<string, { readonly answer: string; readonly by: string }>>;
  readonly made: MadeThings;
  readonly past: readonly ReviewStep[];
  readonly future: readonly ReviewStep[];
  readonly chosen: string | null;
  readonly spot: SourceSpot | null;
  readonly show: ReviewShow;
}

const empty: ReviewState = {
  read: [],
  proposals: [],
  problems: [],
  rows: [],
  matters: [],
  decisions: {},
  picks: {},
  corrections: {},
  answers: {},
  made: {},
  past: [],
  future: [],
  chosen: null,
  spot: null,
  show: 'all',
};

/** The store of the review. */
export const reviewStore = createStore<ReviewState>(() => empty);

/** A part of the review. */
export function useReview<T>(selector: (state: ReviewState) => T): T {
  return useStore(reviewStore, selector);
}

function toFound(
  read: readonly Proposal[],
  made: MadeThings,
): Pick<ReviewState, 'proposals' | 'rows' | 'matters' | 'made'> {
  const { plan } = workspaceStore.getState();
  const proposals = withMadeItems(plan, read, made);
  const preview = previewIntake(plan ?? makeNewPlan(''), read, { accept: 'all', made });
  // Only in an open plan a thing can be known already.
  const rows = toReviewRows(proposals, plan === null ? undefined : preview.items);
  return { proposals, made, rows, matters: preview.matters };
}

/** What is looked at first: a blocking question, else what sources and plan differ on, else the first thing. */
function findFirst({ rows, matters }: Pick<ReviewState, 'rows' | 'matters'>): string | null {
  const [row] = rows;
  return (row?.group === 'first' ? row.key : (matters[0]?.key ?? row?.key)) ?? null;
}

/** Shows what was found in files. */
export function startReview(read: readonly Proposal[], problems: readonly ImportProblem[]): void {
  const found = toFound(read, {});
  reviewStore.setState({ ...empty, ...found, read, problems, chosen: findFirst(found) });
  showScreen('review');
}

function change(decisions: Decisions, picked: Picks = {}): void {
  const { past, decisions: before, made, picks } = reviewStore.getState();
  reviewStore.setState({
    decisions,
    picks: { ...picks, ...picked },
    past: [...past, { decisions: before, made, picks }].slice(-200),
    future: [],
  });
}

/** Makes a thing of words of a source and accepts it; what is found under that name already is accepted instead. */
export function makeOfWords(source: string, thing: MadeThing): void {
  const key = toItemKey(source, toMadeKey(thing));
  const { read, made, rows, decisions } = reviewStore.getState();
  change({ ...decisions, [key]: 'accept' });
  if (!rows.some((row) => row.key === key)) reviewStore.setState(toFound(read, { ...made, [key]: thing }));
  reviewStore.setState({ chosen: key, spot: null, show: 'all' });
}

/** Decides about rows; the same decision again takes it back. */
export function decide(keys: readonly string[], decision: Decision): void {
  const { decisions } = reviewStore.getState();
  change({ ...decisions, ...Object.fromEntries(keys.map((key) => [key, decision])) });
}

/** Gives a contradiction one of its values. */
export function pickValue(key: string, index: number): void {
  change({ ...reviewStore.getState().decisions, [key]: 'accept' }, { [key]: index });
}

/** Takes what is sure or likely and was not decided; what needs a look is left for later. */
export function acceptAll(): void {
  const { rows, matters, decisions } = reviewStore.getState();
  const open = rows.filter((row) => decisions[row.key] === undefined);
  const waiting = matters.filter((matter) => decisions[matter.key] === undefined);
  change({
    ...decisions,
    ...Object.fromEntries(waiting.map((matter) => [matter.key, 'later'])),
    ...Object.fromEntries(open.map((row) => [row.key, row.confidence === 'uncertain' ? 'later' : 'accept'])),
  });
}

/** Changes fields of a found thing before it is taken over. */
export function correct(key: string, fields: ItemCorrection): void {
  const { corrections } = reviewStore.getState();
  reviewStore.setState({ corrections: { ...corrections, [key]: { ...corrections[key], ...fields } } });
}

/** Answers a question that was found, and takes it over with its answer. */
export function answerRow(key: string, answer: { readonly answer: string; readonly by: string }): void {
  const { answers } = reviewStore.getState();
  reviewStore.setState({ answers: { ...answers, [key]: answer } });
  decide([key], 'accept');
}

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

export function chooseRow(chosen: string | null): void {
  reviewStore.setState({ chosen, spot: null });
}

/** Shows a line of a source, to choose words in it. */
export function lookAt(spot: SourceSpot): void {
  reviewStore.setState({ chosen: null, spot });
}

/** Narrows the list to what is in one state. */
export function showOnly(show: ReviewShow): void {
  reviewStore.setState({ show });
}

function toStep({ decisions, made, picks }: ReviewStep): ReviewStep {
  return { decisions, made, picks };
}

function goTo(step: ReviewStep): void {
  const { read, made } = reviewStore.getState();
  reviewStore.setState({ decisions: step.decisions, picks: step.picks });
  if (step.made !== made) reviewStore.setState(toFound(read, step.made));
}

/** Takes the last decision back. */
export function undoDecision(): void {
  const { past, future, ...now } = reviewStore.getState();
  const before = past.at(-1);
  if (before === undefined) return;
  goTo(before);
  reviewStore.setState({ past: past.slice(0, -1), future: [...future, toStep(now)] });
}

/** Takes back that it was taken back. */
export function redoDecision(): void {
  const { past, future, ...now } = reviewStore.getState();
  const next = future.at(-1);
  if (next === undefined) return;
  goTo(next);
  reviewStore.setState({ future: future.slice(0, -1), past: [...past, toStep(now)] });
}

/** Leaves the review without taking anything over. */
export function cancelReview(): void {
  reviewStore.setState(empty);
  showScreen(workspaceStore.getState().plan === null ? 'start' : 'workspace');
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
  reviewStore.setState(empty);
  showScreen('workspace');
  showTab('map');
}
