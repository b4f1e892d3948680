import type { AddChange, Change } from '#core/model/change.ts';
import type { Disposition } from '#core/model/disposition.ts';
import type { ChangeId, HandOverId, NodeId } from '#core/model/ids.ts';
import type { HandOver } from '#core/model/hand-over.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Rule, RuleKind } from '#core/model/rule.ts';
import type { Question } from '#core/model/question.ts';
import type { Task } from '#core/model/task.ts';
import { knowsMonitoring } from './known-monitoring.ts';
import { toRulesOn, type RulesOn } from './ruled-nodes.ts';
import { toRedundancyGroups, type RedundancyGroups } from './redundancy-groups.ts';
import { toEstate, type Estate } from '#core/state/estate.ts';
import { phasesInOrder, plannedSequence } from '#core/state/plan-states.ts';

/** What rules may ask about a plan besides the state that they look at: looked up once for a whole check. */
export interface Scene {
  readonly plan: Plan;
  readonly start: Estate;
  readonly sequence: readonly Change[];
  /** Where a change stands in the sequence, from 1. */
  readonly positions: ReadonlyMap<ChangeId, number>;
  /** The change that adds a node. */
  readonly adds: ReadonlyMap<NodeId, AddChange>;
  /** Open questions that block, by what they are about. */
  readonly blocking: ReadonlyMap<string, readonly Question[]>;
  readonly dispositions: ReadonlyMap<NodeId, readonly Disposition[]>;
  /** The change that a hand-over happens with. */
  readonly handOverChanges: ReadonlyMap<HandOverId, Change>;
  readonly handOversOn: ReadonlyMap<NodeId, readonly HandOver[]>;
  /** Accepted hand-overs. */
  readonly acceptedHandOvers: readonly HandOver[];
  readonly tickedTasks: readonly Task[];
  /** Where a phase stands among the phases, from 0. */
  readonly phaseRanks: ReadonlyMap<string, number>;
  /** The rules of a kind that the team has set. */
  readonly rulesOfKind: (kind: RuleKind) => readonly Rule[];
  readonly rulesOn: RulesOn;
  /** The record of a node as the plan knows it, in the inventory or in the change that adds it. */
  readonly findNode: (id: NodeId | null) => InventoryNode | undefined;
  readonly redundancyGroups: RedundancyGroups;
  /** The nodes of a redundancy group. */
  readonly membersOf: (group: string) => readonly InventoryNode[];
  /** Whether the plan knows any monitoring at all, of whatever. */
  readonly knowsMonitoring: boolean;
  readonly nameOf: (id: NodeId | null) => string;
  readonly partyName: (id: string | null) => string;
}

function grouped<K, V>(pairs: Iterable<readonly [K, V]>): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [value]);
    else list.push(value);
  }
  return groups;
}

/** What is looked up among the changes of a plan. */
type SequenceFacts = Pick<Scene, 'sequence' | 'positions' | 'adds' | 'handOverChanges'>;

const lastFacts = new WeakMap<readonly Change[], SequenceFacts>();

/** These look-ups, made once for the same changes in the same order. */
function toSequenceFacts(sequence: readonly Change[]): SequenceFacts {
  const known = lastFacts.get(sequence);
  if (known !== undefined) return known;
  const adds = new Map<NodeId, AddChange>();
  const handOverChanges = new Map<HandOverId, Change>();
  for (const change of sequence) {
    if (change.kind === 'add') adds.set(change.node.id, change);
    if (change.kind === 'hand-over') handOverChanges.set(change.handover, change);
  }
  const positions = new Map(sequence.map((change, index) => [change.id, index + 1]));
  const facts = { sequence, positions, adds, handOverChanges };
  lastFacts.set(sequence, facts);
  return facts;
}

/** The look-ups of a plan. Linear in its size without the nodes. */
export function toScene(plan: Plan): Scene {
  const facts = toSequenceFacts(plannedSequence(plan));
  const { adds } = facts;
  const findNode = (id: NodeId | null): InventoryNode | undefined =>
    plan.nodes.get(id) ?? (id === null ? undefined : adds.get(id)?.node);
  const start = toEstate(plan);
  const redundancyGroups = toRedundancyGroups(plan.nodes, adds.values());
  return {
    ...facts,
    plan,
    start,
    rulesOfKind: (kind) => plan.rules.filter((rule) => rule.kind === kind),
    rulesOn: toRulesOn(plan.rules),
    redundancyGroups,
    membersOf: (group) => redundancyGroups.get(group) ?? [],
    knowsMonitoring: knowsMonitoring(start, adds.values()),
    blocking: grouped(
      plan.questions
        .filter((question) => question.blocking && question.status === 'open')
        .flatMap((question) => [...new Set(question.about)].map((id) => [id, question] as const)),
    ),
    handOversOn: grouped(
      [...plan.handovers].flatMap((each) => (each.subject === null ? [] : [[each.subject, each] as const])),
    ),
    acceptedHandOvers: plan.handovers.filter((each) => each.status === 'accepted'),
    tickedTasks: plan.tasks.filter((task) => task.done),
    phaseRanks: new Map(phasesInOrder(plan).map((phase, index) => [phase.id, index])),
    dispositions: grouped(plan.dispositions.map((each) => [each.node, each])),
    findNode,
    nameOf: (id) => findNode(id)?.name ?? 'something that is not in the inventory',
    partyName: (id) => plan.parties.get(id)?.name ?? 'nobody',
  };
}
