import { resolve } from 'node:path';

/** An address of any scheme (a drive letter is none), or a path on another machine: opening that would tell it who asks. */
const elsewhere = /^(?:[a-z][a-z0-9+.-]+:|[\\/]{2})/iu;

/** The plan file among the arguments that Rehome was started with (a double click hands it over so), or null. */
export function findPlanArgument(argv: readonly string[], folder: string): string | null {
  const found = argv.slice(1).findLast((word) => !word.startsWith('-') && /\.rehome\.json$/iu.test(word));
  if (found === undefined || elsewhere.test(found) || /\p{Cc}/u.test(found)) return null;
  return resolve(folder, found);
}
