/** Several values in one cell of our own tables, parted by `;`. A `;` or a backslash inside of a value gets a backslash in front. */
export function toListText(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\;]/gu, (sign) => `\\${sign}`)).join(';');
}
