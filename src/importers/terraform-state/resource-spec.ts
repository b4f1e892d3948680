import type { MachineSpec } from '../json/machine-spec.ts';

/** What is read of a type of resource, and whose it is. */
export interface ResourceSpec extends MachineSpec {
  readonly provider: string | null;
}
