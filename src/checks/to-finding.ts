import { sortedBy } from '#core/base/compare.ts';
import { sha256Hex } from '#core/base/sha256.ts';
import { isSameList } from '#core/base/same-list.ts';
import type { Change } from '#core/model/change.ts';
import type { Finding, Repair, Severity } from '#core/model/finding.ts';
import type { ChangeId, NodeId, PhaseId } from '#core/model/ids.ts';
import type { Estate } from '#core/state/estate.ts';
import { phaseOf } from '#core/state/plan-states.ts';
import { findLeastSequence, type History } from './least-sequence.ts';
import type { ChangeRule, CheckRule, PlanRule, PlanTrouble, StateRule, Step, Trouble } from './rule.ts';
import type { Scene } from './scene.ts';
import { toDelay } from './to-delay.ts';
import type { Spell } from './walk.ts';

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

function phaseAt(scene: Scene, step: number | null): PhaseId | 'end' | null {
  const change = step === null || step === 0 ? undefined : scene.sequence[step - 1];
  return change === undefined ? null : phaseOf(scene.plan, change);
}

/** Trouble of a rule over time, with the steps at which the rule looked. */
export interface RuleSpell {
  readonly rule: StateRule;
  readonly spell: Spell;
  readonly history: History;
}

interface LastFinding {
  readonly troubles: readonly Trouble[];
  readonly rests: readonly unknown[];
  readonly finding: Finding;
}

/** The last finding of a trouble: while all that it is made of is the same, it is the same object. */
const lastFindings = new WeakMap<Trouble, LastFinding>();

/** The finding of a trouble of states, from when it first holds to when it ends. */
export function toStateFinding(scene: Scene, { rule, spell, history }: RuleSpell): Finding | null {
  const changeAt = (step: number | null): Change | undefined =>
    step === null ? undefined : scene.sequence[step - 1];
  const troubles = [...spell.troubles.values()];
  const [first] = troubles;
  if (first === undefined) return null;
  const [from, to] = [changeAt(spell.first), changeAt(spell.last)];
  const [phase, until] = [phaseAt(scene, spell.first), phaseAt(scene, spell.last)];
  const least = findLeastSequence(scene, rule, spell, history);
  // A repair names phases and nodes too: nodes stay the same as long as the troubles do.
  const { phases, nodes, handovers, parties } = scene.plan;
  const added =
    scene.adds.size === 0
      ? []
      : troubles.flatMap((each) => [...each.about, ...each.others].flatMap((id) => scene.adds.get(id) ?? []));
  const rests = [from, to, phase, until, phases, nodes, handovers, parties, ...least, ...added];
  const last = lastFindings.get(first);
  if (last !== undefined && isSameList(last.troubles, troubles) && isSameList(last.rests, rests)) {
    return last.finding;
  }
  const finding = compose(scene, rule, troubles, {
    phase,
    until,
    after: least.map((change) => change.id),
    repair: rule.canWait === true ? toDelay(scene, from, to) : null,
    ...(rule.passing !== undefined && phase !== null && phase === until ? { passing: rule.passing } : {}),
  });
  if (finding !== null) lastFindings.set(first, { troubles, rests, finding });
  return finding;
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
