/** Words of reading files. */
export const importText = {
  progress: 'Import',
  reading: (name: string) => `Reading ${name}`,
  understanding: (files: number) => `Finding what ${files === 1 ? 'the file says' : `${files} files say`}`,
  cancel: 'Cancel',
  noFiles: 'There was no file in what was dropped. Nothing was changed.',
  nothingFound: 'Nothing was found in these files that looks like servers or services. Nothing was changed.',
  failed: 'The files could not be read: reading them stopped by itself. Nothing was changed.',
  tooLong: (seconds: number) =>
    `Reading took longer than ${seconds} seconds and was stopped. Nothing was changed. Import fewer files at once.`,
  problem: (file: string, line: number | null, message: string) =>
    `${file}${line === null ? '' : `, line ${line}`}: ${message}`,
  dismiss: 'Close',
} as const;
