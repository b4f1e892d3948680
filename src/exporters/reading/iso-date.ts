const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/u;
const relative = /^T([+-]\d{1,4})?$/iu;

/** A day that lies a number of days after an ISO date; `null` when the text is no date. */
export function addDays(date: string, days: number): string | null {
  const [, year, month, day] = isoDate.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day)) + days * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
}

/** The days of a `T-7` (negative: before the start of the phase), or `null` when the text has another form. */
export function toOffset(due: string): number | null {
  const found = relative.exec(due.trim());
  return found === null ? null : Number(found[1] ?? '0');
}

/** The ISO date that a due text means, when that can be known. */
export function toDueDate(due: string, phaseStart: string | null): string | null {
  const offset = toOffset(due);
  if (offset === null) return isoDate.test(due) ? due : null;
  return phaseStart === null ? null : addDays(phaseStart, offset);
}
