import { fail, ok, type Result } from '#core/base/result.ts';
import { parsePlanFile } from '#core/document/plan-file.ts';
import { toEmptyPlan, type Plan } from '#core/model/plan.ts';
import { cacheCheckpoint, dropCachedPlan, readCachedPlan } from '#persistence/cache.ts';
import { makePlanKeeper } from '#persistence/plan-keeper.ts';
import { holdPlan, releasePlan, takePlan, type PlanHolder } from '#persistence/plan-lock.ts';
import {
  emptyHistory,
  readWorkspace,
  toCheckpointText,
  type Workspace,
} from '#persistence/workspace-text.ts';
import { workspaceText as text } from '#text/workspace.ts';
import { getBridge } from './bridge.ts';
import { listAfter } from './known-plans.ts';
import { makeId } from '#bridge/make-id.ts';
import { flushFile } from './plan-file-link.ts';
import { forgetDigest } from './plan-digest.ts';
import { clearToast } from './toast-store.ts';
import { hasRoomForNavigator, viewStore } from './view-store.ts';
import {
  becomeReader,
  closeWorkspace,
  findKeeper,
  showSaveState,
  showWorkspace,
  workspaceStore,
} from './workspace-store.ts';

/** This window, for the others that may write the same plan. */
const writer = makeId('pl');

const holder: PlanHolder = {
  onAsked: async () => {
    await findKeeper()?.settled();
  },
  onLost: () => becomeReader(text.takenOver),
};

/** What is shown, how much of it the vault is known to have, and what has to be said of it. */
export interface Shown {
  readonly workspace: Workspace;
  readonly stored: number;
  readonly notice: string | null;
  readonly isMigrated: boolean;
}

async function show({ workspace, stored, notice, isMigrated }: Shown, isOurs: boolean): Promise<void> {
  const { plan } = workspace;
  const keeper = makePlanKeeper({
    bridge: getBridge(),
    writer,
    stored,
    name: plan.name,
    onState: showSaveState,
  });
  showWorkspace(workspace, keeper, {
    readOnly: !isOurs,
    canTakeOver: !isOurs,
    notice: isOurs ? notice : text.otherWindow,
  });
  if (isOurs && isMigrated) {
    keeper.checkpoint(workspace, { reason: 'migration', words: text.olderForm });
  } else if (isOurs && stored < plan.revision + (stored === 0 ? 1 : 0)) keeper.checkpoint(workspace);
}

function showOnScreen(): void {
  viewStore.setState({
    screen: 'workspace',
    selection: [],
    point: 'start',
    panel: null,
    source: null,
    navigatorOpen: hasRoomForNavigator(),
  });
}

/** A copy that lags behind can't be added to: it is made anew. */
function cacheWorkspace(workspace: Workspace): Promise<void> {
  const { id: planId, name, revision } = workspace.plan;
  return cacheCheckpoint(async () => {
    const checkpoint = await toCheckpointText(workspace);
    return { planId, name, revision, checkpoint, stored: revision };
  });
}

/** Reads what is stored of a plan: the vault's copy, or the cache's where that has edits that the vault could not take. */
export async function readStoredPlan(planId: string): Promise<Result<Shown, string>> {
  const vault = await getBridge().loadPlan(planId);
  const cached = await readCachedPlan(planId);
  if (!vault.ok && (cached === null || vault.error.code === 'newer-format')) return fail(vault.error.message);
  const kept = vault.ok ? vault.value : null;
  const isCacheNewer =
    cached !== null && (kept === null || (cached.revision > kept.revision && cached.stored >= kept.revision));
  const best = isCacheNewer ? cached : kept;
  if (best === null) return fail(text.gone);
  const read = await readWorkspace(best.checkpoint, best.journal);
  if (!read.ok) return fail(read.error);
  const { plan, history, lostSteps, isMigrated } = read.value;
  if (!isCacheNewer && cached?.revision !== best.revision) await cacheWorkspace({ plan, history });
  const lost = lostSteps > 0 ? text.lostSteps(lostSteps) : null;
  const rescued = isCacheNewer && kept !== null ? text.fromCache(cached.revision - kept.revision) : null;
  return ok({
    workspace: { plan, history },
    stored: isCacheNewer ? (kept?.revision ?? 0) : best.revision,
    notice: kept?.notice ?? lost ?? rescued,
    isMigrated,
  });
}

/** Opens a stored plan; where another window has it, to look at. */
export async function openStoredPlan(planId: string): Promise<Result<null, string>> {
  const isOurs = await holdPlan(planId, holder);
  const read = await readStoredPlan(planId);
  if (!read.ok) {
    releasePlan();
    return read;
  }
  await show(read.value, isOurs);
  showOnScreen();
  return ok(null);
}

/** Takes the open plan over from the window that has it, in the state that it was stored in there. */
export async function takeOver(): Promise<Result<null, string>> {
  const { plan } = workspaceStore.getState();
  if (plan === null) return fail(text.noPlan);
  await takePlan(plan.id, holder);
  const read = await readStoredPlan(plan.id);
  if (!read.ok) return read;
  await show(read.value, true);
  return ok(null);
}

/** Opens a plan that is in memory only, for example a new one; it is stored at once. */
export async function openNewPlan(plan: Plan): Promise<void> {
  const isOurs = await holdPlan(plan.id, holder);
  const workspace = { plan, history: emptyHistory };
  await show({ workspace, stored: 0, notice: null, isMigrated: false }, isOurs);
  showOnScreen();
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
  // What can't be read, as a newer version stored it, holds the id as well: nothing is written over it.
  const isTaken = !known.ok || known.value !== null;
  await openNewPlan(isTaken ? { ...parsed.value, id: makeId('pl') } : parsed.value);
  return ok(null);
}

async function deleteEverywhere(planId: string): Promise<Result<null, string>> {
  const deleted = await getBridge().deletePlan(planId);
  if (!deleted.ok) return fail(deleted.error.message);
  await dropCachedPlan(planId);
  await forgetDigest(planId);
  return ok(null);
}

/** Deletes a stored plan with its history, here and on the disk. */
export function deleteStoredPlan(planId: string): Promise<Result<null, string>> {
  const deletion = deleteEverywhere(planId);
  listAfter(deletion);
  return deletion;
}

/** Leaves the plan once all of it is stored; stays when it could not be stored. */
export async function leavePlan(): Promise<boolean> {
  const isSaved = (await findKeeper()?.settled()) ?? true;
  if (!isSaved) return false;
  await flushFile();
  closeWorkspace();
  clearToast();
  releasePlan();
  viewStore.setState({ screen: 'start', panel: null, selection: [] });
  return true;
}
