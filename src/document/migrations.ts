/** The top-level object of a plan file, before anything is known about it. */
export type PlanFileData = Readonly<Record<string, unknown>>;

/** One step from a format to the next: pure, on plain data, never edited once it was released. */
export interface Migration {
  /** The format that it leads to; it takes files of the format before. */
  readonly to: number;
  /** What changed, in words. */
  readonly description: string;
  readonly migrate: (file: PlanFileData) => PlanFileData;
}

/** The first format that there was. */
export const firstFormat = 1;

/**
 * All migrations, oldest first: append only. A change of the file's meaning needs a new entry here, a frozen file
 * `tests/documents/rehome-N.json` of the new format, and nothing else may change.
 */
export const migrations: readonly Migration[] = [];

/** The newest format of a list of migrations. */
export function toNewestFormat(list: readonly Migration[] = migrations): number {
  return list.at(-1)?.to ?? firstFormat;
}

/** A file brought from its format to the newest one, step by step. */
export function migrateFile(
  file: PlanFileData,
  format: number,
  list: readonly Migration[] = migrations,
): PlanFileData {
  return list.filter(({ to }) => to > format).reduce((data, step) => step.migrate(data), file);
}
