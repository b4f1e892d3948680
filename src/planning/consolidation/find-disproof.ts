import { toAmount, type Dimension } from '#core/checks/room.ts';
import { toNameList } from '#core/checks/words.ts';
import type { NodeId } from '#core/model/ids.ts';
import { mayStand } from './packing-problem.ts';
import type { ConsolidationModel } from './to-model.ts';

/** Why everything can't be placed, in words. */
export interface Disproof {
  readonly words: string;
  readonly nodes: readonly NodeId[];
}

interface Look {
  readonly model: ConsolidationModel;
  /** For each item the numbers of the places where it may stand. */
  readonly choices: readonly (readonly number[])[];
}

function namesOf({ model }: Look, item: number): string {
  return toNameList((model.members[item] ?? []).map((member) => member.node.name));
}

function idsOf({ model }: Look, item: number): NodeId[] {
  return (model.members[item] ?? []).map((member) => member.node.id);
}

function roomOf({ model }: Look, place: number, at: number): number {
  return model.problem.bins[place]?.room[at] ?? 0;
}

/** Something that may stand nowhere, or that no host it may stand on has room for. */
function findHomeless(look: Look): Disproof | null {
  const { model, choices } = look;
  for (const [item, places] of choices.entries()) {
    const nodes = idsOf(look, item);
    const names = namesOf(look, item);
    if (places.length === 0) return { words: `There is no host that ${names} may stand on.`, nodes };
    for (const [at, dimension] of model.known.entries()) {
      const size = model.problem.items[item]?.sizes[at] ?? 0;
      const most = Math.max(...places.map((place) => roomOf(look, place, at)));
      if (size > most) {
        const words = `${names} ${nodes.length === 1 ? 'needs' : 'need'} ${toAmount(size, dimension)}; the largest host for that has room for ${toAmount(most, dimension)}.`;
        return { words, nodes };
      }
    }
  }
  return null;
}

/** Items that may all stand only on the same few places, which have no room for them together. */
function findCrowd(look: Look): Disproof | null {
  const { model, choices } = look;
  const sets = new Map<string, readonly number[]>();
  for (const places of choices) sets.set(places.join(' '), places);
  const all = model.problem.bins.map((_, index) => index);
  for (const places of [...sets.values()].toSorted((a, b) => a.length - b.length).concat([all])) {
    const inside = new Set(places);
    const items = choices.flatMap((each, item) => (each.every((place) => inside.has(place)) ? [item] : []));
    for (const [at, dimension] of model.known.entries()) {
      const asked = items.reduce((sum, item) => sum + (model.problem.items[item]?.sizes[at] ?? 0), 0);
      const there = places.reduce((sum, place) => sum + roomOf(look, place, at), 0);
      if (asked <= there + 1e-6) continue;
      return {
        words: toCrowdWords(look, items, places, { asked, there, dimension }),
        nodes: items.flatMap((item) => idsOf(look, item)),
      };
    }
  }
  return null;
}

function toCrowdWords(
  look: Look,
  items: readonly number[],
  places: readonly number[],
  { asked, there, dimension }: { asked: number; there: number; dimension: Dimension },
): string {
  const names = toNameList(
    items.flatMap((item) => (look.model.members[item] ?? []).map((member) => member.node.name)),
  );
  const hosts = toNameList(places.map((place) => look.model.places[place]?.name ?? ''));
  return `${names} need ${toAmount(asked, dimension)} together, and ${hosts} ${places.length === 1 ? 'has' : 'have'} room for ${toAmount(there, dimension)}.`;
}

/** More things that must stay apart than machines to put them on. */
function findGathering(look: Look): Disproof | null {
  const { model, choices } = look;
  const groups = new Map<number, number[]>();
  for (const [item, each] of model.problem.items.entries()) {
    for (const group of each.apart) groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  for (const items of groups.values()) {
    const roots = new Set(
      items.flatMap((item) => (choices[item] ?? []).map((place) => model.problem.bins[place]?.root)),
    );
    const forced = items.filter(
      (item) => new Set((choices[item] ?? []).map((place) => model.problem.bins[place]?.root)).size === 1,
    );
    const forcedRoots = new Set(forced.map((item) => model.problem.bins[choices[item]?.[0] ?? -1]?.root));
    if (roots.size >= items.length && forcedRoots.size === forced.length) continue;
    const among = roots.size < items.length ? items : forced;
    const names = toNameList(
      among.flatMap((item) => (model.members[item] ?? []).map((member) => member.node.name)),
    );
    const hosts = toNameList(
      among.flatMap((item) => (choices[item] ?? []).map((place) => model.places[place]?.name ?? '')),
    );
    return {
      words: `${names} must stay apart, and the machines they may stand on are only ${hosts}.`,
      nodes: among.flatMap((item) => idsOf(look, item)),
    };
  }
  return null;
}

/** A short proof that not everything can be placed, when there is one that needs no search. */
export function findDisproof(model: ConsolidationModel): Disproof | null {
  const { problem } = model;
  const places = problem.bins.map((_, index) => index);
  const targets = places.filter((place) => problem.bins[place]?.isTarget === true);
  const choices = problem.items.map((item, index) => {
    if (item.allowed === null && (item.home < 0 || problem.bins[item.home]?.isTarget === true))
      return targets;
    return places.filter((place) => mayStand(problem, index, place));
  });
  const look = { model, choices };
  return findHomeless(look) ?? findGathering(look) ?? findCrowd(look);
}
