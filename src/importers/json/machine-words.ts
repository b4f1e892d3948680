import type { NodeStatus } from '#core/model/node.ts';

const statusWords: Readonly<Record<string, NodeStatus | 'gone'>> = {
  on: 'active',
  running: 'active',
  active: 'active',
  available: 'active',
  'vm running': 'active',
  poweredon: 'active',
  off: 'dormant',
  stopped: 'dormant',
  'stopped in place': 'dormant',
  stopping: 'dormant',
  suspended: 'dormant',
  offline: 'dormant',
  archive: 'dormant',
  archived: 'dormant',
  shutoff: 'dormant',
  poweredoff: 'dormant',
  deallocated: 'dormant',
  'vm deallocated': 'dormant',
  'vm stopped': 'dormant',
  planned: 'planned',
  staged: 'planned',
  terminated: 'gone',
  'shutting-down': 'gone',
  deleting: 'gone',
  template: 'gone',
};

/** What a word of a power state means; `gone` machines are counted and left out, other words say nothing. */
export function findStatus(word: string): NodeStatus | 'gone' | undefined {
  const key = word.trim().toLowerCase();
  return Object.hasOwn(statusWords, key) ? statusWords[key] : undefined;
}

const engineTypes: readonly (readonly [pattern: RegExp, type: string])[] = [
  [/postgres|mysql|maria|aurora|sqlserver|oracle|mongo|docdb|^pg$|kafka-db/iu, 'database'],
  [/redis|valkey|memcache/iu, 'cache'],
  [/kafka|rabbit|sqs|amqp/iu, 'queue'],
];

/** The type of a managed service by the name of its engine. */
export function findEngineType(engine: string): string | undefined {
  return engineTypes.find(([pattern]) => pattern.test(engine.slice(0, 100)))?.[1];
}

/** Sizes of AWS instance types by family: MiB of memory for a vCPU. */
const memoryPerVcpu: readonly (readonly [family: RegExp, mebibytes: number])[] = [
  [/^(?:m[5-8][a-z]{0,4}|m4)$/u, 4096],
  [/^c[5-8][a-z]{0,4}$/u, 2048],
  [/^(?:r[5-8][a-z]{0,4})$/u, 8192],
];
const vcpuOfSize: Readonly<Record<string, number>> = {
  medium: 1,
  large: 2,
  xlarge: 4,
  '2xlarge': 8,
  '4xlarge': 16,
  '8xlarge': 32,
  '12xlarge': 48,
  '16xlarge': 64,
  '24xlarge': 96,
};
const burstable: Readonly<Record<string, readonly [vcpu: number, memoryMiB: number]>> = {
  't2.nano': [1, 512],
  't2.micro': [1, 1024],
  't2.small': [1, 2048],
  't2.medium': [2, 4096],
  't2.large': [2, 8192],
  't2.xlarge': [4, 16384],
  't2.2xlarge': [8, 32768],
  'size.nano': [2, 512],
  'size.micro': [2, 1024],
  'size.small': [2, 2048],
  'size.medium': [2, 4096],
  'size.large': [2, 8192],
  'size.xlarge': [4, 16384],
  'size.2xlarge': [8, 32768],
};

/**
 * vCPU and memory of a size that the file only names: AWS `m5.large` and its like, Google `custom-4-8192` (MiB), DigitalOcean `s-2vcpu-4gb`.
 * `undefined` for names that are not known. Source: the providers' lists of instance types.
 */
export function findNamedSize(
  size: string,
): { readonly vcpu: number; readonly memoryMiB: number } | undefined {
  const custom = /^(?:[a-z]\d{1,2}d?-)?custom-(\d{1,3})-(\d{3,7})$/u.exec(size);
  if (custom !== null) return { vcpu: Number(custom[1]), memoryMiB: Number(custom[2]) };
  const slug = /^[a-z][a-z0-9]{0,3}-(\d{1,3})vcpu-(\d{1,4})gb(?:-[a-z]{1,8}){0,2}$/u.exec(size);
  if (slug !== null) return { vcpu: Number(slug[1]), memoryMiB: Number(slug[2]) * 1024 };
  const [family = '', step = '', more] = size.split('.');
  if (more !== undefined) return undefined;
  const small = burstable[family === 't2' ? size : /^t(?:3a?|4g)$/u.test(family) ? `size.${step}` : ''];
  if (small !== undefined) return { vcpu: small[0], memoryMiB: small[1] };
  const perVcpu = memoryPerVcpu.find(([pattern]) => pattern.test(family))?.[1];
  const vcpu = Object.hasOwn(vcpuOfSize, step) ? vcpuOfSize[step] : undefined;
  if (perVcpu === undefined || vcpu === undefined || (step === 'medium' && !/^[mcr][6-8]g/u.test(family)))
    return undefined;
  return { vcpu, memoryMiB: vcpu * perVcpu };
}
