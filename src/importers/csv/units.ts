/** Units that a column of sizes can have. Memory and disk units of the trade are binary. */
export type Unit = 'MiB' | 'GiB' | 'TiB' | '%';

/** A number with the unit that its cell names itself. */
export interface CellNumber {
  readonly value: number;
  readonly unit: Unit | 'KiB' | 'B' | null;
}

/** How the numbers of a column are written. */
export interface NumberStyle {
  readonly decimal: '.' | ',';
}

const cellUnits: Readonly<Record<string, CellNumber['unit']>> = {
  b: 'B',
  bytes: 'B',
  k: 'KiB',
  kb: 'KiB',
  kib: 'KiB',
  m: 'MiB',
  mb: 'MiB',
  mib: 'MiB',
  g: 'GiB',
  gb: 'GiB',
  gig: 'GiB',
  gib: 'GiB',
  t: 'TiB',
  tb: 'TiB',
  tib: 'TiB',
  '%': '%',
};

const noValue =
  /^(?:n\/?a|n\.\s?a\.|-{1,9}|[–—]{1,9}|unknown|unbekannt|k\.\s?a\.|keine angabe|null|\(?none\)?|\(blank\)|nil|\?{1,9}|tbd|tbc|not known|#n\/a|#ref!|#value!|#name\?|#div\/0!|)$/iu;

/** Whether a cell says that there is no value. */
export function isNoValue(cell: string): boolean {
  return noValue.test(cell.trim());
}

/** Whether a cell is a doubt rather than a gap: it makes a question. */
export function isDoubt(cell: string): boolean {
  return /^(?:\?{1,9}|tbd|tbc)$/iu.test(cell.trim());
}

/** A number whose points stand where thousands are parted: `8.192`, not `0.250` and not `1.5`. */
const parted = /^\D*[1-9]\d{0,2}(?:\.\d{3})+(?![\d.])/u;

/** Whether the points of a column that says nothing else part thousands: megabytes have no fractions, and nobody who writes `16` writes `1.024` for a little more than one. */
function isParted(cells: readonly string[], unit: Unit | null): boolean {
  let points = 0;
  let bare = 0;
  for (const cell of cells) {
    const text = cell.trim();
    if (/\d\.\d/u.test(text)) {
      if (!parted.test(text)) return false;
      points += 1;
    } else if (/^[1-9]\d{0,2}(?:\s?[GT]i?B)?$/iu.test(text)) bare += 1;
  }
  return points > 0 && (unit === 'MiB' || (unit === 'GiB' && bare >= points));
}

/**
 * How a column writes its numbers: one cell alone can't tell `1.024` from `1,024`, the column mostly can. A comma is
 * the decimal sign when some cell has it without exactly three digits behind it, or has a point before it. `otherwise` is what
 * the other columns of the table tell: a column that says nothing itself (`200`, `1.000`) is written like they are. `unit` is
 * that of the column.
 */
export function findNumberStyle(
  cells: readonly string[],
  otherwise: NumberStyle['decimal'] = '.',
  unit: Unit | null = null,
): NumberStyle {
  let comma = 0;
  let point = 0;
  for (const cell of cells) {
    if (/\.\d{3},\d|^\D*\d+,(?:\d{1,2}|\d{4,12})(?!\d)/u.test(cell)) comma += 1;
    if (/,\d{3}\.\d|^\D*\d+\.(?:\d{1,2}|\d{4,12})(?!\d)/u.test(cell)) point += 1;
  }
  if (comma !== point) return { decimal: comma > point ? ',' : '.' };
  return { decimal: comma === 0 && otherwise === '.' && isParted(cells, unit) ? ',' : otherwise };
}

/** Reads the first number of a cell with its unit; `null` when there is none. */
export function parseCellNumber(cell: string, style: NumberStyle): CellNumber | null {
  const match = /^\D{0,12}?(\d[\d.,'\u00a0\u202f ]{0,40})\s{0,4}([a-zA-Z%]{0,8})/u.exec(cell.trim());
  if (match === null) return null;
  const digits = (match[1] ?? '').trim().replace(/['\u00a0\u202f ]/gu, '');
  const thousands = style.decimal === '.' ? /,/gu : /\./gu;
  const plain = digits.replace(thousands, '').replace(',', '.').replace(/[.,]$/u, '');
  const value = Number(plain);
  if (!Number.isFinite(value)) return null;
  return { value, unit: cellUnits[(match[2] ?? '').toLowerCase()] ?? null };
}

const inMiB = { B: 1 / (1024 * 1024), KiB: 1 / 1024, MiB: 1, GiB: 1024, TiB: 1024 * 1024 } as const;

function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}

/** Memory in MiB; the cell's own unit beats that of the column. `null` for percentages. */
export function toMemoryMiB(number: CellNumber, column: Unit | null): number | null {
  const unit = number.unit ?? column ?? 'GiB';
  return unit === '%' ? null : round(number.value * inMiB[unit], 0);
}

/** Disk in GiB with one decimal; `GB` keeps its digits. `null` for percentages. */
export function toDiskGiB(number: CellNumber, column: Unit | null): number | null {
  const unit = number.unit ?? column ?? 'GiB';
  return unit === '%' ? null : round((number.value * inMiB[unit]) / 1024, 1);
}
