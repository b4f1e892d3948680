/** Words about the program itself: its version, where the data is, whose work it is made of. */
export const aboutText = {
  title: 'About Rehome',
  version: (version: string): string => `Version ${version}`,
  under: (parts: string): string => `Running in ${parts}.`,
  whereTitle: 'Where your data is',
  folder: 'Folder',
  copy: 'Copy the folder',
  copied: 'The folder is in the clipboard.',
  vault:
    'Each plan has a folder of its own in “vault”: the plan, the copy before it, every edit since, and its earlier versions. They are files for you alone; copy the folder to keep a backup.',
  plain:
    'The files are not encrypted. Whoever can read your files can read your plans; a passphrase changes that.',
  encrypted:
    'The files are encrypted with your passphrase. Files that you save or export elsewhere are not. What an older Rehome or a time without a passphrase left in free space of the disk is not erased.',
  address: (address: string): string =>
    `This page is served at ${address} by the program in the terminal. The browser itself keeps nothing.`,
  licences: 'Made with',
  licencesWords: (count: number): string =>
    `Rehome is free software under the Apache License 2.0. It contains ${count} packages of others:`,
  close: 'Close',
  reading: 'Reading the list of licences…',
  notRead: 'The list of licences could not be read.',
} as const;
