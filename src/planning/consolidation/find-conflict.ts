import { compareText } from '#core/base/compare.ts';
import type { Command } from '#core/model/command.ts';
import type { NodeId, RuleId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { findDisproof } from './find-disproof.ts';
import { nothingLeftOut, type ConsolidationOptions, type LeftOut } from './options.ts';
import { toRuleWords } from './rule-words.ts';
import { solvePacking, type SearchBudget } from './solve-packing.ts';
import { toModel } from './to-model.ts';

/** One part of a conflict: without any of the removable parts the rest could be kept. */
export interface ConflictPart {
  /** `rule`: of the plan; `empty`: a place that shall be empty; `room`: what is there and what is needed. */
  readonly kind: 'rule' | 'empty' | 'room';
  readonly rule: RuleId | null;
  readonly nodes: readonly NodeId[];
  readonly words: string;
  /** Takes the part away; `null` where no edit of the plan can. */
  readonly remove: Command | null;
}

/** Rules that contradict each other, and whether that is proven or only what a search could not get around. */
export interface Conflict {
  readonly parts: readonly ConflictPart[];
  readonly isProven: boolean;
}

const quickBudget: SearchBudget = { work: 15_000_000, exactSteps: 60_000 };

type Verdict = 'possible' | 'impossible' | 'unknown';

function judge(plan: Plan, options: ConsolidationOptions, leftOut: LeftOut): Verdict {
  const model = toModel(plan, options, leftOut);
  if (findDisproof(model) !== null) return 'impossible';
  const { placement, isImpossible } = solvePacking(model.problem, 'moves', quickBudget);
  if (placement !== null) return 'possible';
  return isImpossible ? 'impossible' : 'unknown';
}

/** A wish that can be given up: a rule, or a place that shall be empty. */
interface Wish {
  readonly rule: RuleId | null;
  readonly empty: NodeId | null;
}

function toLeftOut(wishes: readonly Wish[]): LeftOut {
  return {
    rules: new Set(wishes.flatMap((wish) => wish.rule ?? [])),
    empty: new Set(wishes.flatMap((wish) => wish.empty ?? [])),
  };
}

/**
 * Gives up wishes, many at once while that works and then fewer, as long as what is left is still impossible: in the end
 * none can be given up, so the set is irreducible.
 */
function toIrreducible(
  wishes: readonly Wish[],
  isStillImpossible: (kept: readonly Wish[]) => boolean,
): readonly Wish[] {
  let kept = [...wishes];
  for (let size = Math.max(1, kept.length >> 1); ; size = Math.max(1, size >> 1)) {
    for (let from = 0; from < kept.length;) {
      const less = [...kept.slice(0, from), ...kept.slice(from + size)];
      if (isStillImpossible(less)) kept = less;
      else from += size;
    }
    if (size === 1) return kept;
  }
}

function toPart(plan: Plan, { rule: ruleId, empty }: Wish): ConflictPart {
  const rule = plan.rules.get(ruleId);
  if (rule !== undefined) {
    const remove = { command: 'remove-rule', rule: rule.id };
    return { kind: 'rule', rule: rule.id, nodes: rule.nodes, words: toRuleWords(plan, rule), remove };
  }
  const name = plan.nodes.get(empty)?.name ?? 'a place';
  return {
    kind: 'empty',
    rule: null,
    nodes: empty === null ? [] : [empty],
    words: `${name} shall be empty afterwards.`,
    remove: null,
  };
}

/**
 * The smallest set of wishes that can't be kept together, found by giving up all that can be given up (an irreducible
 * infeasible subset), with what is short as a last part. `null` when everything can be placed.
 */
export function findConflict(plan: Plan, options: ConsolidationOptions): Conflict | null {
  const verdict = judge(plan, options, nothingLeftOut);
  if (verdict === 'possible') return null;
  const wishes: readonly Wish[] = [
    ...[...plan.rules]
      .sort((a, b) => compareText(a.id, b.id))
      .map((rule) => ({ rule: rule.id, empty: null })),
    ...options.targets.empty.map((id) => ({ rule: null, empty: id })),
  ];
  const without = (kept: readonly Wish[]): LeftOut =>
    toLeftOut(wishes.filter((wish) => !kept.includes(wish)));
  const kept = toIrreducible(wishes, (some) => {
    const found = judge(plan, options, without(some));
    return verdict === 'impossible' ? found === 'impossible' : found !== 'possible';
  });
  const reason = findDisproof(toModel(plan, options, without(kept)));
  const room: ConflictPart = {
    kind: 'room',
    rule: null,
    nodes: reason?.nodes ?? [],
    words: reason?.words ?? 'No arrangement on the hosts that may be used keeps all of this.',
    remove: null,
  };
  return { parts: [...kept.map((wish) => toPart(plan, wish)), room], isProven: verdict === 'impossible' };
}
