import { createHash } from 'node:crypto';
import { z } from 'zod';
import { versionReasons, type PlanVersion } from '#core/contract/bridge.ts';

const format = 'rehome-version/1';

/** A kept state of a plan: what the list shows of it, and what `readWorkspace` of the page makes a plan of. */
export interface VersionContent {
  readonly checkpoint: string;
  readonly journal: readonly string[];
}

/** The head of a version without its id, which is the name of its file. */
export type VersionHead = Omit<PlanVersion, 'versionId'>;

const headSchema = z.object({
  format: z.literal(format),
  seal: z.string(),
  body: z.string(),
  name: z.string(),
  revision: z.number().int(),
  takenAt: z.string(),
  reason: z.enum(versionReasons),
  words: z.string(),
});

const bodySchema = z.object({ checkpoint: z.string(), journal: z.array(z.string()) });

function toSha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function toSeal(head: VersionHead, body: string): string {
  const { name, revision, takenAt, reason, words } = head;
  return toSha256(JSON.stringify([format, body, name, revision, takenAt, reason, words]));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The bytes of a version: a sealed head in the first line, so that a list reads only that, and the content in the second. */
export function sealVersion(head: VersionHead, content: VersionContent): Uint8Array {
  const second = JSON.stringify({ checkpoint: content.checkpoint, journal: content.journal });
  const body = toSha256(second);
  const { name, revision, takenAt, reason, words } = head;
  const first = { format, seal: toSeal(head, body), body, name, revision, takenAt, reason, words };
  return Buffer.from(`${JSON.stringify(first)}\n${second}\n`);
}

function parseHead(line: string): (VersionHead & { readonly body: string }) | null {
  const parsed = headSchema.safeParse(parseJson(line));
  if (!parsed.success) return null;
  const { name, revision, takenAt, reason, words, body, seal } = parsed.data;
  const head = { name, revision, takenAt, reason, words };
  return toSeal(head, body) === seal ? { ...head, body } : null;
}

/** The head of a version out of the first bytes of its file, or null when it is not what was sealed. */
export function readVersionHead(bytes: Uint8Array | null): VersionHead | null {
  if (bytes === null) return null;
  const text = Buffer.from(bytes).toString('utf8');
  const end = text.indexOf('\n');
  const found = end < 0 ? null : parseHead(text.slice(0, end));
  if (found === null) return null;
  const { name, revision, takenAt, reason, words } = found;
  return { name, revision, takenAt, reason, words };
}

/** A whole version, or null when any byte of it is not what was sealed. */
export function unsealVersion(bytes: Uint8Array): (VersionHead & VersionContent) | null {
  const text = Buffer.from(bytes).toString('utf8');
  const end = text.indexOf('\n');
  const found = end < 0 ? null : parseHead(text.slice(0, end));
  const second = text.slice(end + 1, -1);
  if (found === null || toSha256(second) !== found.body || !text.endsWith('\n')) return null;
  const content = bodySchema.safeParse(parseJson(second));
  const { name, revision, takenAt, reason, words } = found;
  return content.success ? { name, revision, takenAt, reason, words, ...content.data } : null;
}
