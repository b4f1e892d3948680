declare const brand: unique symbol;

/** A string that may not be mixed up with other strings, for example `Brand<'NodeId'>`. */
export type Brand<Name extends string> = string & { readonly [brand]: Name };
