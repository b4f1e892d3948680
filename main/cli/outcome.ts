/** Trouble that the person at the command line can do something about: one sentence, shown as it is; exit code 2. */
export interface CommandLineProblem {
  readonly ok: false;
  readonly error: string;
}

/** A value, or the one sentence that says what is wrong and what to do. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | CommandLineProblem;

/** A problem in words. */
export function refuse(sentence: string): CommandLineProblem {
  return { ok: false, error: sentence };
}
