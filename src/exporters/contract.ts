import type { CheckReport } from '../model/finding.ts';
import type { PartyId, PhaseId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import type { ReportPart } from './report-parts.ts';

/** What to leave out or to narrow an export to. */
export interface ExportOptions {
  readonly phase: PhaseId | null;
  readonly party: PartyId | null;
  readonly without: readonly ReportPart[];
}

/** One file that an export makes; `path` is relative and safe. */
export interface ExportedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** A value that the target format has no place for. */
export interface NotFitted {
  readonly field: string;
  readonly count: number;
  readonly examples: readonly string[];
}

/** One way out. The same plan and options give the same bytes on every machine (no clock, no locale). */
export interface Exporter {
  readonly format: string;
  readonly title: string;
  readonly export: (
    plan: Plan,
    report: CheckReport,
    options: ExportOptions,
  ) => { readonly files: readonly ExportedFile[]; readonly notFitted: readonly NotFitted[] };
}
