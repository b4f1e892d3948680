import { strFromU8 } from 'fflate';
import { fail, ok, type Result } from '#core/base/result.ts';
import { limits, toLimitMessage } from '../limits.ts';

/** Where a file inside a zip stands. Its name is only a key: nothing is ever written to a disk. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored, 8: deflated; others can't be read. */
  readonly method: number;
  readonly isEncrypted: boolean;
  /** Where its own header begins. */
  readonly at: number;
  readonly packedSize: number;
}

/** Why an archive can't be read: a stable code and words for a person. */
export interface ArchiveProblem {
  readonly code: string;
  readonly message: string;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const fileSignature = 0x04034b50;
const wide = 0xffffffff;

function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

function u32(bytes: Uint8Array, at: number): number {
  return u16(bytes, at) + u16(bytes, at + 2) * 65_536;
}

function u64(bytes: Uint8Array, at: number): number {
  return u32(bytes, at) + u32(bytes, at + 4) * 4_294_967_296;
}

function damaged(what: string): ArchiveProblem {
  return {
    code: 'damaged-archive',
    message: `The workbook is damaged (${what}). Open it in its program, save it again and import that.`,
  };
}

/** The end record stands in the last 64 KiB, behind it only a comment. */
function findEnd(bytes: Uint8Array): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_558); at -= 1) {
    if (u32(bytes, at) === endSignature) return at;
  }
  return -1;
}

interface Directory {
  readonly at: number;
  readonly count: number;
}

function findDirectory(bytes: Uint8Array): Directory | null {
  const end = findEnd(bytes);
  if (end < 0) return null;
  const count = u16(bytes, end + 10);
  const at = u32(bytes, end + 16);
  const locator = end - 20;
  if ((count !== 0xffff && at !== wide) || locator < 0 || u32(bytes, locator) !== 0x07064b50)
    return { at, count };
  const zip64 = u64(bytes, locator + 8);
  if (zip64 > bytes.length - 56 || u32(bytes, zip64) !== 0x06064b50) return null;
  return { at: u64(bytes, zip64 + 48), count: u64(bytes, zip64 + 32) };
}

/** Sizes that do not fit into 32 bits stand in an extra field, in this order, each only if its own place is full. */
function readWideSizes(
  bytes: Uint8Array,
  at: number,
  end: number,
  own: { readonly size: number; readonly packedSize: number; readonly at: number },
): { readonly packedSize: number; readonly at: number } {
  for (let field = at; field + 4 <= end; field += 4 + u16(bytes, field + 2)) {
    if (u16(bytes, field) !== 1) continue;
    let next = field + 4;
    const take = (value: number): number => {
      if (value !== wide) return value;
      next += 8;
      return u64(bytes, next - 8);
    };
    take(own.size);
    return { packedSize: take(own.packedSize), at: take(own.at) };
  }
  return own;
}

/**
 * Reads the list of files at the end of a zip (also of a large one, "zip64"). Sizes that the list claims decide nothing: what
 * is inflated is counted while it is inflated. Source: APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.5.3.
 */
export function readZipDirectory(bytes: Uint8Array): Result<ReadonlyMap<string, ZipEntry>, ArchiveProblem> {
  const directory = findDirectory(bytes);
  if (directory === null) return fail(damaged('its list of parts is not there'));
  if (directory.count > limits.zipEntries) {
    const message = toLimitMessage('Parts of the workbook', directory.count, limits.zipEntries);
    return fail({ code: 'too-many-parts', message });
  }
  const entries = new Map<string, ZipEntry>();
  let at = directory.at;
  for (let index = 0; index < directory.count; index += 1) {
    if (at + 46 > bytes.length || u32(bytes, at) !== entrySignature) {
      return fail(damaged('its list of parts is cut'));
    }
    const nameEnd = at + 46 + u16(bytes, at + 28);
    const extraEnd = nameEnd + u16(bytes, at + 30);
    const flags = u16(bytes, at + 8);
    const name = strFromU8(bytes.subarray(at + 46, nameEnd), (flags & 2048) === 0);
    const own = { packedSize: u32(bytes, at + 20), size: u32(bytes, at + 24), at: u32(bytes, at + 42) };
    const { packedSize, at: start } = readWideSizes(bytes, nameEnd, extraEnd, own);
    const method = u16(bytes, at + 10);
    // The first of two parts of one name is the one that office programs read.
    if (!entries.has(name)) {
      entries.set(name, { name, method, isEncrypted: (flags & 1) === 1, at: start, packedSize });
    }
    at = extraEnd + u16(bytes, at + 32);
  }
  return ok(entries);
}

/** The packed bytes of an entry; a typed problem when its own header is not where the list says. */
export function findPackedBytes(bytes: Uint8Array, entry: ZipEntry): Result<Uint8Array, ArchiveProblem> {
  const { at } = entry;
  if (at + 30 > bytes.length || u32(bytes, at) !== fileSignature) {
    return fail(damaged(`"${entry.name}" is not where its list says`));
  }
  const start = at + 30 + u16(bytes, at + 26) + u16(bytes, at + 28);
  const end = start + entry.packedSize;
  return end > bytes.length ? fail(damaged(`"${entry.name}" is cut`)) : ok(bytes.subarray(start, end));
}
