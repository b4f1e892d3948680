import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { diffPlans } from '#core/commands/records-diff.ts';
import type { LinkedFile, LinkedWrite } from '#core/contract/bridge.ts';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { linkText as text } from '#text/link.ts';
import { getBridge } from './bridge.ts';
import { toFileStem } from './file-stem.ts';
import { applyEdit, undo } from './run-commands.ts';
import { showProblem, showToast } from './toast-store.ts';
import { findKeeper, workspaceStore } from './workspace-store.ts';

/** The file that the open plan is kept in beside the vault. */
export interface FileLink {
  readonly planId: string;
  readonly name: string;
  /** `waiting`: the last edits are not in the file yet; `problem`: they could not be written, and why. */
  readonly state: 'written' | 'waiting' | 'changed' | 'gone' | 'problem';
  readonly problem: string | null;
}

interface LinkState {
  readonly link: FileLink | null;
  /** It is not known yet whether the plan has a file. */
  readonly isLooking: boolean;
}

const linkStore = createStore<LinkState>(() => ({ link: null, isLooking: false }));

/** A file is written so long after the last edit: whole, unlike the journal of the vault. */
const pauseMs = 700;

let timer: ReturnType<typeof setTimeout> | null = null;
let running: Promise<void> = Promise.resolve();

/** Whether the last edits may be missing in the file of the plan: they wait, or the file is still being looked for. */
export function useFileWaits(): boolean {
  return useStore(linkStore, ({ link, isLooking }) => isLooking || link?.state === 'waiting');
}

/** The file of the open plan, or null. */
export function useFileLink(): FileLink | null {
  return useStore(linkStore, (state) => state.link);
}

/** Whether the open plan is kept in a file. */
export function hasFile(): boolean {
  return linkStore.getState().link !== null;
}

function show(planId: string, file: LinkedFile | null): void {
  const state = file?.state === 'same' ? 'written' : (file?.state ?? 'written');
  linkStore.setState({
    link: file === null ? null : { planId, name: file.name, state, problem: null },
    isLooking: false,
  });
}

function setState(state: FileLink['state'], problem: string | null = null): void {
  const { link } = linkStore.getState();
  if (link !== null) linkStore.setState({ link: { ...link, state, problem } });
}

async function write(how: LinkedWrite['how']): Promise<void> {
  const { plan } = workspaceStore.getState();
  const { link } = linkStore.getState();
  const files = getBridge().linkedFiles;
  if (plan === null || files === null || link?.planId !== plan.id) return;
  const bytes = new TextEncoder().encode(toPlanFileText(plan));
  const answer = await files.write({ planId: plan.id, bytes, how });
  if (linkStore.getState().link?.planId !== plan.id) return;
  if (!answer.ok) setState('problem', answer.error.message);
  else if (workspaceStore.getState().plan?.revision === plan.revision || answer.value.state !== 'same') {
    show(plan.id, answer.value);
  }
}

function queue(how: LinkedWrite['how']): Promise<void> {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  running = running.then(() => write(how));
  return running;
}

/** Writes what waits for the file now, or could not be written; resolves when that has ended. */
export async function flushFile(): Promise<void> {
  const state = linkStore.getState().link?.state;
  if (state === 'waiting' || state === 'problem') await queue('check');
  await running;
}

/**
 * Looks for the file of a plan that was opened, and says when another program wrote it meanwhile. When nobody did, the plan may still be
 * ahead of it: the last run may have ended between the vault and the file.
 */
async function findLink(planId: string): Promise<void> {
  const files = getBridge().linkedFiles;
  linkStore.setState({ link: null, isLooking: files !== null });
  const found = files === null ? null : await files.find(planId);
  const { plan, readOnly } = workspaceStore.getState();
  if (plan?.id !== planId || linkStore.getState().link !== null) return;
  linkStore.setState({ isLooking: false });
  if (found === null || !found.ok) return;
  show(planId, found.value);
  if (found.value?.state !== 'same' || readOnly) return;
  setState('waiting');
  await queue('check');
}

/** Follows the open plan: its edits go to its file a moment after the vault has them. Returns the function that stops it. */
export function keepFile(): () => void {
  return workspaceStore.subscribe((now, before) => {
    if (now.plan?.id !== before.plan?.id) {
      if (now.plan === null) linkStore.setState({ link: null, isLooking: false });
      else void findLink(now.plan.id);
      return;
    }
    const { link } = linkStore.getState();
    if (link === null || now.readOnly || now.plan === null) return;
    // A conflict is decided by the person first; until then edits go to the vault alone.
    if (link.state === 'changed' || link.state === 'gone') return;
    if (now.plan !== before.plan) setState('waiting');
    if (now.save.kind !== 'saved' || linkStore.getState().link?.state !== 'waiting') return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void queue('check'), pauseMs);
  });
}

/** Keeps the open plan in a file from now on: that of a handle, or one that the person chooses. */
export async function linkPlan(handle: string | null): Promise<void> {
  const { plan } = workspaceStore.getState();
  const files = getBridge().linkedFiles;
  if (plan === null || files === null) return;
  const suggestedName = `${toFileStem(plan.name)}.rehome.json`;
  const answer = await files.link({ planId: plan.id, handle, suggestedName });
  if (!answer.ok) {
    showProblem(answer.error.message);
    return;
  }
  if (answer.value === null) return;
  show(plan.id, answer.value);
  if (handle !== null) return;
  // The person said where: what is there was chosen to be replaced.
  await queue('overwrite');
  showToast(text.linked(answer.value.name));
}

/** Both are kept: what the other program wrote stays, the plan goes to a new file beside it. */
export function keepBoth(): Promise<void> {
  return queue('beside');
}

/** What the other program wrote is written over. */
export function overwriteFile(): Promise<void> {
  return queue('overwrite');
}

/** The plan becomes what stands in the file: one edit that can be undone, with a version of the state before it. */
export async function reloadFile(): Promise<void> {
  const { plan } = workspaceStore.getState();
  const files = getBridge().linkedFiles;
  if (plan === null || files === null) return;
  await findKeeper()?.settled();
  const file = await files.read(plan.id);
  if (!file.ok) {
    showProblem(file.error.message);
    return;
  }
  const parsed = parsePlanFile(new TextDecoder().decode(file.value.bytes));
  if (!parsed.ok) {
    showProblem(`${file.value.name}: ${parsed.error.message}`);
    return;
  }
  show(plan.id, { name: file.value.name, state: 'same' });
  const label = text.reloaded(file.value.name);
  const diff = diffPlans(plan, parsed.value);
  const revision = Math.max(plan.revision, parsed.value.revision) + 1;
  if (applyEdit({ plan: { ...parsed.value, id: plan.id, revision }, diff, label }, label, 'restore'))
    showToast(label, { label: text.takeBack, run: undo });
}

/** The plan is kept in the vault alone from now on; the file stays as it is. */
export async function unlinkPlan(): Promise<void> {
  const { plan } = workspaceStore.getState();
  if (plan === null) return;
  await getBridge().linkedFiles?.unlink(plan.id);
  linkStore.setState({ link: null });
}
