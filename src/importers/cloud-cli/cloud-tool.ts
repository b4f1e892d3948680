import type { MachineSpec } from '../json/machine-spec.ts';

/** One shape of thing in a tool's output. */
export interface CloudShape {
  /** Keys that tell it: all of them must be there. Dots lead inside. */
  readonly has: readonly string[];
  /** What is read of it; `null` for things that are no machine and no service, which are counted. */
  readonly spec: MachineSpec | null;
  /** What it is called when it is counted. */
  readonly what?: string;
}

/** What a command line tool or the interface behind it prints. */
export interface CloudTool {
  readonly format: string;
  readonly title: string;
  readonly provider: string;
  readonly because: string;
  /** Where the things may stand: paths from the root. */
  readonly lists: readonly string[];
  readonly shapes: readonly CloudShape[];
  /** Keys of the root that only this tool writes, for answers with empty lists. */
  readonly signature?: readonly string[];
  /** Where a mark stands that there is more than this page. */
  readonly more: readonly { readonly path: string; readonly means: 'said' | 'above-one' }[];
}
