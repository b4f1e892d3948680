import type { Evidence } from './evidence.ts';
import type { DependencyId, NodeId } from './ids.ts';

/** Types of dependency; read one as `from` TYPE `to`. */
export const dependencyTypes = [
  'connects',
  'uses',
  'replicates',
  'backs-up-to',
  'stores-in',
  'proxies',
  'reaches-through',
  'monitors',
  'manages',
  'deploys',
  'notifies',
] as const;

/** What `from` does to `to`. */
export type DependencyType = (typeof dependencyTypes)[number];

/** An edge of the dependency graph. Latencies in milliseconds; `encrypted: null` means not known. */
export interface Dependency {
  readonly id: DependencyId;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly type: DependencyType;
  readonly protocol: string | null;
  readonly port: number | null;
  readonly encrypted: boolean | null;
  readonly latencyMs: number | null;
  readonly maxLatencyMs: number | null;
  readonly evidence: readonly Evidence[];
}

/** A dependency with empty values for all that is not given. */
export function toDependency(
  fields: Pick<Dependency, 'id' | 'from' | 'to' | 'type'> & Partial<Dependency>,
): Dependency {
  return {
    protocol: null,
    port: null,
    encrypted: null,
    latencyMs: null,
    maxLatencyMs: null,
    evidence: [],
    ...fields,
  };
}

const needing: ReadonlySet<DependencyType> = new Set([
  'connects',
  'uses',
  'replicates',
  'backs-up-to',
  'stores-in',
  'proxies',
]);

/** Whether `from` stops working when `to` is gone (contract, section 2). */
export function isNeed(type: DependencyType): boolean {
  return needing.has(type);
}
