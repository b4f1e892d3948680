import { resolve } from 'node:path';

/** The plan file among the arguments that Rehome was started with (a double click hands it over so), or null. */
export function findPlanArgument(argv: readonly string[], folder: string): string | null {
  const found = argv.slice(1).findLast((word) => !word.startsWith('-') && /\.rehome\.json$/iu.test(word));
  return found === undefined || /^[a-z][a-z0-9+.-]+:\/\//iu.test(found) ? null : resolve(folder, found);
}
