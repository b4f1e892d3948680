import { DecodeUTF8, Inflate } from 'fflate';
import { SaxesParser } from 'saxes';
import { fail, ok, type Result } from '#core/base/result.ts';
import { limits, toLimitMessage } from '../limits.ts';
import { findPackedBytes, type ArchiveProblem, type ZipEntry } from './zip-directory.ts';

/** An opened workbook file: its bytes, its parts, and how many bytes may still be inflated. */
export interface Archive {
  readonly bytes: Uint8Array;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly budget: { left: number; packed: number };
}

/** Attributes of an element by their full name. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What a reader of a part wants to know; names are without their namespace. `open` may answer `stop` to end the reading. */
export interface PartReader {
  readonly open: (name: string, attributes: XmlAttributes) => 'stop' | undefined;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Office programs pack sheets to a tenth or so; what unpacks to this many times its size, and is large, is a trap. */
const mostTimes = 400;
const suspiciousBytes = 64 * 1024 * 1024;

function isBomb(budget: Archive['budget']): boolean {
  const found = limits.inflatedBytes - budget.left;
  return found > suspiciousBytes && found > budget.packed * mostTimes;
}

/** Packed bytes that are inflated at once: deflate makes at most about a thousand bytes of each. */
const step = 2048;

function toLocalName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

interface XmlScan {
  readonly write: (chunk: string) => void;
  readonly end: () => void;
  readonly isStopped: () => boolean;
  readonly findTrouble: () => ArchiveProblem | null;
}

function makeXmlScan(part: string, reader: PartReader): XmlScan {
  let trouble: ArchiveProblem | null = null;
  let stopped = false;
  const parser = new SaxesParser({ xmlns: false, position: false });
  const refuse = (problem: ArchiveProblem): void => {
    trouble ??= problem;
    stopped = true;
  };
  parser.on('doctype', () => {
    const message = `"${part}" declares a document type, which no workbook needs: it was refused, nothing of it was read.`;
    refuse({ code: 'doctype-refused', message });
  });
  // Without the throw the parser would go on and report every further character of a part that is no XML.
  parser.on('error', (error) => {
    const message = `"${part}" is not well-formed XML. Open the workbook in its program, save it again and import that.`;
    refuse({ code: 'damaged-part', message });
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (!stopped && reader.open(toLocalName(tag.name), tag.attributes) === 'stop') stopped = true;
  });
  parser.on('closetag', (tag) => {
    if (!stopped) reader.close?.(toLocalName(tag.name));
  });
  const take = (text: string): void => {
    if (!stopped) reader.text?.(text);
  };
  parser.on('text', take);
  parser.on('cdata', take);
  const whileSound = (work: () => void): void => {
    if (stopped) return;
    try {
      work();
    } catch (error) {
      if (trouble === null) throw error;
    }
  };
  return {
    write: (chunk) => whileSound(() => parser.write(chunk)),
    end: () => whileSound(() => parser.close()),
    isStopped: () => stopped,
    findTrouble: () => trouble,
  };
}

function findEntryTrouble(entry: ZipEntry): ArchiveProblem | null {
  if (entry.isEncrypted) {
    const message = 'The workbook is protected by a password. Save it without one and import that.';
    return { code: 'is-encrypted', message };
  }
  if (entry.method === 0 || entry.method === 8) return null;
  const message = `"${entry.name}" is packed in a way that is not read. Open the workbook in its program and save it again.`;
  return { code: 'unknown-packing', message };
}

/** Unpacks an entry step by step; `take` answers `false` to end it. The bytes count against the budget of the archive. */
function unpack(
  archive: Archive,
  entry: ZipEntry,
  packed: Uint8Array,
  take: (chunk: Uint8Array) => boolean,
): ArchiveProblem | null {
  const { budget } = archive;
  let goesOn = true;
  const count = (chunk: Uint8Array): void => {
    budget.left -= chunk.length;
    if (goesOn && budget.left >= 0) goesOn = take(chunk);
  };
  const inflate = new Inflate(count);
  try {
    for (let at = 0; at < packed.length && goesOn && budget.left >= 0; at += step) {
      const piece = packed.subarray(at, at + step);
      budget.packed += piece.length;
      if (isBomb(budget)) break;
      if (entry.method === 0) count(piece);
      else inflate.push(piece, at + step >= packed.length);
    }
  } catch {
    const message = `"${entry.name}" can't be unpacked. Open the workbook in its program, save it again and import that.`;
    return { code: 'damaged-part', message };
  }
  if (isBomb(budget)) {
    const message = `The workbook unpacks to more than ${mostTimes} times its size, as no real one does; it was refused.`;
    return { code: 'too-large', message };
  }
  if (budget.left >= 0) return null;
  const found = limits.inflatedBytes - budget.left;
  return {
    code: 'too-large',
    message: toLimitMessage('Bytes in the unpacked workbook', found, limits.inflatedBytes),
  };
}

/**
 * Reads one part of a workbook as XML while it is unpacked: memory stays bounded whatever the part claims to be. Document
 * types are refused, entities other than XML's own five are an error. `false`: the part is not there.
 */
export function scanPart(
  archive: Archive,
  name: string,
  reader: PartReader,
): Result<boolean, ArchiveProblem> {
  const entry = archive.entries.get(name);
  if (entry === undefined) return ok(false);
  const refused = findEntryTrouble(entry);
  if (refused !== null) return fail(refused);
  const packed = findPackedBytes(archive.bytes, entry);
  if (!packed.ok) return packed;
  const scan = makeXmlScan(name, reader);
  const decoder = new DecodeUTF8((text) => scan.write(text));
  const broken = unpack(archive, entry, packed.value, (chunk) => {
    decoder.push(chunk, false);
    return !scan.isStopped();
  });
  if (broken === null) scan.end();
  const trouble = broken ?? scan.findTrouble();
  return trouble === null ? ok(true) : fail(trouble);
}
