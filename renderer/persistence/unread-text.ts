import { toNewestFormat } from '#core/document/migrations.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { readWorkspace } from './workspace-text.ts';

/** A copy of a stored plan that can't be opened here: its text, and whether that is a plan file or the stored text as a whole. */
export interface UnreadCopy {
  readonly text: string;
  readonly isPlanFile: boolean;
  /** How many of the edits that stand beside the stored text are not in it. */
  readonly leftOut: number;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The plan file that lies in a checkpoint, whatever version of Rehome wrote it. */
function findPlanFile(checkpoint: unknown): Record<string, unknown> | null {
  const plan = isRecord(checkpoint) ? checkpoint['plan'] : null;
  const file = typeof plan === 'string' ? parseJson(plan) : plan;
  return isRecord(file) ? file : null;
}

/** The file with its edits, read as if it had the form of this version; keys that are new stay, and it keeps the name of its form. */
async function takeEdits(
  file: Record<string, unknown>,
  history: unknown,
  journal: readonly string[],
): Promise<Omit<UnreadCopy, 'isPlanFile'> | null> {
  const { format } = file;
  const known = `rehome/${toNewestFormat()}`;
  const read = await readWorkspace(
    JSON.stringify({ ...(isRecord(history) ? history : {}), plan: { ...file, format: known } }),
    journal,
  );
  if (!read.ok || typeof format !== 'string') return null;
  const head = `{\n  "format": ${JSON.stringify(known)},`;
  const text = toPlanFileText(read.value.plan).replace(
    head,
    () => `{\n  "format": ${JSON.stringify(format)},`,
  );
  return { text, leftOut: read.value.lostSteps };
}

/**
 * What can be handed out of a plan that this version can't open: the plan file in it, for the version that can, or where none is found
 * all that is stored, byte for byte. `stored` is a checkpoint, or what a newer version put around one. The edits of the journal are worked in
 * where they fit a file that can be read as one of this version; else they are counted.
 */
export async function toUnreadCopy(stored: string, journal: readonly string[] = []): Promise<UnreadCopy> {
  const outer = parseJson(stored);
  const inner = isRecord(outer) && typeof outer['checkpoint'] === 'string' ? outer['checkpoint'] : stored;
  const checkpoint = parseJson(inner);
  const file = findPlanFile(checkpoint);
  if (file === null) return { text: stored, isPlanFile: false, leftOut: journal.length };
  const done = journal.length === 0 ? null : await takeEdits(file, checkpoint, journal);
  if (done !== null) return { ...done, isPlanFile: true };
  return { text: `${JSON.stringify(file, null, 2)}\n`, isPlanFile: true, leftOut: journal.length };
}
