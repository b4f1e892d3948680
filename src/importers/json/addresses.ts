/** A plain IPv4 or IPv6 address, without a port and without a prefix. */
export const addressPattern =
  /^(?:\d{1,3}(?:\.\d{1,3}){3}|(?=[^:]{0,4}:)[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}(?:\.\d{1,3}){0,3})$/u;

/** Addresses that every machine has, or that only hold inside it: they tell no machine from another. */
const own =
  /^(?:127\.|0\.0\.0\.0$|169\.254\.|172\.17\.|255\.255\.255\.255$|::1?$|fe80:|ff0[0-9a-f]:|fe00::0$)/iu;

/** The addresses among the words, in their order: prefixes cut (`/64` of a whole network drops it), loopback and link-local left out. */
export function toAddresses(words: readonly string[]): readonly string[] {
  const found = words
    .flatMap((word) => word.split(/[,\s]/u))
    .flatMap((word) => {
      const [address = '', prefix] = word.trim().split('/');
      if (!addressPattern.test(address) || own.test(address)) return [];
      if (prefix !== undefined && address.endsWith('::')) return [];
      return [address.includes(':') ? address.toLowerCase() : address];
    });
  return [...new Set(found)];
}

/** Whether an address tells one machine from another. */
export function isOwnAddress(word: string): boolean {
  return own.test(word);
}
