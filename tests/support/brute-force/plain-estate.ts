import type { Change } from '#core/model/change.ts';
import { isNeed, type Dependency } from '#core/model/dependency.ts';
import { toDuty, type Duty } from '#core/model/duty.ts';
import { toImportedId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';

/**
 * An estate as plain lists, changed by plain loops straight from the words of the contract: slow, and easy to believe.
 * It shares no code with `src/state`.
 */
export interface PlainEstate {
  readonly nodes: readonly InventoryNode[];
  readonly dependencies: readonly Dependency[];
  readonly duties: readonly Duty[];
  /** Ids of nodes that a change took away. */
  readonly taken: readonly string[];
}

/** The inventory of a plan as lists. */
export function toPlainEstate(plan: Plan): PlainEstate {
  return {
    nodes: [...plan.nodes],
    dependencies: [...plan.dependencies],
    duties: [...plan.duties],
    taken: [],
  };
}

/** A node of a plain estate by id. */
export function find(estate: PlainEstate, id: string | null): InventoryNode | undefined {
  return estate.nodes.find((node) => node.id === id);
}

/** Whether `id` is `top` or stands somewhere inside it. */
export function isInside(estate: PlainEstate, id: string, top: string): boolean {
  let at: string | null = id;
  for (let steps = 0; at !== null && steps <= estate.nodes.length; steps += 1) {
    if (at === top) return true;
    at = find(estate, at)?.parent ?? null;
  }
  return false;
}

function add(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : a + b;
}

function remove(estate: PlainEstate, gone: readonly string[]): PlainEstate {
  return {
    nodes: estate.nodes.filter((node) => !gone.includes(node.id)),
    dependencies: estate.dependencies.filter(
      (each) =>
        !gone.includes(each.from) &&
        (!gone.includes(each.to) || isNeed(each.type) || each.type === 'reaches-through'),
    ),
    duties: estate.duties.filter((duty) => duty.subject === null || !gone.includes(duty.subject)),
    taken: [...estate.taken, ...gone],
  };
}

function merge(estate: PlainEstate, from: string, into: string): PlainEstate {
  const node = find(estate, from);
  const target = find(estate, into);
  if (node === undefined || target === undefined || from === into) return estate;
  const merged: InventoryNode = {
    ...target,
    parent: isInside(estate, into, from) ? node.parent : target.parent,
    domains: [...new Set([...target.domains, ...node.domains])],
    aliases: [...new Set([...target.aliases, ...node.aliases])],
    usage: {
      vcpu: add(target.usage.vcpu, node.usage.vcpu),
      memoryMiB: add(target.usage.memoryMiB, node.usage.memoryMiB),
      diskGiB: add(target.usage.diskGiB, node.usage.diskGiB),
    },
  };
  const nodes = estate.nodes
    .filter((each) => each.id !== from)
    .map((each) => {
      if (each.id === into) return merged;
      return each.parent === from ? { ...each, parent: target.id } : each;
    });
  const dependencies = estate.dependencies
    .map((each) => ({
      ...each,
      from: each.from === from ? target.id : each.from,
      to: each.to === from ? target.id : each.to,
      touched: each.from === from || each.to === from,
    }))
    .filter((each) => !(each.touched && each.from === each.to))
    .map(({ touched: _touched, ...each }) => each);
  const duties = estate.duties.filter((duty) => duty.subject !== from);
  return { nodes, dependencies, duties, taken: [...estate.taken, from] };
}

function handOver(estate: PlainEstate, plan: Plan, id: string): PlainEstate {
  const record = plan.handovers.get(id);
  if (record === undefined || (record.subject !== null && find(estate, record.subject) === undefined))
    return estate;
  const isOf = (duty: Duty): boolean => duty.area === record.area && duty.subject === record.subject;
  const moves = (duty: Duty): boolean =>
    isOf(duty) && duty.party === record.from && ['accountable', 'responsible'].includes(duty.role);
  const has = (role: string, environment: string | null): boolean =>
    estate.duties.some(
      (duty) =>
        isOf(duty) && duty.party === record.to && duty.role === role && duty.environment === environment,
    );
  if (!estate.duties.some(moves)) {
    if (has('accountable', null)) return estate;
    const fresh = toDuty({
      id: toImportedId('du', [record.id]),
      area: record.area,
      subject: record.subject,
      party: record.to,
    });
    return { ...estate, duties: [...estate.duties.filter((duty) => duty.id !== fresh.id), fresh] };
  }
  const duties = estate.duties.flatMap((duty) => {
    if (!moves(duty)) return [duty];
    return has(duty.role, duty.environment) ? [] : [{ ...duty, party: record.to }];
  });
  return { ...estate, duties };
}

/** The estate after a change. */
export function applyPlainly(estate: PlainEstate, change: Change, plan: Plan): PlainEstate {
  if (change.kind === 'remove') {
    if (find(estate, change.node) === undefined) return estate;
    const gone = estate.nodes.filter((node) => isInside(estate, node.id, change.node));
    return remove(
      estate,
      gone.map((node) => node.id),
    );
  }
  if (change.kind === 'move') {
    if (change.to !== null && isInside(estate, change.to, change.node)) return estate;
    return {
      ...estate,
      nodes: estate.nodes.map((node) => (node.id === change.node ? { ...node, parent: change.to } : node)),
    };
  }
  if (change.kind === 'merge') return merge(estate, change.node, change.into);
  if (change.kind === 'add') {
    if (find(estate, change.node.id) !== undefined) return estate;
    const inItself = change.to !== null && isInside(estate, change.to, change.node.id);
    return { ...estate, nodes: [...estate.nodes, { ...change.node, parent: inItself ? null : change.to }] };
  }
  if (change.kind === 'hand-over') return handOver(estate, plan, change.handover);
  if (change.kind === 'resize') {
    const { vcpu, memoryMiB, diskGiB } = change.capacity;
    return {
      ...estate,
      nodes: estate.nodes.map((node) => {
        if (node.id !== change.node) return node;
        const was = node.capacity;
        const capacity = {
          vcpu: vcpu ?? was.vcpu,
          memoryMiB: memoryMiB ?? was.memoryMiB,
          diskGiB: diskGiB ?? was.diskGiB,
        };
        return { ...node, capacity };
      }),
    };
  }
  const { dependency, from, to } = change;
  if (to === null)
    return { ...estate, dependencies: estate.dependencies.filter((each) => each.id !== dependency) };
  return {
    ...estate,
    dependencies: estate.dependencies.map((each) =>
      each.id === dependency ? { ...each, from: from ?? each.from, to: to ?? each.to } : each,
    ),
  };
}
