import { compareText, sortedBy } from '#core/base/compare.ts';
import { findChangedNode, type Change } from '#core/model/change.ts';
import { isNeed, type Dependency } from '#core/model/dependency.ts';
import type { Disposition } from '#core/model/disposition.ts';
import type { Duty } from '#core/model/duty.ts';
import type { DependencyId, NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Question } from '#core/model/question.ts';
import type { Task } from '#core/model/task.ts';
import { findImpact, toDependencyGraph, type DependencyGraph } from '#core/graph/dependency-graph.ts';
import {
  ancestorsIn,
  dependenciesInto,
  dependenciesOutOf,
  subtreeIn,
  type Estate,
} from '#core/state/estate.ts';
import { estateAt, phaseOf, plannedSequence, type StatePoint } from '#core/state/plan-states.ts';
import { toFacts, toMissingFacts, toSourceRef, type Fact, type SourceRef } from './inspector-facts.ts';
import { numberOfPhase } from './state-order.ts';

/** One dependency of a node, seen from it. */
export interface LinkRow {
  readonly dependency: Dependency;
  /** The node at the other end, and the server that it runs on when it is a service. */
  readonly other: InventoryNode;
  readonly holder: InventoryNode | null;
  /** Which part of the node it is about; `null` for the node itself. */
  readonly part: InventoryNode | null;
  readonly doubt: boolean;
  readonly source: SourceRef | null;
}

/** One duty that holds for a node, by itself or from a place that it stands on. */
export interface DutyRow {
  readonly duty: Duty;
  readonly party: string | null;
  /** The place that it comes from; `null` when it is set on the node itself. */
  readonly from: string | null;
}

/** All that the inspector says of one node in one state. */
export interface NodeInspection {
  readonly node: InventoryNode;
  /** It is not there in the shown state (gone, or not there yet). */
  readonly isAway: boolean;
  readonly places: readonly InventoryNode[];
  readonly facts: readonly Fact[];
  /** Facts that nobody gave yet. */
  readonly missing: readonly Fact[];
  readonly disposition: Disposition | null;
  readonly changes: readonly {
    readonly change: Change;
    readonly phase: number | null;
    readonly phaseName: string | null;
  }[];
  readonly questions: readonly { readonly question: Question; readonly source: SourceRef | null }[];
  readonly neededBy: readonly LinkRow[];
  readonly needs: readonly LinkRow[];
  /** How many nodes stop working, directly or not, when it goes. */
  readonly impact: number;
  readonly duties: readonly DutyRow[];
  readonly tasks: readonly Task[];
  readonly conflicts: number;
}

const graphs = new WeakMap<Estate, DependencyGraph>();

function graphOf(estate: Estate): DependencyGraph {
  const known = graphs.get(estate) ?? toDependencyGraph(estate.dependencies);
  graphs.set(estate, known);
  return known;
}

function toLinkRows(
  plan: Plan,
  estate: Estate,
  inside: readonly InventoryNode[],
  way: 'in' | 'out',
): LinkRow[] {
  const own = new Set(inside.map((node) => node.id));
  const doubted = new Set(
    plan.questions.filter((each) => each.status === 'open').flatMap((each) => each.about),
  );
  const rows: LinkRow[] = [];
  for (const part of inside) {
    const dependencies =
      way === 'in' ? dependenciesInto(estate, part.id) : dependenciesOutOf(estate, part.id);
    for (const dependency of sortedBy(dependencies, (each) => each.id)) {
      const otherId = way === 'in' ? dependency.from : dependency.to;
      const other = estate.nodes.get(otherId) ?? plan.nodes.get(otherId);
      if (own.has(otherId) || other === undefined) continue;
      const holder =
        other.kind === 'service'
          ? (ancestorsIn(estate, other.id).find((each) => each.kind === 'server') ?? null)
          : null;
      rows.push({
        dependency,
        other,
        holder,
        part: part === inside[0] ? null : part,
        doubt: doubted.has(dependency.id),
        source: toSourceRef(plan, dependency.evidence[0]),
      });
    }
  }
  // What is needed first, then the rest.
  return rows.sort((a, b) => Number(isNeed(b.dependency.type)) - Number(isNeed(a.dependency.type)));
}

function toDutyRows(plan: Plan, estate: Estate, node: InventoryNode): DutyRow[] {
  const chain = [node, ...ancestorsIn(estate, node.id)];
  const areas = new Set<string>();
  const rows: DutyRow[] = [];
  for (const place of chain) {
    const here = sortedBy(
      estate.duties.filter(
        (duty) =>
          duty.subject === place.id && (duty.environment === null || duty.environment === node.environment),
      ),
      (duty) => duty.area,
      (duty) => duty.id,
    ).filter((duty) => !areas.has(duty.area));
    for (const duty of here) {
      areas.add(duty.area);
      rows.push({
        duty,
        party: plan.parties.get(duty.party)?.name ?? null,
        from: place === node ? null : place.name,
      });
    }
  }
  for (const duty of estate.duties) {
    if (
      duty.subject !== null ||
      duty.environment === null ||
      duty.environment !== node.environment ||
      areas.has(duty.area)
    )
      continue;
    rows.push({ duty, party: plan.parties.get(duty.party)?.name ?? null, from: duty.environment });
  }
  return rows;
}

function findNode(plan: Plan, estate: Estate, id: NodeId): InventoryNode | undefined {
  const added = plan.changes.filter((change) => change.kind === 'add' && change.node.id === id)[0];
  return estate.nodes.get(id) ?? plan.nodes.get(id) ?? (added?.kind === 'add' ? added.node : undefined);
}

/** What the inspector says of a node; `null` when the plan does not know it. */
export function toNodeInspection(plan: Plan, point: StatePoint, id: NodeId): NodeInspection | null {
  const estate = estateAt(plan, point);
  const node = findNode(plan, estate, id);
  if (node === undefined) return null;
  const inside = estate.nodes.has(id) ? subtreeIn(estate, id) : [node];
  const own = new Set<string>(inside.map((each) => each.id));
  const facts = toFacts(plan, estate, node);
  const changes = plannedSequence(plan).filter((change) => findChangedNode(change) === id);
  const on = new Set<string>([
    ...changes.map((change) => change.id),
    ...plan.handovers.filter((each) => each.subject === id).map((each) => each.id),
  ]);
  return {
    node,
    isAway: !estate.nodes.has(id),
    places: ancestorsIn(estate, id),
    facts,
    missing: toMissingFacts(plan, node, facts),
    disposition: plan.dispositions.filter((each) => each.node === id)[0] ?? null,
    changes: changes.map((change) => ({
      change,
      phase: numberOfPhase(plan, phaseOf(plan, change)),
      phaseName: plan.phases.get(change.phase)?.name ?? null,
    })),
    questions: sortedBy(
      plan.questions.filter((question) => question.about.some((about) => own.has(about))),
      (question) => `${question.status === 'open' ? 0 : 1}${question.blocking ? 0 : 1}`,
      (question) => question.id,
    ).map((question) => ({ question, source: toSourceRef(plan, question.evidence[0]) })),
    neededBy: toLinkRows(plan, estate, inside, 'in'),
    needs: toLinkRows(plan, estate, inside, 'out'),
    impact: findImpact(
      graphOf(estate),
      inside.map((each) => each.id),
    ).neededBy.length,
    duties: toDutyRows(plan, estate, node),
    tasks: sortedBy(
      plan.tasks.filter((task) => on.has(task.on)),
      (task) => task.order,
      (task) => task.id,
    ),
    conflicts: node.conflicts.length,
  };
}

/** What the inspector says of one dependency; `null` when it is not there in the shown state. */
export interface DependencyInspection {
  readonly dependency: Dependency;
  readonly from: InventoryNode;
  readonly to: InventoryNode;
  readonly source: SourceRef | null;
  readonly questions: readonly Question[];
}

/** Looks at one dependency in a state. */
export function toDependencyInspection(
  plan: Plan,
  point: StatePoint,
  id: DependencyId,
): DependencyInspection | null {
  const estate = estateAt(plan, point);
  const dependency = estate.dependencies.get(id);
  const [from, to] = [estate.nodes.get(dependency?.from ?? null), estate.nodes.get(dependency?.to ?? null)];
  if (dependency === undefined || from === undefined || to === undefined) return null;
  return {
    dependency,
    from,
    to,
    source: toSourceRef(plan, dependency.evidence[0]),
    questions: plan.questions.filter((each) => each.status === 'open' && each.about.includes(id)),
  };
}

/** The sums that stand in the inspector while nothing is selected. */
export interface PlanTotals {
  readonly nodes: Readonly<Record<InventoryNode['kind'], number>>;
  readonly dependencies: number;
  readonly changes: number;
  readonly phases: number;
  readonly openQuestions: number;
  readonly blockingQuestions: number;
  readonly sources: number;
  /** For how many duties each party is accountable, most first; `null` are those that nobody owes yet. */
  readonly accountable: readonly { readonly party: string | null; readonly duties: number }[];
}

/** Every party of the plan has a line, also without a duty. */
function countAccountable(plan: Plan, estate: Estate): PlanTotals['accountable'] {
  const counts = new Map<string, number>(plan.parties.map((party) => [party.id, 0]));
  let open = 0;
  for (const { role, party } of estate.duties) {
    if (role !== 'accountable') continue;
    const known = party === null ? undefined : counts.get(party);
    if (known === undefined || party === null) open += 1;
    else counts.set(party, known + 1);
  }
  const rows = plan.parties
    .map((party) => ({ party: party.name, duties: counts.get(party.id) ?? 0 }))
    .sort((a, b) => b.duties - a.duties || compareText(a.party, b.party));
  return open === 0 ? rows : [...rows, { party: null, duties: open }];
}

/** Counts a plan in one state. */
export function toPlanTotals(plan: Plan, point: StatePoint): PlanTotals {
  const estate = estateAt(plan, point);
  const nodes = { provider: 0, site: 0, host: 0, server: 0, service: 0 };
  for (const node of estate.nodes) nodes[node.kind] += node.count ?? 0;
  const open = plan.questions.filter((question) => question.status === 'open');
  return {
    nodes,
    dependencies: estate.dependencies.size,
    changes: plan.changes.size,
    phases: plan.phases.size,
    openQuestions: open.length,
    blockingQuestions: open.filter((question) => question.blocking).length,
    sources: plan.sources.size,
    accountable: countAccountable(plan, estate),
  };
}
