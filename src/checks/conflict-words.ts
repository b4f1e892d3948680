const fieldWords: Readonly<Record<string, string | undefined>> = {
  parent: 'place',
  os: 'operating system',
  'capacity.vcpu': 'number of processors',
  'capacity.memoryMiB': 'memory',
  'capacity.diskGiB': 'disk',
  'usage.vcpu': 'number of processors in use',
  'usage.memoryMiB': 'memory in use',
  'usage.diskGiB': 'disk in use',
  'cost.amount': 'cost',
  'cost.currency': 'currency',
  'cost.per': 'period of the cost',
};

/** What a field of a node is called in a sentence: `capacity.memoryMiB` is "memory". */
export function toFieldWords(field: string): string {
  return fieldWords[field] ?? field;
}

function toShort(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/**
 * One of the values on which sources disagree, as a person says it: memory (in MiB) and disk (in GiB) with their unit, a
 * place by its name. `nameOf` answers `null` for an id that it does not know.
 */
export function toFieldValue(field: string, value: unknown, nameOf: (id: string) => string | null): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string')
    return field === 'parent' ? (nameOf(value) ?? 'a place that is gone') : value;
  if (typeof value !== 'number') return JSON.stringify(value);
  if (field.endsWith('.memoryMiB')) {
    return value < 1024 ? `${toShort(value)} MiB` : `${toShort(value / 1024)} GiB`;
  }
  return field.endsWith('.diskGiB') ? `${toShort(value)} GiB` : String(value);
}
