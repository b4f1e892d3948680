import { encryptedWords, protocols, unencrypted } from '#core/importers/prose/lexicon/relations.ts';
import type { Link } from '#core/importers/prose/proposal/draft.ts';

/** Gives a dependency the protocol, port and encryption that a stretch of text states. */
export function protocolOf(link: Link, text: string): void {
  const found = protocols.find((each) => each.words.test(text));
  if (found !== undefined) {
    link.protocol ??= found.protocol;
    link.encrypted ??= found.encrypted;
  }
  if (unencrypted.test(text)) link.encrypted = false;
  else if (encryptedWords.test(text)) link.encrypted = true;
  const port = /\b(?:port|on)\s*[:=]?\s*(\d{2,5})\b(?!\s*(?:GB|MB|TB|%|days?|hours?|min))/iu.exec(text);
  if (port !== null && Number(port[1]) < 65_536) link.port ??= Number(port[1]);
  // "(LDAPS, 636)", "(5432, TLS)": a number alone between the brackets' commas, no year.
  const inside =
    /\((?:[\p{L}-]{2,10},\s*)?(?:tcp|udp|:)?\s?\/?((?!(?:19|20)\d\d\D)\d{2,5})(?:\/(?:tcp|udp))?(?:,\s*[\p{L}-]{2,10})?\)/iu.exec(
      text,
    );
  if (inside !== null && Number(inside[1]) < 65_536) link.port ??= Number(inside[1]);
}
