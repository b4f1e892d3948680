import type { Answer, CallName } from '#core/contract/bridge.ts';
import { requestSchemas } from '#core/contract/schemas.ts';
import { answerFrom, type CallTable, type HostCallAnswerer } from '#main/web/host-calls.ts';
import { ok } from '#core/base/result.ts';
import { shellCalls, type ShellCallName } from '#core/contract/calls.ts';
import { lockedAnswer, type Passphrase } from '#main/vault/passphrase.ts';
import type { FileCalls } from './file-calls.ts';
import type { PlanLinks } from './plan-links.ts';
import type { MainWindow } from './main-window.ts';

/** What answers the calls of the page in the shell. */
export interface ShellCallContext {
  readonly files: FileCalls;
  readonly links: PlanLinks;
  readonly host: HostCallAnswerer;
  readonly passphrase: Pick<Passphrase, 'isLocked'>;
  readonly findWindow: (contentsId: number) => Pick<MainWindow, 'events' | 'finishClosing'> | null;
}

/** The context with the window that asks. */
interface Asked extends ShellCallContext {
  readonly contentsId: number;
}

const table: CallTable<ShellCallName, Asked> = {
  openFiles: ({ files }, request) => files.openFiles(request),
  saveFile: ({ files }, request) => files.saveFile(request),
  openExternal: ({ files }, { url }) => files.openExternal(url),
  findLinkedPlan: ({ links }, { handle }) => links.findPlan(handle),
  linkFile: ({ links }, request) => links.link(request),
  findLinkedFile: ({ links }, { planId }) => links.find(planId),
  readLinkedFile: ({ links }, { planId }) => links.read(planId),
  writeLinkedFile: ({ links }, request) => links.write(request),
  unlinkFile: ({ links }, { planId }) => links.unlink(planId),
  startEvents: ({ findWindow, contentsId }) => {
    findWindow(contentsId)?.events.start();
    return ok(null);
  },
  finishClosing: ({ findWindow, contentsId }) => {
    findWindow(contentsId)?.finishClosing();
    return ok(null);
  },
};

/** The calls on files that plans are kept in: which they are is kept with the plans. */
const linkCalls: readonly CallName[] = [
  'findLinkedPlan',
  'linkFile',
  'findLinkedFile',
  'readLinkedFile',
  'writeLinkedFile',
  'unlinkFile',
];

function isShellCall(name: string): name is ShellCallName {
  return shellCalls.some((known) => known === name);
}

/** Answers a call by its name: what only the shell can do here, all else like the browser host. Null: there is no such call. */
export async function answerCall(
  context: ShellCallContext,
  contentsId: number,
  name: string,
  raw: unknown,
): Promise<Answer<unknown> | null> {
  if (isShellCall(name)) {
    if (linkCalls.includes(name) && (await context.passphrase.isLocked())) return lockedAnswer;
    return answerFrom(table, { ...context, contentsId }, name, raw);
  }
  const answer = await context.host(name, raw);
  const parsed = name === 'deletePlan' ? requestSchemas.deletePlan.safeParse(raw) : null;
  // A plan that is deleted leaves no trace of where its file is; the file itself is the person's.
  if (answer?.ok === true && parsed?.success === true) await context.links.unlink(parsed.data.planId);
  return answer;
}
