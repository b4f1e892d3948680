import { fail, ok, type Result } from '#core/base/result.ts';
import { findNode } from '#core/commands/find-node.ts';
import { toProblemWords } from '#core/document/problem-words.ts';
import { z } from '#core/document/zod.ts';
import type { HostType } from '#core/model/host-type.ts';
import type { NodeId } from '#core/model/ids.ts';
import { canContain } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { allHosts, type ConsolidationTargets } from '#core/planning/consolidation/options.ts';

const name = z.string().trim().min(1);
const size = z.number().nonnegative().nullable().default(null);

const hostType = z.strictObject({
  name,
  count: z.number().int().min(0).max(10_000).default(1),
  capacity: z.strictObject({ vcpu: size, memoryMiB: size, diskGiB: size }),
  cost: z
    .strictObject({
      amount: z.number().nonnegative().nullable().default(null),
      currency: z.string().trim().min(1).nullable().default(null),
      per: z.enum(['hour', 'day', 'month', 'year']).default('month'),
    })
    .default({ amount: null, currency: null, per: 'month' }),
  place: name.nullable().default(null),
  jurisdiction: name.nullable().default(null),
});

const targetsFile = z.strictObject({
  hosts: z.array(name).nullable().default(null),
  types: z.array(hostType).default([]),
  empty: z.array(name).default([]),
  servers: z.array(name).nullable().default(null),
  rates: z.record(z.string(), z.number().positive()).default({}),
});

type Found = Result<readonly NodeId[], string>;

function findAll(plan: Plan, names: readonly string[]): Found {
  const ids: NodeId[] = [];
  for (const each of names) {
    const found = plan.nodes.has(each) ? ok(each) : findNode(plan, each);
    if (!found.ok) return fail(found.error.message);
    const node = plan.nodes.get(found.value);
    if (node !== undefined) ids.push(node.id);
  }
  return ok(ids);
}

function toType(plan: Plan, type: z.output<typeof hostType>): Result<HostType, string> {
  if (type.place === null) return ok({ ...type, place: null });
  const place = findAll(plan, [type.place]);
  if (!place.ok) return place;
  const node = plan.nodes.get(place.value[0] ?? null);
  if (node === undefined || node.kind === 'host' || !canContain(node.kind, 'host')) {
    return fail(`${type.name} can't stand in ${type.place}: name a provider or a site`);
  }
  return ok({ ...type, place: node.id });
}

/** A list stands for hosts by name and new ones as objects. */
function toWhole(data: unknown): unknown {
  if (!Array.isArray(data)) return data;
  return {
    hosts: data.filter((each) => typeof each === 'string'),
    types: data.filter((each) => typeof each !== 'string'),
  };
}

/**
 * Reads what a consolidation may use, as a person wrote it in a file: names or ids where the plan has ids. Fails with words
 * that begin in the middle of a sentence: `"types 1.capacity" is missing`. The form is in `docs/command-line.md`.
 */
export function parseTargets(plan: Plan, data: unknown): Result<ConsolidationTargets, string> {
  const whole = toWhole(data);
  const parsed = targetsFile.safeParse(whole);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return fail(issue === undefined ? 'it has the wrong form' : toProblemWords(issue, whole));
  }
  const { hosts, types, empty, servers, rates } = parsed.data;
  const named = hosts === null ? ok(null) : findAll(plan, hosts);
  if (!named.ok) return named;
  const wrong = (named.value ?? []).find((id) => plan.nodes.get(id)?.kind !== 'host');
  if (wrong !== undefined) return fail(`${plan.nodes.get(wrong)?.name ?? wrong} is no host`);
  const emptied = findAll(plan, empty);
  if (!emptied.ok) return emptied;
  const placed = servers === null ? ok(null) : findAll(plan, servers);
  if (!placed.ok) return placed;
  const made: HostType[] = [];
  for (const type of types) {
    const one = toType(plan, type);
    if (!one.ok) return one;
    made.push(one.value);
  }
  return ok({
    ...allHosts,
    hosts: named.value,
    types: made,
    empty: emptied.value,
    servers: placed.value,
    rates,
  });
}
