import type { Answer, BridgeProblem } from '#core/contract/bridge.ts';
import { fail, ok } from '#core/base/result.ts';

/** The code of an error of the operating system (`ENOSPC`), or an empty text. */
export function toErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What a person reads when the disk refuses. */
export function toVaultProblem(error: unknown): BridgeProblem {
  const code = toErrorCode(error);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return {
        code: 'disk-full',
        message: 'The disk is full. The plan was not saved; make room and it is saved with the next change.',
      };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return {
        code: 'no-permission',
        message:
          'Rehome may not write to its folder. The plan was not saved; check the rights of the folder.',
      };
    default:
      return {
        code: 'failed',
        message: `The disk answered with an error${code === '' ? '' : ` (${code})`}. The plan was not saved; Rehome tries again with the next change.`,
      };
  }
}

/** Runs something that talks to the disk; an error of it becomes a problem. */
export async function attempt<T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await work();
  } catch (error) {
    return fail(toVaultProblem(error));
  }
}

/** Runs something whose failing changes nothing for the caller; true when it worked. */
export async function isDone(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    return false;
  }
}

/** An answer that carries nothing but that it worked. */
export const done: Answer<null> = ok(null);
