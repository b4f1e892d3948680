// Chromium knows no scheme of an app, so `app://rehome/x` is shown to it as `https://rehome.app.electron-double.invalid/x`.
const suffix = '.electron-double.invalid';

/** The schemes that the app has registered. */
export const schemes = new Set<string>();

/** An address of the app as Chromium sees it. */
export function toPageAddress(address: string): string {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/isu.exec(address);
  if (parts === null || !schemes.has(parts[1] ?? '')) return address;
  return `https://${parts[2]}.${parts[1]}${suffix}${parts[3] === '' ? '/' : parts[3]}`;
}

/** An address of Chromium as the app sees it. */
export function fromPageAddress(address: string): string {
  const parts = /^https:\/\/([^/]*)\.([a-z][a-z0-9-]*)\.electron-double\.invalid(.*)$/su.exec(address);
  return parts !== null && schemes.has(parts[2] ?? '') ? `${parts[2]}://${parts[1]}${parts[3]}` : address;
}
