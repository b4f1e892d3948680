/** Throws when something that the code guarantees does not hold. Never used for bad input. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!(condition as boolean)) throw new Error(`Invariant broken: ${message}`);
}
