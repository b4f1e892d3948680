import { fail, ok, type Result } from '#core/base/result.ts';
import { sha256Hex } from '#core/base/sha256.ts';
import type { ImportProblem, SourceFile, SourceText } from './contract.ts';
import { decodeUtf16, decodeUtf8, decodeWindows1252, type DecodedText } from './decode-text.ts';
import { toImportError, toImportNote } from './import-problem.ts';
import { limits, toLimitMessage } from './limits.ts';
import { findForeignFormat } from './magic-bytes.ts';

/** A file as text, with notes about its encoding. */
export interface ReadText {
  readonly source: SourceText;
  readonly notes: readonly ImportProblem[];
}

/** UTF-16 without a mark shows as a zero in every second byte. */
function findUnmarkedUtf16(bytes: Uint8Array): 'le' | 'be' | null {
  const size = Math.min(bytes.length - (bytes.length % 2), 2000);
  if (size < 2) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < size; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const pairs = size / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'le';
  return even > pairs * 0.4 && odd < pairs * 0.05 ? 'be' : null;
}

function decode(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeUtf8(bytes.subarray(3));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes.subarray(2), true);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes.subarray(2), false);
  const unmarked = findUnmarkedUtf16(bytes);
  if (unmarked !== null) return decodeUtf16(bytes, unmarked === 'le');
  const utf8 = decodeUtf8(bytes);
  // Bytes of another encoding are hardly ever well-formed UTF-8 by chance.
  if (utf8.replaced === 0 || (utf8.wellFormed > 0 && utf8.wellFormed >= utf8.replaced)) return utf8;
  const windows = decodeWindows1252(bytes);
  return windows.replaced === 0 ? windows : null;
}

function toEncodingNotes(name: string, decoded: DecodedText): ImportProblem[] {
  if (decoded.encoding === 'windows-1252') {
    const message =
      'The file is not UTF-8; it was read as Windows-1252. Look at names with accents, or save it as UTF-8.';
    return [toImportNote('windows-1252', name, message)];
  }
  if (decoded.replaced === 0) return [];
  const line = decoded.text.slice(0, decoded.text.indexOf('\uFFFD')).split(/\r\n|\r|\n/u).length;
  const message = `${decoded.replaced} damaged character(s) were replaced by "\uFFFD". Save the file as UTF-8 and import it again.`;
  return [toImportNote('damaged-text', name, message, line)];
}

/**
 * Turns the bytes of a file into text: byte order mark, else strict UTF-8, else UTF-16 by its zeros, else Windows-1252 with a
 * note. Refused with a sentence: too large, empty, known binary formats (by their first bytes, whatever the name says),
 * NUL characters, bytes that fit no encoding. `sha256` is of the original bytes.
 */
export function readSourceText(file: SourceFile): Result<ReadText, ImportProblem> {
  const { name, bytes } = file;
  if (bytes.length > limits.textFileBytes) {
    return fail(
      toImportError(
        'too-large',
        name,
        toLimitMessage('Bytes in the file', bytes.length, limits.textFileBytes),
      ),
    );
  }
  const foreign = findForeignFormat(bytes);
  if (foreign !== null) return fail(toImportError(`is-${foreign.what}`, name, foreign.message));
  const decoded = decode(bytes);
  if (decoded === null) {
    const message = 'The encoding of the file is not known. Save it as UTF-8 and import it again.';
    return fail(toImportError('unknown-encoding', name, message));
  }
  const text = decoded.text.startsWith('\uFEFF') ? decoded.text.slice(1) : decoded.text;
  if (text.trim() === '') return fail(toImportError('empty-file', name, 'The file is empty.'));
  const nul = text.indexOf('\u0000');
  const lines = text.split(/\r\n|\r|\n/u);
  if (nul >= 0) {
    const line = text.slice(0, nul).split(/\r\n|\r|\n/u).length;
    const message = `There is a NUL character at position ${nul + 1}: it is not a text file.`;
    return fail(toImportError('not-text', name, message, line));
  }
  return ok({
    source: { name, sha256: sha256Hex(bytes), text, lines },
    notes: toEncodingNotes(name, decoded),
  });
}
