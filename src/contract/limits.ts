/** Limits of what crosses between the renderer and the process behind it; characters for texts, bytes for files. */
export const bridgeLimits = {
  planIdCharacters: 120,
  nameCharacters: 1000,
  writerCharacters: 64,
  settingKeyCharacters: 200,
  settingCharacters: 100_000,
  settings: 2000,
  versionWordsCharacters: 300,
  checkpointCharacters: 192 * 1024 * 1024,
  journalLines: 10_000,
  journalCharacters: 64 * 1024 * 1024,
  fileBytes: 256 * 1024 * 1024,
  openFileBytes: 64 * 1024 * 1024,
  /** A plan of 50,000 servers with 200,000 dependencies is a file of about 100 MiB. */
  planFileBytes: 160 * 1024 * 1024,
  openFiles: 2000,
  fileNameCharacters: 255,
  urlCharacters: 2048,
  passphraseMinCharacters: 8,
  passphraseCharacters: 1000,
} as const;
