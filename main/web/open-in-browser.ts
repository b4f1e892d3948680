import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The command that opens an address here, or null where there is no screen. */
function findOpener(): readonly [string, ...string[]] | null {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  const hasScreen = (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== '';
  return hasScreen ? ['xdg-open'] : null;
}

/** The page that leads to a link: read by its owner alone, unlike the words of a command line. */
export function toLeadingPage(link: string): string {
  return `<!doctype html><meta charset="utf-8"><title>Rehome</title><meta http-equiv="refresh" content="0;url=${link}"><a href="${link}">Rehome</a>\n`;
}

/**
 * Opens a link in the person's browser where there is one; that it fails is no trouble, the link is printed as well. The link holds the key
 * to the plans, and everybody on a machine can read the words of its processes: so what is opened is a small file that leads there.
 * Answers what removes the file again.
 */
export function openInBrowser(folder: string, link: string): () => void {
  const opener = findOpener();
  if (opener === null) return () => {};
  const path = join(folder, 'open-rehome.html');
  const remove = (): void => rmSync(path, { force: true });
  remove();
  writeFileSync(path, toLeadingPage(link), { mode: 0o600, flag: 'wx' });
  const [command, ...first] = opener;
  const child = execFile(command, [...first, pathToFileURL(path).href], () => {});
  child.unref();
  setTimeout(remove, 60_000).unref();
  return remove;
}
