import type { Change } from '#core/model/change.ts';
import type { Finding } from '#core/model/finding.ts';
import {
  findDirtySpots,
  gatherLooks,
  isSameLooks,
  toTurns,
  type LineSteps,
  type RuleLooks,
  type SpotLook,
} from './rule-looks.ts';
import { toWatchedScene } from './footprint.ts';
import type { ChangedKeys, ReadLog } from './read-log.ts';
import type { StateRule } from './rule.ts';
import type { Scene } from './scene.ts';
import { toStateFinding } from './to-finding.ts';
import { identityOf, toRuleWalk, type FoundAtSpots, type Spell } from './walk.ts';

/** The troubles of one rule over time, and their findings, kept from check to check. */
export interface RuleSpells {
  readonly rule: StateRule;
  readonly looks: Map<string, readonly SpotLook[]>;
  readonly spells: Map<string, KnownSpell>;
  /** At which spots each trouble ever shows. */
  readonly spotsOf: Map<string, Set<string>>;
  start: FoundAtSpots;
}

interface KnownSpell {
  readonly spell: Spell;
  readonly first: Change | null;
  readonly last: Change | null;
  /** What the finding rests on; `null`: it is to be made. */
  reads: Int32Array | null;
  finding: Finding | null;
}

/** Nothing is known of a rule yet. */
export function toRuleSpells(rule: StateRule): RuleSpells {
  return { rule, looks: new Map(), spells: new Map(), spotsOf: new Map(), start: [] };
}

function identitiesAt(looks: readonly SpotLook[]): Set<string> {
  return new Set(looks.flatMap(({ troubles }) => troubles.map(identityOf)));
}

/** Troubles whose beginning is told by what led to it: of those every look at their spot counts. */
function restsOnLooks({ spells }: RuleSpells, spot: string, looks: readonly SpotLook[]): boolean {
  return [...identitiesAt(looks)].some((identity) => {
    const known = spells.get(identity);
    return known !== undefined && known.first !== null && known.spell.spot === spot;
  });
}

/** Takes over the looks at some spots; answers the troubles that may be other ones than before. */
function takeLooks(of: RuleSpells, dirty: ReadonlySet<string>, now: RuleLooks): Set<string> {
  const affected = new Set<string>();
  for (const spot of dirty) {
    const [before, after] = [of.looks.get(spot) ?? [], now.get(spot) ?? []];
    if (isSameLooks(before, after)) continue;
    const [was, is] = [identitiesAt(before), identitiesAt(after)];
    if (is.size > 0) of.looks.set(spot, after);
    else of.looks.delete(spot);
    if (restsOnLooks(of, spot, before) || !isSameLooks(toTurns(before), toTurns(after))) {
      for (const identity of [...was, ...is]) affected.add(identity);
    }
    for (const identity of was) if (!is.has(identity)) of.spotsOf.get(identity)?.delete(spot);
    for (const identity of is) {
      const spots = of.spotsOf.get(identity);
      if (spots === undefined) of.spotsOf.set(identity, new Set([spot]));
      else spots.add(spot);
    }
  }
  return affected;
}

/** All spots where one of some troubles shows, or a trouble that shares a spot with one of them; adds those to the troubles. */
function findSpots(of: RuleSpells, identities: Set<string>): Set<string> {
  const spots = new Set<string>();
  for (const identity of identities) {
    for (const spot of of.spotsOf.get(identity) ?? []) {
      if (spots.has(spot)) continue;
      spots.add(spot);
      // A set that grows while it is gone through is gone through to its end.
      for (const other of identitiesAt(of.looks.get(spot) ?? [])) identities.add(other);
    }
  }
  return spots;
}

/** Goes through the turns at some spots in the planned order. */
function walkAgain(of: RuleSpells, scene: Scene, spots: ReadonlySet<string>): ReadonlyMap<string, Spell> {
  const walk = toRuleWalk(of.rule);
  const turns = [...spots].flatMap((spot) =>
    toTurns(of.looks.get(spot) ?? []).map(({ change, at, troubles }) => ({
      found: [[spot, troubles]] as const,
      at,
      step: change === null ? 0 : (scene.positions.get(change.id) ?? 0),
    })),
  );
  turns.sort((a, b) => a.step - b.step || a.at - b.at);
  for (const { found, step } of turns) {
    if (step === 0) walk.start(found);
    else walk.follow(found, step);
  }
  return walk.spells;
}

/**
 * Brings the troubles of a rule, the `index`-th, up to a line of steps: only spots that were looked at again, and troubles that show
 * there, are gone through again. `start` is what the rule finds today.
 */
export function updateSpells(
  of: RuleSpells,
  index: number,
  steps: LineSteps,
  start: FoundAtSpots,
  scene: Scene,
): void {
  const dirty = findDirtySpots(steps, index, of.looks, [of.start, start]);
  const affected = takeLooks(of, dirty, gatherLooks(steps.records, index, new Map(start), dirty));
  of.start = start;
  if (affected.size === 0) return;
  const spots = findSpots(of, affected);
  const changeAt = (step: number | null): Change | null =>
    step === null || step === 0 ? null : (scene.sequence[step - 1] ?? null);
  for (const identity of affected) of.spells.delete(identity);
  for (const [identity, spell] of walkAgain(of, scene, spots)) {
    const [first, last] = [changeAt(spell.first), changeAt(spell.last)];
    of.spells.set(identity, { spell, first, last, reads: null, finding: null });
  }
}

/** The findings of a rule; those that rest on nothing that has changed since the last check are the same objects as then. */
export function findingsOf(of: RuleSpells, scene: Scene, log: ReadLog, changed: ChangedKeys): Finding[] {
  const found: Finding[] = [];
  const place = { scene, asked: toWatchedScene(scene, log.note), note: log.note };
  const positionOf = (change: Change | null): number =>
    change === null ? 0 : (scene.positions.get(change.id) ?? 0);
  for (const known of of.spells.values()) {
    const { first, last, reads } = known;
    // What a finding asks is asked of the plan, not of its states: only what is another one from the beginning on counts.
    if (reads === null || changed.meets(reads, 0)) {
      const looked = (of.looks.get(known.spell.spot) ?? []).flatMap(({ change }) => change ?? []);
      const candidates = first === null ? [] : looked.slice(0, looked.indexOf(first) + 1);
      const spell = { ...known.spell, first: positionOf(first) };
      known.finding = toStateFinding(place, { rule: of.rule, spell, candidates, first, last });
      known.reads = log.take();
    }
    if (known.finding !== null) found.push(known.finding);
  }
  return found;
}
