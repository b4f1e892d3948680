import { z } from 'zod';
import {
  versionReasons,
  type Answer,
  type AnswerOf,
  type CallName,
  type RequestOf,
  type ShellEvent,
} from './bridge.ts';
import { bridgeLimits as limits } from './limits.ts';

// The page's policy forbids code made of text, which zod would try; it has to be told before the first schema is made.
z.config({ jitless: true });

const planId = z
  .string()
  .min(1)
  .max(limits.planIdCharacters)
  .regex(/^[A-Za-z0-9_]+$/u);
const revision = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const writer = z
  .string()
  .min(1)
  .max(limits.writerCharacters)
  .regex(/^[A-Za-z0-9_-]+$/u);
const seen = revision.exactOptional();
const before = z
  .strictObject({
    reason: z.enum(versionReasons).exclude(['change']),
    words: z.string().max(limits.versionWordsCharacters),
  })
  .exactOptional();
const versionId = z.string().regex(/^v\d{16}$/u);
const bytes = z.instanceof(Uint8Array);
const handle = z.string().min(1).max(64).nullable();
const nothing = z.null();
const secret = z.string().min(1).max(limits.passphraseCharacters);
const fileName = z.string().max(limits.fileNameCharacters);

const lines = z
  .array(z.string())
  .min(1)
  .max(limits.journalLines)
  .refine((all) => all.reduce((sum, line) => sum + line.length, 0) <= limits.journalCharacters);

/** What each call accepts. Unknown keys are refused, so that nothing slips through unlooked at. */
export const requestSchemas: { readonly [Name in CallName]: z.ZodType<RequestOf<Name>> } = {
  listPlans: nothing,
  loadPlan: z.strictObject({ planId }),
  loadNewer: z.strictObject({ planId }),
  writeCheckpoint: z.strictObject({
    planId,
    name: z.string().max(limits.nameCharacters),
    revision,
    writer,
    seen,
    before,
    checkpoint: z.string().max(limits.checkpointCharacters),
  }),
  appendJournal: z.strictObject({ planId, revision, writer, seen, before, lines }),
  deletePlan: z.strictObject({ planId }),
  listVersions: z.strictObject({ planId }),
  loadVersion: z.strictObject({ planId, versionId }),
  readSettings: nothing,
  writeSetting: z.strictObject({
    key: z
      .string()
      .max(limits.settingKeyCharacters)
      .regex(/^[a-z][A-Za-z0-9_:.-]*$/u),
    value: z.json().refine((value) => JSON.stringify(value).length <= limits.settingCharacters),
  }),
  where: nothing,
  readLock: nothing,
  unlock: z.strictObject({ secret }),
  changePassphrase: z.strictObject({
    current: secret.nullable(),
    next: secret.min(limits.passphraseMinCharacters).nullable(),
    remember: z.boolean(),
  }),
  openFiles: z.strictObject({ purpose: z.enum(['import', 'plan', 'folder']), multiple: z.boolean() }),
  saveFile: z.strictObject({
    handle,
    suggestedName: fileName,
    bytes: bytes.refine((data) => data.byteLength <= limits.fileBytes),
  }),
  findLinkedPlan: z.strictObject({ handle: z.string().min(1).max(64) }),
  linkFile: z.strictObject({ planId, handle, suggestedName: fileName }),
  findLinkedFile: z.strictObject({ planId }),
  readLinkedFile: z.strictObject({ planId }),
  writeLinkedFile: z.strictObject({
    planId,
    bytes: bytes.refine((data) => data.byteLength <= limits.fileBytes),
    how: z.enum(['check', 'overwrite', 'beside']),
  }),
  unlinkFile: z.strictObject({ planId }),
  openExternal: z.strictObject({ url: z.string().max(limits.urlCharacters) }),
  startEvents: nothing,
  finishClosing: nothing,
};

const openedFile = z.strictObject({ handle, name: z.string(), bytes });
const linkedFile = z.strictObject({ name: z.string(), state: z.enum(['same', 'changed', 'gone']) });
const storedPlan = z
  .strictObject({
    name: z.string(),
    revision,
    checkpoint: z.string(),
    journal: z.array(z.string()),
    notice: z.string().nullable(),
  })
  .nullable();
const written = z.strictObject({ revision });

/** What each call answers when it succeeds. */
export const answerSchemas: { readonly [Name in CallName]: z.ZodType<AnswerOf<Name>> } = {
  listPlans: z.array(
    z.strictObject({
      planId,
      name: z.string(),
      revision,
      changedAt: z.string(),
      damaged: z.boolean(),
      newer: z.boolean(),
    }),
  ),
  loadPlan: storedPlan,
  loadNewer: z
    .strictObject({ name: z.string(), text: z.string(), journal: z.array(z.string()), unread: revision })
    .nullable(),
  writeCheckpoint: written,
  appendJournal: written,
  deletePlan: nothing,
  listVersions: z.array(
    z.strictObject({
      versionId,
      name: z.string(),
      revision,
      takenAt: z.string(),
      reason: z.enum(versionReasons),
      words: z.string(),
    }),
  ),
  loadVersion: storedPlan,
  readSettings: z.record(z.string(), z.unknown()),
  writeSetting: nothing,
  where: z.strictObject({
    mode: z.enum(['desktop', 'browser']),
    folder: z.string(),
    address: z.string().nullable(),
    version: z.string(),
  }),
  readLock: z.strictObject({
    state: z.enum(['none', 'open', 'locked']),
    canRemember: z.boolean(),
    isRemembered: z.boolean(),
    hasKeyringFailed: z.boolean(),
  }),
  unlock: nothing,
  changePassphrase: z.strictObject({ recoveryCode: z.string().nullable(), isComplete: z.boolean() }),
  openFiles: z.array(openedFile),
  saveFile: z.strictObject({ handle, name: z.string() }).nullable(),
  findLinkedPlan: planId.nullable(),
  linkFile: linkedFile.nullable(),
  findLinkedFile: linkedFile.nullable(),
  readLinkedFile: openedFile,
  writeLinkedFile: linkedFile,
  unlinkFile: nothing,
  openExternal: nothing,
  startEvents: nothing,
  finishClosing: nothing,
};

const problemSchema = z.strictObject({
  code: z.enum([
    'bad-arguments',
    'conflict',
    'damaged',
    'disk-full',
    'in-use',
    'locked',
    'newer-format',
    'no-permission',
    'not-allowed',
    'no-token',
    'too-large',
    'unreachable',
    'wrong-passphrase',
    'failed',
  ]),
  message: z.string(),
});

const shellEventSchema: z.ZodType<ShellEvent> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('action'), actionId: z.string().max(100) }),
  z.strictObject({ kind: z.literal('open-plan'), file: openedFile }),
  z.strictObject({ kind: z.literal('open-stored'), planId }),
  z.strictObject({ kind: z.literal('closing') }),
]);

/** Reads what came back from a call; anything that is not an answer of it is a problem of its own. */
export function parseAnswer<Name extends CallName>(name: Name, raw: unknown): Answer<AnswerOf<Name>> {
  const schema: z.ZodType<AnswerOf<Name>> = answerSchemas[name];
  const parsed = z
    .union([
      z.strictObject({ ok: z.literal(true), value: schema }),
      z.strictObject({ ok: z.literal(false), error: problemSchema }),
    ])
    .safeParse(raw);
  if (parsed.success) return parsed.data;
  return {
    ok: false,
    error: { code: 'failed', message: `Rehome got an answer that it cannot read (${name}).` },
  };
}

/** Reads an event of the shell, or answers null when it is none. */
export function parseShellEvent(raw: unknown): ShellEvent | null {
  const parsed = shellEventSchema.safeParse(raw);
  return parsed.success ? parsed.data : null;
}
