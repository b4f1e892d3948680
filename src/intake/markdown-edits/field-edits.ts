import { toMemoryHash } from '#core/exporters/marked/memory.ts';
import { toComparable, type ReportItem } from '#core/exporters/marked/read-items.ts';
import { toFieldCommands, toStruckCommand } from './field-commands.ts';
import { toThingTitle, type MarkedThing } from './find-things.ts';
import { keep, type Reading } from './reading.ts';

/** Fields that are answered together: whichever of them was edited, one edit says both. */
const leading: Readonly<Record<string, string | undefined>> = { by: 'answer' };

function readField(reading: Reading, item: ReportItem, thing: MarkedThing, field: string): void {
  const hash = reading.memory.items.get(item.key)?.get(field);
  const after = item.fields.get(field);
  if (hash === undefined || after === undefined || toMemoryHash(after) === hash) return;
  const title = toThingTitle(reading.context.plan, thing);
  const text = `${title}: ${after}`;
  const current = reading.now.items.find((each) => each.key === item.key);
  const before = current?.fields.get(field);
  if (field === 'rest') {
    reading.unknown.push({ line: item.line, text, why: { code: 'not-editable' } });
    return;
  }
  if (before !== undefined && toComparable(before) === toComparable(after)) return;
  const edit = { field, before: before ?? '', after, all: item.fields };
  const made = toFieldCommands(
    reading.context,
    thing,
    edit,
    current?.fields.get('rest') ?? item.fields.get('rest') ?? '',
  );
  if (!made.ok) {
    reading.unknown.push({ line: item.line, text, why: made.error });
    return;
  }
  const isConflict = before === undefined || toMemoryHash(before) !== hash;
  keep(
    reading,
    { id: `${item.key}.${field}`, line: item.line, title, field, before: before ?? '', after, ...made.value },
    isConflict,
  );
}

/** Reads what was edited on one thing of the report: its fields, or that it was crossed out. */
export function readItem(reading: Reading, item: ReportItem): void {
  const known = reading.memory.items.get(item.key);
  const thing = reading.things.get(item.key);
  if (known === undefined) {
    reading.unknown.push({ line: item.line, text: toItemText(reading, item), why: { code: 'new-text' } });
    return;
  }
  const changed = [...known.keys()].filter(
    (field) => toMemoryHash(item.fields.get(field) ?? '') !== known.get(field),
  );
  if (thing === undefined) {
    if (item.isStruck || changed.length > 0) {
      reading.unknown.push({ line: item.line, text: toItemText(reading, item), why: { code: 'gone-thing' } });
    }
    return;
  }
  if (item.isStruck) {
    const command = toStruckCommand(thing);
    const title = toThingTitle(reading.context.plan, thing);
    if (command === null)
      reading.unknown.push({ line: item.line, text: title, why: { code: 'not-editable' } });
    else {
      const edit = {
        id: `${item.key}.gone`,
        line: item.line,
        title,
        field: 'gone',
        before: title,
        after: '',
      };
      keep(reading, { ...edit, commands: [command], newParty: null }, false);
    }
    return;
  }
  const fields = new Set(
    changed.map((field) => (item.kind === 'question' ? (leading[field] ?? field) : field)),
  );
  const joint =
    item.kind === 'handover' && fields.has('status')
      ? [...fields].filter((each) => each !== 'evidence')
      : fields;
  for (const field of joint) {
    // The name behind an answer may be all that was edited.
    const own = field === 'answer' && !changed.includes('answer') ? 'by' : field;
    readField(reading, item, thing, own);
  }
}

function toItemText(reading: Reading, item: ReportItem): string {
  return reading.edited.blocks[item.block]?.text ?? '';
}
