/** A value of an object with its line. */
export interface NagiosValue {
  readonly value: string;
  readonly line: number;
}

/** A `define TYPE { ... }` block. */
export interface NagiosObject {
  readonly type: string;
  readonly line: number;
  readonly values: ReadonlyMap<string, NagiosValue>;
}

/** Reads the objects of a file: one directive a line, `;` starts a comment, `\` at the end continues. Source: Nagios Core, "Object Definitions". */
export function readObjects(lines: readonly string[]): readonly NagiosObject[] {
  const objects: NagiosObject[] = [];
  let open: { type: string; line: number; values: Map<string, NagiosValue> } | null = null;
  let held = '';
  let heldLine = 0;
  for (const [index, raw] of lines.entries()) {
    const begins = held === '' ? index + 1 : heldLine;
    const joined = `${held}${raw.slice(0, 10_000)}`;
    held = '';
    if (joined.endsWith('\\') && joined.length < 100_000) {
      held = joined.slice(0, -1);
      heldLine = begins;
      continue;
    }
    if (/^\s*#/u.test(joined)) continue;
    const text = (joined.split(/(?<!\\);/u)[0] ?? '').trim();
    const define = /^define\s+(\w{1,40})\s*\{(.*)$/u.exec(text);
    if (define !== null) open = { type: (define[1] ?? '').toLowerCase(), line: begins, values: new Map() };
    const body = define === null ? text : (define[2] ?? '').trim();
    if (body === '') continue;
    if (body.startsWith('}')) {
      if (open !== null) objects.push(open);
      open = null;
      continue;
    }
    const directive = /^(\w{1,100})\s+(\S.*)$/u.exec(body.replace(/\s\}$/u, ''));
    if (open === null || directive === null) continue;
    const key = directive[1] ?? '';
    if (!open.values.has(key)) open.values.set(key, { value: directive[2] ?? '', line: begins });
    if (/\s\}$/u.test(body)) {
      objects.push(open);
      open = null;
    }
  }
  return objects;
}

function joinInherited(own: NagiosValue, above: NagiosValue | undefined): NagiosValue {
  if (!own.value.startsWith('+')) return own;
  const more = own.value.slice(1);
  return { ...own, value: above === undefined || above.value === 'null' ? more : `${above.value},${more}` };
}

/** An object with what its templates (`use`) give: the first template wins, `+x` adds, `null` takes away; circles are not followed. */
export function resolveObject(
  object: NagiosObject,
  templates: ReadonlyMap<string, NagiosObject>,
  seen: ReadonlySet<NagiosObject> = new Set(),
): ReadonlyMap<string, NagiosValue> {
  if (seen.has(object) || seen.size > 20) return new Map();
  const inherited = new Map<string, NagiosValue>();
  for (const name of (object.values.get('use')?.value ?? '').split(',')) {
    const template = templates.get(`${object.type} ${name.trim()}`);
    if (template === undefined) continue;
    for (const [key, value] of resolveObject(template, templates, new Set([...seen, object])))
      if (key !== 'register' && key !== 'name' && !inherited.has(key)) inherited.set(key, value);
  }
  const values = new Map(inherited);
  for (const [key, own] of object.values) {
    if (own.value === 'null') values.delete(key);
    else values.set(key, joinInherited(own, inherited.get(key)));
  }
  return values;
}

/** The names of a list, without blanks. */
export function toNames(value: NagiosValue | undefined): readonly string[] {
  return (value?.value ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'null');
}
