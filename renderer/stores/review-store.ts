import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { inSlices } from '#bridge/in-slices.ts';
import type { ImportProblem, Proposal, SourceFile, TableSample } from '#core/importers/contract.ts';
import type { ColumnMapping } from '#core/importers/csv/column-mapping.ts';
import { toItemKey, type ItemCorrection } from '#core/intake/intake-types.ts';
import { toMadeKey } from '#core/intake/made-by-hand.ts';
import type { MadeThing } from '#core/intake/made-thing.ts';
import type { IntakeMatter } from '#core/intake/matters/intake-matter.ts';
import type { Plan } from '#core/model/plan.ts';
import {
  applyPatch,
  invertPatch,
  type Decision,
  type DecisionPatch,
  type Decisions,
} from './review-decisions.ts';
import { findFirst, findInSteps, toFound, type KnownPreview } from './review-found.ts';
import type { ReviewRow } from './review-rows.ts';
import type { ReviewShow } from './review-show.ts';
import type { ReadOutcome } from '#workers/import-messages.ts';
import { showScreen } from './view-store.ts';
import { workspaceStore } from './workspace-store.ts';

/** What the files gave, and what a person said that columns of tables mean. */
export interface ReadFiles {
  readonly read: readonly Proposal[];
  readonly problems: readonly ImportProblem[];
  readonly tables: readonly TableSample[];
  /** By the signature of their headings, for tables whose columns were changed in this review. */
  readonly mappings: Readonly<Record<string, ColumnMapping>>;
}

/** What can be taken back: the decisions, what was made of words, and what columns mean. */
interface ReviewStep extends ReadFiles {
  /** What brings the decisions back. */
  readonly patch: DecisionPatch;
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
export interface ReviewState extends ReadFiles {
  /** The files themselves, to read them again with other meanings of columns. */
  readonly files: readonly SourceFile[];
  /** What the files gave with what was made of words. */
  readonly proposals: readonly Proposal[];
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
  /** The table whose columns are shown in the place of its words. */
  readonly columnsOf: string | null;
}

const empty: ReviewState = {
  files: [],
  read: [],
  tables: [],
  mappings: {},
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
  columnsOf: null,
};

/** The store of the review. */
export const reviewStore = createStore<ReviewState>(() => empty);

/** A part of the review. */
export function useReview<T>(selector: (state: ReviewState) => T): T {
  return useStore(reviewStore, selector);
}

/**
 * Shows what was found in files beside `plan`; where a table gave nothing, its columns first. The page answers meanwhile. Answers whether
 * it is shown: not when it was cancelled by then.
 */
export async function startReview(
  files: readonly SourceFile[],
  { proposals: read, problems, tables, preview }: ReadOutcome,
  plan: Plan | null,
  isCancelled: () => boolean = () => false,
): Promise<boolean> {
  const found = await inSlices(findInSteps(read, {}, { ...preview, plan }));
  if (isCancelled()) return false;
  const unread = tables.find((table) => !read.some((each) => each.source.name === table.source));
  const columnsOf = unread === undefined || read.length > 0 ? null : unread.source;
  const given = { files, read, problems, tables };
  reviewStore.setState({ ...empty, ...found, ...given, chosen: findFirst(found), columnsOf });
  showScreen('review');
  return true;
}

/** How it is now, to come back to it when the decisions are changed by `patch`. */
function toStep(patch: DecisionPatch): ReviewStep {
  const { decisions, made, picks, read, problems, tables, mappings } = reviewStore.getState();
  return { patch: invertPatch(decisions, patch), made, picks, read, problems, tables, mappings };
}

/** Changes decisions and remembers how it was before. */
function toChanged(patch: DecisionPatch): Pick<ReviewState, 'decisions' | 'past' | 'future'> {
  const { past, decisions } = reviewStore.getState();
  return {
    decisions: applyPatch(decisions, patch),
    past: [...past, toStep(patch)].slice(-200),
    future: [],
  };
}

function change(patch: DecisionPatch, picked: Picks = {}): void {
  const { picks } = reviewStore.getState();
  reviewStore.setState({ picks: { ...picks, ...picked }, ...toChanged(patch) });
}

/** What takes decisions away about what is no longer there. */
function toGone(
  { rows, matters }: Pick<ReviewState, 'rows' | 'matters'>,
  decisions: Decisions,
): DecisionPatch {
  const keys = new Set([...rows, ...matters].map((each) => each.key));
  return new Map(Object.keys(decisions).flatMap((key) => (keys.has(key) ? [] : [[key, null]])));
}

/** Takes what the files give when columns mean something else, as a step that can be taken back. */
export function readOtherwise(next: ReadFiles, known: KnownPreview): void {
  const { made, decisions, chosen } = reviewStore.getState();
  const found = toFound(next.read, made, known);
  const isThere = [...found.rows, ...found.matters].some((each) => each.key === chosen);
  reviewStore.setState({
    ...found,
    ...next,
    ...toChanged(toGone(found, decisions)),
    chosen: isThere ? chosen : findFirst(found),
  });
}

/** Shows the columns of a table, or its words again. */
export function showColumns(source: string | null): void {
  reviewStore.setState({ columnsOf: source });
}

/** Makes a thing of words of a source and accepts it; what is found under that name already is accepted instead. */
export function makeOfWords(source: string, thing: MadeThing): void {
  const key = toItemKey(source, toMadeKey(thing));
  const { read, made, rows } = reviewStore.getState();
  change(new Map([[key, 'accept']]));
  if (!rows.some((row) => row.key === key)) reviewStore.setState(toFound(read, { ...made, [key]: thing }));
  reviewStore.setState({ chosen: key, spot: null, show: 'all' });
}

/** Decides about rows; the same decision again takes it back. */
export function decide(keys: readonly string[], decision: Decision): void {
  change(new Map(keys.map((key) => [key, decision])));
}

/** Gives a contradiction one of its values. */
export function pickValue(key: string, index: number): void {
  change(new Map([[key, 'accept']]), { [key]: index });
}

/** Takes what is sure or likely and was not decided; what needs a look is left for later. */
export function acceptAll(): void {
  const { rows, matters, decisions } = reviewStore.getState();
  const open = rows.filter((row) => decisions[row.key] === undefined);
  const waiting = matters.filter((matter) => decisions[matter.key] === undefined);
  const later = waiting.map((matter): [string, Decision] => [matter.key, 'later']);
  const taken = open.map((row): [string, Decision] => [
    row.key,
    row.confidence === 'uncertain' ? 'later' : 'accept',
  ]);
  change(new Map([...later, ...taken]));
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

/** Goes to a step; answers what leads back. */
function goTo({ patch, ...step }: ReviewStep): ReviewStep {
  const back = toStep(patch);
  const { read, made, decisions } = reviewStore.getState();
  reviewStore.setState({ ...step, decisions: applyPatch(decisions, patch) });
  if (step.made !== made || step.read !== read) reviewStore.setState(toFound(step.read, step.made));
  return back;
}

/** Takes the last decision back. */
export function undoDecision(): void {
  const { past, future } = reviewStore.getState();
  const before = past.at(-1);
  if (before === undefined) return;
  const back = goTo(before);
  reviewStore.setState({ past: past.slice(0, -1), future: [...future, back] });
}

/** Takes back that it was taken back. */
export function redoDecision(): void {
  const { past, future } = reviewStore.getState();
  const next = future.at(-1);
  if (next === undefined) return;
  const back = goTo(next);
  reviewStore.setState({ future: future.slice(0, -1), past: [...past, back] });
}

/** Forgets the review. */
export function closeReview(): void {
  reviewStore.setState(empty);
}

/** Leaves the review without taking anything over. */
export function cancelReview(): void {
  closeReview();
  showScreen(workspaceStore.getState().plan === null ? 'start' : 'workspace');
}
