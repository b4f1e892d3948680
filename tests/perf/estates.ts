import { acceptProposals } from '#core/intake/accept-proposals.ts';
import { importFiles } from '#core/importers/import-files.ts';
import type { Proposal } from '#core/importers/contract.ts';
import { makeIdMaker } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { generateEstate } from '#support/estate/generate-estate.ts';
import { planOf } from '#support/build-plan.ts';
import { randomBytes } from 'node:crypto';

export const makeId = makeIdMaker((length) => new Uint8Array(randomBytes(length)));

/** A plan of so many servers with phases, made anew each time: no memory of the product knows it. */
export function makePlan(servers: number, phases = 20): Plan {
  return generateEstate({ servers, phases });
}

/** A plan that stands by itself: what the product remembers hangs on tables and records, and new ones have nothing of it. */
export function forget(plan: Plan): Plan {
  const { nodes, dependencies, parties, duties, phases, changes } = plan;
  return planOf({
    name: plan.name,
    nodes: nodes.map((node) => ({ ...node })),
    dependencies: dependencies.map((each) => ({ ...each })),
    parties: [...parties],
    duties: [...duties],
    phases: [...phases],
    changes: changes.map((change) => ({ ...change })),
  });
}

export const serversOf = (plan: Plan): InventoryNode[] =>
  [...plan.nodes].filter((node) => node.kind === 'server');
export const hostsOf = (plan: Plan): InventoryNode[] =>
  [...plan.nodes].filter((node) => node.kind === 'host');

export const headings = [
  'Name',
  'Host',
  'Provider',
  'Environment',
  'IP address',
  'OS',
  'vCPU',
  'RAM (GB)',
  'Disk (GB)',
  'Depends on',
  'Owner',
] as const;

/** Rows of an inventory as people keep it in a spreadsheet: one server a row. `shift` changes the memory of every tenth. */
export function inventoryRows(servers: number, shift = 0): string[][] {
  return Array.from({ length: servers }, (_, at) => [
    `srv-${String(at).padStart(6, '0')}`,
    `hv-${Math.floor(at / 10)}`,
    `Provider ${(Math.floor(at / 400) % 9) + 1}`,
    ['production', 'staging', 'test'][at % 3] ?? '',
    `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`,
    at % 4 === 0 ? 'Windows Server 2022' : 'Debian 12',
    String(2 << (at % 4)),
    String((4 << (at % 4)) + (at % 10 === 0 ? shift : 0)),
    String(40 * (1 + (at % 7))),
    at === 0 ? '' : `srv-${String(Math.floor(at / 7)).padStart(6, '0')}`,
    at % 5 === 0 ? 'Team, "Ops"' : 'Platform team',
  ]);
}

/** The same as the text of a CSV file. */
export function inventoryCsv(servers: number, shift = 0): string {
  const cell = (text: string): string => (/[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [headings, ...inventoryRows(servers, shift)].map((row) => row.map(cell).join(',')).join('\n');
}

export const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What the importers make of an inventory; throws where they refuse it, for then there is nothing to measure. */
export function readProposals(name: string, bytes: Uint8Array): readonly Proposal[] {
  const { proposals, problems } = importFiles([{ name, bytes }]);
  if (proposals.length === 0)
    throw new Error(`${name} was not read: ${problems[0]?.message ?? 'no proposal'}`);
  return proposals;
}

export function accept(plan: Plan, proposals: readonly Proposal[]): Plan {
  return acceptProposals(plan, proposals, { accept: 'sure-and-likely' }, { makeId }).edit.plan;
}
