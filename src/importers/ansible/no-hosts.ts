import type { ImportProblem } from '../contract.ts';
import { toImportError } from '../import-problem.ts';

/** That an inventory names no host; where that is because its ranges are too large, the first of these is what is said. */
export function toNoHosts(file: string, problems: readonly ImportProblem[]): ImportProblem {
  const large = problems.find((problem) => problem.code === 'range-too-large');
  return large === undefined
    ? toImportError('no-hosts', file, 'The inventory names no hosts.')
    : toImportError(large.code, file, large.message, large.line);
}
