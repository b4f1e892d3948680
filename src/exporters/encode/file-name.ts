import { toPlainLine } from './plain-line.ts';

const devices = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/iu;

/**
 * A file name (no folder) made of a free text: no separators, no device names of Windows, no leading or trailing dots
 * or blanks, nothing invisible, at most 80 characters and 200 bytes of UTF-8. Falls back to `fallback` when nothing is
 * left. Only ever a suggestion: the person or the `--out` argument decides.
 */
export function toFileName(text: string, fallback = 'plan'): string {
  const clean = toPlainLine(text)
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[/\\:*?"<>|%$`'!;&{}[\]()#^~\s]+/gu, '-')
    .replace(/-{2,}/gu, '-');
  let name = '';
  let bytes = 0;
  for (const sign of Array.from(clean).slice(0, 80)) {
    const point = sign.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (bytes > 200) break;
    name += sign;
  }
  name = name.replace(/^[.\-\s]+|[.\-\s]+$/gu, '');
  if (name === '') return fallback;
  return devices.test(name) ? `${fallback}-${name}` : name;
}
