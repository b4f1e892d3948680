/** So many values go into one part: some 200 kB of text, made in a few milliseconds. */
const mostValues = 10_000;
/** A long text counts as several values. */
const charactersOfValue = 40;

/**
 * How many values something holds, itself included, counted up to `most`: a measure of how long its JSON is that costs no more than
 * `most` steps, however large it is.
 */
export function countValues(value: unknown, most: number): number {
  if (typeof value === 'string') return 1 + Math.floor(value.length / charactersOfValue);
  if (typeof value !== 'object' || value === null) return 1;
  let count = 1;
  for (const inner of Array.isArray(value) ? value : Object.values(value)) {
    count += countValues(inner, most - count);
    if (count >= most) return count;
  }
  return count;
}

/**
 * The JSON of plain data as texts that follow each other. Each is made in a few milliseconds, so that a page can do something else
 * between two of them; together they are what `JSON.stringify` answers at once.
 */
export function* toJsonParts(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || countValues(value, mostValues) < mostValues) {
    yield JSON.stringify(value);
    return;
  }
  const isList = Array.isArray(value);
  let text = isList ? '[' : '{';
  let held = 0;
  let isFirst = true;
  for (const [key, given] of Object.entries<unknown>({ ...value })) {
    // What JSON does not know is nothing in an object, and null in a list.
    if (given === undefined && !isList) continue;
    const inner = given ?? null;
    text += `${isFirst ? '' : ','}${isList ? '' : `${JSON.stringify(key)}:`}`;
    isFirst = false;
    const size = countValues(inner, mostValues);
    if (size < mostValues) {
      text += JSON.stringify(inner);
      held += size;
      if (held < mostValues) continue;
      yield text;
    } else {
      yield text;
      yield* toJsonParts(inner);
    }
    text = '';
    held = 0;
  }
  yield text + (isList ? ']' : '}');
}
