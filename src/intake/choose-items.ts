import type { ProposedItem } from '#core/importers/contract.ts';
import { applyCorrection } from './correct-item.ts';
import { toItemKey, type IntakeDecisions } from './intake-types.ts';
import type { MadeThing } from './made-thing.ts';
import { findId, hasRecord, putAside, type IntakeSession, type SourceIntake } from './session.ts';
import type { RememberedDecision } from './source-memory.ts';

/** Keys that must be in the plan before an item can be. */
function toNeeds(item: ProposedItem): readonly string[] {
  switch (item.is) {
    case 'node':
      return item.parent === undefined || item.parent === null ? [] : [item.parent];
    case 'dependency':
      return [item.from, item.to];
    case 'duty':
      return [item.subject, item.party].filter((key) => key !== null);
    case 'disposition':
      return [item.node];
    case 'move':
      return [item.node, item.to, ...(item.phase === null ? [] : [item.phase])];
    case 'party':
    case 'phase':
    case 'question':
      return [];
    default:
      return [];
  }
}

type Verdict = 'take' | 'reject' | 'uncertain' | 'not-chosen';

function toMade(made: MadeThing | undefined): Pick<RememberedDecision, 'made'> {
  return made === undefined ? {} : { made };
}

/** Remembers what a person decided now, and what they deleted since the last import: it does not come back by itself. */
function recordDecisions(session: IntakeSession, source: SourceIntake, decisions: IntakeDecisions): void {
  for (const [id, record] of source.memory.records) {
    if (hasRecord(session, record.collection, id)) continue;
    for (const key of [...record.keys, ...record.former]) {
      if (findId(source, key) !== undefined) continue;
      const known = source.decisions.get(key);
      source.decisions.set(key, { ...known, key, decision: 'reject', correction: known?.correction ?? null });
    }
  }
  const { chosen, corrections, matches, made: things } = decisions;
  if ([chosen, corrections, matches, things].every((each) => each === undefined)) return;
  for (const { key } of source.proposal.items) {
    const name = toItemKey(source.name, key);
    const decision = decisions.chosen?.[name];
    const correction = decisions.corrections?.[name];
    const match = decisions.matches?.[name];
    const made = decisions.made?.[name];
    if ([decision, correction, match, made].every((each) => each === undefined)) continue;
    const known = source.decisions.get(key);
    const apart = [...new Set([...(known?.apart ?? []), ...(match?.apart ?? [])])].sort();
    const same = match?.same ?? known?.same;
    source.decisions.set(key, {
      ...(same === undefined || apart.includes(same) ? {} : { same }),
      ...(apart.length === 0 ? {} : { apart }),
      ...toMade(made ?? known?.made),
      key,
      decision: decision ?? (made === undefined ? (known?.decision ?? null) : 'accept'),
      correction:
        correction === undefined ? (known?.correction ?? null) : { ...known?.correction, ...correction },
    });
  }
}

function judge(source: SourceIntake, item: ProposedItem, decisions: IntakeDecisions): Verdict {
  const decided = source.decisions.get(item.key)?.decision ?? null;
  if (decided === 'reject') return 'reject';
  if (decided === 'accept' || findId(source, item.key) !== undefined) return 'take';
  if (decisions.accept === 'chosen') return item.confidence === 'uncertain' ? 'uncertain' : 'not-chosen';
  return decisions.accept === 'all' || item.confidence !== 'uncertain' ? 'take' : 'uncertain';
}

/**
 * Decides which items of a source are taken: by what a person said now or earlier, else by confidence; then leaves out what
 * points at something that is not taken, so that no reference dangles. What is left out waits in `pending`.
 */
export function chooseItems(
  session: IntakeSession,
  source: SourceIntake,
  decisions: IntakeDecisions,
): readonly ProposedItem[] {
  recordDecisions(session, source, decisions);
  const items =
    source.decisions.size === 0
      ? source.proposal.items
      : source.proposal.items.map((item) =>
          applyCorrection(item, source.decisions.get(item.key)?.correction ?? null),
        );
  const wanted = new Map<string, ProposedItem>();
  for (const item of items) {
    const verdict = judge(source, item, decisions);
    if (verdict === 'take') wanted.set(item.key, item);
    else if (verdict === 'reject')
      source.previews.set(item.key, { status: 'rejected', id: null, matched: null, changed: [] });
    else putAside(source, item, verdict);
  }
  // Nothing was put aside, and all that is pointed at is there: then nothing dangles.
  const isThere = (key: string): boolean => wanted.has(key) || findId(source, key) !== undefined;
  if (wanted.size === items.length && items.every((item) => toNeeds(item).every(isThere))) return items;
  const possible = new Map<string, boolean>();
  const isPossible = (key: string): boolean => {
    const known = possible.get(key);
    if (known !== undefined) return known;
    const item = wanted.get(key);
    if (item === undefined)
      return findId(source, key) !== undefined && source.decisions.get(key)?.decision !== 'reject';
    possible.set(key, true);
    const answer = toNeeds(item).every(isPossible);
    possible.set(key, answer);
    return answer;
  };
  return [...wanted.values()].filter((item) => {
    if (isPossible(item.key)) return true;
    putAside(source, item, 'missing-reference');
    return false;
  });
}
