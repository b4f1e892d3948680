/** Widths of characters of a common sans serif face (the wider of several), in thousandths of the font size. */
const narrow = /[ijl.,:;'|!I\u0060()[\]{}]/u;
const slim = /[frt\-"/\\ ]/u;
const wide = /[mwMW@%]/u;
/** Letters of other alphabets: the widest of Cyrillic and Greek, then their capitals. */
const widest = /[ЖШЩЮФЫжшщюфыΩΦΨ]/u;
const upper = /[A-Z0-9_+=<>~#$&?]/u;

function widthOf(sign: string): number {
  const point = sign.codePointAt(0) ?? 0;
  if (/\p{M}|\u200d/u.test(sign)) return 0;
  if (narrow.test(sign)) return 340;
  if (slim.test(sign)) return 420;
  if (wide.test(sign)) return 980;
  if (upper.test(sign)) return 690;
  if (point >= 0x370 && point < 0x1100) return widest.test(sign) ? 1080 : /\p{Lu}/u.test(sign) ? 790 : 680;
  if (point < 0x1100 && /\p{Lu}/u.test(sign)) return 760;
  // East Asian characters and emoji are as wide as they are high.
  return point < 0x1100 ? 625 : 1020;
}

/** About how wide a text is, in the units of the font size; rather too wide than too narrow. */
export function toTextWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const sign of text) width += widthOf(sign);
  return (width * fontSize) / 1000;
}

/** A text cut at a character so that it fits into a width, with an ellipsis where something is missing. */
export function toFittingText(text: string, width: number, fontSize: number): string {
  if (toTextWidth(text, fontSize) <= width) return text;
  let shown = '';
  let used = toTextWidth('…', fontSize);
  for (const sign of text) {
    const own = toTextWidth(sign, fontSize);
    if (used + own > width) break;
    shown += sign;
    used += own;
  }
  return `${shown.trimEnd()}…`;
}
