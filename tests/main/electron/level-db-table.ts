/** CRC-32C by its definition, bit by bit, turned and shifted as LevelDB keeps it. */
export function toSum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0x82f63b78 : sum >>> 1;
  }
  const crc = (sum ^ 0xffffffff) >>> 0;
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

/** A number in sevens of bits, the lowest first. */
export function toNumberBytes(value: number): readonly number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...toNumberBytes(value >>> 7)];
}

/** How the index of a table is packed: kind 1 is Snappy. */
export interface Packing {
  readonly kind: number;
  readonly pack: (bytes: Buffer) => Buffer;
}

/** A table of LevelDB with these blocks; only its index is packed. */
export function toTable(
  blocks: readonly string[],
  { kind, pack }: Packing = { kind: 0, pack: (bytes) => bytes },
): Buffer {
  const parts: Buffer[] = [];
  const add = (bytes: Buffer, how: number): readonly number[] => {
    const at = parts.reduce((sum, part) => sum + part.length, 0);
    const sealed = Buffer.concat([bytes, Buffer.from([how])]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(toSum(sealed));
    parts.push(sealed, sum);
    return [...toNumberBytes(at), ...toNumberBytes(bytes.length)];
  };
  const noRestarts = [0, 0, 0, 0, 1, 0, 0, 0];
  const entries = blocks.flatMap((text, index) => {
    const place = add(Buffer.from(text), 0);
    return [0, 1, place.length, 97 + index, ...place];
  });
  const meta = add(Buffer.from(noRestarts), 0);
  const index = add(pack(Buffer.from([...entries, ...noRestarts])), kind);
  const foot = Buffer.alloc(48);
  Buffer.from([...meta, ...index]).copy(foot);
  foot.writeBigUInt64LE(0xdb4775248b80fb57n, 40);
  return Buffer.concat([...parts, foot]);
}
