import type { ProposedItem } from '#core/importers/contract.ts';
import { nodeKinds } from '#core/model/node.ts';
import type { ItemCorrection } from './intake-types.ts';

type Test = (value: unknown) => boolean;
const isText: Test = (value) => typeof value === 'string';
const isNumber: Test = (value) => typeof value === 'number' && Number.isFinite(value);
const isFlag: Test = (value) => typeof value === 'boolean';
const isTexts: Test = (value) => Array.isArray(value) && value.every(isText);
const isTextOrNull: Test = (value) => value === null || isText(value);
const isNumberOrNull: Test = (value) => value === null || isNumber(value);
const isSizes: Test = (value) =>
  typeof value === 'object' && value !== null && Object.values(value).every(isNumberOrNull);
const isCost: Test = (value) =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => isNumberOrNull(each) || isText(each));
const oneOf =
  (...words: readonly string[]): Test =>
  (value) =>
    words.some((word) => word === value);

/** Fields that a person may correct, and what fits there. What makes an item what it is (`is`, `key`, evidence) is none. */
const correctable: ReadonlyMap<string, Test> = new Map<string, Test>([
  ...['aliases', 'addresses', 'domains', 'tags', 'data', 'contacts', 'about', 'conditions'].map(
    (field) => [field, isTexts] as const,
  ),
  ...[
    'name',
    'type',
    'environment',
    'os',
    'notes',
    'jurisdiction',
    'area',
    'text',
    'why',
    'protocol',
    'from',
    'to',
    'node',
    'start',
    'end',
    'disposition',
  ].map((field) => [field, isText] as const),
  ...['parent', 'subject', 'party', 'phase'].map((field) => [field, isTextOrNull] as const),
  ...['port', 'latencyMs', 'maxLatencyMs'].map((field) => [field, isNumber] as const),
  ...['encrypted', 'joint', 'blocking'].map((field) => [field, isFlag] as const),
  ['count', isNumberOrNull],
  ['capacity', isSizes],
  ['usage', isSizes],
  ['cost', isCost],
  ['status', oneOf('active', 'dormant', 'unknown', 'planned')],
  ['role', oneOf('accountable', 'responsible', 'consulted', 'informed')],
  ['access', oneOf('none', 'supervised', 'shell', 'root')],
  ['kind', oneOf(...nodeKinds, 'team', 'person', 'role', 'vendor')],
]);

/** The item with the values that a person put in their place; values that do not fit their field are passed over. */
export function applyCorrection(item: ProposedItem, correction: ItemCorrection | null): ProposedItem {
  if (correction === null) return item;
  const usable = Object.entries(correction).filter(
    ([field, value]) => correctable.get(field)?.(value) === true,
  );
  return { ...item, ...Object.fromEntries(usable) };
}
