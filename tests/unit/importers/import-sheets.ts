import type { Proposal } from '#core/importers/contract.ts';
import { importFiles, type ImportOutcome } from '#core/importers/import-files.ts';
import { makeWorkbook, type TestSheet, type TestWorkbook } from './make-workbook.ts';

/** Imports the bytes of one file. */
export function importBytes(bytes: Uint8Array, name = 'estate.xlsx'): ImportOutcome {
  return importFiles([{ name, bytes }]);
}

/** Imports a workbook with these sheets. */
export function importSheets(
  sheets: Readonly<Record<string, TestSheet>>,
  more: TestWorkbook = {},
): ImportOutcome {
  return importBytes(makeWorkbook(sheets, more));
}

/** The only proposal; throws with the problems when there is another number. */
export function only(outcome: ImportOutcome): Proposal {
  const [proposal] = outcome.proposals;
  if (proposal === undefined || outcome.proposals.length > 1)
    throw new Error(JSON.stringify(outcome.problems));
  return proposal;
}

/** The codes of all problems. */
export function codesOf(outcome: ImportOutcome): readonly string[] {
  return outcome.problems.map((problem) => problem.code);
}

/** A sheet of two servers. */
export const servers: TestSheet = {
  rows: [
    ['Name', 'RAM (GB)', 'Owner', 'Notes'],
    ['web02', 4, 'Ops team', 'the shop'],
    ['db01', 16, 'Ann Lee', null],
  ],
};
