import type { SecretMark } from '#core/model/source.ts';
import { isMention, looksLikePassword } from './secret-words.ts';

/** A text without its secrets, and where they stood. */
export interface MaskedText {
  readonly text: string;
  readonly secrets: readonly SecretMark[];
}

const mask = '[secret]';

interface SecretPattern {
  readonly kind: string;
  /** Every repetition is bounded or starts after a look-behind, so that matching stays linear. */
  readonly pattern: RegExp;
  /** The words to put instead of a match, `null` when it is no secret after all. */
  readonly replace: (groups: readonly string[]) => string | null;
}

const whole = (): string => mask;

/** `head` and `tail` stay, the value between them goes, unless it only mentions where the secret is kept. */
function valueAfterLabel(groups: readonly string[]): string | null {
  const [, head = '', open = '', value = '', rest = ''] = groups;
  if (value === '' || value.startsWith(mask)) return null;
  const quoted = open !== '';
  if (!quoted && isMention(value, rest)) return null;
  return `${head}${open}${mask}${rest}`;
}

function strictValue(groups: readonly string[]): string | null {
  const [, head = '', value = ''] = groups;
  return looksLikePassword(value) ? `${head}${mask}` : null;
}

const label =
  '(?:pass(?:word|wd|phrase|wort)s?|kennwort|mot de passe|contrase[nñ]a|(?<![A-Za-z])(?:pass|pwd|pw|psk|pin)|secret[ _-]?(?:access[ _-]?)?key|(?<![A-Za-z])secret|api[ _-]?key|access[ _-]?key|(?:shared[ _-]?)?account[ _-]?key|sharedaccesskey|private[ _-]?key|licen[cs]e[ _-]?key|(?<![A-Za-z])token|(?<![A-Za-z])community(?:[ _-]string)?|(?<![A-Za-z])auth[ _-]?code)';

/** Verbs between a label and its value: "the password is ...". */
const says = '(?:is|was|are|ist|lautet)';

const patterns: readonly SecretPattern[] = [
  {
    kind: 'token',
    pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA)[0-9A-Z]{12,124}(?![0-9A-Za-z])/gu,
    replace: whole,
  },
  {
    kind: 'token',
    pattern: /(?<![\w-])(?:gh[pousr]_|github_pat_|glpat-|npm_|dop_v1_|hf_)\w{16,255}/gu,
    replace: whole,
  },
  { kind: 'token', pattern: /(?<![\w-])xox[abeoprs]-[\w-]{8,255}/gu, replace: whole },
  { kind: 'token', pattern: /(?<![\w-])(?:sk|rk|pk)_(?:live|test)_\w{10,255}/gu, replace: whole },
  { kind: 'token', pattern: /(?<![\w-])sk-[\w-]{20,255}/gu, replace: whole },
  { kind: 'token', pattern: /(?<![\w-])AIza[\w-]{30,60}/gu, replace: whole },
  { kind: 'token', pattern: /(?<![\w.-])SG\.[\w-]{16,80}\.[\w-]{16,80}/gu, replace: whole },
  {
    kind: 'token',
    pattern: /(?<![\w-])eyJ[\w-]{6,4000}\.[\w-]{6,8000}(?:\.[\w-]{0,4000})?/gu,
    replace: whole,
  },
  {
    kind: 'token',
    pattern: /(hooks\.slack\.com\/services\/)[\w/]{8,120}/gu,
    replace: ([, head = '']) => `${head}${mask}`,
  },
  {
    kind: 'url-credentials',
    pattern: /(:\/\/[^\s/:@'"<>[\]]{0,128}:)([^\s/@'"<>]{1,256})@/gu,
    replace: ([, head = '', value = '']) => (value === mask ? null : `${head}${mask}@`),
  },
  { kind: 'password-hash', pattern: /\$(?:1|2[aby]|5|6|y|apr1)\$[./A-Za-z0-9$=,]{16,200}/gu, replace: whole },
  {
    kind: 'password',
    pattern: /((?<![A-Za-z])mysql(?:dump|admin)?\s[^\n]{0,200}?\s-p)([^\s-]\S{2,128})/giu,
    replace: ([, head = '']) => `${head}${mask}`,
  },
  {
    kind: 'password',
    pattern:
      /((?<![A-Za-z])(?:login|logins|credentials?|creds?|user(?:name)?\s?\/\s?pass(?:word)?)[*_`]{0,3}\s{0,4}[:=][*_`\s]{0,6}[^\s/:]{1,64}\s?[/:]\s?)([^\s/]{3,128})(?!\S{0,64}:\/\/)/giu,
    replace: strictValue,
  },
  {
    kind: 'password',
    pattern: /(^[^\s:#]{1,128}:(?:\d{2,5}|\*):[^\s:]{1,64}:[^\s:]{1,64}:)([^\s:]{3,128})$/gmu,
    replace: strictValue,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      `(${label}["'\`*_\\])]{0,4}(?:\\s{1,4}${says})?\\s{0,4}(?:=>|:=|[:=])[*_\\s]{0,6}(["'\`]))([^"'\`\\n]{1,4096})(?=\\2)`,
      'giu',
    ),
    replace: ([, head = '', , value = '']) => (isMention(value, '') ? null : `${head}${mask}`),
  },
  {
    kind: 'password',
    pattern: new RegExp(
      `(${label}["'\`*_\\])]{0,4}(?:\\s{1,4}${says})?\\s{0,4}(?:=>|:=|[:=])[*_\\s]{0,6})(["'\`]?)([^\\s"'\`;,|]{1,4096})([^\\n]{0,60})`,
      'giu',
    ),
    replace: valueAfterLabel,
  },
  {
    kind: 'password',
    pattern: new RegExp(`(${label}\\s{1,4}(?:${says}\\s{1,4})?)(["'\`])([^\\s"'\`]{3,256})(["'\`])`, 'giu'),
    replace: ([, head = '', open = '', value = '', close = '']) =>
      value === mask || isMention(value, '') ? null : `${head}${open}${mask}${close}`,
  },
  {
    kind: 'password',
    pattern: new RegExp(
      `(${label}(?:\\s{0,4}\\|\\s{0,20}|\\s{1,4}(?:${says}\\s{1,4})?))([^\\s|"'\`]{6,128})`,
      'giu',
    ),
    replace: strictValue,
  },
  {
    kind: 'community',
    pattern: /(\br[ow]community6?\s{1,4})(\S{3,64})/gu,
    replace: ([, head = '']) => `${head}${mask}`,
  },
];

function maskLine(line: string, mark: (kind: string) => void): string {
  let text = line;
  for (const { kind, pattern, replace } of patterns) {
    text = text.replace(pattern, (match: string, ...rest: unknown[]) => {
      const groups = [
        match,
        ...rest
          .slice(
            0,
            rest.findIndex((part) => typeof part === 'number'),
          )
          .map(toText),
      ];
      const instead = replace(groups);
      if (instead === null || instead === match) return match;
      mark(kind);
      return instead;
    });
  }
  return text;
}

function toText(part: unknown): string {
  return typeof part === 'string' ? part : '';
}

const keyBegins = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/u;
const keyEnds = /-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----/u;
const vaultBegins = /\$ANSIBLE_VAULT;/u;
const keyBody =
  /^[\s>|*#;"'-]{0,40}(?:[A-Za-z0-9+/=\\]{1,4096}|[A-Za-z-]{1,40}: [^\n]{1,200})["',]{0,3}\s{0,8}$/u;
const vaultBody = /^[\s>|*]{0,40}[0-9a-fA-F]{2,4096}\s{0,8}$/u;

type Block = 'key' | 'vault' | null;

function maskKeyLine(line: string): string {
  const start = line.search(keyBegins);
  const end = keyEnds.exec(line);
  const tail = end === null ? '' : line.slice(end.index + end[0].length);
  return `${line.slice(0, start)}${mask}${tail}`;
}

/**
 * Replaces everything that looks like a secret by `[secret]` and says where one was; the secret itself is never kept.
 * Lines stay where they are, so that evidence keeps its line. A mention of where a password is kept is no secret.
 * Running it twice changes nothing more. Found: private keys, vault blocks, tokens of known shape, credentials in URLs,
 * password hashes, and values after a label such as `password:`.
 */
export function maskSecrets(text: string): MaskedText {
  const secrets: SecretMark[] = [];
  let block: Block = null;
  let number = 0;
  const parts = text.split(/(\r\n|\r|\n)/u);
  const masked = parts.map((part, index) => {
    if (index % 2 === 1) return part;
    number += 1;
    const line = number;
    if (block !== null) {
      const body = block === 'key' ? keyBody : vaultBody;
      const ends = block === 'key' && keyEnds.test(part);
      if (ends || body.test(part)) {
        if (ends) block = null;
        return mask;
      }
      if (part.trim() !== '' || block === 'vault') block = null;
      else return part;
    }
    if (keyBegins.test(part)) {
      secrets.push({ line, kind: 'private-key' });
      if (!keyEnds.test(part)) block = 'key';
      return maskKeyLine(part);
    }
    const vault = part.search(vaultBegins);
    if (vault >= 0) {
      secrets.push({ line, kind: 'vault' });
      block = 'vault';
      return `${part.slice(0, vault)}${mask}`;
    }
    return maskLine(part, (kind) => secrets.push({ line, kind }));
  });
  return { text: masked.join(''), secrets };
}
