/** What is labelled and scored, in the order of the report. */
export const factKinds = [
  'server',
  'service',
  'place',
  'provider',
  'site',
  'party',
  'dep',
  'duty',
  'question',
  'remove',
  'total',
  'fact',
] as const;

export type FactKind = (typeof factKinds)[number];

/** One labelled fact: its parts (a name, or the parts of an edge or a duty), each with all names that it may go by. */
export interface Label {
  readonly kind: FactKind;
  readonly text: string;
  readonly optional: boolean;
  readonly parts: readonly (readonly RegExp[])[];
}

export interface LabelledDocument {
  readonly path: string;
  /** The document describes no estate. */
  readonly none: boolean;
  readonly labels: readonly Label[];
}

/** Names are compared in small letters, without backticks, a leading article or a leading `@`. */
export function toPlainName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('`', '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:the |@)/u, '');
}

function toPattern(name: string): RegExp {
  const escaped = toPlainName(name)
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\/]/gu, String.raw`\$&`))
    .join('.*');
  return new RegExp(`^${escaped}$`, 'u');
}

const toNames = (part: string, separator = /=/u): RegExp[] =>
  part.split(separator).map((name) => toPattern(name));

const edge =
  /^(.+?) ((?:(?:connects|uses|replicates|backs-up-to|stores-in|proxies|reaches-through|monitors|manages|deploys|notifies)\/?)+|\*) (.+)$/u;

function toParts(kind: string, entry: string): { kind: FactKind; parts: RegExp[][] }[] {
  if (kind === 'dep') {
    const found = edge.exec(entry);
    if (found === null) throw new Error(`not a dependency: ${entry}`);
    const [, from = '', type = '', to = ''] = found;
    return [{ kind, parts: [toNames(from), toNames(type, /\//u), toNames(to)] }];
  }
  if (kind === 'duty' || kind === 'fact')
    return [{ kind, parts: entry.split(' | ').map((part) => toNames(part)) }];
  if (kind === 'service') {
    const [name = '', place] = entry.split(' @ ');
    const service = { kind: 'service' as const, parts: [toNames(name)] };
    if (place === undefined) return [service];
    return [
      { kind: 'service' as const, parts: [toNames(name), toNames(place)] },
      { kind: 'place' as const, parts: [toNames(name), toNames(place)] },
    ];
  }
  const known = factKinds.find((each) => each === kind);
  if (known === undefined) throw new Error(`unknown kind of label: ${kind}`);
  return [{ kind: known, parts: [toNames(entry)] }];
}

function readEntry(kind: string, raw: string): Label[] {
  const optional = raw.startsWith('?');
  const text = optional ? raw.slice(1).trim() : raw;
  return toParts(kind, text).map((each) => ({ ...each, text, optional }));
}

/** Reads a file of labels (see the README beside them). */
export function readLabels(text: string): LabelledDocument[] {
  return text
    .split(/^== /mu)
    .slice(1)
    .map((chunk) => {
      const [path = '', ...lines] = chunk.split('\n').map((line) => line.trim());
      const labels = lines.flatMap((line) => {
        const [, kind = '', list = ''] = /^(\w+) (.+)$/u.exec(line) ?? [];
        return list
          .split(';')
          .map((entry) => entry.trim())
          .filter((entry) => entry !== '')
          .flatMap((entry) => readEntry(kind, entry));
      });
      return { path, none: lines.includes('none'), labels };
    });
}
