import { execFile } from 'node:child_process';

/** The command that opens an address here, or null where there is no screen. */
function findOpener(): readonly [string, ...string[]] | null {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  const hasScreen = (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== '';
  return hasScreen ? ['xdg-open'] : null;
}

/** Opens an address in the person's browser where there is one; that it fails is no trouble, the address is printed as well. */
export function openInBrowser(address: string): void {
  const opener = findOpener();
  if (opener === null) return;
  const [command, ...first] = opener;
  const child = execFile(command, [...first, address], () => {});
  child.unref();
}
