import type { PartReader, XmlAttributes } from './scan-part.ts';

/** How a cell style shows a number. */
export type NumberShape = 'plain' | 'percent' | 'date' | 'duration';

/** The number shape of each cell style, by its index. */
export interface NumberFormats {
  readonly shapeOf: (style: number) => NumberShape;
  readonly reader: PartReader;
}

/** What Excel's own format numbers stand for, as far as they are dates. Source: ECMA-376 part 1, 18.8.30. */
function findBuiltIn(id: number): NumberShape {
  if (id === 9 || id === 10) return 'percent';
  if (id === 46) return 'duration';
  const isDate =
    (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || id === 45 || id === 47 || (id >= 50 && id <= 58);
  return isDate ? 'date' : 'plain';
}

/** What a format code of the workbook's own shows: letters of dates outside quotes, escapes and colour brackets. */
export function findNumberShape(code: string): NumberShape {
  const first = code.slice(0, 1000).split(';')[0] ?? '';
  const bare = first.replace(/"[^"]{0,255}"/gu, '').replace(/[\\_*]./gu, '');
  if (/\[(?:h{1,9}|m{1,9}|s{1,9})\]/iu.test(bare)) return 'duration';
  const letters = bare.replace(/\[[^\]]{0,255}\]/gu, '').replace(/general|am\/pm|a\/p/giu, '');
  if (letters.includes('%')) return 'percent';
  return /[ymdhs]/iu.test(letters) ? 'date' : 'plain';
}

function toIndex(attributes: XmlAttributes, name: string): number {
  const value = Number(attributes[name] ?? Number.NaN);
  return Number.isInteger(value) && value >= 0 ? value : 0;
}

/** Collects the number formats of a workbook from its styles part; nothing else of it is looked at. */
export function makeNumberFormats(): NumberFormats {
  const own = new Map<number, NumberShape>();
  const styles: number[] = [];
  let inCells = false;
  return {
    shapeOf: (style) => {
      const id = styles[style] ?? 0;
      return own.get(id) ?? findBuiltIn(id);
    },
    reader: {
      open: (name, attributes) => {
        if (name === 'cellXfs') inCells = true;
        else if (name === 'numFmt') {
          own.set(toIndex(attributes, 'numFmtId'), findNumberShape(attributes['formatCode'] ?? ''));
        } else if (name === 'xf' && inCells) styles.push(toIndex(attributes, 'numFmtId'));
        return undefined;
      },
      close: (name) => {
        if (name === 'cellXfs') inCells = false;
      },
    },
  };
}
