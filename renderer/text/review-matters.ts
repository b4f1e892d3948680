import { toFieldValue, toFieldWords } from '#core/checks/conflict-words.ts';
import type { IntakeMatter, MatterValue } from '#core/intake/matters/intake-matter.ts';

const kinds: Readonly<Record<string, string | undefined>> = {
  dependencies: 'dependency',
  parties: 'party',
  duties: 'duty',
  questions: 'question',
  dispositions: 'what becomes of it',
  phases: 'phase',
  changes: 'move',
};

/** A value on which sources differ, as it is read. */
function toValueWords(field: string, { value, name }: MatterValue): string {
  if (name !== null) return name;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.join(', ');
  return toFieldValue(field, value, () => null);
}

/** What a thing that is gone is, where it is no node. */
function toKindWords(collection: string): string {
  return kinds[collection] === undefined ? '' : `${kinds[collection]}, `;
}

/** Words for what an import leaves between its sources and the plan. */
export const mattersText = {
  values: toValueWords,
  name: (matter: IntakeMatter): string =>
    matter.is === 'pair' ? `${matter.nodes[0].name} and ${matter.nodes[1].name}` : matter.name,
  what: (matter: IntakeMatter): string => {
    switch (matter.is) {
      case 'gone':
        return `${toKindWords(matter.collection)}no longer in ${matter.source}`;
      case 'conflict':
        return `${toFieldWords(matter.field)}: ${matter.values.map((each) => toValueWords(matter.field, each)).join(' or ')}`;
      case 'pair':
        return 'one machine?';
    }
  },
  gone: (source: string, isNode: boolean): string =>
    isNode
      ? `${source} no longer has it. It stays in the plan as a removal candidate if you accept, and as it is if you keep it.`
      : `${source} no longer has it. It goes if you accept, and stays if you keep it.`,
  stillIn: (sources: readonly string[]): string => `Still in ${sources.join(', ')}.`,
  last: 'It stood there as',
  choose: (field: string): string => `Which ${toFieldWords(field)} is right?`,
  inPlan: 'in the plan',
  byHand: 'set by hand',
  notSaid: 'no words of a source',
  accept: 'Accept',
  keep: 'Keep',
  keepPlan: 'Keep the plan’s',
  same: 'Same machine',
  apart: 'Not the same',
  later: 'Decide later',
  sameHint: (one: string, other: string): string => `${other} becomes another name of ${one}`,
  chosen: (value: string): string => `chosen: ${value}`,
  made: 'made by hand',
  addresses: 'Addresses',
  os: 'System',
  none: 'not known',
  keys: 'With the list in focus the keys 1 to 9 choose a value.',
} as const;
