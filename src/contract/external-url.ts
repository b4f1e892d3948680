/**
 * An address that may be opened outside of Rehome, in its normal form, or null: https only, with a host, without a name or
 * password in it, and without control characters or white space that a person would not see.
 */
export function toExternalUrl(text: string): string | null {
  if (text.length > 2048 || /[\u0000-\u0020\u007F-\u009F\\]/u.test(text)) return null;
  const parts = /^https:\/\/([^/?#]+)(.*)$/iu.exec(text);
  const host = parts?.[1];
  if (parts === null || host === undefined) return null;
  if (!/^[\p{L}\p{N}.-]+(?::\d{1,5})?$/u.test(host)) return null;
  return `https://${host.toLowerCase()}${parts[2] ?? ''}`;
}
