import { fail, ok, type Result } from '#core/base/result.ts';
import { parsePlanFile } from '#core/document/plan-file.ts';
import { toEmptyPlan, type Plan } from '#core/model/plan.ts';
import { dropCachedPlan, listCachedPlans, readCachedPlan } from '#persistence/cache.ts';
import { makePlanKeeper } from '#persistence/plan-keeper.ts';
import { holdPlan, releasePlan } from '#persistence/plan-lock.ts';
import { emptyHistory, readWorkspace, type ReadWorkspace } from '#persistence/workspace-text.ts';
import { workspaceText as text } from '#text/workspace.ts';
import { getBridge } from './bridge.ts';
import { makeId } from './make-id.ts';
import { clearToast } from './toast-store.ts';
import { hasRoomForNavigator, viewStore } from './view-store.ts';
import { closeWorkspace, findKeeper, showSaveState, showWorkspace } from './workspace-store.ts';

/** This window, for the others that may write the same plan. */
const writer = makeId('pl');

/** A plan in the list of the start page. */
export interface KnownPlan {
  readonly planId: string;
  readonly name: string;
  readonly changedAt: string | null;
  readonly damaged: boolean;
}

/** The plans that are stored: those of the vault, and what only the cache of this profile still has. */
export async function listKnownPlans(): Promise<Result<readonly KnownPlan[], string>> {
  const stored = await getBridge().listPlans();
  const cached = await listCachedPlans();
  if (!stored.ok) return fail(stored.error.message);
  const known = new Set(stored.value.map((plan) => plan.planId));
  const lost = cached.filter((plan) => !known.has(plan.planId));
  return ok([
    ...stored.value.map(({ planId, name, changedAt, damaged }) => ({ planId, name, changedAt, damaged })),
    ...lost.map(({ planId, name }) => ({ planId, name, changedAt: null, damaged: false })),
  ]);
}

async function show(
  workspace: Omit<ReadWorkspace, 'lostSteps'>,
  stored: number,
  notice: string | null,
): Promise<void> {
  const isOurs = await holdPlan(workspace.plan.id);
  const keeper = makePlanKeeper(getBridge(), writer, stored, workspace.plan.name, showSaveState);
  const { plan, history } = workspace;
  showWorkspace({ plan, history }, keeper, { readOnly: !isOurs, notice: isOurs ? notice : text.otherWindow });
  if (isOurs && stored < plan.revision + (stored === 0 ? 1 : 0)) keeper.checkpoint({ plan, history });
  viewStore.setState({
    screen: 'workspace',
    selection: [],
    point: 'start',
    panel: null,
    source: null,
    navigatorOpen: hasRoomForNavigator(),
  });
}

/** Opens a stored plan: the vault's copy, or the cache's where that is newer. */
export async function openStoredPlan(planId: string): Promise<Result<null, string>> {
  const vault = await getBridge().loadPlan(planId);
  const cached = await readCachedPlan(planId);
  if (!vault.ok && cached === null) return fail(vault.error.message);
  const kept = vault.ok ? vault.value : null;
  const isCacheNewer = cached !== null && (kept === null || cached.revision > kept.revision);
  const best = isCacheNewer ? cached : kept;
  if (best === null) return fail(text.gone);
  const read = readWorkspace(best.checkpoint, best.journal);
  if (!read.ok) return fail(read.error);
  const lost = read.value.lostSteps > 0 ? text.lostSteps(read.value.lostSteps) : null;
  await show(read.value, isCacheNewer ? (kept?.revision ?? 0) : best.revision, kept?.notice ?? lost);
  return ok(null);
}

/** Opens a plan that is in memory only, for example a new one; it is stored at once. */
export async function openNewPlan(plan: Plan): Promise<void> {
  await show({ plan, history: emptyHistory }, 0, null);
}

/** A plan with nothing in it and an id of its own. */
export function makeNewPlan(name: string): Plan {
  return toEmptyPlan(makeId('pl'), name);
}

/** Opens the text of a plan file. A plan that is stored already under the same id opens as a plan of its own. */
export async function openPlanText(content: string, fileName: string): Promise<Result<null, string>> {
  const parsed = parsePlanFile(content);
  if (!parsed.ok) {
    const { line, message } = parsed.error;
    return fail(`${fileName}${line === null ? '' : `, line ${line}`}: ${message}`);
  }
  const known = await getBridge().loadPlan(parsed.value.id);
  const isTaken = known.ok && known.value !== null;
  await openNewPlan(isTaken ? { ...parsed.value, id: makeId('pl') } : parsed.value);
  return ok(null);
}

/** Deletes a stored plan with its history, here and on the disk. */
export async function deleteStoredPlan(planId: string): Promise<Result<null, string>> {
  const deleted = await getBridge().deletePlan(planId);
  if (!deleted.ok) return fail(deleted.error.message);
  await dropCachedPlan(planId);
  return ok(null);
}

/** Leaves the plan once all of it is stored; stays when it could not be stored. */
export async function leavePlan(): Promise<boolean> {
  const isSaved = (await findKeeper()?.settled()) ?? true;
  if (!isSaved) return false;
  closeWorkspace();
  clearToast();
  releasePlan();
  viewStore.setState({ screen: 'start', panel: null, selection: [] });
  return true;
}
