import type { LockHolder } from '#main/vault/folder-lock.ts';

/** Words that browser mode prints in the terminal. */
export const webText = {
  ready:
    'Rehome is open in the browser mode. Stop it with Ctrl+C. Open this link (it holds the key to your plans):',
  notBuilt: 'Rehome is not built yet. Run `npm start`, or `npm run build` first.',
  portTaken: (port: number): string =>
    `Port ${port} is taken by another program. Stop that program, or choose another port: npm start -- --port ${port + 1}`,
  noPort: (port: number, code: string): string => `Port ${port} can't be used (${code}).`,
  dataInUse: (by: LockHolder, folder: string): string =>
    by.address === null
      ? `Rehome is already open in a window (process ${by.pid}, data in ${folder}). Close it first.`
      : `Rehome is already open at ${by.address} (process ${by.pid}, data in ${folder}). Use the link in that terminal, or stop it there with Ctrl+C.`,
  noFolder: (folder: string, code: string): string =>
    `Rehome can't work in ${folder}${code === '' ? '' : ` (${code})`}. Check that the folder is there and that you may write to it.`,
  noRoom: (folder: string): string =>
    `There are less than 50 MB left on the disk of ${folder}. Make room first: on a full disk nothing could be saved.`,
} as const;
