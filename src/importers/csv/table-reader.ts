import type { Confidence, ImportProblem } from '../contract.ts';
import type { ItemCollector } from '../item-collector.ts';

/** What reading the rows of one table collects. */
export interface TableReader {
  readonly file: string;
  readonly collector: ItemCollector;
  readonly problems: ImportProblem[];
  /** How sure the columns of name are. */
  readonly confidence: Confidence;
  /** Keys of nodes by every text that may point at them: name, alias, address, id. `null`: several. */
  readonly known: Map<string, string | null>;
}

/** The form in which names are compared: without case and blanks at the ends. */
export function toNameKey(name: string): string {
  const key = name.trim().toLowerCase();
  return /\s/u.test(key) ? key.replace(/\s+/gu, ' ') : key;
}

/** Remembers that a text points at a node; a text for two nodes points at none. */
export function remember(reader: TableReader, text: string, key: string): void {
  const name = toNameKey(text);
  if (name === '') return;
  const other = reader.known.get(name);
  reader.known.set(name, other === undefined || other === key ? key : null);
}

/** The node that a text names: word for word, else by its first label (`web02` for `web02.acme.test`). */
export function findKnown(reader: TableReader, text: string): string | undefined {
  const name = toNameKey(text);
  return reader.known.get(name) ?? reader.known.get(name.split('.')[0] ?? '') ?? undefined;
}
