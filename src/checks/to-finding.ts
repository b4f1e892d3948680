import { sortedBy } from '#core/base/compare.ts';
import { sha256Hex } from '#core/base/sha256.ts';
import type { Change } from '#core/model/change.ts';
import type { Finding, Repair, Severity } from '#core/model/finding.ts';
import type { ChangeId, NodeId, PhaseId } from '#core/model/ids.ts';
import type { Estate } from '#core/state/estate.ts';
import { phaseOf } from '#core/state/plan-states.ts';
import { findLeastSequence, type LedTo, type SpellScene } from './least-sequence.ts';
import type { ChangeRule, CheckRule, PlanRule, PlanTrouble, StateRule, Step, Trouble } from './rule.ts';
import type { Scene } from './scene.ts';
import { toDelay } from './to-delay.ts';

interface When {
  readonly phase: PhaseId | 'end' | null;
  readonly until: PhaseId | 'end' | null;
  readonly after: readonly ChangeId[];
  readonly repair: Repair | null;
  /** Set where the trouble is over in the phase in which it began. */
  readonly passing?: StateRule['passing'];
}

const gravity: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Compares severities, the worst first. */
export function compareSeverity(a: Severity, b: Severity): number {
  return gravity[a] - gravity[b];
}

/** The id of a finding: a hash of its rule, the nodes that identify it and the sub-key, so it outlives edits elsewhere. */
export function toFindingId(rule: string, trouble: Pick<Trouble, 'about' | 'key'>): string {
  return `fi_${sha256Hex([rule, ...[...trouble.about].sort(), '', trouble.key].join(' ')).slice(0, 16)}`;
}

function compose(
  scene: Scene,
  rule: Pick<CheckRule, 'name' | 'severity' | 'say'>,
  troubles: readonly Trouble[],
  when: When,
): Finding | null {
  const [first] = troubles;
  if (first === undefined) return null;
  // Tables keep no order that means anything: what is listed is sorted, so the same plan reads the same everywhere.
  const others = sortedBy(new Set(troubles.flatMap((trouble) => trouble.others)), scene.nameOf, (id) => id);
  const nodes = [...new Set<NodeId>([...first.about, ...others])].filter(
    (id) => scene.findNode(id) !== undefined,
  );
  const worst = troubles
    .map((trouble) => trouble.severity ?? rule.severity)
    .reduce((most, each) => (compareSeverity(each, most) < 0 ? each : most));
  const passing = worst === 'error' ? when.passing : undefined;
  const said = rule.say(scene, troubles);
  return {
    id: toFindingId(rule.name, first),
    rule: rule.name,
    severity: passing?.severity ?? worst,
    message: passing === undefined ? said : `${said} ${passing.words}`,
    nodes,
    names: nodes.map(scene.nameOf),
    phase: when.phase,
    until: when.until,
    after: when.after,
    repair: first.repair ?? when.repair,
    accepted: null,
  };
}

/** Trouble of a rule over time, with the changes where it begins and ends. */
export interface RuleSpell extends LedTo {
  readonly first: Change | null;
  readonly last: Change | null;
}

/** The finding of a trouble of states, from when it first holds to when it ends. */
export function toStateFinding(place: SpellScene, led: RuleSpell): Finding | null {
  const { asked } = place;
  const { rule, spell, first, last } = led;
  const phaseAt = (change: Change | null): PhaseId | 'end' | null =>
    change === null ? null : phaseOf(asked.plan, change);
  const [phase, until] = [phaseAt(first), phaseAt(last)];
  return compose(asked, rule, [...spell.troubles.values()], {
    phase,
    until,
    after: findLeastSequence(place, led).map((change) => change.id),
    repair: rule.canWait === true ? toDelay(asked, first, last) : null,
    ...(rule.passing !== undefined && phase !== null && phase === until ? { passing: rule.passing } : {}),
  });
}

/** The findings of what a change rests on. */
export function toChangeFindings(scene: Scene, rule: ChangeRule, step: Step): Finding[] {
  const when = { phase: step.phase, until: null, after: [step.change.id], repair: null };
  return rule.look(scene, step).flatMap((trouble) => compose(scene, rule, [trouble], when) ?? []);
}

/** The finding of one trouble that lies in the plan itself. */
export function toPlanFinding(
  scene: Scene,
  rule: Pick<PlanRule, 'name' | 'severity' | 'say'>,
  trouble: PlanTrouble,
): Finding | null {
  const change = trouble.change === null ? undefined : scene.plan.changes.get(trouble.change);
  return compose(scene, rule, [trouble], {
    phase: change === undefined ? null : phaseOf(scene.plan, change),
    until: null,
    after: trouble.after,
    repair: null,
  });
}

/** The findings of the plan as a whole. */
export function toPlanFindings(scene: Scene, rule: PlanRule, end: Estate): Finding[] {
  return rule.look(scene, end).flatMap((trouble) => toPlanFinding(scene, rule, trouble) ?? []);
}
