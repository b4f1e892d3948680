import { makeReader, toMaskedSum } from './read-level-db.ts';

/** Where a block of a table stands, without the five bytes of kind and sum behind it. */
interface Block {
  readonly at: number;
  readonly length: number;
}

const footBytes = 48;
const tailBytes = 5;
const magic = 0xdb4775248b80fb57n;

/** The text that Snappy made smaller (its `format_description.txt`), or null when it is not one. */
export function unpackSnappy(bytes: Buffer): Buffer | null {
  const reader = makeReader(bytes);
  const whole = Buffer.alloc(reader.number());
  let to = 0;
  while (!reader.isAtEnd()) {
    const tag = reader.byte();
    const kind = tag & 3;
    if (kind === 0) {
      // Up to 60 bytes the tag says how many follow; above that one to four bytes do.
      const wide = (tag >> 2) - 59;
      const part = reader.bytes((wide > 0 ? reader.fixed(wide) : tag >> 2) + 1);
      part.copy(whole, to);
      to += part.length;
      continue;
    }
    const length = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const back = kind === 1 ? ((tag >> 5) << 8) | reader.byte() : reader.fixed(kind === 2 ? 2 : 4);
    if (back === 0 || back > to || to + length > whole.length) return null;
    // What is copied may be what was just written: byte by byte.
    for (let end = to + length; to < end; to += 1) whole[to] = whole[to - back] ?? 0;
  }
  return to === whole.length ? whole : null;
}

function isBlockWhole(table: Buffer, { at, length }: Block): boolean {
  const end = at + length;
  if (end + tailBytes > table.length - footBytes) return false;
  return toMaskedSum(table.subarray(at, end + 1)) === table.readUInt32LE(end + 1);
}

/** The blocks that an index names: keys share their beginnings, each with the place of its block behind it. */
function readIndex(bytes: Buffer): readonly Block[] {
  const restarts = bytes.readUInt32LE(bytes.length - 4);
  const reader = makeReader(bytes.subarray(0, bytes.length - 4 * (restarts + 1)));
  const blocks: Block[] = [];
  while (!reader.isAtEnd()) {
    reader.number();
    const keyRest = reader.number();
    reader.number();
    reader.bytes(keyRest);
    blocks.push({ at: reader.number(), length: reader.number() });
  }
  return blocks;
}

/**
 * Whether each block of a LevelDB table (its `doc/table_format.md`) is what was written. A block that another program packed in a way
 * unknown here is not unpacked; its sum still has to be right.
 */
export function isTableWhole(table: Buffer): boolean {
  try {
    if (table.length < footBytes || table.readBigUInt64LE(table.length - 8) !== magic) return false;
    const foot = makeReader(table.subarray(table.length - footBytes));
    const meta: Block = { at: foot.number(), length: foot.number() };
    const index: Block = { at: foot.number(), length: foot.number() };
    if (!isBlockWhole(table, meta) || !isBlockWhole(table, index)) return false;
    const end = index.at + index.length;
    const packed = table.subarray(index.at, end);
    const kind = table.readUInt8(end);
    const bytes = kind === 0 ? packed : kind === 1 ? unpackSnappy(packed) : Buffer.alloc(4);
    return bytes !== null && readIndex(bytes).every((block) => isBlockWhole(table, block));
  } catch {
    // A number leads out of the file.
    return false;
  }
}
