/** A size in a file and the unit that it stands in there. */
export interface SizeSpec<Unit extends string> {
  readonly paths: readonly string[];
  readonly unit: Unit;
}

/**
 * Where the facts of a machine or managed service stand in its JSON: the allow-list of what is read. Paths are keys with dots, `*`
 * stands for every item; of several paths the first that says something counts, for lists all of them count.
 */
export interface MachineSpec {
  readonly kind: 'server' | 'service';
  readonly type?: string;
  /** The engine of a managed service, which tells its type and stands as its system. */
  readonly engine?: readonly string[];
  readonly name: readonly string[];
  readonly aliases?: readonly string[];
  readonly site?: readonly string[];
  /** The physical machine or hypervisor that it runs on. */
  readonly host?: readonly string[];
  readonly addresses?: readonly string[];
  readonly domains?: readonly string[];
  /** All of them, joined by blanks. */
  readonly os?: readonly string[];
  /** The name of the size that was rented; becomes a tag. */
  readonly size?: readonly string[];
  readonly vcpu?: readonly string[];
  /** What the count of cores is multiplied by. */
  readonly vcpuTimes?: string;
  readonly memory?: SizeSpec<'MiB' | 'GiB' | 'KiB' | 'bytes'>;
  /** All of them are added up. */
  readonly disk?: SizeSpec<'GiB' | 'MiB' | 'KiB' | 'bytes'>;
  readonly status?: readonly string[];
  /** A word of the state that means another thing here than elsewhere. */
  readonly dormantWords?: readonly string[];
  readonly tags?: readonly string[];
  readonly groups?: readonly string[];
  readonly environment?: readonly string[];
  readonly jurisdiction?: readonly string[];
  /** Ids of the outside world, strongest first; the first one is what other things call it. */
  readonly identities?: readonly string[];
  readonly monthlyCost?: { readonly path: string; readonly currency: string };
  readonly notes?: readonly { readonly path: string; readonly label: string }[];
  /** Ids of the machines that it stands in front of. */
  readonly behind?: readonly string[];
}
