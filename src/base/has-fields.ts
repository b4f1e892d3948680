/** The values that `hasFields` tells apart, by what `typeof` says of them. */
interface FieldTypes {
  readonly string: string;
  readonly number: number;
}

/** Whether a value of unknown origin is an object that has all these fields, each of that type; it may have others. */
export function hasFields<Field extends string, Type extends keyof FieldTypes>(
  value: unknown,
  fields: readonly Field[],
  type: Type,
): value is Readonly<Record<Field, FieldTypes[Type]>> {
  if (typeof value !== 'object' || value === null) return false;
  const found: object = value;
  return fields.every((field) => typeof Reflect.get(found, field) === type);
}
