import type { StateRule, Trouble } from './rule.ts';

/** What makes two troubles of a rule the same one. */
export function identityOf(trouble: Pick<Trouble, 'about' | 'key'>): string {
  return `${trouble.about.join(' ')}|${trouble.key}`;
}

/** What a rule found, spot by spot. */
export type FoundAtSpots = readonly (readonly [spot: string, troubles: readonly Trouble[]])[];

/** Trouble over time: from the state after step `first` (0 is today) to the one after step `last`, which ended it. */
export interface Spell {
  readonly identity: string;
  /** The spot where it showed first; of several the smallest. */
  spot: string;
  readonly first: number;
  last: number | null;
  /** At how many spots it holds at this moment of the walk. */
  open: number;
  /** By spot, each at its worst. */
  readonly troubles: Map<string, Trouble>;
}

/** The walk of one rule through the states of a plan. */
export interface RuleWalk {
  readonly rule: StateRule;
  readonly spells: ReadonlyMap<string, Spell>;
  /** What it found in the estate as it is. */
  readonly start: (found: FoundAtSpots) => void;
  /** What it found at the spots that a step touched; steps count from 1. */
  readonly follow: (found: FoundAtSpots, step: number) => void;
}

/** Prepares the walk of a rule: what it finds state after state is put together to troubles with a beginning and an end. */
export function toRuleWalk(rule: StateRule): RuleWalk {
  const spells = new Map<string, Spell>();
  const now = new Map<string, readonly Trouble[]>();
  const begin = (trouble: Trouble, spot: string, step: number): void => {
    const identity = identityOf(trouble);
    const spell = spells.get(identity);
    if (spell === undefined) {
      spells.set(identity, {
        identity,
        spot,
        first: step,
        last: null,
        open: 1,
        troubles: new Map([[spot, trouble]]),
      });
      return;
    }
    spell.open += 1;
    spell.last = null;
    if (step === spell.first && spot < spell.spot) spell.spot = spot;
    worsen(spell, spot, trouble);
  };
  const settle = (spot: string, found: readonly Trouble[], step: number): void => {
    const before = now.get(spot);
    if (before === undefined && found.length === 0) return;
    const was = new Set((before ?? []).map(identityOf));
    for (const trouble of found) {
      const identity = identityOf(trouble);
      if (was.delete(identity)) worsen(spells.get(identity), spot, trouble);
      else begin(trouble, spot, step);
    }
    for (const identity of was) {
      const spell = spells.get(identity);
      if (spell === undefined) continue;
      spell.open -= 1;
      if (spell.open === 0) spell.last = step;
    }
    if (found.length === 0) now.delete(spot);
    else now.set(spot, found);
  };
  return {
    rule,
    spells,
    start: (found) => {
      for (const [spot, troubles] of found) {
        for (const trouble of troubles) begin(trouble, spot, 0);
        now.set(spot, troubles);
      }
    },
    follow: (found, step) => {
      for (const [spot, troubles] of found) {
        if (troubles.length > 0 || now.size > 0) settle(spot, troubles, step);
      }
    },
  };
}

function worsen(spell: Spell | undefined, spot: string, trouble: Trouble): void {
  const known = spell?.troubles.get(spot);
  if (known === undefined || (trouble.weight ?? 0) > (known.weight ?? 0)) spell?.troubles.set(spot, trouble);
}
