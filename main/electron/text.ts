const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

/** Words of the shell: dialogs, menu and problems with files. */
export const shellText = {
  notAFile: (name: string): string => `“${name}” is not a regular file.`,
  tooLarge: (name: string, bytes: number, most: number): string =>
    `“${name}” has ${megabytes(bytes)}; files up to ${megabytes(most)} can be opened.`,
  stillGrowing: (name: string): string => `“${name}” changed while it was read. Try again.`,
  notReadable: (name: string): string => `“${name}” could not be read.`,
  notWritten: (name: string): string => `“${name}” could not be written. The plan itself is safe in Rehome.`,
  fileGone: (name: string): string => `“${name}” is not there any more.`,
  beside: (stem: string, number: number): string =>
    `${stem} (from Rehome${number === 1 ? '' : ` ${number}`})`,
  noLink: 'This plan is kept in no file.',
  handleGone: 'Rehome does not know this file any more. Save it under a name.',
  onlyHttps: 'Only https addresses without a name and password in them are opened.',
  importTitle: 'Import an inventory',
  folderTitle: 'Import a folder',
  planTitle: 'Open a plan',
  saveTitle: 'Save',
  planFiles: 'Rehome plans',
  allFiles: 'All files',
  openLink: 'Open in the browser',
  cancel: 'Cancel',
  leaveRehome: (host: string): string => `Open ${host} in your browser?`,
  inUse: (folder: string, address: string | null): string =>
    `Rehome is already open${address === null ? '' : ` at ${address}`} with the data in ${folder}. Close it there first.`,
  noRoom: (folder: string): string =>
    `There are less than 50 MB left on the disk of ${folder}. Make room first: on a full disk nothing could be saved.`,
  noDebugging: 'Rehome does not start with switches for debugging.',
  crashed: 'Rehome ran into a fault and has to close',
  crashedDetail: 'What was shown as saved is safe. The fault is noted in the log beside your data.',
  pageGone: 'The window stopped working several times.',
  pageGoneDetail: 'Your plans are safe. Load the window again, or close it.',
  hangs: 'The window does not answer.',
  hangsDetail: 'Wait for it, or load it again. What was shown as saved is safe.',
  loadAgain: 'Load again',
  wait: 'Wait',
  closeWindow: 'Close the window',
  noFolder: (folder: string, code: string): string =>
    `Rehome can’t work in ${folder}${code === '' ? '' : ` (${code})`}. Check that the folder is there and that you may write to it.`,
  noRecent: 'No plan yet',
  cannotStart: 'Rehome can’t start',
} as const;
