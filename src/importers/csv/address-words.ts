import { addressPattern } from '../json/addresses.ts';

function withoutPrefix(word: string): string {
  const [address = '', prefix = ''] = word.split('/');
  return /^\d{1,3}$/u.test(prefix) && addressPattern.test(address) ? address : word;
}

/**
 * The addresses of a cell, each of its own: a cell may part them by blanks or slashes, and write the length of the network behind
 * each (`10.0.0.1/24 10.0.1.1/24`). Words that are no addresses (MAC addresses, names, notes in brackets) stay as they are.
 */
export function toAddressValues(values: readonly string[]): readonly string[] {
  const all = values.flatMap((value) => {
    const words = value.split(/\s+(?:\/\s+)?|\/(?=[\d.]{7,15}$)/u).map(withoutPrefix);
    return words.every((word) => addressPattern.test(word)) ? words : [withoutPrefix(value)];
  });
  return [...new Set(all)];
}
