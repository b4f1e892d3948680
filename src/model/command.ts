/** A command as data: its name and its arguments, as in `rehome do` and as a repair carries it. Schemas: `src/commands`. */
export interface Command {
  readonly command: string;
  readonly [argument: string]: unknown;
}
