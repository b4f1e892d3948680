import { toBlockHash } from '#core/exporters/marked/memory.ts';
import { toThingTitle } from './find-things.ts';
import { toNewTask, toTickedLine } from './new-tasks.ts';
import { keep, type Reading } from './reading.ts';

/** Reads the lines that the export did not have (new tasks, ticks of lines that Rehome wrote, other text), and what is gone. */
export function readNewText(reading: Reading): void {
  const { edited, memory, things } = reading;
  const known = new Map<string, number>();
  for (const hash of memory.blocks) known.set(hash, (known.get(hash) ?? 0) + 1);
  for (const [index, block] of edited.blocks.entries()) {
    if (edited.used.has(index) || (block.text === '' && block.box === null)) continue;
    const hash = toBlockHash(block);
    const left = known.get(hash) ?? 0;
    if (left > 0) known.set(hash, left - 1);
    const at = { line: block.line, text: block.text };
    const edit = {
      id: `line ${block.line}`,
      line: block.line,
      title: block.text,
      before: '',
      newParty: null,
    };
    if (left > 0) {
      if (block.box !== true) continue;
      const command = toTickedLine(edited, things, block);
      if (command === null) reading.unknown.push({ ...at, why: { code: 'no-place' } });
      else keep(reading, { ...edit, field: 'done', after: 'x', commands: [command] }, false);
    } else if (block.box === null) {
      if (block.text !== '') reading.unknown.push({ ...at, why: { code: 'new-text' } });
    } else {
      const made = toNewTask(reading.context, edited, things, block);
      if (!made.ok) reading.unknown.push({ ...at, why: made.error });
      else {
        const { command, newParty } = made.value;
        keep(reading, { ...edit, field: 'new', after: block.text, commands: [command], newParty }, false);
      }
    }
  }
  readGone(reading, known);
}

/** What stood in the export and stands there no more: things by name, other text by its words where the plan still has them. */
function readGone(reading: Reading, left: ReadonlyMap<string, number>): void {
  const there = new Set(reading.edited.items.map((item) => item.key));
  for (const key of reading.memory.items.keys()) {
    const thing = there.has(key) ? undefined : reading.things.get(key);
    if (thing === undefined) continue;
    reading.unknown.push({
      line: null,
      text: toThingTitle(reading.context.plan, thing),
      why: { code: 'gone-line' },
    });
  }
  const words = new Map(reading.now.blocks.map((block) => [toBlockHash(block), block.text]));
  for (const [hash, count] of left) {
    for (let each = 0; each < count; each += 1) {
      reading.unknown.push({ line: null, text: words.get(hash) ?? '', why: { code: 'gone-text' } });
    }
  }
}
