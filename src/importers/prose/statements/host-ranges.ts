import { canBeMachine } from './opening-name.ts';

const range =
  /^([a-z][\w.-]{0,40}?)(?:\[(\d{1,4})[:-](\d{1,4})\]|\{(\d{1,4})\.\.(\d{1,4})\})([\w.-]{0,80})$/iu;

/** The machines of a range ("web[1:3]", "web[01-03].example.org", "web{1..3}"), at most 64; `null` when a name is no range. */
export function expandHostRange(name: string): string[] | null {
  const hit = range.exec(name);
  if (hit === null) return null;
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
