import { isTask } from './titles.ts';
import { isTyped } from './names.ts';
import { linesOf } from '#core/importers/prose/outline/quote.ts';
import type { SourceLine } from '#core/importers/contract.ts';
import type { Reading } from './reading.ts';
import { subjectAbove, thingOf } from './subjects.ts';
import type { Unit } from './unit.ts';

/** Whether a unit carries content: words that say something, no command, no pointer, no empty bullet. */
function saysSomething(unit: Unit): boolean {
  const plain = unit.text.plain.trim();
  if (!/\p{L}{2}/u.test(plain) || plain.length < 4) return false;
  if (/^(?:see|siehe|\[\[|https?:\/\/\S+$)/iu.test(plain)) return false;
  const code = unit.text.marks.find((mark) => mark.kind === 'code' && mark.from === 0);
  return !(code !== undefined && code.to >= plain.length && (isTyped(plain) || /\s/u.test(plain)));
}

/** Sentences that describe a thing and yielded nothing else are kept as its notes. */
export function readNotes(reading: Reading): void {
  for (const unit of reading.units) {
    if (
      (unit.role !== 'item' && unit.role !== 'text') ||
      reading.draft.understood.has(unit.index) ||
      !saysSomething(unit)
    )
      continue;
    const { keys } = subjectAbove(reading, unit);
    const thing = thingOf(reading.draft, keys[0]);
    const text = unit.text.plain.trim();
    if (thing === null || keys.length !== 1 || text.length > 300 || isTask(text) || thing.notes.length >= 12)
      continue;
    if (!thing.notes.includes(text)) thing.notes.push(text);
    reading.draft.understood.add(unit.index);
  }
}

/** Lines that say something and yielded nothing. */
export function findNotUnderstood(reading: Reading): SourceLine[] {
  const lines = new Map<number, string>();
  for (const unit of reading.units) {
    if (
      unit.role === 'title' ||
      unit.role === 'table' ||
      reading.draft.understood.has(unit.index) ||
      !saysSomething(unit)
    )
      continue;
    for (const line of linesOf(reading.outline, unit.text))
      lines.set(line, (reading.outline.lines[line - 1] ?? '').trim());
  }
  return [...lines].sort(([a], [b]) => a - b).map(([line, text]) => ({ line, text }));
}
