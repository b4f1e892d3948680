import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

const format = 'rehome-key/1';

/** What a data key is wrapped with; the recovery code does what the passphrase does. */
type WrapKind = 'passphrase' | 'recovery';

/** `locking` and `unlocking`: the files of the vault are being rewritten, and some are as before. */
export type KeyPhase = 'locking' | 'locked' | 'unlocking';

/** The one random key of all files, wrapped once by each secret and, where that was wished, by the keyring of the system. */
export interface KeyFile {
  readonly phase: KeyPhase;
  readonly wraps: readonly z.infer<typeof wrapSchema>[];
  readonly keyring: string | null;
}

/** What became of reading a key file. */
export type KeyFileContent =
  | { readonly kind: 'good'; readonly value: KeyFile }
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newer' };

/** How hard guessing is made (scrypt's N): 128 MiB and some tenths of a second for each guess. */
export const usualCost = 2 ** 17;
/** A file that asks for more is not one of ours, and would take all memory. */
const highestCost = 2 ** 20;

const wrapSchema = z.object({
  kind: z.enum(['passphrase', 'recovery']),
  cost: z.number().int().min(2).max(highestCost),
  salt: z.string(),
  nonce: z.string(),
  sealed: z.string(),
});

const fileSchema = z.object({
  format: z.literal(format),
  sha256: z.string(),
  phase: z.enum(['locking', 'locked', 'unlocking']),
  wraps: z.array(wrapSchema).max(2),
  keyring: z.string().nullable(),
});

const formatSchema = z.object({ format: z.string().regex(/^rehome-key\/\d+$/u) });

function toSum({ phase, wraps, keyring }: KeyFile): string {
  const parts = wraps.map(({ kind, cost, salt, nonce, sealed }) => [kind, cost, salt, nonce, sealed]);
  return createHash('sha256')
    .update(JSON.stringify([format, phase, parts, keyring]))
    .digest('hex');
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}

/** The bytes of a key file, with a sum that tells a damaged file from a wrong passphrase. */
export function toKeyFileBytes(file: KeyFile): Uint8Array {
  const { phase, wraps, keyring } = file;
  return Buffer.from(`${JSON.stringify({ format, sha256: toSum(file), phase, wraps, keyring }, null, 2)}\n`);
}

/** Reads a key file; anything that is not what was written is damaged. */
export function readKeyFile(bytes: Uint8Array | null): KeyFileContent {
  if (bytes === null) return { kind: 'missing' };
  const json = parseJson(bytes);
  const parsed = fileSchema.safeParse(json);
  if (!parsed.success) {
    const other = formatSchema.safeParse(json);
    return { kind: other.success && other.data.format !== format ? 'newer' : 'damaged' };
  }
  const { phase, wraps, keyring, sha256 } = parsed.data;
  const value = { phase, wraps, keyring };
  return toSum(value) === sha256 ? { kind: 'good', value } : { kind: 'damaged' };
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A recovery code as it is meant, whichever way it was written down: no dashes, no case, no mix-up of O and 0, I, L and 1. */
function toPlainCode(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1');
}

/** A new recovery code of 120 random bits, in six groups of four. */
export function makeRecoveryCode(): string {
  const signs = Array.from(randomBytes(24), (byte) => alphabet[byte % alphabet.length] ?? '');
  return [0, 4, 8, 12, 16, 20].map((at) => signs.slice(at, at + 4).join('')).join('-');
}

function derive(secret: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: cost, r: 8, p: 1, maxmem: 128 * cost * 8 + 2 ** 20 };
    scrypt(secret, salt, 32, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** A keyboard may write one letter in two ways; a passphrase is the same in both. */
function toSecret(kind: WrapKind, text: string): string {
  return kind === 'recovery' ? toPlainCode(text) : text.normalize('NFC');
}

/** Wraps the data key with a secret. */
export async function wrapKey(
  kind: WrapKind,
  secret: string,
  dataKey: Buffer,
  cost: number,
): Promise<KeyFile['wraps'][number]> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await derive(toSecret(kind, secret), salt, cost), nonce);
  cipher.setAAD(Buffer.from(`${format} ${kind}`));
  const sealed = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
  const [saltText, nonceText] = [salt, nonce].map((bytes) => bytes.toString('base64'));
  return {
    kind,
    cost,
    salt: saltText ?? '',
    nonce: nonceText ?? '',
    sealed: sealed.toString('base64'),
  };
}

/** The data key, or null when the text is neither the passphrase nor the recovery code. */
export async function unwrapKey({ wraps }: KeyFile, text: string): Promise<Buffer | null> {
  for (const { kind, cost, salt, nonce, sealed } of wraps) {
    // A text that can't be a code is not worth the time of a guess.
    if (kind === 'recovery' && toPlainCode(text).length !== 24) continue;
    const key = await derive(toSecret(kind, text), Buffer.from(salt, 'base64'), cost);
    const bytes = Buffer.from(sealed, 'base64');
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'));
      decipher.setAAD(Buffer.from(`${format} ${kind}`));
      decipher.setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
    } catch {
      continue;
    }
  }
  return null;
}
