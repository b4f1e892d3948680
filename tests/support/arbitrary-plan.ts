import * as fc from 'fast-check';
import { orderKeyBetween } from '#core/base/order-key.ts';
import { toTable } from '#core/base/table.ts';
import { toChangeBase, type Change } from '#core/model/change.ts';
import { dependencyTypes, toDependency } from '#core/model/dependency.ts';
import { dispositionKinds, toDisposition } from '#core/model/disposition.ts';
import { toDuty } from '#core/model/duty.ts';
import { toHandOver } from '#core/model/hand-over.ts';
import { toId } from '#core/model/ids.ts';
import { canContain, nodeKinds, toNode, unknownResources, type InventoryNode } from '#core/model/node.ts';
import { toParty } from '#core/model/party.ts';
import { toPhase } from '#core/model/phase.ts';
import type { Plan } from '#core/model/plan.ts';
import { toQuestion } from '#core/model/question.ts';
import { toSource } from '#core/model/source.ts';
import { toTask } from '#core/model/task.ts';
import { planOf } from './build-plan.ts';

/** How large random plans get at most. */
export interface PlanSize {
  readonly nodes: number;
  readonly changes: number;
  /** How many nodes and changes there are at least to choose from; 0 when left out. */
  readonly least?: number;
}

const pick = fc.nat({ max: 9999 });
const text = fc.oneof(
  fc.constantFrom('web', 'db', 'web/01', 'server:db', 'a -> b', '', ' ', '$1', 'constructor', 'x"\n`|<b>'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const size = fc.option(fc.nat({ max: 64 }));
const bool = fc.boolean();

const nodeParts = fc.record({
  kind: fc.constantFrom(...nodeKinds),
  name: text,
  parent: pick,
  isPlaced: bool,
  environment: fc.option(fc.constantFrom('production', 'staging')),
  vcpu: size,
  memoryMiB: size,
  domains: fc.array(text, { maxLength: 2 }),
  count: fc.option(fc.nat({ max: 5 })),
});
const dependencyParts = fc.record({
  from: pick,
  to: pick,
  type: fc.constantFrom(...dependencyTypes),
  encrypted: fc.option(bool),
});
const changeParts = fc.record({
  kind: fc.constantFrom('move', 'merge', 'remove', 'add', 'resize', 'rewire', 'hand-over'),
  on: pick,
  to: pick,
  phase: pick,
  isPhased: bool,
  after: fc.array(pick, { maxLength: 2 }),
  isMet: fc.option(bool),
  notes: text,
  add: nodeParts,
});
const otherParts = fc.record({ on: pick, to: pick, flag: bool, words: text });

type NodeParts = typeof nodeParts extends fc.Arbitrary<infer T> ? T : never;
type ChangeParts = typeof changeParts extends fc.Arbitrary<infer T> ? T : never;

function at<T>(list: readonly T[], index: number): T | undefined {
  return list.length === 0 ? undefined : list[index % list.length];
}

function toRandomNode(parts: NodeParts, id: string, earlier: readonly InventoryNode[]): InventoryNode {
  const places = earlier.filter((node) => canContain(node.kind, parts.kind));
  return toNode({
    id: toId('nd', id),
    kind: parts.kind,
    name: parts.name,
    parent: parts.isPlaced ? (at(places, parts.parent)?.id ?? null) : null,
    environment: parts.environment,
    count: parts.count,
    capacity: { ...unknownResources, vcpu: parts.vcpu, memoryMiB: parts.memoryMiB },
    domains: parts.domains,
  });
}

function toOrders(count: number): string[] {
  const orders: string[] = [];
  for (let index = 0; index < count; index += 1) orders.push(orderKeyBetween(orders.at(-1) ?? null, null));
  return orders;
}

/** A change of random parts on what the plan holds so far; `null` when there is nothing that it could be about. */
function toRandomChange(
  plan: Plan,
  parts: ChangeParts,
  index: number,
  order: string,
  earlier: Change[],
): Change | null {
  const nodes = [...plan.nodes];
  const node = at(nodes, parts.on);
  const base = toChangeBase({
    id: toId('ch', `ch_${index}`),
    order,
    phase: parts.isPhased ? (at([...plan.phases], parts.phase)?.id ?? null) : null,
    after: [...new Set(parts.after.flatMap((each) => at(earlier, each)?.id ?? []))],
    conditions:
      parts.isMet === null ? [] : [{ id: toId('co', `co_${index}`), text: parts.notes, met: parts.isMet }],
    notes: parts.notes,
  });
  if (parts.kind === 'hand-over') {
    const handOver = at([...plan.handovers], parts.on);
    return handOver === undefined ? null : { ...base, kind: 'hand-over', handover: handOver.id };
  }
  if (parts.kind === 'rewire') {
    const dependency = at([...plan.dependencies], parts.on);
    return dependency === undefined ? null : { ...base, kind: 'rewire', dependency: dependency.id, to: null };
  }
  if (parts.kind === 'add') {
    const added = toRandomNode(parts.add, `nd_added${index}`, nodes);
    return { ...base, kind: 'add', node: added, to: added.parent };
  }
  if (node === undefined) return null;
  if (parts.kind === 'remove') return { ...base, kind: 'remove', node: node.id };
  if (parts.kind === 'resize') return { ...base, kind: 'resize', node: node.id, capacity: unknownResources };
  if (parts.kind === 'merge') {
    const into = at(
      nodes.filter(
        (each) => each.kind === node.kind && each.id !== node.id && !canContain(each.kind, each.kind),
      ),
      parts.to,
    );
    return into === undefined ? null : { ...base, kind: 'merge', node: node.id, into: into.id };
  }
  const to = at(
    nodes.filter((each) => canContain(each.kind, node.kind) && each.kind !== node.kind),
    parts.to,
  );
  return { ...base, kind: 'move', node: node.id, to: to?.id ?? null };
}

/** Random plans whose references all point at something and whose placement is a tree. Names are of any sort. */
export function arbitraryPlan(limit: PlanSize = { nodes: 12, changes: 8 }): fc.Arbitrary<Plan> {
  const parts = fc.record({
    name: text,
    nodes: fc.array(nodeParts, { minLength: limit.least ?? 0, maxLength: limit.nodes }),
    dependencies: fc.array(dependencyParts, { minLength: limit.least ?? 0, maxLength: limit.nodes }),
    others: fc.array(otherParts, { maxLength: 4 }),
    phases: fc.nat({ max: 3 }),
    changes: fc.array(changeParts, { minLength: limit.least ?? 0, maxLength: limit.changes }),
    extra: fc.option(
      fc.dictionary(
        fc.constantFrom('zebra', 'apple', '10', '9'),
        fc.oneof(fc.nat(), text, fc.array(text), fc.constant({ b: 1, a: [] })),
      ),
    ),
  });
  return parts.map((made) => {
    const nodes: InventoryNode[] = [];
    for (const [index, each] of made.nodes.entries()) nodes.push(toRandomNode(each, `nd_${index}`, nodes));
    const dependencies = made.dependencies.flatMap((each, index) => {
      const [from, to] = [at(nodes, each.from), at(nodes, each.to)];
      if (from === undefined || to === undefined || from === to) return [];
      return toDependency({
        id: toId('dp', `dp_${index}`),
        from: from.id,
        to: to.id,
        type: each.type,
        encrypted: each.encrypted,
      });
    });
    const phases = toOrders(made.phases).map((order, index) =>
      toPhase({ id: toId('ph', `ph_${index}`), name: `Phase ${index + 1}`, order }),
    );
    const parties = made.others.map((each, index) =>
      toParty({ id: toId('pa', `pa_${index}`), name: each.words }),
    );
    const base = planOf({
      name: made.name,
      nodes,
      dependencies,
      phases,
      parties,
      sources: made.others
        .slice(0, 1)
        .map((each) => toSource({ id: toId('so', 'so_1'), name: each.words, format: 'csv' })),
      duties: made.others.map((each, index) =>
        toDuty({
          id: toId('du', `du_${index}`),
          area: 'backup',
          subject: at(nodes, each.on)?.id ?? null,
          joint: each.flag,
        }),
      ),
      questions: made.others.map((each, index) => {
        const about = at(nodes, each.on);
        return toQuestion({
          id: toId('qu', `qu_${index}`),
          text: each.words,
          about: about === undefined ? [] : [about.id],
          blocking: each.flag,
        });
      }),
      dispositions: made.others.flatMap((each, index) => {
        const node = at(nodes, each.on);
        if (node === undefined) return [];
        const kind = at(dispositionKinds, each.to) ?? 'retain';
        return toDisposition({
          id: toId('di', `di_${index}`),
          node: node.id,
          disposition: kind,
          why: each.words,
        });
      }),
      handovers: made.others.flatMap((each, index) => {
        const to = at(parties, each.to);
        if (to === undefined) return [];
        const subject = at(nodes, each.on)?.id ?? null;
        return toHandOver({ id: toId('ho', `ho_${index}`), area: 'backup', to: to.id, subject });
      }),
      layout: nodes.slice(0, 2).map(({ id }, index) => ({ id, x: index * 1.5, y: -index - 1 })),
    });
    const changes: Change[] = [];
    for (const [index, order] of toOrders(made.changes.length).entries()) {
      const own = made.changes[index];
      const change = own === undefined ? null : toRandomChange(base, own, index, order, changes);
      if (change !== null) changes.push(change);
    }
    const tasks = changes
      .slice(0, 2)
      .map(({ id }, index) => toTask({ id: toId('ta', `ta_${index}`), on: id, text: 'x', order: 'a0' }));
    const whole = { ...base, changes: toTable(changes), tasks: toTable(tasks) };
    return made.extra === null ? whole : { ...whole, extra: { '': made.extra } };
  });
}
