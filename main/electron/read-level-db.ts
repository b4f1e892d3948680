/** What the list of files of a LevelDB database says: the tables that have to be there, and the log that was written last. */
export interface LevelDbFiles {
  readonly tables: readonly number[];
  readonly log: number | null;
}

const blockBytes = 32 * 1024;
const headBytes = 7;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value >>> 0;
});

/** CRC-32C, then turned and shifted as LevelDB keeps it (its `util/crc32c.h`). */
function toMaskedSum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 0xff] ?? 0);
  const crc = (sum ^ 0xffffffff) >>> 0;
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

/**
 * The records of a log file of LevelDB (its `doc/log_format.md`), or null when one in it is not what was written. A last record that
 * was cut off is what a crash leaves, and no damage.
 */
export function readLogRecords(bytes: Buffer): readonly Buffer[] | null {
  const records: Buffer[] = [];
  let parts: Buffer[] = [];
  for (let at = 0; at + headBytes <= bytes.length;) {
    const left = blockBytes - (at % blockBytes);
    const length = bytes.readUInt16LE(at + 4);
    const type = bytes.readUInt8(at + 6);
    if (left < headBytes || (type === 0 && length === 0)) {
      at += left;
      continue;
    }
    // No record goes over the end of its block.
    if (length > left - headBytes) return null;
    const end = at + headBytes + length;
    if (end > bytes.length) break;
    if (toMaskedSum(bytes.subarray(at + 6, end)) !== bytes.readUInt32LE(at)) return null;
    parts.push(bytes.subarray(at + headBytes, end));
    // A record is whole (1), or has a first (2), middle (3) and last part (4).
    if (type === 1 || type === 4) {
      records.push(Buffer.concat(parts));
      parts = [];
    }
    at = end;
  }
  return records;
}

/** Reads numbers and texts with their length before them, as the list of files has them. */
function makeReader(bytes: Buffer) {
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes.readUInt8(at);
      at += 1;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const skipText = (): void => {
    const length = number();
    at += length;
  };
  return { number, skipText, isAtEnd: () => at >= bytes.length };
}

/** What the records of a MANIFEST say together, or null when they can't be understood. */
export function readManifest(bytes: Buffer): LevelDbFiles | null {
  const records = readLogRecords(bytes);
  if (records === null || records.length === 0) return null;
  const tables = new Set<number>();
  let log: number | null = null;
  try {
    for (const record of records) {
      const { number, skipText, isAtEnd } = makeReader(record);
      while (!isAtEnd()) {
        const tag = number();
        if (tag === 1) skipText();
        else if (tag === 2) log = number();
        else if (tag === 3 || tag === 4 || tag === 9) number();
        else if (tag === 5) {
          number();
          skipText();
        } else if (tag === 6) {
          number();
          tables.delete(number());
        } else if (tag === 7) {
          number();
          tables.add(number());
          number();
          skipText();
          skipText();
        } else return null;
      }
    }
  } catch {
    return null;
  }
  return { tables: [...tables], log };
}
