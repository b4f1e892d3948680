import { workloads } from './workloads.ts';

/** What the bench was asked for. */
export interface BenchOptions {
  readonly json: boolean;
  readonly quick: boolean;
  readonly writeDocs: boolean;
  /** Ids of rows, in the order of the table. */
  readonly rows: readonly string[];
}

/** The words behind `npm run bench --`, or a sentence about the one that means nothing. */
export function readArguments(words: readonly string[]): BenchOptions | string {
  const known = workloads.map((each) => each.id);
  const wanted = new Set<string>();
  const flags = { json: false, quick: false, writeDocs: false };
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', joined] = (words[at] ?? '').split('=', 2);
    if (word === '--') continue;
    else if (word === '--json') flags.json = true;
    else if (word === '--quick') flags.quick = true;
    else if (word === '--write-docs') flags.writeDocs = true;
    else if (word === '--only') {
      const value = joined ?? words[(at += 1)];
      if (value === undefined) return '--only needs a row, for example --only P4.';
      for (const each of value.split(',')) {
        const id = each.trim().toUpperCase();
        if (!known.includes(id)) return `There is no row "${each}". Rows: ${known.join(', ')}.`;
        wanted.add(id);
      }
    } else return `"${words[at]}" means nothing here. Options: --json, --quick, --only P4, --write-docs.`;
  }
  return { ...flags, rows: known.filter((id) => wanted.size === 0 || wanted.has(id)) };
}
