/** A file name without what file systems don't like. */
export function toFileStem(name: string): string {
  const stem = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/gu, '');
  return stem === '' ? 'plan' : stem.slice(0, 80);
}
