import type { Answer, AnswerOf, CallName, RequestOf, Whereabouts } from '#core/contract/bridge.ts';
import { hostCalls, openCalls, type HostCallName } from '#core/contract/calls.ts';
import { requestSchemas } from '#core/contract/schemas.ts';
import { fail, ok } from '#core/base/result.ts';
import { lockedAnswer } from '#main/vault/passphrase.ts';
import type { Store } from '#main/vault/open-store.ts';

/** What the calls of the host work on. */
export interface HostCallContext extends Pick<Store, 'vault' | 'settings' | 'passphrase'> {
  readonly where: Whereabouts;
}

/** Answers a call by its name; null when there is no call of that name. */
export type HostCallAnswerer = (name: string, request: unknown) => Promise<Answer<unknown> | null>;

/** One answer a call, each with its own request. */
export type CallTable<Name extends CallName, Context> = {
  readonly [Each in Name]: (
    context: Context,
    request: RequestOf<Each>,
  ) => Promise<Answer<AnswerOf<Each>>> | Answer<AnswerOf<Each>>;
};

/** A request that is not what the contract says is answered with this, whatever is wrong with it. */
export const badArguments: Answer<never> = fail({ code: 'bad-arguments', message: 'bad arguments' });

/** Answers a call out of a table, after its request was looked at. */
export async function answerFrom<Name extends CallName, Context>(
  table: CallTable<Name, Context>,
  context: Context,
  name: Name,
  raw: unknown,
): Promise<Answer<unknown>> {
  const parsed = requestSchemas[name].safeParse(raw);
  return parsed.success ? table[name](context, parsed.data) : badArguments;
}

const table: CallTable<HostCallName, HostCallContext> = {
  listPlans: ({ vault }) => vault.listPlans(),
  loadPlan: ({ vault }, { planId }) => vault.loadPlan(planId),
  loadNewer: ({ vault }, { planId }) => vault.loadNewer(planId),
  writeCheckpoint: ({ vault }, request) => vault.writeCheckpoint(request),
  appendJournal: ({ vault }, request) => vault.appendJournal(request),
  deletePlan: ({ vault }, { planId }) => vault.deletePlan(planId),
  listVersions: ({ vault }, { planId }) => vault.listVersions(planId),
  loadVersion: ({ vault }, request) => vault.loadVersion(request),
  readSettings: ({ settings }) => settings.read(),
  writeSetting: ({ settings }, { key, value }) => settings.write(key, value),
  where: ({ where }) => ok(where),
  readLock: ({ passphrase }) => passphrase.state(),
  unlock: ({ passphrase }, { secret }) => passphrase.unlock(secret),
  changePassphrase: ({ passphrase }, request) => passphrase.change(request),
};

function isHostCall(name: string): name is HostCallName {
  return hostCalls.some((known) => known === name);
}

/** The calls that both hosts, the shell and browser mode, answer out of the vault. */
export function answerHostCall(context: HostCallContext): HostCallAnswerer {
  return async (name, request) => {
    if (!isHostCall(name)) return null;
    if (!openCalls.includes(name) && (await context.passphrase.isLocked())) return lockedAnswer;
    return answerFrom(table, context, name, request);
  };
}
