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
export function toMaskedSum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 0xff] ?? 0);
  const crc = (sum ^ 0xffffffff) >>> 0;
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

/** The records of a log, and whether its end was cut off in the middle of one. */
export interface LogRecords {
  readonly records: readonly Buffer[];
  readonly isCut: boolean;
}

/**
 * The records of a log file of LevelDB (its `doc/log_format.md`), or null when one in it is not what was written. A last record that
 * was cut off may be what a crash left.
 */
export function readLogRecords(bytes: Buffer): LogRecords | null {
  const records: Buffer[] = [];
  let isCut = false;
  let parts: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const left = blockBytes - (at % blockBytes);
    isCut = left >= headBytes && at + headBytes > bytes.length;
    if (isCut) break;
    if (left < headBytes) {
      at += left;
      continue;
    }
    const length = bytes.readUInt16LE(at + 4);
    const type = bytes.readUInt8(at + 6);
    if (type === 0 && length === 0) {
      at += left;
      continue;
    }
    // No record goes over the end of its block.
    if (length > left - headBytes) return null;
    const end = at + headBytes + length;
    isCut = end > bytes.length;
    if (isCut) break;
    if (toMaskedSum(bytes.subarray(at + 6, end)) !== bytes.readUInt32LE(at)) return null;
    parts.push(bytes.subarray(at + headBytes, end));
    // A record is whole (1), or has a first (2), middle (3) and last part (4).
    if (type === 1 || type === 4) {
      records.push(Buffer.concat(parts));
      parts = [];
    }
    at = end;
  }
  return { records, isCut: isCut || parts.length > 0 };
}

/** Goes through bytes from their beginning. */
interface ByteReader {
  readonly byte: () => number;
  readonly number: () => number;
  readonly bytes: (length: number) => Buffer;
  readonly fixed: (length: number) => number;
  readonly skipText: () => void;
  readonly isAtEnd: () => boolean;
}

/** Reads numbers and texts with their length before them, as LevelDB has them; throws where the bytes end. */
export function makeReader(all: Buffer): ByteReader {
  let at = 0;
  const byte = (): number => {
    const value = all.readUInt8(at);
    at += 1;
    return value;
  };
  const number = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const part = byte();
      value += (part & 127) * scale;
      if (part < 128) return value;
    }
  };
  const bytes = (length: number): Buffer => {
    if (at + length > all.length) throw new RangeError('the bytes end before');
    at += length;
    return all.subarray(at - length, at);
  };
  /** A number of one to four bytes, the lowest first. */
  const fixed = (length: number): number => bytes(length).readUIntLE(0, length);
  const skipText = (): void => {
    bytes(number());
  };
  return { byte, number, bytes, fixed, skipText, isAtEnd: () => at >= all.length };
}

/** What the records of a MANIFEST say together, or null when they can't be understood. */
export function readManifest(bytes: Buffer): LevelDbFiles | null {
  const records = readLogRecords(bytes)?.records ?? [];
  if (records.length === 0) return null;
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
