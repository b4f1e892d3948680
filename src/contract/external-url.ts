/** Whether a text has a character that a person does not see: controls, white space, or a backslash that browsers turn into a slash. */
function hasHiddenCharacter(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code <= 0x20 || (code >= 0x7f && code <= 0x9f) || character === '\\') return true;
  }
  return false;
}

/**
 * An address that may be opened outside of Rehome, in its normal form, or null: https only, with a host, and without a name or
 * password in it.
 */
export function toExternalUrl(text: string): string | null {
  if (text.length > 2048 || hasHiddenCharacter(text)) return null;
  const parts = /^https:\/\/([^/?#]+)(.*)$/iu.exec(text);
  const host = parts?.[1];
  if (parts === null || host === undefined) return null;
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/iu.test(host)) return null;
  return `https://${host.toLowerCase()}${parts[2] ?? ''}`;
}
