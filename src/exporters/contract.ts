import type { CheckReport } from '../model/finding.ts';
import type { PartyId, PhaseId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import type { ReportPart } from './report-parts.ts';

/** What to leave out or to narrow an export to. */
export interface ExportOptions {
  readonly phase: PhaseId | null;
  readonly party: PartyId | null;
  readonly without: readonly ReportPart[];
  /** The state that a picture of the map shows; without it the one after `phase`, else the estate as it is. */
  readonly state?: 'start' | 'end' | PhaseId;
}

/** One file that an export makes; `path` is relative and safe. */
export interface ExportedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Values that the target format has no place for: of which field, how many, and the names of some of them. */
export interface NotFitted {
  readonly field: string;
  readonly count: number;
  readonly examples: readonly string[];
}

/** The files of an export, and what of the plan is not in them. */
export interface Exported {
  readonly files: readonly ExportedFile[];
  readonly notFitted: readonly NotFitted[];
}

/** One way out. The same plan and options give the same bytes on every machine (no clock, no locale). */
export interface Exporter {
  readonly format: string;
  readonly title: string;
  readonly export: (plan: Plan, report: CheckReport, options: ExportOptions) => Exported;
}
