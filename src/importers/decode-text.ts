/** Decoded text with what had to be done to get it. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Places where bytes made no sense and were replaced by U+FFFD. */
  readonly replaced: number;
}

const chunk = 8192;

/** Collects UTF-16 code units into a string without ever holding a large argument list. */
function makeText(): { readonly push: (codePoint: number) => void; readonly toText: () => string } {
  const parts: string[] = [];
  let pending: number[] = [];
  const flush = (): void => {
    parts.push(String.fromCodePoint(...pending));
    pending = [];
  };
  return {
    push: (codePoint) => {
      pending.push(codePoint);
      if (pending.length === chunk) flush();
    },
    toText: () => {
      flush();
      return parts.join('');
    },
  };
}

/** Length of the well-formed UTF-8 sequence at `at` (0: none) and its code point. Source: RFC 3629, table 3-7 of Unicode. */
function readSequence(
  bytes: Uint8Array,
  at: number,
): { readonly length: number; readonly codePoint: number } {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return { length: 1, codePoint: first };
  const length =
    first >= 0xc2 && first <= 0xdf
      ? 2
      : first >= 0xe0 && first <= 0xef
        ? 3
        : first >= 0xf0 && first <= 0xf4
          ? 4
          : 0;
  if (length === 0 || at + length > bytes.length) return { length: 0, codePoint: 0 };
  let codePoint = first & (0xff >> (length + 1));
  for (let i = 1; i < length; i += 1) {
    const next = bytes[at + i] ?? 0;
    if ((next & 0xc0) !== 0x80) return { length: 0, codePoint: 0 };
    codePoint = (codePoint << 6) | (next & 0x3f);
  }
  const smallest = length === 3 ? 0x800 : length === 4 ? 0x10000 : 0x80;
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  return codePoint < smallest || codePoint > 0x10ffff || isSurrogate
    ? { length: 0, codePoint: 0 }
    : { length, codePoint };
}

/** Decodes UTF-8; says how many sequences beyond ASCII were well formed and how many bytes were not. */
export function decodeUtf8(bytes: Uint8Array): DecodedText & { readonly wellFormed: number } {
  const out = makeText();
  let wellFormed = 0;
  let replaced = 0;
  let at = 0;
  while (at < bytes.length) {
    const { length, codePoint } = readSequence(bytes, at);
    if (length === 0) {
      out.push(0xfffd);
      replaced += 1;
      at += 1;
    } else {
      if (length > 1) wellFormed += 1;
      out.push(codePoint);
      at += length;
    }
  }
  return { text: out.toText(), encoding: 'utf-8', replaced, wellFormed };
}

/** Decodes UTF-16; lone surrogates and half a unit at the end become U+FFFD. */
export function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): DecodedText {
  const out = makeText();
  let replaced = 0;
  const unitAt = (at: number): number =>
    littleEndian
      ? (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
      : ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  for (let at = 0; at < bytes.length; at += 2) {
    const unit = unitAt(at);
    const next = at + 3 < bytes.length ? unitAt(at + 2) : 0;
    const isPair = unit >= 0xd800 && unit <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
    if (isPair) {
      out.push(0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00));
      at += 2;
    } else if ((unit >= 0xd800 && unit <= 0xdfff) || at + 1 >= bytes.length) {
      out.push(0xfffd);
      replaced += 1;
    } else out.push(unit);
  }
  return { text: out.toText(), encoding: littleEndian ? 'utf-16le' : 'utf-16be', replaced };
}

/** What the bytes 0x80 to 0x9F mean in Windows-1252; 0: nothing. */
const windows1252: readonly number[] = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0, 0x017e, 0x0178,
];

/** Decodes Windows-1252; `replaced` counts the bytes that it does not define. */
export function decodeWindows1252(bytes: Uint8Array): DecodedText {
  const out = makeText();
  let replaced = 0;
  for (const byte of bytes) {
    const codePoint = byte >= 0x80 && byte <= 0x9f ? (windows1252[byte - 0x80] ?? 0) : byte;
    if (codePoint === 0 && byte !== 0) {
      out.push(0xfffd);
      replaced += 1;
    } else out.push(codePoint);
  }
  return { text: out.toText(), encoding: 'windows-1252', replaced };
}
