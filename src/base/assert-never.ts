/** Ends a `switch` on a union: compiles only while every case is handled, throws if data lied about its type. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
