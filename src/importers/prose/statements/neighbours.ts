import { type Candidate, type Candidates, isLikelyServer, spellingOf } from './candidates.ts';
import { isRemovalList, isWeakClass } from './class-titles.ts';
import { toNameKey } from './names.ts';
import { stemOf } from './raw-mentions.ts';
import { isServerClass, isTopic, namesOfTitle, toTitleParts } from './titles.ts';
import type { Unit, UnitList } from './unit.ts';

/** Whether nothing but its look speaks for a plain word: neighbours alone make no machine of it. */
function isLonely(candidate: Candidate): boolean {
  const { reasons } = candidate;
  if (!reasons.has('plain word')) return false;
  return ![...reasons].some(
    (reason) =>
      ![
        'plain word',
        'product name',
        'environment word',
        'topic word',
        'product as written',
        'under a heading on machines',
        'names a service',
      ].includes(reason),
  );
}

/** Headings beside each other, by the heading above and their level. */
function titleGroups(list: UnitList): Map<string, Unit>[] {
  const groups = new Map<string, Map<string, Unit>>();
  for (const unit of list.units) {
    const { plain } = unit.text;
    if (unit.role !== 'title' || (isTopic(plain) && !isWeakClass(list, unit)) || isRemovalList(plain))
      continue;
    const group = `${unit.parent}/${unit.level}`;
    const known = groups.get(group) ?? new Map<string, Unit>();
    for (const name of namesOfTitle(toTitleParts(plain).name)) known.set(toNameKey(name), unit);
    groups.set(group, known);
  }
  return [...groups.values()];
}

/** Keys of the candidates that each list introduces, by the unit that the list stands in. */
function listGroups(candidates: Candidates): Map<number, { key: string; index: number }[]> {
  const groups = new Map<number, { key: string; index: number }[]>();
  for (const candidate of candidates.values()) {
    for (const { unit, introduces } of candidate.mentions) {
      const isEntry = unit.role === 'item' || unit.role === 'term' || opensApart(unit);
      if (!introduces || !isEntry) continue;
      const list = groups.get(unit.parent) ?? [];
      if (!list.some((each) => each.index === unit.index && each.key === candidate.key))
        list.push({ key: candidate.key, index: unit.index });
      groups.set(unit.parent, list);
    }
  }
  return groups;
}

/** "**deneb** - the other one": a paragraph that opens with a name set apart, and a dash or a colon. */
function opensApart(unit: Unit): boolean {
  if (unit.role !== 'text') return false;
  const [mark] = unit.text.marks;
  if (mark?.from !== 0 || (mark.kind !== 'strong' && mark.kind !== 'code')) return false;
  return /^\s*(?:[-–—]\s|:)/u.test(unit.text.plain.slice(mark.to));
}

/** Entries of one list are weighed together: where most are machines, so are the others. */
function weighLists(list: UnitList, candidates: Candidates): void {
  for (const [parent, members] of listGroups(candidates)) {
    const entries = list
      .childrenOf(parent)
      .filter((unit) => unit.role === 'item' || unit.role === 'term' || opensApart(unit));
    const strong = members.filter(({ key }) => {
      const candidate = candidates.get(key);
      return candidate !== undefined && isLikelyServer(candidate);
    });
    const alike = entries.length > 2 && entries.every(opensApart) ? 5 : 4;
    if (strong.length * alike < entries.length * 2 || (strong.length < 2 && entries.length > 2)) continue;
    for (const { key } of members) {
      const candidate = candidates.get(key);
      if (candidate !== undefined && !isLonely(candidate)) candidate.reasons.add('among servers');
    }
  }
}

/** Where two of a family are servers by what is said of them, so is a third of which nothing but its name is told. */
function weighKin(candidates: Candidates): void {
  const kin = new Map<string, Candidate[]>();
  for (const candidate of candidates.values()) {
    const { reasons } = candidate;
    const isNamed =
      reasons.has('numbered name') || (reasons.has('hyphened name') && reasons.has('code span'));
    const stem = isNamed ? stemOf(spellingOf(candidate)) : '';
    if (stem !== '') kin.set(stem, [...(kin.get(stem) ?? []), candidate]);
  }
  for (const family of kin.values()) {
    const sure = family.filter(isLikelyServer).length;
    if (sure < 2) continue;
    for (const each of family) {
      const isAlike = each.reasons.has('numbered name') || (sure > 2 && sure * 2 >= family.length);
      if (isAlike && !isLikelyServer(each)) each.reasons.add('its kin are servers');
    }
  }
}

/** Headings and entries beside each other are weighed together: where most are machines, the others most likely are too. */
export function weighNeighbours(list: UnitList, candidates: Candidates): void {
  for (const named of titleGroups(list)) {
    const keys = [...named.keys()];
    const strong = keys.filter((key) => {
      const candidate = candidates.get(key);
      return (
        isServerClass(named.get(key)?.text.plain ?? '') ||
        (candidate !== undefined && isLikelyServer(candidate))
      );
    });
    const roles = strong.filter(
      (key) => candidates.get(key)?.reasons.has('role with capitals') === true,
    ).length;
    if ((strong.length < 3 || strong.length * 2 < keys.length) && roles < 2) continue;
    const isLower = (key: string): boolean => {
      const candidate = candidates.get(key);
      return candidate === undefined || !/^\p{Lu}/u.test(spellingOf(candidate));
    };
    const lower = strong.filter(isLower).length * 2 > strong.length;
    for (const key of keys) {
      const candidate = candidates.get(key);
      if (candidate === undefined) continue;
      const isRole = candidate.reasons.has('role with capitals');
      if (roles >= 2 && strong.length * 2 < keys.length && !isRole) continue;
      if (isLonely(candidate) || (lower && !isLower(key) && !isRole)) continue;
      candidate.reasons.add('among servers');
    }
  }
  weighLists(list, candidates);
  weighKin(candidates);
}
