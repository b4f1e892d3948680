import type { Repair, Severity } from '#core/model/finding.ts';
import type { Change } from '#core/model/change.ts';
import type { ChangeId, NodeId, PhaseId } from '#core/model/ids.ts';
import type { EstateEdit } from '#core/state/estate-edit.ts';
import type { Estate } from '#core/state/estate.ts';
import type { Scene } from './scene.ts';

/**
 * One place where a rule is broken. Troubles of the same rule with the same `about` and `key` are one finding; `others`
 * are further nodes concerned and `words` what the rule's sentence needs of this place.
 */
export interface Trouble {
  /** The nodes that make this trouble itself: hashed into the id of the finding. */
  readonly about: readonly NodeId[];
  /** Tells troubles about the same nodes apart: an id, an area, never words of a sentence, never a phase. */
  readonly key: string;
  readonly others: readonly NodeId[];
  readonly words: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** How bad it is: while a trouble lasts, the worst moment is the one reported. */
  readonly weight?: number;
  readonly repair?: Repair | null;
}

/** One change as it is applied: the estate before and after, and what it touched. */
export interface Step {
  /** 1 for the first change of the sequence. */
  readonly index: number;
  readonly change: Change;
  readonly phase: PhaseId | 'end';
  readonly before: Estate;
  readonly estate: Estate;
  readonly edit: EstateEdit;
  /** Nodes whose place has changed: those that moved, came or went, with everything inside. */
  readonly moved: readonly NodeId[];
}

interface RuleBase {
  /** The assertion that was broken when the rule reports. */
  readonly name: string;
  readonly severity: Severity;
  /** The sentence for a person, of all places that belong to one finding. */
  readonly say: (scene: Scene, troubles: readonly Trouble[]) => string;
}

/**
 * A rule about states. It is looked at spot by spot (a spot is the id of a node, a dependency, a scope of duties): all
 * spots of the estate as it is, then after each change only those that it may have changed.
 */
export interface StateRule extends RuleBase {
  readonly looksAt: 'states';
  readonly spots: (scene: Scene, estate: Estate) => Iterable<string>;
  readonly touched: (scene: Scene, step: Step) => Iterable<string>;
  readonly look: (scene: Scene, estate: Estate, spot: string) => readonly Trouble[];
  /**
   * Whether some changes could break the rule at a spot in any order; without it every spot is tried out. May say `true`
   * too often, never `false` too often.
   */
  readonly canBreak?: (scene: Scene, estate: Estate, changes: readonly Change[], spot: string) => boolean;
  /** Whether doing the change that causes it after the one that ends it is a repair. */
  readonly canWait?: boolean;
  /**
   * What an error is, in severity and words, that begins and ends inside of one phase, where steps that are made one after the
   * other can't but lead through it.
   */
  readonly passing?: { readonly severity: Severity; readonly words: string };
}

/** A rule about what a change rests on, at the moment when it is made. */
export interface ChangeRule extends RuleBase {
  readonly looksAt: 'changes';
  readonly look: (scene: Scene, step: Step) => readonly Trouble[];
}

/** Trouble that lies in the plan itself: `change` is the one where it shows, `null` for what is so today. */
export interface PlanTrouble extends Trouble {
  readonly change: ChangeId | null;
  readonly after: readonly ChangeId[];
}

/** A rule about the plan as a whole: its order, its dates, its sources. */
export interface PlanRule extends RuleBase {
  readonly looksAt: 'plan';
  /** `end` is the estate with everything done. */
  readonly look: (scene: Scene, end: Estate) => readonly PlanTrouble[];
}

/** Any rule. */
export type CheckRule = StateRule | ChangeRule | PlanRule;
