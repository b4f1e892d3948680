import type { Severity } from '#core/model/finding.ts';
import type { Estate } from '#core/state/estate.ts';
import type { CheckRule, StateRule, Step, Trouble } from './rule.ts';
import { checkRules } from './rules.ts';
import type { Scene } from './scene.ts';
import { compareSeverity } from './to-finding.ts';
import { identityOf } from './walk.ts';

interface AddedFinding {
  readonly rule: CheckRule;
  readonly severity: Severity;
  readonly troubles: Trouble[];
}

/** Findings that steps add, as they are collected. */
export interface Added {
  readonly addOfState: (rule: StateRule, trouble: Trouble, spot: string) => void;
  /** Several nodes dropped at once are taken as moving at once: what only holds between two of them is let go. */
  readonly settle: (scene: Scene, estate: Estate) => void;
  readonly add: (rule: CheckRule, trouble: Trouble) => void;
  readonly counts: () => { readonly errors: number; readonly warnings: number };
  /** One sentence a finding, the worst first; infos are left out. */
  readonly sentences: (scene: Scene) => readonly string[];
}

/** An empty collection of added findings. */
export function toAdded(): Added {
  const found = new Map<string, AddedFinding>();
  const ofStates: { rule: StateRule; trouble: Trouble; spot: string }[] = [];
  const count = (severity: Severity): number =>
    [...found.values()].filter((each) => each.severity === severity).length;
  const add = (rule: CheckRule, trouble: Trouble): void => {
    const key = `${rule.name} ${identityOf(trouble)}`;
    const known = found.get(key);
    if (known === undefined) {
      found.set(key, { rule, severity: trouble.severity ?? rule.severity, troubles: [trouble] });
    } else known.troubles.push(trouble);
  };
  return {
    add,
    addOfState: (rule, trouble, spot) => {
      ofStates.push({ rule, trouble, spot });
    },
    settle: (scene, estate) => {
      for (const { rule, trouble, spot } of ofStates.splice(0)) {
        const now = rule.look(scene, estate, spot).find((each) => identityOf(each) === identityOf(trouble));
        if (now !== undefined) add(rule, now);
      }
    },
    counts: () => ({ errors: count('error'), warnings: count('warning') }),
    sentences: (scene) =>
      [...found.values()]
        .filter((each) => each.severity !== 'info')
        .sort((a, b) => compareSeverity(a.severity, b.severity))
        .map((each) => each.rule.say(scene, each.troubles)),
  };
}

/** Which troubles of a rule hold at a spot of an estate, by identity. */
export type HeldBefore = (rule: StateRule, estate: Estate, spot: string) => ReadonlySet<string>;

/** Looks up what holds before a drop, once for all targets: they begin in the same state. */
export function toHeldBefore(scene: Scene): HeldBefore {
  const known = new WeakMap<Estate, Map<string, ReadonlySet<string>>>();
  return (rule, estate, spot) => {
    const ofEstate = known.get(estate) ?? new Map<string, ReadonlySet<string>>();
    known.set(estate, ofEstate);
    const key = `${rule.name} ${spot}`;
    const held = ofEstate.get(key) ?? new Set(rule.look(scene, estate, spot).map(identityOf));
    ofEstate.set(key, held);
    return held;
  };
}

/**
 * Collects what a step breaks that was whole before: state rules at the spots it touched, and what it rests on. Where it is the
 * last, what is found stands; else it is settled in the end.
 */
export function findAdded(
  scene: Scene,
  step: Step,
  added: Added,
  { held, isLast }: { readonly held: HeldBefore; readonly isLast: boolean },
): void {
  for (const rule of checkRules) {
    if (rule.looksAt === 'changes') {
      for (const trouble of rule.look(scene, step)) added.add(rule, trouble);
    } else if (rule.looksAt === 'states') {
      for (const spot of new Set(rule.touched(scene, step))) {
        const after = rule.look(scene, step.estate, spot);
        if (after.length === 0) continue;
        const before = held(rule, step.before, spot);
        for (const trouble of after) {
          if (before.has(identityOf(trouble))) continue;
          if (isLast) added.add(rule, trouble);
          else added.addOfState(rule, trouble, spot);
        }
      }
    }
  }
}
