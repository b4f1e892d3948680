/** Words about the passphrase: asking for it, setting, changing and removing it. */
export const passphraseText = {
  lockedTitle: 'Your plans are locked',
  lockedWords: 'They are encrypted on this disk. Enter the passphrase that you set to open them.',
  keyringFailed:
    'This computer’s keyring no longer gives out the key. That happens when it was reset or replaced. Your plans are safe: enter the passphrase.',
  secret: 'Passphrase or recovery code',
  unlock: 'Unlock',
  unlocking: 'Unlocking…',
  lostTitle: 'Forgotten it?',
  lost: 'The recovery code that was shown when the passphrase was set opens the plans too. Without either of them nobody can read them any more, and neither can Rehome: there is no other key. Plan files that you saved or exported are not encrypted and can be opened on another computer or after moving the data folder away.',
  title: 'Passphrase',
  setWords:
    'With a passphrase all that Rehome keeps of your plans is encrypted: the plans, every edit, the earlier versions, and the settings. It is asked for whenever Rehome starts.',
  notCovered:
    'Plan files and exports that you save elsewhere are not encrypted; they are meant to be read by others.',
  changeWords: 'A passphrase is set. Enter it to change or remove it; the recovery code does as well.',
  current: 'Passphrase now, or the recovery code',
  next: 'New passphrase',
  again: 'Once more',
  rule: (count: number): string =>
    `At least ${count} characters. Some words that belong together for nobody but you are best.`,
  tooShort: (count: number): string => `Use at least ${count} characters.`,
  notSame: 'The two are not the same.',
  remember: 'Let this computer’s keyring keep the key too, so that it is not asked for here',
  noKeyring:
    'This computer has no keyring that protects anything, so the passphrase is asked for at every start.',
  set: 'Set the passphrase',
  change: 'Change the passphrase',
  remove: 'Remove the passphrase',
  cancel: 'Cancel',
  working: 'Rewriting the files…',
  codeTitle: 'Write down the recovery code',
  codeWords:
    'It opens your plans when the passphrase is lost. It is shown this once and kept nowhere. Keep it on paper or in a password safe, not on this disk. An older code does not work any more.',
  copy: 'Copy the code',
  copied: 'The code is in the clipboard.',
  kept: 'I have written it down',
  incomplete:
    'The disk refused before all files were rewritten. Nothing is lost; Rehome goes on with the rest when it starts next.',
  removed: 'The passphrase is removed. The plans are plain files again.',
} as const;
