import { removalHeading, removalList, sizePatterns } from '#core/importers/prose/lexicon/facts.ts';
import { machineShape } from './names.ts';
import { findOpeningName } from './opening-name.ts';
import { isServerClass, isTask } from './titles.ts';
import type { Unit, UnitList } from './unit.ts';

/** Whether a heading or announcing line is a list of things to be removed. */
export function isRemovalList(plain: string): boolean {
  return (
    plain.length < 160 &&
    removalHeading.test(plain) &&
    removalList.test(plain) &&
    (!isTask(plain) || /^(?:what|was) (?:goes|can go|will go|fällt|kommt|kann)\b/iu.test(plain))
  );
}

const weakClass =
  /^(?:databases?|datenbanken|caches|queues|clusters|backends?|load balancers?|proxies|storage|mail|web|monitoring|backups?|ci|staging|production|development|test|others?)$/iu;

/** "Databases" is a list of machines when an entry below looks like one by itself. */
export function isWeakClass(list: Pick<UnitList, 'childrenOf'>, title: Unit): boolean {
  if (!weakClass.test(title.text.plain.trim())) return false;
  const entries = list.childrenOf(title.index).filter((child) => child.role === 'item');
  const machines = entries.filter((entry) => {
    const name = findOpeningName(entry.text)?.name ?? '';
    return machineShape(name) === 'numbered' || machineShape(name) === 'domain';
  });
  return machines.length > 0 && machines.length * 2 >= entries.length;
}

const theMachines =
  /^(?:the|our|these|all|both|die|unsere)\s+(?:[\p{L}\d-]+\s+){0,3}?(?:servers|machines|vms|hosts|boxes|nodes|runners|builders|hypervisors|droplets|instances|maschinen|rechner)\s/iu;

/** Whether an entry is one of a list of literal names and nothing else, in a section whose text speaks of the machines. */
function isBareList(list: Pick<UnitList, 'childrenOf'>, unit: Unit): boolean {
  if (unit.role !== 'item') return false;
  const siblings = list.childrenOf(unit.parent);
  const at = siblings.indexOf(unit);
  const isBare = (each: Unit | undefined): boolean => {
    const opening = each?.role === 'item' ? findOpeningName(each.text) : null;
    return opening !== null && opening.code && opening.alone && machineShape(opening.name) !== 'none';
  };
  let from = at;
  while (siblings[from - 1]?.role === 'item' && at - from < 60) from -= 1;
  let to = at;
  while (siblings[to + 1]?.role === 'item' && to - at < 60) to += 1;
  return (
    to - from < 60 &&
    siblings.slice(from, to + 1).every(isBare) &&
    siblings.slice(0, from).some((each) => each.role === 'text' && theMachines.test(each.text.plain))
  );
}

/** The unit that stands above as a class of machines: the announcing line, item or heading right above. */
export function classAbove(list: UnitList, unit: Unit): Unit | null {
  const parent = list.units[unit.parent];
  if (parent === undefined) return null;
  const text = parent.text.plain;
  if (parent.role === 'title')
    return isServerClass(text) || isWeakClass(list, parent) || isBareList(list, unit) ? parent : null;
  const lead = text.split(/[.!?]\s/u).at(-1) ?? text;
  if (
    /:\s*$/u.test(lead) &&
    lead.length < 200 &&
    /\b(?:servers|machines|vms|guests|virtual machines|hosts|droplets|builders|hypervisors|nodes|instances|(?:server|machine|host|vm) names)\b[^.]{0,60}:\s*$/iu.test(
      lead,
    )
  )
    return parent;
  if (parent.role === 'text' && parent.title >= 0)
    return isServerClass(list.units[parent.title]?.text.plain ?? '')
      ? (list.units[parent.title] ?? null)
      : null;
  return isServerClass(text) ? parent : null;
}

/** "Shop database server": a role in small letters is one machine when its size stands right below. */
export function isSizedRole(list: UnitList, unit: Unit): boolean {
  const words = /^\p{Lu}[\p{L}-]*(?: [\p{L}-]+){0,3} (?:server|host|machine|box|vm|VM)$/u;
  const general = /^(?:new|managed|a|an|the|this|your|our|each|any|every|liste|how|minimal)\b/iu;
  const { plain } = unit.text;
  if (!words.test(plain) || general.test(plain)) return false;
  return list
    .childrenOf(unit.index)
    .some(
      (child) =>
        child.role === 'item' &&
        child.text.plain.length < 80 &&
        sizePatterns.some((size) => size.words.test(child.text.plain)),
    );
}
