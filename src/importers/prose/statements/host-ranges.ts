import { canBeMachine } from './opening-name.ts';

const range =
  /^([a-z][\w.-]{0,40}?)(?:\[(\d{1,4})[:-](\d{1,4})\]|\{(\d{1,4})\.\.(\d{1,4})\})([\w.-]{0,80})$/iu;

/** "web01-web04", "wrk01-02": both ends with their number; the head of the second may be left out where the numbers have two digits. */
const dashed = /^([a-z][a-z-]{1,40}?)(\d{1,4})[-–](?:(\1)(\d{1,4})|(\d{2,4}))$/iu;

function expandDashed(name: string): string[] | null {
  const [, head = '', first = '', again, second, short] = dashed.exec(name) ?? [];
  const last = second ?? short ?? '';
  if (head === '' || (again === undefined && first.length !== last.length)) return null;
  const ends = [`${head}${first}`, `${head}${last}`];
  const between = expandSpan(ends[0] ?? '', ends[1] ?? '');
  const names = [ends[0] ?? '', ...between, ends[1] ?? ''];
  return Number(last) - Number(first) === names.length - 1 && names.every(canBeMachine) ? names : null;
}

/**
 * The machines of a range ("web[1:3]", "web[01-03].example.org", "web{1..3}", "web01-web04"), at most 64; `null` when a name is no
 * range.
 */
export function expandHostRange(name: string): string[] | null {
  const hit = range.exec(name);
  if (hit === null) return expandDashed(name);
  const [, head = '', colonFrom, colonTo, dotsFrom, dotsTo, tail = ''] = hit;
  const first = colonFrom ?? dotsFrom ?? '';
  const last = colonTo ?? dotsTo ?? '';
  const count = Number(last) - Number(first) + 1;
  if (count < 1 || count > 64) return null;
  const width = first.startsWith('0') ? first.length : 0;
  const names = Array.from(
    { length: count },
    (_, index) => `${head}${String(Number(first) + index).padStart(width, '0')}${tail}`,
  );
  return names.every(canBeMachine) ? names : null;
}

const numberAt = /^(.*?)(\d{1,4})(\D{0,40})$/u;

/** The names between two of one row ("rend01", "rend06"), at most 64, both ends left out; none when they are no row. */
export function expandSpan(first: string, last: string): string[] {
  const [, head, from = '', tail] = numberAt.exec(first) ?? [];
  const [, otherHead, to = '', otherTail] = numberAt.exec(last) ?? [];
  const count = Number(to) - Number(from) - 1;
  if (head === undefined || head === '' || head !== otherHead || tail !== otherTail) return [];
  if (!(count >= 1 && count <= 62)) return [];
  const width = from.startsWith('0') ? from.length : 0;
  return Array.from(
    { length: count },
    (_, index) => `${head}${String(Number(from) + index + 1).padStart(width, '0')}${tail ?? ''}`,
  );
}
