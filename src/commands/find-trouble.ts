/** Why a text points at nothing: nothing has that name, or too much has. */
export interface FindTrouble {
  readonly kind: 'unknown' | 'unclear';
  /** Words that begin in the middle of a sentence. */
  readonly message: string;
}

/** Nothing of this sort has the name; `near` is the end of the sentence that offers others. */
export function isUnknown(what: string, text: string, near: string): FindTrouble {
  return { kind: 'unknown', message: `there is no ${what} "${text}".${near}` };
}

/** More than one thing has the name. */
export function isUnclear(message: string): FindTrouble {
  return { kind: 'unclear', message };
}
