const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?$/iu;

/** A name for a save dialog that means the same on every system: no folders, no device names, no hidden or odd ends. */
export function toSuggestedName(name: string): string {
  const plain = Array.from(name.normalize('NFC'))
    .filter((character) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(character))
    .map((character) => ('<>:"/\\|?*'.includes(character) ? '-' : character))
    .join('')
    .replace(/^[. ]+|[. ]+$/gu, '');
  const short = plain.length <= 120 ? plain : plain.slice(plain.length - 120).toWellFormed();
  if (short === '') return 'rehome';
  return deviceName.test(short) ? `_${short}` : short;
}
