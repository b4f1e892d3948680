/** Words of reading files. */
export const importText = {
  reading: (name: string): string => `Reading ${name}`,
  understanding: (name: string, total: number): string =>
    `Finding what ${total === 1 ? name : `${total} files`} ${total === 1 ? 'says' : 'say'}`,
  comparing: 'Comparing what was found with your plan',
  things: (total: number): string =>
    `${total.toLocaleString('en')} found ${total === 1 ? 'thing' : 'things'}`,
  counts: (done: number, total: number): string => `${done} of ${total} ${total === 1 ? 'file' : 'files'}`,
  cancel: 'Cancel',
  close: 'Close',
  problem: (file: string, line: number | null): string =>
    line === null ? `${file}:` : `${file}, line ${line}:`,
  moreProblems: (count: number): string => `and ${count} more`,
  noFiles: 'There was no file in what was dropped. Nothing was changed.',
  nothingFound: 'Nothing was found in these files that looks like servers or services. Nothing was changed.',
  failed: 'The files could not be read: reading them stopped by itself. Nothing was changed.',
  tooLong: (seconds: number): string =>
    `Reading took longer than ${seconds} seconds and was stopped. Nothing was changed. Import fewer files at once.`,
} as const;
