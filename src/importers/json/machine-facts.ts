import type { Resources } from '#core/model/node.ts';
import type { YamlNode, YamlScalar } from '../ansible-yaml/yaml-tree.ts';
import type { ProposedNode } from '../contract.ts';
import { toAddresses } from './addresses.ts';
import type { Reader } from './draft.ts';
import type { MachineSpec } from './machine-spec.ts';
import { findEngineType } from './machine-words.ts';
import { findNamedSize } from './named-sizes.ts';
import { scalarsAt } from './pick.ts';

/** Gives the texts at a path that may be read. */
export type Finder = (path: string) => readonly YamlScalar[];

/** A finder below a root that leaves out what is marked as sensitive. */
export function makeFinder(root: YamlNode, isHidden: (node: YamlNode) => boolean): Finder {
  return (path) => scalarsAt(root, path).filter((scalar) => !isHidden(scalar));
}

/** The first text at the first path that has one. */
export function findFirst(find: Finder, paths: readonly string[] | undefined): YamlScalar | undefined {
  for (const path of paths ?? []) {
    const [first] = find(path);
    if (first !== undefined) return first;
  }
  return undefined;
}

function findAll(find: Finder, paths: readonly string[] | undefined): readonly YamlScalar[] {
  return (paths ?? []).flatMap((path) => find(path));
}

const perMiB = { MiB: 1, GiB: 1024, KiB: 1 / 1024, bytes: 1 / 1024 ** 2 } as const;
const perGiB = { GiB: 1, MiB: 1 / 1024, KiB: 1 / 1024 ** 2, bytes: 1 / 1024 ** 3 } as const;

function toNumber(scalar: YamlScalar): number {
  const text = scalar.value.trim();
  const value = /^\d{1,18}(?:\.\d{1,9})?(?:\s?[kK][iI]?[bB])?$/u.test(text) ? Number.parseFloat(text) : 0;
  return Number.isFinite(value) ? value : 0;
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}

function readCapacity(spec: MachineSpec, find: Finder, reader: Reader): Partial<Resources> {
  const capacity: { vcpu?: number; memoryMiB?: number; diskGiB?: number } = {};
  const size = findFirst(find, spec.size);
  const known =
    size === undefined ? undefined : findNamedSize(size.value.slice(size.value.lastIndexOf('/') + 1));
  const cores = findFirst(find, spec.vcpu);
  const times = spec.vcpuTimes === undefined ? undefined : find(spec.vcpuTimes)[0];
  const vcpu =
    (cores === undefined ? 0 : toNumber(cores)) * (times === undefined ? 1 : Math.max(1, toNumber(times)));
  if (vcpu > 0) {
    capacity.vcpu = vcpu;
    reader.take(cores, 'capacity.vcpu');
  } else if (known !== undefined) {
    capacity.vcpu = known.vcpu;
    reader.take(size, 'capacity.vcpu');
  }
  const memory = findFirst(find, spec.memory?.paths);
  const memoryMiB =
    memory === undefined || spec.memory === undefined ? 0 : toNumber(memory) * perMiB[spec.memory.unit];
  if (memoryMiB > 0) {
    capacity.memoryMiB = Math.round(memoryMiB);
    reader.take(memory, 'capacity.memoryMiB');
  } else if (known !== undefined) {
    capacity.memoryMiB = known.memoryMiB;
    reader.take(size, 'capacity.memoryMiB');
  }
  const disks = findAll(find, spec.disk?.paths).filter((disk) => toNumber(disk) > 0);
  if (spec.disk !== undefined && disks.length > 0) {
    const factor = perGiB[spec.disk.unit];
    capacity.diskGiB = oneDecimal(disks.reduce((sum, disk) => sum + toNumber(disk) * factor, 0));
    reader.takeAll(disks, 'capacity.diskGiB');
  }
  return capacity;
}

function toCost(spec: MachineSpec, find: Finder, reader: Reader): Partial<ProposedNode> {
  if (spec.monthlyCost === undefined) return {};
  const [price] = find(spec.monthlyCost.path);
  const amount = price === undefined ? 0 : toNumber(price);
  if (amount <= 0) return {};
  reader.take(price, 'cost.amount');
  return { cost: { amount, currency: spec.monthlyCost.currency, per: 'month' } };
}

/** The words of a system: the engine before the version of a managed service; no word that another one has already. */
function toSystem(engine: string | undefined, words: readonly string[]): string {
  const all = [...(engine === undefined ? [] : [engine]), ...words];
  const kept = all.filter((word, at) =>
    all.every((other, index) => index >= at || !other.toLowerCase().includes(word.toLowerCase())),
  );
  return kept.join(' ');
}

function toNotes(spec: MachineSpec, find: Finder, reader: Reader): readonly string[] {
  return (spec.notes ?? []).flatMap(({ path, label }) => {
    const said = reader.take(find(path)[0], 'notes');
    return said === undefined ? [] : [`${label}: ${said}`];
  });
}

function withList(
  field: 'aliases' | 'addresses' | 'domains' | 'identities',
  values: readonly string[],
): object {
  return values.length === 0 ? {} : { [field]: [...new Set(values)] };
}

/** Placeholders of tools that are no identity of a machine. */
const noIdentity = /^(?:[0-]+|[fF-]+|not specified|to be filled by.{0,40}|none|n\/a)$/iu;

/** The facts of a machine that need nothing of its surroundings. */
export function readMachineFacts(
  spec: MachineSpec,
  find: Finder,
  reader: Reader,
  name: string,
): Partial<ProposedNode> {
  const addresses = toAddresses(
    reader.takeAll(
      findAll(find, spec.addresses).filter((scalar) => toAddresses([scalar.value]).length > 0),
      'addresses',
    ),
  );
  const aliases = reader
    .takeAll(findAll(find, spec.aliases), 'aliases')
    .map((alias) => alias.replace(/\.$/u, ''))
    .filter((alias) => alias !== '' && alias.toLowerCase() !== name.toLowerCase());
  const engine = reader.take(findFirst(find, spec.engine), 'type');
  const os = reader.takeAll(findAll(find, spec.os), 'os');
  const capacity = readCapacity(spec, find, reader);
  const jurisdiction = reader.take(findFirst(find, spec.jurisdiction), 'jurisdiction');
  const type = (engine === undefined ? undefined : findEngineType(engine)) ?? spec.type;
  const notes = [...(engine === undefined ? [] : [`Engine: ${engine}`]), ...toNotes(spec, find, reader)];
  return {
    ...(type === undefined ? {} : { type }),
    ...withList('aliases', aliases),
    ...withList('addresses', addresses),
    ...withList('domains', reader.takeAll(findAll(find, spec.domains), 'domains')),
    ...withList(
      'identities',
      reader.takeAll(findAll(find, spec.identities), 'identities').filter((id) => !noIdentity.test(id)),
    ),
    ...(os.length === 0 ? {} : { os: toSystem(engine, os) }),
    ...(Object.keys(capacity).length === 0 ? {} : { capacity }),
    ...(jurisdiction !== undefined && /^[A-Z]{2}$/u.test(jurisdiction) ? { jurisdiction } : {}),
    ...(notes.length === 0 ? {} : { notes: notes.join('\n') }),
    ...toCost(spec, find, reader),
  };
}
