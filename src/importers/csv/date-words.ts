/** Whether the day stands before the month where a date has only numbers; `null`: the column does not tell. */
export type DayFirst = boolean | null;

const numbers = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[T ,].*)?$/u;

/** What a column of dates tells of their order: some day is above 12, or they are parted by points, which only days-first writers do. */
export function findDayFirst(cells: readonly string[]): DayFirst {
  let first = 0;
  let second = 0;
  for (const cell of cells) {
    const match = numbers.exec(cell.trim());
    if (match === null) continue;
    if (cell.includes('.') || Number(match[1]) > 12) first += 1;
    else if (Number(match[2]) > 12) second += 1;
  }
  return first > 0 === second > 0 ? null : first > 0;
}

/** Months by the first three letters, without signs: English, German, French, Spanish, Italian, Dutch where they differ. */
const months: readonly string[] = [
  'jan ene gen',
  'feb fev',
  'mar maa mrz',
  'apr avr abr',
  'may mai mag mei',
  'jun giu',
  'jul lug',
  'aug aou ago',
  'sep set',
  'oct okt ott',
  'nov',
  'dec dez dic',
];

function findMonth(word: string): number {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  // "juin" and "juillet" share their first three letters.
  if (plain.startsWith('juin')) return 6;
  if (plain.startsWith('juil')) return 7;
  return months.findIndex((names) => names.split(' ').includes(plain.slice(0, 3))) + 1;
}

function toIso(year: string, month: number, day: number): string | undefined {
  const full = year.length === 2 ? `20${year}` : year;
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * An ISO date from `2026-12-07`, `2026/12/07`, `7.12.2026`, `7 Dec 2026`, `December 7, 2026`, `7-Dec-26`, with a time behind it or not;
 * from `7/12/2026` only where the column tells which number is the day. Other spellings are ambiguous and give `undefined`.
 */
export function findDate(cell: string, dayFirst: DayFirst = null): string | undefined {
  const text = cell.trim().slice(0, 60);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/u.exec(text);
  if (iso !== null) return toIso(iso[1] ?? '', Number(iso[2]), Number(iso[3]));
  const plain = numbers.exec(text);
  if (plain !== null) {
    const [, one = '', other = '', year = ''] = plain;
    const isDayFirst = text.includes('.') ? true : dayFirst;
    if (isDayFirst === null) return undefined;
    return isDayFirst ? toIso(year, Number(other), Number(one)) : toIso(year, Number(one), Number(other));
  }
  const worded =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]{1,3}(\p{L}{3,10})\.?,?[\s-]{1,3}(\d{4}|\d{2})(?!\d)/u.exec(text);
  if (worded !== null) return toIso(worded[3] ?? '', findMonth(worded[2] ?? ''), Number(worded[1]));
  const american = /^(\p{L}{3,10})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})(?!\d)/u.exec(text);
  return american === null
    ? undefined
    : toIso(american[3] ?? '', findMonth(american[1] ?? ''), Number(american[2]));
}
