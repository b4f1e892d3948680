/** Words of the comparison of the open plan with another state of it. */
export const compareText = {
  title: 'Compare with…',
  with: 'With',
  file: 'A plan file…',
  fileName: (name: string): string => `The file ${name}`,
  before: (label: string): string => `Before: ${label}`,
  beginning: 'Nothing to compare with yet: choose a plan file, or make an edit first.',
  same: 'There is no difference.',
  differences: (count: number): string =>
    `${count} ${count === 1 ? 'difference' : 'differences'}, from there to here`,
  list: 'Differences',
  copy: 'Copy',
  copied: 'The differences are on the clipboard.',
  copyFailed: 'The clipboard could not be reached. Select the text and copy it by hand.',
  close: 'Close',
  notRead: (name: string, message: string): string => `${name}: ${message}`,
} as const;
