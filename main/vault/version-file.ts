import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { bridgeLimits } from '#core/contract/limits.ts';
import { versionReasons, type PlanVersion } from '#core/contract/bridge.ts';

/** The form that is written: the content is compressed. The first form, with plain content, is still read. */
const format = 'rehome-version/2';
const formats = ['rehome-version/1', format] as const;

/** More than a checkpoint and its journal may have: a file that unpacks to more is not one of ours. */
const mostBytes = (bridgeLimits.checkpointCharacters + bridgeLimits.journalCharacters) * 3;

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A kept state of a plan: what the list shows of it, and what `readWorkspace` of the page makes a plan of. */
export interface VersionContent {
  readonly checkpoint: string;
  readonly journal: readonly string[];
}

/** The head of a version without its id, which is the name of its file. */
export type VersionHead = Omit<PlanVersion, 'versionId'>;

const headSchema = z.object({
  format: z.enum(formats),
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

function toSeal(form: string, head: VersionHead, body: string): string {
  const { name, revision, takenAt, reason, words } = head;
  return toSha256(JSON.stringify([form, body, name, revision, takenAt, reason, words]));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The bytes of a version: a sealed head in the first line, so that a list reads only that, and the content in the second. */
export async function sealVersion(head: VersionHead, content: VersionContent): Promise<Uint8Array> {
  const { checkpoint, journal } = content;
  const second = (await pack(JSON.stringify({ checkpoint, journal }))).toString('base64');
  const body = toSha256(second);
  const { name, revision, takenAt, reason, words } = head;
  const first = { format, seal: toSeal(format, head, body), body, name, revision, takenAt, reason, words };
  return Buffer.from(`${JSON.stringify(first)}\n${second}\n`);
}

function parseHead(line: string): (VersionHead & { readonly body: string; readonly form: string }) | null {
  const parsed = headSchema.safeParse(parseJson(line));
  if (!parsed.success) return null;
  const { format: form, name, revision, takenAt, reason, words, body, seal } = parsed.data;
  const head = { name, revision, takenAt, reason, words };
  return toSeal(form, head, body) === seal ? { ...head, body, form } : null;
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

async function toContent(form: string, second: string): Promise<string | null> {
  if (form !== format) return second;
  try {
    return (await unpack(Buffer.from(second, 'base64'), { maxOutputLength: mostBytes })).toString('utf8');
  } catch {
    return null;
  }
}

/** A whole version, or null when any byte of it is not what was sealed. */
export async function unsealVersion(bytes: Uint8Array): Promise<(VersionHead & VersionContent) | null> {
  const text = Buffer.from(bytes).toString('utf8');
  const end = text.indexOf('\n');
  const found = end < 0 ? null : parseHead(text.slice(0, end));
  const second = text.slice(end + 1, -1);
  if (found === null || toSha256(second) !== found.body || !text.endsWith('\n')) return null;
  const content = bodySchema.safeParse(parseJson((await toContent(found.form, second)) ?? ''));
  const { name, revision, takenAt, reason, words } = found;
  return content.success ? { name, revision, takenAt, reason, words, ...content.data } : null;
}
