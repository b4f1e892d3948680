import type { Answer, Whereabouts } from '#core/contract/bridge.ts';
import { hostCalls, type HostCallName } from '#core/contract/calls.ts';
import { requestSchemas } from '#core/contract/schemas.ts';
import { fail, ok } from '#core/base/result.ts';
import { assertNever } from '#core/base/assert-never.ts';
import type { Settings } from '#main/vault/settings.ts';
import type { Vault } from '#main/vault/vault.ts';

/** What the calls of the host work on. */
export interface HostCallContext {
  readonly vault: Vault;
  readonly settings: Settings;
  readonly where: Whereabouts;
}

/** Answers a call by its name; null when there is no call of that name. */
export type HostCallAnswerer = (name: string, request: unknown) => Promise<Answer<unknown> | null>;

/** A request that is not what the contract says is answered with this, whatever is wrong with it. */
export const badArguments: Answer<never> = fail({ code: 'bad-arguments', message: 'bad arguments' });

function isHostCall(name: string): name is HostCallName {
  return hostCalls.some((known) => known === name);
}

async function run(context: HostCallContext, name: HostCallName, raw: unknown): Promise<Answer<unknown>> {
  const { vault, settings, where } = context;
  switch (name) {
    case 'listPlans':
      return requestSchemas.listPlans.safeParse(raw).success ? vault.listPlans() : badArguments;
    case 'where':
      return requestSchemas.where.safeParse(raw).success ? ok(where) : badArguments;
    case 'loadPlan': {
      const parsed = requestSchemas.loadPlan.safeParse(raw);
      return parsed.success ? vault.loadPlan(parsed.data.planId) : badArguments;
    }
    case 'writeCheckpoint': {
      const parsed = requestSchemas.writeCheckpoint.safeParse(raw);
      return parsed.success ? vault.writeCheckpoint(parsed.data) : badArguments;
    }
    case 'appendJournal': {
      const parsed = requestSchemas.appendJournal.safeParse(raw);
      return parsed.success ? vault.appendJournal(parsed.data) : badArguments;
    }
    case 'deletePlan': {
      const parsed = requestSchemas.deletePlan.safeParse(raw);
      return parsed.success ? vault.deletePlan(parsed.data.planId) : badArguments;
    }
    case 'listVersions': {
      const parsed = requestSchemas.listVersions.safeParse(raw);
      return parsed.success ? vault.listVersions(parsed.data.planId) : badArguments;
    }
    case 'loadVersion': {
      const parsed = requestSchemas.loadVersion.safeParse(raw);
      return parsed.success ? vault.loadVersion(parsed.data) : badArguments;
    }
    case 'readSettings':
      return requestSchemas.readSettings.safeParse(raw).success ? settings.read() : badArguments;
    case 'writeSetting': {
      const parsed = requestSchemas.writeSetting.safeParse(raw);
      return parsed.success ? settings.write(parsed.data.key, parsed.data.value) : badArguments;
    }
    default:
      return assertNever(name);
  }
}

/** The calls that both hosts, the shell and browser mode, answer out of the vault. */
export function answerHostCall(context: HostCallContext): HostCallAnswerer {
  return async (name, request) => (isHostCall(name) ? run(context, name, request) : null);
}
