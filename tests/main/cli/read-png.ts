import { inflateSync } from 'node:zlib';

/** A picture as pixels: four bytes each (red, green, blue, opacity), row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** Reads a PNG of eight bits and four channels (RFC 2083), as the rasteriser writes them. */
export function readPng(png: Uint8Array): Pixels {
  const file = Buffer.from(png);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  if (file[24] !== 8 || file[25] !== 6) throw new Error('only eight bits and four channels are read');
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * 4;
  const bytes = new Uint8Array(stride * height);
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = row * stride + x;
      const left = x < 4 ? 0 : (bytes[at - 4] ?? 0);
      const up = row === 0 ? 0 : (bytes[at - stride] ?? 0);
      const corner = x < 4 || row === 0 ? 0 : (bytes[at - stride - 4] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      bytes[at] = (raw[row * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return { width, height, bytes };
}

/** The columns from the first to the last that hold any ink; 0 where there is none. */
export function toInkWidth({ width, height, bytes }: Pixels): number {
  let [first, last] = [width, -1];
  for (let x = 0; x < width; x += 1) {
    for (let y = 0; y < height; y += 1) {
      if ((bytes[(y * width + x) * 4 + 3] ?? 0) < 8) continue;
      first = Math.min(first, x);
      last = Math.max(last, x);
      break;
    }
  }
  return Math.max(0, last - first + 1);
}
