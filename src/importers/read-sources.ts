import type { ImportProblem, SourceFile, SourceText } from './contract.ts';
import { findForeignFormat } from './magic-bytes.ts';
import { readSourceText } from './source-text.ts';
import { readWorkbook } from './xlsx/read-workbook.ts';

/** Files as sources: a text is one, a workbook has one a sheet. */
export interface ReadSources {
  readonly sources: readonly SourceText[];
  readonly problems: readonly ImportProblem[];
}

function readFile(file: SourceFile): ReadSources {
  if (findForeignFormat(file.bytes)?.what === 'xlsx') {
    const workbook = readWorkbook(file);
    if (!workbook.ok) return { sources: [], problems: [workbook.error] };
    return { sources: workbook.value.sources, problems: workbook.value.notes };
  }
  const read = readSourceText(file);
  if (!read.ok) return { sources: [], problems: [read.error] };
  return { sources: [read.value.source], problems: read.value.notes };
}

/** Turns files into sources. One that can't be read gives a problem with a sentence; the others are still read. */
export function readSources(files: readonly SourceFile[]): ReadSources {
  const read = files.map(readFile);
  return {
    sources: read.flatMap((each) => each.sources),
    problems: read.flatMap((each) => each.problems),
  };
}
