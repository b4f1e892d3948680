import { compareText, sortedBy } from '#core/base/compare.ts';
import type { AcceptedFinding } from '#core/model/accepted-finding.ts';
import type { CheckReport, Finding } from '#core/model/finding.ts';
import { collectionNames, type CollectionName, type Plan } from '#core/model/plan.ts';
import { phasesInOrder } from '#core/state/plan-states.ts';
import { findOrderFindings } from './order-findings.ts';
import { factsOf } from './facts.ts';
import { findingsOf, updateSpells } from './rule-spells.ts';
import { checkRules } from './rules.ts';
import type { CheckRule } from './rule.ts';
import { toScene, type Scene } from './scene.ts';
import { memoryOf } from './start-memory.ts';
import { toStepLine } from './step-line.ts';
import { compareSeverity, toPlanFindings } from './to-finding.ts';

interface Found {
  readonly findings: readonly Finding[];
  readonly orders: number;
}

/** Goes through all states once; each rule looks again only at what a step touched. */
function findAll(scene: Scene, rules: readonly CheckRule[]): Found {
  const ofStates = rules.flatMap((rule) => (rule.looksAt === 'states' ? rule : []));
  const ofChanges = rules.flatMap((rule) => (rule.looksAt === 'changes' ? rule : []));
  const memory = memoryOf(scene);
  const line = toStepLine(scene, { ofStates, ofChanges }, memory);
  const findings = line.records.flatMap((record) => record.onChange);
  for (const rule of rules) {
    if (rule.looksAt === 'plan') findings.push(...toPlanFindings(scene, rule, line.end));
  }
  const planned = new Set<string>();
  const log = memory.logs.read;
  for (const [index, of] of line.spells.entries()) {
    updateSpells(of, index, line.steps, memory.spots.look(scene, of.rule), scene);
    findings.push(...findingsOf(of, scene, log, line.changed));
    for (const identity of of.spells.keys()) planned.add(`${of.rule.name} ${identity}`);
  }
  const places = { phases: line.phases, changed: line.changed, log };
  const free = findOrderFindings(scene, ofStates, places, planned);
  return { findings: [...findings, ...free.findings], orders: free.orders };
}

/**
 * Looks at the estate of a plan rule by rule: what a check of the whole plan would do first, in steps between which something else can be
 * done. What is found is remembered, so that `checkPlan` afterwards has little to do. Stop where the plan is another one by then.
 */
export function* checkAhead(plan: Plan, rules: readonly CheckRule[] = checkRules): Generator<string> {
  const scene = toScene(plan);
  for (const rule of rules) {
    if (rule.looksAt !== 'states') continue;
    memoryOf(scene).spots.look(scene, rule);
    yield rule.name;
  }
}

/** What the checks never look at: an edit there leaves all findings as they are. */
const unchecked: ReadonlySet<CollectionName> = new Set(['layout', 'accepted']);

interface LastFound {
  readonly plan: Plan;
  readonly rules: readonly CheckRule[];
  readonly sorted: readonly Finding[];
  readonly found: Found;
  readonly states: number;
}

const lastFound = new WeakMap<Plan['nodes'], LastFound>();
// Findings of the check before are mostly the same objects, whatever plan it was of.
let latest: LastFound | undefined;

/** All findings of a plan, sorted and without acceptance; those of the plan before when the edit changed nothing of it. */
function findAgain(plan: Plan, rules: readonly CheckRule[]): LastFound {
  const last = lastFound.get(plan.nodes);
  const isSame =
    last !== undefined &&
    last.rules === rules &&
    collectionNames.every((name) => unchecked.has(name) || last.plan[name] === plan[name]);
  if (isSame) return last;
  const scene = toScene(plan);
  const found = findAll(scene, rules);
  const all = sorted(plan, withoutTwice(scene, found.findings), latest);
  const made = { plan, rules, sorted: all, found, states: scene.sequence.length + 1 };
  lastFound.set(plan.nodes, made);
  latest = made;
  return made;
}

/** Where the last of the changes that lead to a finding stands, from 1; 0 for what is so today. */
function placeOf({ positions }: Scene, { after }: Finding): number {
  const last = after.at(-1);
  return last === undefined ? 0 : (positions.get(last) ?? 0);
}

/**
 * One finding an id: what several changes run into is told once, where it first holds. Of links both ways between two nodes
 * the same one is told, in whatever order they were looked at.
 */
function withoutTwice(scene: Scene, findings: readonly Finding[]): Finding[] {
  const byId = new Map<string, Finding>();
  for (const finding of findings) {
    const known = byId.get(finding.id);
    const order =
      known === undefined
        ? -1
        : placeOf(scene, finding) - placeOf(scene, known) || compareText(finding.message, known.message);
    if (order < 0) byId.set(finding.id, finding);
  }
  return [...byId.values()];
}

function withAcceptance(finding: Finding, accepted: readonly AcceptedFinding[]): Finding {
  // Who accepted without noting the facts (by hand, in the file) accepted the finding whatever comes.
  const match = accepted.find((each) => each.facts === '' || each.facts === factsOf(finding));
  return match === undefined ? finding : { ...finding, accepted: match.id };
}

type Compare = (a: Finding, b: Finding) => number;

function toCompare(plan: Plan): Compare {
  const order = new Map<string | null, number>([[null, -1]]);
  for (const [index, phase] of phasesInOrder(plan).entries()) order.set(phase.id, index);
  const rank = (finding: Finding): number => order.get(finding.phase) ?? order.size;
  const names = new WeakMap<Finding, string>();
  const namesOf = (finding: Finding): string => {
    const known = names.get(finding) ?? finding.names.join('\n');
    names.set(finding, known);
    return known;
  };
  return (a, b) =>
    compareSeverity(a.severity, b.severity) ||
    rank(a) - rank(b) ||
    compareText(a.rule, b.rule) ||
    compareText(namesOf(a), namesOf(b)) ||
    compareText(a.id, b.id);
}

/** Puts some findings in their places among those that are sorted. */
function merged(list: readonly Finding[], more: readonly Finding[], compare: Compare): Finding[] {
  const found: Finding[] = [];
  let at = 0;
  for (const finding of more) {
    let [low, high] = [at, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = list[middle];
      if (other !== undefined && compare(other, finding) < 0) low = middle + 1;
      else high = middle;
    }
    found.push(...list.slice(at, low), finding);
    at = low;
  }
  return found.concat(list.slice(at));
}

/** The findings sorted; those that the list before had in the same order of phases stay in their order. */
function sorted(plan: Plan, findings: readonly Finding[], last: LastFound | undefined): Finding[] {
  const compare = toCompare(plan);
  if (last?.plan.phases !== plan.phases) return [...findings].sort(compare);
  const [was, is] = [new Set(last.sorted), new Set(findings)];
  const fresh = findings.filter((finding) => !was.has(finding)).sort(compare);
  return merged(
    last.sorted.filter((finding) => is.has(finding)),
    fresh,
    compare,
  );
}

/**
 * Every rule on every state of a plan: as it is, and after each change in the planned order (which holds the ends of all
 * phases). Sorted: errors first, then by the phase where a finding first holds, rule and names. Accepted findings stay
 * in the list and count as `accepted` only. `rules` narrows it to some rules.
 */
export function checkPlan(plan: Plan, rules: readonly CheckRule[] = checkRules): CheckReport {
  const { sorted: all, found, states } = findAgain(plan, rules);
  const accepted = new Map<string, AcceptedFinding[]>();
  for (const each of sortedBy(plan.accepted, (row) => row.id)) {
    accepted.set(each.finding, [...(accepted.get(each.finding) ?? []), each]);
  }
  const findings = all.map((finding) => withAcceptance(finding, accepted.get(finding.id) ?? []));
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.accepted === null && finding.severity === severity).length;
  return {
    findings,
    counts: {
      error: count('error'),
      warning: count('warning'),
      info: count('info'),
      accepted: findings.filter((finding) => finding.accepted !== null).length,
      states,
      orders: found.orders,
    },
  };
}
