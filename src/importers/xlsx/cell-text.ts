import { assertNever } from '#core/base/assert-never.ts';
import type { NumberShape } from './number-formats.ts';

const dayMs = 86_400_000;

function pad(value: number, size = 2): string {
  return String(value).padStart(size, '0');
}

/** Numbers as a sheet shows them: 15 significant digits, so that `0.1 + 0.2` is `0.3`. */
function toPlainNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

function toClock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
}

/**
 * A serial date as ISO text without a zone. Day 1 is 1900-01-01; day 60 is the 29th of February that 1900 never had, so later
 * ones count from 1899-12-30. With the 1904 system day 0 is 1904-01-01.
 */
export function toDateText(serial: number, from1904: boolean): string {
  if (serial >= 0 && serial < 1 && !from1904) return toClock(serial * dayMs);
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const seconds = Math.round((start + serial * dayMs) / 1000);
  const date = new Date(seconds * 1000);
  const year = date.getUTCFullYear();
  if (!Number.isFinite(seconds) || serial < 0 || Number.isNaN(year) || year > 9999)
    return toPlainNumber(serial);
  const day = `${pad(year, 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`;
  const time = toClock((seconds * 1000) % dayMs);
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** A number as its style shows it; text that is no number stays. */
export function toNumberText(raw: string, shape: NumberShape, from1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  switch (shape) {
    case 'plain':
      return toPlainNumber(value);
    case 'percent':
      return `${toPlainNumber(value * 100)}%`;
    case 'date':
      return toDateText(value, from1904);
    case 'duration':
      return value < 0 ? toPlainNumber(value) : toClock(value * dayMs);
    default:
      return assertNever(shape);
  }
}

/** Characters that XML can't hold are written `_x000D_`; `_x005F_` is the underscore of such a text itself. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toWellFormed()
    .replaceAll('\u0000', '');
}

/** The column of a reference such as `B7`, from 0; `null` when it names none. */
export function findColumn(reference: string | undefined): number | null {
  const letters = /^\$?([A-Za-z]{1,3})/u.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
