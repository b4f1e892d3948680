import type { Resources } from '#core/model/node.ts';

function trimmed(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Memory in the unit that a person would use: `512 MB`, `2 GB`. */
export function toMemoryWords(memoryMiB: number): string {
  return memoryMiB < 1024 ? `${trimmed(memoryMiB)} MB` : `${trimmed(memoryMiB / 1024)} GB`;
}

/** Sizes in words, only those that are known: `2 vCPU, 2 GB RAM, 100 GB disk`; empty when nothing is. */
export function toResourceWords(resources: Resources): string {
  const { vcpu, memoryMiB, diskGiB } = resources;
  return [
    vcpu === null ? '' : `${trimmed(vcpu)} vCPU`,
    memoryMiB === null ? '' : `${toMemoryWords(memoryMiB)} RAM`,
    diskGiB === null
      ? ''
      : `${diskGiB < 1024 ? `${trimmed(diskGiB)} GB` : `${trimmed(diskGiB / 1024)} TB`} disk`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
