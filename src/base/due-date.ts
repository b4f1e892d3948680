import { addDays, isIsoDate } from './plain-date.ts';

const relative = /^T([+-]\d{1,4})?$/iu;

/** The days of a `T-7` (negative: before the start of the phase), or `null` when the text has another form. */
export function toOffset(due: string): number | null {
  const found = relative.exec(due.trim());
  return found === null ? null : Number(found[1] ?? '0');
}

/** The ISO date that a due text means, when that can be known. */
export function toDueDate(due: string, phaseStart: string | null): string | null {
  const offset = toOffset(due);
  if (offset === null) return isIsoDate(due) ? due : null;
  return phaseStart === null ? null : addDays(phaseStart, offset);
}
