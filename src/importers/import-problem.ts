import type { ImportProblem } from './contract.ts';

/** Trouble that keeps a file from being read at all. */
export function toImportError(
  code: string,
  file: string,
  message: string,
  line: number | null = null,
): ImportProblem {
  return { code, file, line, message, severity: 'error' };
}

/** Something that was left out or read with care. */
export function toImportNote(
  code: string,
  file: string,
  message: string,
  line: number | null = null,
): ImportProblem {
  return { code, file, line, message, severity: 'note' };
}
