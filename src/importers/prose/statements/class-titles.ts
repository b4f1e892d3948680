import { removalHeading, removalList } from '#core/importers/prose/lexicon/facts.ts';
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

/** The unit that stands above as a class of machines: the announcing line, item or heading right above. */
export function classAbove(list: UnitList, unit: Unit): Unit | null {
  const parent = list.units[unit.parent];
  if (parent === undefined) return null;
  const text = parent.text.plain;
  if (parent.role === 'title') return isServerClass(text) || isWeakClass(list, parent) ? parent : null;
  const lead = text.split(/[.!?]\s/u).at(-1) ?? text;
  if (
    /:\s*$/u.test(lead) &&
    lead.length < 200 &&
    /\b(?:servers|machines|vms|hosts|droplets|builders|hypervisors|nodes|instances|(?:server|machine|host|vm) names)\b[^.]{0,60}:\s*$/iu.test(
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
