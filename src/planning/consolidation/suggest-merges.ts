import { compareText } from '#core/base/compare.ts';
import { keepsData } from '#core/checks/kept-data.ts';
import { previewMove } from '#core/checks/preview-drop.ts';
import { isAcross } from '#core/checks/places.ts';
import { dimensions, toAmount, type Dimension } from '#core/checks/room.ts';
import { toCountWords, toNameList } from '#core/checks/words.ts';
import { toChangeBase } from '#core/model/change.ts';
import { toId, type NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { monthlyCost, type MonthlyCost } from '#core/planning/cost/monthly-cost.ts';
import { estateAt } from '#core/state/plan-states.ts';
import {
  childrenIn,
  dependenciesInto,
  dependenciesOutOf,
  subtreeIn,
  type Estate,
} from '#core/state/estate.ts';
import { toMergeBars, type MergeBars } from './merge-bars.ts';

/** Two servers of which one could live on the other. */
export interface MergeSuggestion {
  readonly node: NodeId;
  readonly name: string;
  readonly into: NodeId;
  readonly intoName: string;
  /** What speaks for it, a sentence each. */
  readonly reasons: readonly string[];
  /** What nobody said and somebody should, before it is done. */
  readonly doubts: readonly string[];
  /** Why the checks would not let it happen yet; `null` when they would. */
  readonly blocked: string | null;
  /** What the server costs a month, when that is known: it ends with the merge. */
  readonly saves: MonthlyCost | null;
}

const webTypes: ReadonlySet<string> = new Set([
  'web',
  'application',
  'saas',
  'repository',
  'wiki',
  'ci',
  'worker',
  'job',
]);
const sizeWords: Readonly<Record<Dimension, string>> = {
  vcpu: 'processors',
  memoryMiB: 'memory',
  diskGiB: 'disk',
};

function servicesOf(estate: Estate, node: InventoryNode): InventoryNode[] {
  return childrenIn(estate, node.id).filter((child) => child.kind === 'service');
}

/** How many dependencies run between what is on two servers. */
function countLinks(estate: Estate, one: NodeId, two: NodeId): number {
  const there = new Set<string>(subtreeIn(estate, two).map((node) => node.id));
  return subtreeIn(estate, one).reduce((sum, node) => {
    const out = dependenciesOutOf(estate, node.id).filter((each) => there.has(each.to));
    const into = dependenciesInto(estate, node.id).filter((each) => there.has(each.from));
    return sum + out.length + into.length;
  }, 0);
}

/** What of a dimension is free on a server, `null` when one of the two figures is not known. */
function freeOf(node: InventoryNode, dimension: Dimension): number | null {
  const [has, uses] = [node.capacity[dimension], node.usage[dimension]];
  return has === null || uses === null ? null : has - uses;
}

interface Pair {
  readonly node: InventoryNode;
  readonly into: InventoryNode;
  readonly score: number;
  readonly reasons: readonly string[];
}

function isLikeWeb(services: readonly InventoryNode[]): boolean {
  return services.length > 0 && services.every((each) => each.type !== null && webTypes.has(each.type));
}

/** What speaks for a pair; `null` when nothing does or a known size does not fit. */
function toPair(estate: Estate, bars: MergeBars, node: InventoryNode, into: InventoryNode): Pair | null {
  const services = servicesOf(estate, node);
  const links = countLinks(estate, node.id, into.id);
  const fits: string[] = [];
  for (const dimension of dimensions) {
    const [needs, free] = [node.usage[dimension], freeOf(into, dimension)];
    if (needs === null || free === null) continue;
    if (needs > free) return null;
    fits.push(toAmount(free, dimension));
  }
  const isAlike = isLikeWeb(services) && isLikeWeb(servicesOf(estate, into));
  const score = 3 * Math.min(links, 3) + 2 * fits.length + (isAlike ? 2 : 0);
  const [isGoing, mayGo] = [bars.isMarked(node), bars.isMarked(into)];
  // That both do work of a sort says little: it counts for what is small and meant to go in any case.
  if (score === 0 || (!isGoing && links === 0 && fits.length === 0)) return null;
  const names = toNameList(services.map((each) => each.name));
  const reasons = [
    `${node.name} runs only ${names}.`,
    ...(isGoing && mayGo
      ? [`Both are marked as candidates to go: one of the two machines would be enough.`]
      : []),
    ...(isGoing && !mayGo ? [`${node.name} is marked as a candidate to go.`] : []),
    ...(links > 0
      ? [
          `${toCountWords(links, 'connection')} between ${node.name} and ${into.name} would stay on one machine.`,
        ]
      : []),
    ...(fits.length > 0 ? [`${into.name} has ${fits.join(', ')} free.`] : []),
    ...(isAlike
      ? [
          `${into.name} runs work of the same sort (${toNameList(servicesOf(estate, into).map((each) => each.name))}).`,
        ]
      : []),
  ];
  const bonus = (isGoing ? 2 : 0) + (mayGo ? -1 : 0) + (bars.hasTwin(into) ? -1 : 0);
  return { node, into, score: score + bonus - services.length / 4, reasons };
}

function toDoubts(plan: Plan, estate: Estate, { node, into }: Pair): string[] {
  const missing = (each: InventoryNode, what: (dimension: Dimension) => number | null): string =>
    dimensions
      .filter((dimension) => what(dimension) === null)
      .map((dimension) => sizeWords[dimension])
      .join(', ') + ` of ${each.name}`;
  const needs = dimensions.some((dimension) => node.usage[dimension] === null);
  const has = dimensions.some((dimension) => freeOf(into, dimension) === null);
  const questions = plan.questions.filter(
    (each) => each.status === 'open' && each.about.includes(node.id) && each.about.length < 6,
  );
  const users = new Set(
    subtreeIn(estate, node.id).flatMap((each) => dependenciesInto(estate, each.id).map((link) => link.from)),
  );
  return [
    ...(needs ? [`Nobody said what it needs: ${missing(node, (dimension) => node.usage[dimension])}.`] : []),
    ...(has ? [`Nobody said what is free: ${missing(into, (dimension) => freeOf(into, dimension))}.`] : []),
    ...(subtreeIn(estate, node.id).some(keepsData)
      ? [`${node.name} keeps data that has to come along.`]
      : []),
    ...(node.os !== null && into.os !== null && node.os !== into.os
      ? [`${node.name} runs ${node.os}, ${into.name} runs ${into.os}.`]
      : []),
    ...(node.addresses.length > 0 ? [`The address ${node.addresses.join(', ')} ends: who uses it?`] : []),
    ...(users.size > 2 ? [`${users.size} others use what runs there.`] : []),
    ...questions.map((each) => `It is still open: ${each.text}`),
  ];
}

function findPairs(plan: Plan, estate: Estate): Pair[] {
  const bars = toMergeBars(plan, estate);
  const servers = estate.nodes
    .filter((node) => node.kind === 'server')
    .sort((a, b) => compareText(a.id, b.id));
  const small = servers.filter(
    (node) =>
      bars.canEnd(node) && servicesOf(estate, node).length > 0 && servicesOf(estate, node).length <= 3,
  );
  const targets = servers.filter((node) => bars.canTake(node) && servicesOf(estate, node).length > 0);
  return small
    .flatMap((node) =>
      targets
        .filter(
          (into) => into.id !== node.id && bars.canMeet(node, into) && !isAcross(estate, node.id, into.id),
        )
        .flatMap((into) => toPair(estate, bars, node, into) ?? []),
    )
    .sort(
      (a, b) =>
        b.score - a.score || compareText(a.node.name, b.node.name) || compareText(a.into.name, b.into.name),
    );
}

/** The plan with a merge more, after everything else: the next one must go well beside it. */
function withMerge(plan: Plan, { node, into }: Pair): Plan {
  const base = toChangeBase({ id: toId('ch', `ch_consolidate_${node.id}`), order: '~' });
  return { ...plan, changes: plan.changes.put([{ ...base, kind: 'merge', node: node.id, into: into.id }]) };
}

/** More servers than this are not compared two by two. */
const mostServers = 1500;

/**
 * Small servers that could live on another one: same environment and place, nothing that keeps the two apart, and something
 * that speaks for it (they talk, there is room, they do the same sort of work). Each with reasons and doubts, the most
 * worthwhile first; never a fact, since who runs the servers knows more than the inventory.
 */
export function suggestMerges(plan: Plan, most = 12): MergeSuggestion[] {
  const estate = estateAt(plan, 'end');
  if (estate.nodes.filter((node) => node.kind === 'server').length > mostServers) return [];
  let tried = plan;
  const ending = new Set<NodeId>();
  const taking = new Map<NodeId, number>();
  const found: MergeSuggestion[] = [];
  for (const pair of findPairs(plan, estate)) {
    const { node, into } = pair;
    if (found.length >= most) break;
    if (ending.has(node.id) || ending.has(into.id) || taking.has(node.id) || (taking.get(into.id) ?? 0) >= 3)
      continue;
    const verdict = previewMove(tried, node.id, into.id, null);
    const blocked = verdict.errors > 0 ? (verdict.sentences[0] ?? null) : verdict.reason;
    if (blocked === null) tried = withMerge(tried, pair);
    ending.add(node.id);
    taking.set(into.id, (taking.get(into.id) ?? 0) + 1);
    found.push({
      node: node.id,
      name: node.name,
      into: into.id,
      intoName: into.name,
      reasons: pair.reasons,
      doubts: toDoubts(plan, estate, pair),
      blocked,
      saves: monthlyCost(node.cost),
    });
  }
  return found;
}
