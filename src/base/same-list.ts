/** Whether two lists hold the same in the same order: by identity, unless another sameness is given. */
export function isSameList<T>(
  a: readonly T[],
  b: readonly T[],
  isSame: (a: T, b: T) => boolean = (one, two) => one === two,
): boolean {
  if (a.length !== b.length) return false;
  return a.every((each, index) => {
    const other = b[index];
    return other !== undefined && isSame(each, other);
  });
}
