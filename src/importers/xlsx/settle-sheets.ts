import type { ImportProblem, Proposal, SourceText } from '../contract.ts';
import { toImportError } from '../import-problem.ts';

/** What reading one source gave. */
interface SheetOutcome {
  readonly proposals: readonly Proposal[];
  readonly problems: readonly ImportProblem[];
}

/** A sheet that is no table, or holds nothing to import, is no trouble of the workbook: it is listed. */
function toSheetOutcome(outcome: SheetOutcome): SheetOutcome {
  return {
    proposals: outcome.proposals.filter(
      ({ items, source }) => items.length + source.secrets.length + source.totals.length > 0,
    ),
    problems: outcome.problems.map((problem) =>
      problem.severity === 'note'
        ? problem
        : { ...problem, severity: 'note', message: `The sheet was not imported. ${problem.message}` },
    ),
  };
}

/**
 * Brings what the sheets gave into one answer for their workbook: single sheets are only listed, but a workbook of which nothing
 * at all could be read is an error of the file. `outcomes` stand in the order of `sources`.
 */
export function settleSheets(
  sources: readonly SourceText[],
  outcomes: readonly SheetOutcome[],
): readonly SheetOutcome[] {
  const firstError = new Map<string, ImportProblem | undefined>();
  const settled = outcomes.map((outcome, index) => {
    const workbook = sources[index]?.sheet?.workbook;
    if (workbook === undefined) return outcome;
    const refused = outcome.problems.find((problem) => problem.severity === 'error');
    firstError.set(workbook, firstError.get(workbook) ?? refused);
    return toSheetOutcome(outcome);
  });
  const read = new Set(
    sources.flatMap(({ sheet }, index) =>
      sheet !== undefined && (settled[index]?.proposals.length ?? 0) > 0 ? [sheet.workbook] : [],
    ),
  );
  const errors = [...firstError].flatMap(([workbook, problem]): ImportProblem[] => {
    if (read.has(workbook)) return [];
    const why = problem?.message ?? 'Its sheets hold nothing that can be imported.';
    return [toImportError(problem?.code ?? 'no-table', workbook, why, problem?.line ?? null)];
  });
  return errors.length === 0 ? settled : [...settled, { proposals: [], problems: errors }];
}
