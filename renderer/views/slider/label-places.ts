/** How wide the words of a stop are, in px. */
export interface LabelWidths {
  readonly name: number;
  /** The name with the numbers behind it. */
  readonly full: number;
}

/** Where a stop and its label stand on the slider, in px from its left edge. */
export interface LabelPlace {
  readonly dot: number;
  readonly left: number;
  readonly width: number;
  /** Whether there is room for the numbers behind the name. */
  readonly hasDetails: boolean;
}

const gap = 10;
/** Half of the thumb: the outermost stops stay inside. */
const inset = 9;

interface Span {
  readonly low: number;
  readonly high: number;
}

/** As near to its stop as its room allows. */
function placeIn(room: Span, dot: number, wanted: number): Span {
  const width = Math.max(0, Math.min(wanted, room.high - room.low));
  const low = Math.min(Math.max(dot - width / 2, room.low), room.high - width);
  return { low, high: low + width };
}

/**
 * Shares the width of the slider among its labels so that none runs into another: the chosen one is written in full, each
 * other keeps to its half-way lines, drops its numbers first and is cut only then.
 */
export function toLabelPlaces(labels: readonly LabelWidths[], chosen: number, width: number): LabelPlace[] {
  const last = Math.max(1, labels.length - 1);
  const dots = labels.map((_, at) => inset + (at / last) * Math.max(0, width - inset * 2));
  const whole: Span = { low: 0, high: width };
  const own = labels[chosen];
  const most = labels.length > 2 ? width * 0.6 : width * 0.5;
  const ownWidth = own === undefined ? 0 : own.full <= most ? own.full : own.name;
  const middle = placeIn(whole, dots[chosen] ?? 0, ownWidth);
  return labels.map((label, at) => {
    const dot = dots[at] ?? 0;
    if (at === chosen)
      return {
        dot,
        left: middle.low,
        width: middle.high - middle.low,
        hasDetails: label.full <= ownWidth,
      };
    const before = dots[at - 1];
    const after = dots[at + 1];
    const low = before === undefined ? 0 : (before + dot) / 2 + gap / 2;
    const high = after === undefined ? width : (dot + after) / 2 - gap / 2;
    const room: Span =
      at < chosen
        ? { low, high: Math.min(high, middle.low - gap) }
        : { low: Math.max(low, middle.high + gap), high };
    const hasDetails = label.full <= room.high - room.low;
    const span = placeIn(room, dot, hasDetails ? label.full : label.name);
    return { dot, left: span.low, width: span.high - span.low, hasDetails };
  });
}

/** Px of a character of 11 px in the interface face, by how wide it is cut. */
function widthOf(character: string): number {
  if ((character.codePointAt(0) ?? 0) >= 0x1100 && !/[\u2000-\u206f]/u.test(character)) return 11.5;
  if (/[ilj|.,:;'’·!()[\] ]/u.test(character)) return 3.4;
  if (/[MWmw@%—]/u.test(character)) return 9.6;
  return /[A-Z0-9–]/u.test(character) ? 7.2 : 6.2;
}

/** About how wide a text of 11 px is, rather too wide than cut; characters of East Asia and pictures are as wide as high. */
export function estimateWidth(words: string): number {
  let width = 2;
  for (const character of words) width += widthOf(character);
  return Math.ceil(width);
}
