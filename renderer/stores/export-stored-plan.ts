import { toPlanFileText } from '#core/document/plan-file.ts';
import { toUnreadCopy } from '#persistence/unread-text.ts';
import { workspaceText as text } from '#text/workspace.ts';
import { getBridge } from './bridge.ts';
import { toFileStem } from './file-stem.ts';
import { readStoredPlan } from './open-plan.ts';
import { saveBytes, saveText } from './save-text.ts';
import { showProblem } from './toast-store.ts';

/** What is stored of a plan that can't be opened here, with the edits beside it, and how many of those can't be read. */
interface Unread {
  readonly name: string;
  readonly stored: string;
  readonly journal: readonly string[];
  readonly unread: number;
}

/** Only what is whole: a damaged plan has its versions. */
async function findUnread(planId: string): Promise<Unread | null> {
  const kept = await getBridge().loadPlan(planId);
  if (kept.ok) {
    if (kept.value === null) return null;
    const { name, checkpoint, journal } = kept.value;
    return { name, stored: checkpoint, journal, unread: 0 };
  }
  if (kept.error.code !== 'newer-format') return null;
  const newer = await getBridge().loadNewer(planId);
  if (!newer.ok || newer.value === null) return null;
  const { name, text: stored, journal, unread } = newer.value;
  return { name: name === '' ? planId : name, stored, journal, unread };
}

async function saveUnread({ name, stored, journal, unread }: Unread): Promise<void> {
  const copy = await toUnreadCopy(stored, journal);
  const fileName = `${toFileStem(name)}.${copy.isPlanFile ? 'rehome' : 'rehome-vault'}.json`;
  const left = copy.leftOut + unread;
  const toWords = left === 0 ? text.savedAs : (saved: string) => text.savedWithout(saved, left);
  await saveBytes(fileName, new TextEncoder().encode(copy.text), toWords);
}

/** Saves a copy of a stored plan without opening it: as a plan file, also where only a newer version of Rehome can read it. */
export async function exportStoredPlan(planId: string): Promise<void> {
  const read = await readStoredPlan(planId);
  if (read.ok) {
    const { plan } = read.value.workspace;
    await saveText(`${toFileStem(plan.name)}.rehome.json`, toPlanFileText(plan));
    return;
  }
  const unread = await findUnread(planId);
  if (unread === null) showProblem(read.error);
  else await saveUnread(unread);
}

/** Says why a plan can't be opened, and offers a copy of it where there is one to be had. */
export async function sayNotOpened(planId: string, problem: string): Promise<void> {
  const unread = await findUnread(planId);
  const offer = { label: text.exportCopy, run: () => void exportStoredPlan(planId) };
  showProblem(problem, unread === null ? null : offer);
}
