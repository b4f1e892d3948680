import { fail, ok, type Result } from '#core/base/result.ts';
import { sha256Hex } from '#core/base/sha256.ts';
import type { ImportProblem, SourceFile, SourceText } from '../contract.ts';
import { toImportError, toImportNote } from '../import-problem.ts';
import { limits, toLimitMessage } from '../limits.ts';
import { makeNumberFormats } from './number-formats.ts';
import { readSheet, type SheetOddities, type WorkbookContext } from './read-sheet.ts';
import { scanPart, type Archive } from './scan-part.ts';
import { makeSharedStrings } from './shared-strings.ts';
import { readWorkbookParts, type ListedSheet, type WorkbookParts } from './workbook-parts.ts';
import { readZipDirectory, type ArchiveProblem } from './zip-directory.ts';

/** The sheets of a workbook as sources, with notes about what was left out. */
export interface ReadWorkbook {
  readonly sources: readonly SourceText[];
  readonly notes: readonly ImportProblem[];
}

/** Tabs of an RVTools workbook that are long and are not imported. */
const rvToolsNoise =
  /^(?:vFileInfo|vHealth|vMultiPath|vLicense|vTools|vSnapshot|vUSB|vCD|vPort|dvPort|dvSwitch|vSwitch|vHBA|vNIC)$/u;

function isUnwanted(sheet: ListedSheet, sheets: readonly ListedSheet[]): boolean {
  return rvToolsNoise.test(sheet.name) && sheets.some((other) => other.name === 'vInfo');
}

function openContext(archive: Archive, parts: WorkbookParts): Result<WorkbookContext, ArchiveProblem> {
  const strings = makeSharedStrings();
  const formats = makeNumberFormats();
  for (const [part, reader] of [
    [parts.strings, strings.reader],
    [parts.styles, formats.reader],
  ] as const) {
    const scanned = scanPart(archive, part, reader);
    if (!scanned.ok) return scanned;
  }
  return ok({ archive, strings, formats, from1904: parts.from1904, cells: { left: limits.workbookCells } });
}

function toSheetNotes(name: string, odd: SheetOddities): readonly ImportProblem[] {
  const notes: ImportProblem[] = [];
  if (odd.errors > 0) {
    const message = `${odd.errors} cell(s) hold an error such as #N/A; they have no value.`;
    notes.push(toImportNote('error-cells', name, message, odd.firstError));
  }
  if (odd.withoutValue > 0) {
    const message = `${odd.withoutValue} formula(s) have no computed value. Open the workbook in its program and save it.`;
    notes.push(toImportNote('formula-without-value', name, message));
  }
  if (odd.hiddenRows + odd.hiddenColumns > 0) {
    const message = `${odd.hiddenRows} hidden row(s) and ${odd.hiddenColumns} group(s) of hidden columns were read too.`;
    notes.push(toImportNote('hidden-cells', name, message));
  }
  return notes;
}

/** Parts that are never looked at, counted so that nobody thinks they were. */
const ignoredParts: readonly (readonly [words: string, pattern: RegExp])[] = [
  ['macros', /vbaProject\.bin$|macrosheets\//iu],
  ['links to other workbooks', /externalLinks\/[^/]+\.xml$/iu],
  ['embedded objects', /embeddings\//iu],
  ['charts', /charts\/[^/]+\.xml$/iu],
  ['pivot tables', /pivotTables\/[^/]+\.xml$/iu],
  ['comments', /(?:comments|threadedComments)[^/]*\/?[^/]*\.xml$/iu],
];

function toWorkbookNotes(
  file: string,
  archive: Archive,
  parts: WorkbookParts,
  links: number,
): ImportProblem[] {
  const notes: ImportProblem[] = [];
  const names = [...archive.entries.keys()];
  const counted = ignoredParts.flatMap(([words, pattern]) => {
    const count = names.filter((name) => pattern.test(name)).length;
    return count === 0 ? [] : [`${words}: ${count}`];
  });
  if (links + parts.links > 0) counted.push(`links: ${links + parts.links}`);
  if (counted.length > 0) {
    const message = `Not opened and not imported: ${counted.join(', ')}.`;
    notes.push(toImportNote('ignored-parts', file, message));
  }
  for (const [state, message] of [
    ['hidden', 'Hidden sheets were read too'],
    ['veryHidden', 'Sheets that only a macro can show were not read'],
  ] as const) {
    const hidden = parts.sheets.filter((sheet) => sheet.state === state).map((sheet) => sheet.name);
    if (hidden.length > 0) {
      notes.push(toImportNote('hidden-sheets', file, `${message}: ${hidden.join(', ')}.`));
    }
  }
  return notes;
}

/** Trouble that ends the reading of the whole workbook, and not only of the sheet where it was met. */
const fatal: ReadonlySet<string> = new Set([
  'too-large',
  'doctype-refused',
  'too-many-cells',
  'is-encrypted',
]);

function readSheets(
  file: SourceFile,
  context: WorkbookContext,
  parts: WorkbookParts,
): Result<ReadWorkbook, ArchiveProblem> {
  const sources: SourceText[] = [];
  const notes: ImportProblem[] = [];
  const sha256 = sha256Hex(file.bytes);
  let links = 0;
  let firstTrouble: ArchiveProblem | null = null;
  for (const listed of parts.sheets) {
    if (listed.state === 'veryHidden' || isUnwanted(listed, parts.sheets)) continue;
    const name = `${file.name}#${listed.name}`;
    const sheet = readSheet(context, listed.part);
    if (!sheet.ok) {
      if (fatal.has(sheet.error.code)) return sheet;
      firstTrouble ??= sheet.error;
      notes.push(toImportNote(sheet.error.code, name, `The sheet was not read. ${sheet.error.message}`));
      continue;
    }
    const { rows, oddities } = sheet.value;
    links += oddities.links;
    if (rows.length === 0) continue;
    notes.push(...toSheetNotes(name, oddities));
    sources.push({
      name,
      sha256,
      text: '',
      lines: [],
      sheet: { workbook: file.name, name: listed.name, rows },
    });
  }
  if (sources.length === 0) {
    const message = 'No sheet of the workbook holds a filled cell.';
    return fail(firstTrouble ?? { code: 'no-sheets', message });
  }
  return ok({ sources, notes: [...toWorkbookNotes(file.name, context.archive, parts, links), ...notes] });
}

/**
 * Reads the sheets of an Excel workbook (.xlsx, .xlsm): texts, numbers, dates, booleans as they are shown. Parts are unpacked
 * piece by piece under the limits, macros, links and everything else is counted and left alone. A sheet that can't be read is
 * listed and the others are read; what threatens the program refuses the file.
 */
export function readWorkbook(file: SourceFile): Result<ReadWorkbook, ImportProblem> {
  const refuse = (problem: ArchiveProblem): Result<never, ImportProblem> =>
    fail(toImportError(problem.code, file.name, problem.message));
  if (file.bytes.length > limits.workbookBytes) {
    const message = toLimitMessage('Bytes in the workbook', file.bytes.length, limits.workbookBytes);
    return refuse({ code: 'too-large', message });
  }
  const entries = readZipDirectory(file.bytes);
  if (!entries.ok) return refuse(entries.error);
  const archive = {
    bytes: file.bytes,
    entries: entries.value,
    budget: { left: limits.inflatedBytes, packed: 0 },
  };
  const parts = readWorkbookParts(archive);
  if (!parts.ok) return refuse(parts.error);
  const context = openContext(archive, parts.value);
  if (!context.ok) return refuse(context.error);
  const read = readSheets(file, context.value, parts.value);
  return read.ok ? read : refuse(read.error);
}
