/** What a rented size has. */
export interface NamedSize {
  readonly vcpu: number;
  readonly memoryMiB: number;
}

/** Sizes with their vCPU and GiB, as `name vcpu/GiB`: those that follow no rule. Lower case. */
const listed: ReadonlyMap<string, NamedSize> = new Map(
  [
    // AWS
    't1.micro 1/0.6 t2.nano 1/0.5 t2.micro 1/1 t2.small 1/2 t2.medium 2/4 t2.large 2/8 t2.xlarge 4/16 t2.2xlarge 8/32',
    'm1.small 1/1.7 m1.medium 1/3.75 m1.large 2/7.5 m1.xlarge 4/15 m3.medium 1/3.75 m3.large 2/7.5 m3.xlarge 4/15 m3.2xlarge 8/30',
    'c3.large 2/3.75 c3.xlarge 4/7.5 c3.2xlarge 8/15 c3.4xlarge 16/30 c3.8xlarge 32/60',
    'c4.large 2/3.75 c4.xlarge 4/7.5 c4.2xlarge 8/15 c4.4xlarge 16/30 c4.8xlarge 36/60',
    'r3.large 2/15.25 r3.xlarge 4/30.5 r3.2xlarge 8/61 r3.4xlarge 16/122 r3.8xlarge 32/244',
    'r4.large 2/15.25 r4.xlarge 4/30.5 r4.2xlarge 8/61 r4.4xlarge 16/122 r4.8xlarge 32/244 r4.16xlarge 64/488',
    'i3.large 2/15.25 i3.xlarge 4/30.5 i3.2xlarge 8/61 i3.4xlarge 16/122 i3.8xlarge 32/244 m4.10xlarge 40/160',
    // Azure
    'standard_b1ls 1/0.5 standard_b1s 1/1 standard_b1ms 1/2 standard_b2s 2/4 standard_b2ms 2/8 standard_b4ms 4/16 standard_b8ms 8/32 standard_b12ms 12/48 standard_b16ms 16/64 standard_b20ms 20/80',
    'standard_d1_v2 1/3.5 standard_d2_v2 2/7 standard_d3_v2 4/14 standard_d4_v2 8/28 standard_d5_v2 16/56 standard_d11_v2 2/14 standard_d12_v2 4/28 standard_d13_v2 8/56 standard_d14_v2 16/112',
    'standard_ds1_v2 1/3.5 standard_ds2_v2 2/7 standard_ds3_v2 4/14 standard_ds4_v2 8/28 standard_ds5_v2 16/56 standard_ds11_v2 2/14 standard_ds12_v2 4/28 standard_ds13_v2 8/56 standard_ds14_v2 16/112',
    'standard_a1_v2 1/2 standard_a2_v2 2/4 standard_a4_v2 4/8 standard_a8_v2 8/16 standard_a2m_v2 2/16 standard_a4m_v2 4/32 standard_a8m_v2 8/64 standard_e20_v3 20/160 standard_e64_v3 64/432 standard_e64s_v3 64/432',
    // Google
    'e2-micro 2/1 e2-small 2/2 e2-medium 2/4 f1-micro 1/0.6 g1-small 1/1.7',
    // Hetzner
    'cx11 1/2 cx21 2/4 cx31 2/8 cx41 4/16 cx51 8/32 cx22 2/4 cx32 4/8 cx42 8/16 cx52 16/32 cpx11 2/2 cpx21 3/4 cpx31 4/8 cpx41 8/16 cpx51 16/32',
    'cax11 2/4 cax21 4/8 cax31 8/16 cax41 16/32 ccx13 2/8 ccx23 4/16 ccx33 8/32 ccx43 16/64 ccx53 32/128 ccx63 48/192',
    // Linode, Scaleway
    'g6-nanode-1 1/1 g6-standard-1 1/2 g6-standard-2 2/4 g6-standard-4 4/8 g6-standard-6 6/16 g6-standard-8 8/32 g6-standard-16 16/64',
    'dev1-s 2/2 dev1-m 3/4 dev1-l 4/8 dev1-xl 4/12',
  ].flatMap((line) =>
    [...line.matchAll(/(\S+) ([\d.]+)\/([\d.]+)/gu)].map(
      ([, name = '', vcpu, gibibytes]) =>
        [name, { vcpu: Number(vcpu), memoryMiB: Math.round(Number(gibibytes) * 1024) }] as const,
    ),
  ),
);

/** AWS families by GiB of memory for a vCPU. */
const awsFamilies: readonly (readonly [family: RegExp, gibibytes: number])[] = [
  [/^(?:m[5-8][a-z]{0,4}|m4)$/u, 4],
  [/^c[5-8][a-z]{0,4}$/u, 2],
  [/^r[5-8][a-z]{0,4}$/u, 8],
];
const burstableMiB: Readonly<Record<string, number>> = {
  nano: 512,
  micro: 1024,
  small: 2048,
  medium: 4096,
  large: 8192,
  xlarge: 16_384,
  '2xlarge': 32_768,
};

function vcpuOfStep(step: string): number | undefined {
  const times = /^(\d{1,2})xlarge$/u.exec(step)?.[1];
  if (times !== undefined) return Number(times) * 4;
  return step === 'xlarge' ? 4 : step === 'large' ? 2 : undefined;
}

function findAwsSize(size: string): NamedSize | undefined {
  const [family = '', step = '', more] = size.replace(/^(?:db|cache)\./u, '').split('.');
  if (more !== undefined) return undefined;
  if (/^t(?:3a?|4g)$/u.test(family)) {
    const memoryMiB = Object.hasOwn(burstableMiB, step) ? burstableMiB[step] : undefined;
    return memoryMiB === undefined ? undefined : { vcpu: vcpuOfStep(step) ?? 2, memoryMiB };
  }
  const perVcpu = awsFamilies.find(([pattern]) => pattern.test(family))?.[1];
  const vcpu = step === 'medium' && /^[mcr][6-8]g/u.test(family) ? 1 : vcpuOfStep(step);
  return perVcpu === undefined || vcpu === undefined ? undefined : { vcpu, memoryMiB: vcpu * perVcpu * 1024 };
}

/** Azure writes the number of vCPU into the name from version 3 on: D 4 GiB for each (2 with an `l`), E 8, F 2. */
function findAzureSize(size: string): NamedSize | undefined {
  const match = /^standard_([def])s?(\d{1,3})(?:-(\d{1,3}))?([a-z]{0,4})_v([2-7])$/u.exec(size);
  if (match === null) return undefined;
  const [, family = '', whole, kept, features = '', version] = match;
  if (family !== 'f' && version === '2') return undefined;
  const perVcpu = family === 'e' ? 8 : family === 'f' ? 2 : features.includes('l') ? 2 : 4;
  // Beyond 64 vCPU the memory no longer follows the rule.
  if (Number(whole) > 64 || (family === 'e' && Number(whole) > 48)) return undefined;
  return { vcpu: Number(kept ?? whole), memoryMiB: Number(whole) * perVcpu * 1024 };
}

const googlePerVcpu: Readonly<Record<string, readonly [standard: number, highmem: number, highcpu: number]>> =
  {
    n1: [3.75, 6.5, 0.9],
    n2: [4, 8, 1],
    n2d: [4, 8, 1],
    e2: [4, 8, 1],
    t2d: [4, 0, 0],
    t2a: [4, 0, 0],
    c2: [4, 0, 0],
    c3: [4, 8, 2],
    c4: [3.75, 7.75, 2],
    n4: [4, 8, 2],
  };

function findGoogleSize(size: string): NamedSize | undefined {
  const match = /^([a-z]\d[a-z]?)-(standard|highmem|highcpu)-(\d{1,3})$/u.exec(size);
  const [, family = '', shape = '', vcpu] = match ?? [];
  const known = Object.hasOwn(googlePerVcpu, family) ? googlePerVcpu[family] : undefined;
  const perVcpu = known?.[['standard', 'highmem', 'highcpu'].indexOf(shape)] ?? 0;
  return perVcpu === 0
    ? undefined
    : { vcpu: Number(vcpu), memoryMiB: Math.round(Number(vcpu) * perVcpu * 1024) };
}

/**
 * vCPU and memory of a size that a file only names: AWS `m5.large` (and `db.m5.large`), Azure `Standard_D4s_v3`, Google `e2-standard-4` and
 * `custom-4-8192` (MiB), DigitalOcean `s-2vcpu-4gb`, Hetzner `cx22`. `undefined` for names that are not known. Source: the providers' lists of
 * instance types.
 */
export function findNamedSize(name: string): NamedSize | undefined {
  const size = name.toLowerCase();
  const custom = /^(?:[a-z]\d{1,2}d?-)?custom-(\d{1,3})-(\d{3,7})(?:-ext)?$/u.exec(size);
  if (custom !== null) return { vcpu: Number(custom[1]), memoryMiB: Number(custom[2]) };
  const slug = /^[a-z][a-z0-9]{0,3}-(\d{1,3})vcpu-(\d{1,4})gb(?:-[a-z]{1,8}){0,2}$/u.exec(size);
  if (slug !== null) return { vcpu: Number(slug[1]), memoryMiB: Number(slug[2]) * 1024 };
  return listed.get(size) ?? findAwsSize(size) ?? findAzureSize(size) ?? findGoogleSize(size);
}
