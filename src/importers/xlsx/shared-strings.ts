import { limits } from '../limits.ts';
import { decodeEscapes } from './cell-text.ts';
import type { PartReader } from './scan-part.ts';

/** Joins the `t` elements of a text with runs; sounds of Japanese readings (`rPh`) are not part of it. */
export interface RunText {
  readonly open: (name: string) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
  /** What was collected; starts anew. */
  readonly take: () => string;
}

/** Reads one text of the shared strings or of a cell. Characters above the limit of a cell are kept just enough to be seen as such. */
export function makeRunText(): RunText {
  let parts: string[] = [];
  let size = 0;
  let inText = false;
  let inSound = 0;
  return {
    open: (name) => {
      if (name === 'rPh') inSound += 1;
      if (name === 't') inText = inSound === 0;
    },
    close: (name) => {
      if (name === 'rPh') inSound -= 1;
      if (name === 't') inText = false;
    },
    text: (text) => {
      if (!inText || size > limits.cellCharacters) return;
      const piece = text.slice(0, limits.cellCharacters + 1 - size);
      parts.push(piece);
      size += piece.length;
    },
    take: () => {
      const whole = parts.join('');
      parts = [];
      size = 0;
      return decodeEscapes(whole);
    },
  };
}

/** The texts that cells point at by number. */
export interface SharedStrings {
  readonly get: (index: number) => string | undefined;
  readonly reader: PartReader;
}

/** Collects the shared strings of a workbook. */
export function makeSharedStrings(): SharedStrings {
  const texts: string[] = [];
  const run = makeRunText();
  return {
    get: (index) => texts[index],
    reader: {
      open: (name) => {
        run.open(name);
        return undefined;
      },
      close: (name) => {
        run.close(name);
        if (name === 'si') texts.push(run.take());
      },
      text: run.text,
    },
  };
}
