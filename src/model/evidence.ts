import type { SourceId } from './ids.ts';

/**
 * Where a value came from: `quote` stands word for word on `line` (from 1) of the source; `field` says which value it
 * speaks for (`name`, `parent`, `capacity.memoryMiB`, ...).
 */
export interface Evidence {
  readonly source: SourceId;
  readonly line: number;
  readonly quote: string;
  readonly field: string;
}
