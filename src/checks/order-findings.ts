import { findChangedNode, type Change } from '#core/model/change.ts';
import type { Finding, Repair } from '#core/model/finding.ts';
import { phaseOf } from '#core/state/plan-states.ts';
import { searchOrdersAgain } from './all-orders.ts';
import { toChangeWords } from '#core/graph/change-words.ts';
import { countOrders, toFreeOrder, type FreeOrder } from './free-order.ts';
import type { OrderTrouble } from './order-search.ts';
import type { ChangedKeys, ReadLog } from './read-log.ts';
import type { PlanTrouble, StateRule } from './rule.ts';
import { orderRespectsDependencies } from './rules/order-respects-dependencies.ts';
import type { Scene } from './scene.ts';
import type { PhaseBeginning } from './line-of-steps.ts';
import { toPlanFinding } from './to-finding.ts';

/** Steps that the search may try in one phase, and in all of them: together about half a second at worst. */
const budgets = { phase: 1000, plan: 4000 } as const;

/** The phases whose orders are looked at, and what is another one there than at the last check. */
export interface OrderPlaces {
  readonly phases: readonly PhaseBeginning[];
  readonly changed: ChangedKeys;
  readonly log: ReadLog;
}

/** What is wrong with the orders that a plan leaves open, and how many were covered, the planned one included. */
export interface OrderFindings {
  readonly findings: readonly Finding[];
  readonly orders: number;
}

function toSequenceWords(scene: Scene, changes: readonly Change[]): string {
  const words = changes.map((change) => toChangeWords(scene, change));
  const shown =
    words.length <= 3 ? words : [...words.slice(0, 2), `${words.length - 3} more`, words.at(-1) ?? ''];
  return shown.join(', then ');
}

function phaseWords(scene: Scene, change: Change): string {
  const phase = scene.plan.phases.get(change.phase);
  return phase === undefined ? 'What has no phase' : phase.name;
}

/** What a change adds, moves or ends is one of these nodes. */
function isAbout(change: Change, nodes: ReadonlySet<string>): boolean {
  const node = findChangedNode(change);
  return node !== null && nodes.has(node);
}

/**
 * Lets the last step wait for one that comes before it in the plan and is not among those that led there: the nearest one about
 * a node of the trouble, else the nearest.
 */
function toRepair(scene: Scene, order: FreeOrder, { after, troubles }: OrderTrouble): Repair | null {
  const { changes, closures } = order;
  const culprit = after.at(-1) ?? 0;
  const last = changes[culprit];
  const done = new Set(after);
  const before = changes.slice(0, culprit).filter((_change, index) => {
    return !done.has(index) && closures[index]?.has(culprit) !== true;
  });
  const nodes = new Set<string>(troubles.flatMap((each) => [...each.about, ...each.others]));
  const earlier = before.findLast((change) => isAbout(change, nodes)) ?? before.at(-1);
  if (last === undefined || earlier === undefined) return null;
  return {
    label: `Let “${toChangeWords(scene, last)}” wait for “${toChangeWords(scene, earlier)}”`,
    commands: [{ command: 'wait-for', change: last.id, after: earlier.id }],
  };
}

function toTrouble(scene: Scene, order: FreeOrder, found: OrderTrouble): PlanTrouble | null {
  const [trouble] = found.troubles;
  const after = found.after.flatMap((index) => order.changes[index] ?? []);
  const culprit = after.at(-1);
  if (trouble === undefined || culprit === undefined) return null;
  const others = found.troubles.flatMap((each) => each.others);
  const said = found.rule.say(scene, found.troubles);
  return {
    about: trouble.about,
    key: `${found.rule.name} ${trouble.key}`,
    others,
    severity: 'warning',
    words: `${phaseWords(scene, culprit)} leaves the order open. To begin with “${toSequenceWords(scene, after)}” would mean: ${said}`,
    change: culprit.id,
    after: after.map((change) => change.id),
    repair: toRepair(scene, order, found),
  };
}

function toBoundTrouble(scene: Scene, changes: readonly Change[], steps: number): PlanTrouble[] {
  const last = changes.at(-1);
  if (last === undefined) return [];
  return [
    {
      about: [],
      key: `bound ${phaseOf(scene.plan, last)}`,
      others: [],
      severity: 'info',
      words: `${phaseWords(scene, last)} leaves open so many orders that not all were tried (the search ends after ${steps} steps): the planned order was checked whole, and of the others those that differ most at the beginning.`,
      change: last.id,
      after: [],
    },
  ];
}

/**
 * Looks at every order that `after` allows inside each phase. What the planned order breaks is told by the rules
 * themselves; here only what another order would break: one warning a trouble, with the shortest way there. `planned`
 * holds the troubles of the planned order (`troubleKey`).
 */
export function findOrderFindings(
  scene: Scene,
  rules: readonly StateRule[],
  { phases, changed, log }: OrderPlaces,
  planned: ReadonlySet<string>,
): OrderFindings {
  const strict = rules.filter((rule) => rule.severity === 'error');
  const troubles = new Map<string, PlanTrouble>();
  let orders = 1;
  let left: number = budgets.plan;
  for (const { first, estate, changes, orders: memory } of phases) {
    const order = changes.length < 2 ? null : toFreeOrder(changes);
    const count = order === null ? 1 : countOrders(order);
    if (order === null || count < 2) {
      memory.last = null;
      continue;
    }
    orders += count - 1;
    // Without a rule of states there is nothing that an order could break.
    if (strict.length === 0) continue;
    const budget = Math.min(budgets.phase, left);
    const place = { scene, rules: strict, changes, start: estate };
    const isChanged = (reads: Int32Array): boolean => changed.meets(reads, first);
    const report = searchOrdersAgain(place, order, budget, { memory, log, isChanged });
    left -= report.steps;
    for (const [planKey, found] of report.troubles) {
      if (planned.has(planKey)) continue;
      const trouble = toTrouble(scene, order, found);
      const key = `${trouble?.about.join(' ')} ${trouble?.key}`;
      if (trouble !== null && !troubles.has(key)) troubles.set(key, trouble);
    }
    if (!report.isComplete) {
      for (const bound of toBoundTrouble(scene, changes, report.steps)) troubles.set(bound.key, bound);
    }
  }
  return {
    orders,
    findings: [...troubles.values()].flatMap(
      (trouble) => toPlanFinding(scene, orderRespectsDependencies, trouble) ?? [],
    ),
  };
}
