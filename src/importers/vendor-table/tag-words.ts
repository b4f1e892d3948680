import { splitValues } from '../csv/cell-words.ts';

/** The value of the first of these keys among tags written `key:value` or `key=value`. */
export function findTag(cell: string, ...keys: readonly string[]): string | undefined {
  const pairs = splitValues(cell).flatMap((tag) => {
    const match = /^([^:=]{1,128})[:=]\s{0,9}(\S.{0,255})$/u.exec(tag);
    return match === null ? [] : [[(match[1] ?? '').trim().toLowerCase(), (match[2] ?? '').trim()] as const];
  });
  for (const key of keys) {
    const found = pairs.find(([name]) => name === key);
    if (found !== undefined) return found[1];
  }
  return undefined;
}
