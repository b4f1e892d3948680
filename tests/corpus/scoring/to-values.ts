import type { ProposedDependency, ProposedItem, ProposedNode } from '#core/importers/contract.ts';

/** A value of a thing: all names that the thing goes by, the field and the value as text. */
export interface Value {
  readonly names: readonly string[];
  readonly field: string;
  readonly value: string;
}

type Told = string | number | boolean | null | undefined;

const present = (field: string, value: Told): { field: string; value: string }[] =>
  value === undefined || value === null || value === '' ? [] : [{ field, value: String(value) }];

function ofNode(node: ProposedNode, nameAt: (key: string) => string): { field: string; value: string }[] {
  const { capacity, cost } = node;
  return [
    ...present('os', node.os),
    ...present('memoryMiB', capacity?.memoryMiB),
    ...present('diskGiB', capacity?.diskGiB),
    ...present('vcpu', capacity?.vcpu),
    ...present(
      'cost',
      typeof cost?.amount === 'number' ? `${cost.amount} ${cost.currency ?? '-'} ${cost.per ?? '-'}` : null,
    ),
    ...(node.addresses ?? []).flatMap((each) => present('address', each)),
    ...(node.domains ?? []).flatMap((each) => present('domain', each)),
    ...present('status', node.status),
    ...present('environment', node.environment),
    ...present('count', node.count),
    ...present('parent', typeof node.parent === 'string' ? nameAt(node.parent) : null),
    ...present('notes', node.notes?.replaceAll('\n', ' ')),
  ];
}

const ofLink = (link: ProposedDependency): { field: string; value: string }[] => [
  ...present('protocol', link.protocol),
  ...present('port', link.port),
  ...present('encrypted', link.encrypted),
  ...present('latencyMs', link.latencyMs),
];

/** Values of an item; a dependency goes by "from -> to", where a service may stand for its machine. */
export function toValues(
  item: ProposedItem,
  namesAt: (key: string) => readonly string[],
  parentOf: (key: string) => string | null,
): Value[] {
  const lower = (names: readonly string[], list: readonly { field: string; value: string }[]): Value[] =>
    list.map(({ field, value }) => ({ names, field: field.toLowerCase(), value: value.toLowerCase() }));
  if (item.is === 'node')
    return lower(
      namesAt(item.key),
      ofNode(item, (key) => namesAt(key)[0] ?? key),
    );
  if (item.is === 'disposition')
    return lower(
      namesAt(item.node),
      item.conditions.flatMap((each) => present('condition', each)),
    );
  if (item.is !== 'dependency') return [];
  const ends = (key: string): readonly string[] => {
    const parent = key.startsWith('service:') ? parentOf(key) : null;
    return parent === null ? namesAt(key) : [...namesAt(key), ...namesAt(parent)];
  };
  const names = ends(item.from).flatMap((from) => ends(item.to).map((to) => `${from} -> ${to}`));
  return lower(names, ofLink(item));
}
