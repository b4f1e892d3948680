import type { Confidence } from '../contract.ts';
import type { ColumnField } from './column-fields.ts';
import { germanHeadings } from './german-headings.ts';
import { headingSynonyms, normaliseHeading, toHeadingKey } from './headings.ts';
import { otherHeadings } from './other-headings.ts';
import type { Unit } from './units.ts';

/** What a heading alone says about its column. */
export interface HeadingMeaning {
  readonly field: ColumnField;
  readonly unit: Unit | null;
  /** Where the heading stands in the list of its field: smaller is the better name for it. */
  readonly rank: number;
  readonly confidence: Confidence;
  readonly because: string;
}

const byKey: ReadonlyMap<
  string,
  { readonly field: ColumnField; readonly rank: number; readonly words: string }
> = new Map(
  [...headingSynonyms, ...germanHeadings, ...otherHeadings].toReversed().flatMap(([field, list]) =>
    list
      .split(', ')
      .map((words, rank) => [toHeadingKey(words), { field, rank, words }] as const)
      .toReversed(),
  ),
);

/** Headings that say a size only together with a unit. */
const needsUnit: ReadonlySet<string> = new Set(['size', 'capacity', 'used', 'inuse', 'consumed']);
const qualifiers: ReadonlySet<string> = new Set(
  'the a current primary main total allocated assigned configured no nr of our existing present vm guest new old full'.split(
    ' ',
  ),
);

function findExact(
  key: string,
  unit: Unit | null,
): { readonly field: ColumnField; readonly rank: number } | undefined {
  const found = byKey.get(key);
  if (found === undefined || (needsUnit.has(key) && unit === null)) return undefined;
  return found;
}

/** A unit may be glued to the last word: `TotalSizeInMB`, `diskGiB`. */
function splitGluedUnit(key: string): { readonly key: string; readonly unit: Unit } | null {
  const match = /^(.{2,80}?)(?:in)?(mib|gib|tib|mb|gb|tb)$/u.exec(key);
  if (match === null) return null;
  const letter = (match[2] ?? '').slice(0, 1);
  return { key: match[1] ?? '', unit: letter === 'm' ? 'MiB' : letter === 'g' ? 'GiB' : 'TiB' };
}

const diskParts =
  /^(?:disk\d{1,3}(?:size)?|(?:os|system|boot|root|data|log|logs|swap|temp|local|backup|extra|additional|second|secondary|[c-z]|system|daten)(?:disk|drive|volume|partition|platte)s?\d{0,3}(?:size)?)$/u;

/** Whether a heading names one of several disks of a machine, which are added up: `Disk 2 size`, `Data disk (GB)`. */
export function isDiskPart(heading: string): boolean {
  return diskParts.test(normaliseHeading(heading).key);
}

/**
 * Looks a heading up in the table of synonyms: word for word, else without qualifiers, else by the longest synonym of two or
 * more words that it begins or ends with. `undefined` for headings that mean nothing here.
 */
export function findHeading(heading: string): HeadingMeaning | undefined {
  // Fields that a team added to its ServiceNow or the like begin with `u_`.
  const { words, key, unit } = normaliseHeading(heading.replace(/^u_/u, ''));
  if (key === '' || heading.startsWith('__')) return undefined;
  const exact = findExact(key, unit);
  if (exact !== undefined)
    return { ...exact, unit, confidence: 'sure', because: `the heading "${heading.trim()}"` };
  const glued = splitGluedUnit(key);
  const gluedMeaning = glued === null ? undefined : findExact(glued.key, glued.unit);
  if (glued !== null && gluedMeaning !== undefined) {
    return {
      ...gluedMeaning,
      unit: glued.unit,
      confidence: 'sure',
      because: `the heading "${heading.trim()}"`,
    };
  }
  const list = words.split(' ').slice(0, 12);
  const bare = list.filter((word) => !qualifiers.has(word)).join('');
  const because = `the heading "${heading.trim()}" resembles a known one`;
  const plain = bare === key ? undefined : findExact(bare, unit);
  if (plain !== undefined) return { ...plain, unit, confidence: 'likely', because };
  if (isDiskPart(heading)) return { field: 'disk', rank: 90, unit, confidence: 'sure', because };
  for (let size = list.length - 1; size >= 2; size -= 1) {
    const part = findExact(list.slice(0, size).join(''), unit) ?? findExact(list.slice(-size).join(''), unit);
    if (part !== undefined) return { ...part, unit, confidence: 'likely', because };
  }
  return undefined;
}
