import type { CheckpointRequest, JournalRequest } from '#core/contract/bridge.ts';
import type { Disk } from '#main/vault/disk.ts';
import { openVault, type Vault } from '#main/vault/vault.ts';

/** A vault with tokens that count. */
export function makeVault(disk: Disk, now: () => number = () => 0): Vault {
  let token = 0;
  return openVault({
    disk,
    root: '/data/vault',
    now,
    makeToken: () => {
      token += 1;
      return `t${token}`;
    },
  });
}

/** A checkpoint of the plan `pl_a` whose text tells its revision. */
export function checkpointOf(revision: number, more: Partial<CheckpointRequest> = {}): CheckpointRequest {
  return {
    planId: 'pl_a',
    name: 'Leave the old rack',
    revision,
    writer: 'window-1',
    checkpoint: `state ${revision}`,
    ...more,
  };
}

/** One line that leads to a revision. */
export function lineOf(revision: number, more: Partial<JournalRequest> = {}): JournalRequest {
  return { planId: 'pl_a', revision, writer: 'window-1', lines: [`edit ${revision}`], ...more };
}
