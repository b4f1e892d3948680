import { createHash } from 'node:crypto';
import { z } from 'zod';

const format = 'rehome-vault/1';

/** A checkpoint as it stands in `plan.json`. */
export interface SealedCheckpoint {
  readonly planId: string;
  readonly name: string;
  readonly revision: number;
  readonly writer: string;
  readonly checkpoint: string;
}

/** One acknowledged append of the journal: it leads from the revision `after` to `revision`. */
export interface SealedEntry {
  readonly after: number;
  readonly revision: number;
  readonly writer: string;
  readonly lines: readonly string[];
}

/** What became of reading something sealed. */
export type Unsealed<T> =
  | { readonly kind: 'good'; readonly value: T }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged' }
  /** A newer version sealed it: the text as it is, with the name that its seal gives. */
  | { readonly kind: 'newer'; readonly text: string; readonly name: string | null };

const checkpointSchema = z.object({
  seal: z.object({
    format: z.literal(format),
    sha256: z.string(),
    planId: z.string(),
    name: z.string(),
    revision: z.number().int(),
    writer: z.string(),
  }),
  checkpoint: z.string(),
});

const entrySchema = z.object({
  sha256: z.string(),
  after: z.number().int(),
  revision: z.number().int(),
  writer: z.string(),
  lines: z.array(z.string()),
});

const otherSchema = z.object({
  seal: z.object({
    format: z.string().regex(/^rehome-vault\/\d+$/u),
    name: z.string().nullable().catch(null),
  }),
});

/** Every part with its length before it, so that no two different lists give the same bytes. */
function toSha256(parts: readonly (string | number)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    const text = String(part);
    hash.update(`${text.length}:`).update(text, 'utf8');
  }
  return hash.digest('hex');
}

function toCheckpointHash(value: SealedCheckpoint): string {
  return toSha256([format, value.planId, value.name, value.revision, value.writer, value.checkpoint]);
}

function toEntryHash(value: SealedEntry): string {
  return toSha256([value.after, value.revision, value.writer, ...value.lines]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The bytes of `plan.json`. */
export function sealCheckpoint(value: SealedCheckpoint): Uint8Array {
  const { planId, name, revision, writer, checkpoint } = value;
  const seal = { format, sha256: toCheckpointHash(value), planId, name, revision, writer };
  return Buffer.from(`{"seal":${JSON.stringify(seal)},\n"checkpoint":${JSON.stringify(checkpoint)}}\n`);
}

/** Reads `plan.json`; anything that is not byte for byte what was sealed is damaged. */
export function unsealCheckpoint(bytes: Uint8Array | null): Unsealed<SealedCheckpoint> {
  if (bytes === null) return { kind: 'missing' };
  const text = Buffer.from(bytes).toString('utf8');
  const json = parseJson(text);
  const parsed = checkpointSchema.safeParse(json);
  if (!parsed.success) {
    const other = otherSchema.safeParse(json);
    return other.success && other.data.seal.format !== format
      ? { kind: 'newer', text, name: other.data.seal.name }
      : { kind: 'damaged' };
  }
  const { seal, checkpoint } = parsed.data;
  const { planId, name, revision, writer, sha256 } = seal;
  const value = { planId, name, revision, writer, checkpoint };
  return toCheckpointHash(value) === sha256 ? { kind: 'good', value } : { kind: 'damaged' };
}

/** One line of the journal, with its line end. */
export function sealEntry(value: SealedEntry): Uint8Array {
  const { after, revision, writer, lines } = value;
  return Buffer.from(`${JSON.stringify({ sha256: toEntryHash(value), after, revision, writer, lines })}\n`);
}

/** Reads one line of the journal, or null when it is not what was sealed. */
export function unsealEntry(line: string): SealedEntry | null {
  const parsed = entrySchema.safeParse(parseJson(line));
  if (!parsed.success) return null;
  const { sha256, ...value } = parsed.data;
  return toEntryHash(value) === sha256 ? value : null;
}
