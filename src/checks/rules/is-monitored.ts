import { belowOf, changedDuties, hasHeldDuty } from '#core/checks/duties.ts';
import type { StateRule, Step } from '#core/checks/rule.ts';
import { isRunning } from '#core/checks/redundancy-groups.ts';
import type { Scene } from '#core/checks/scene.ts';
import { touchedEnds, touchedNodes } from '#core/checks/touched.ts';
import { toCountWords, toNameList } from '#core/checks/words.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { isUnit } from '#core/checks/units.ts';
import {
  ancestorsIn,
  childrenIn,
  dependenciesInto,
  dependenciesOutOf,
  subtreeIn,
  type Estate,
} from '#core/state/estate.ts';

const areas: ReadonlySet<string> = new Set(['monitoring', 'alert receipt']);

function isMonitoringArea(area: string): boolean {
  return areas.has(area.trim().toLowerCase());
}

const known = new WeakMap<Scene, boolean>();

/** Whether anybody wrote down any monitoring at all, of whatever. */
function knowsMonitoring(scene: Scene): boolean {
  const before = known.get(scene);
  if (before !== undefined) return before;
  const { dependencies, duties, nodes } = scene.start;
  const found =
    duties.filter((duty) => isMonitoringArea(duty.area) && duty.party !== null).length > 0 ||
    dependencies.filter((each) => each.type === 'monitors').length > 0 ||
    nodes.filter((node) => node.type === 'monitoring').length > 0 ||
    [...scene.adds.values()].some((change) => change.node.type === 'monitoring');
  known.set(scene, found);
  return found;
}

function isWatched(estate: Estate, id: string): boolean {
  return dependenciesInto(estate, id).some(
    (each) => each.type === 'monitors' && isRunning(estate.nodes.get(each.from)),
  );
}

/** Whether something or somebody looks after a machine: at it, at a place it stands on, or from a service inside. */
function hasMonitoring(estate: Estate, node: InventoryNode): boolean {
  if (node.type === 'monitoring' || isWatched(estate, node.id)) return true;
  if (ancestorsIn(estate, node.id).some((place) => isWatched(estate, place.id))) return true;
  const services = childrenIn(estate, node.id).filter((child) => child.kind === 'service');
  if (services.some((each) => each.type === 'monitoring' || isWatched(estate, each.id))) return true;
  return hasHeldDuty(estate, node, (duty) => isMonitoringArea(duty.area));
}

function touched(step: Step): Set<string> {
  const found = new Set<string>(step.moved);
  const came = touchedNodes(step);
  const watchedBy = came.flatMap((id) =>
    [step.before, step.estate].flatMap((estate) =>
      dependenciesOutOf(estate, id).flatMap((each) => (each.type === 'monitors' ? each.to : [])),
    ),
  );
  for (const id of [...came, ...step.moved, ...touchedEnds(step), ...watchedBy]) {
    for (const estate of [step.before, step.estate]) {
      const parent = estate.nodes.get(id)?.parent ?? null;
      if (parent !== null) found.add(parent);
      for (const inside of subtreeIn(estate, id)) found.add(inside.id);
    }
  }
  const isDuty = changedDuties(step).filter((duty) => isMonitoringArea(duty.area));
  for (const id of isDuty.flatMap((duty) => belowOf(step, duty))) found.add(id);
  return found;
}

/**
 * Every host, every server and every service that stands on neither is watched: something monitors it, a service on it or a
 * place it stands on, monitoring runs on it, or a party owes its monitoring. Told only where the plan knows any
 * monitoring at all, as an inventory that never speaks of it says nothing. Looks at every state; one finding for what nobody
 * watched to begin with, one for what loses it through the plan. A warning: it runs, and nobody hears when it stops.
 * No repair.
 */
export const isMonitored: StateRule = {
  looksAt: 'states',
  name: 'is-monitored',
  severity: 'warning',
  spots: (scene, estate) => (knowsMonitoring(scene) ? estate.nodes.map((node) => node.id) : []),
  touched: (scene, step) => (knowsMonitoring(scene) ? touched(step) : []),
  look: (scene, estate, spot) => {
    const node = estate.nodes.get(spot);
    if (node === undefined || node.type === 'saas' || !isRunning(node) || !isUnit(estate, node)) return [];
    if (!knowsMonitoring(scene) || hasMonitoring(estate, node)) return [];
    const today = scene.start.nodes.get(spot);
    const key = today !== undefined && hasMonitoring(scene.start, today) ? 'lost' : '';
    return [{ about: [], key, others: [node.id], words: node.name }];
  },
  say: (_scene, troubles) => {
    const names = toNameList(troubles.map((trouble) => trouble.words));
    if (troubles[0]?.key === 'lost') {
      return `${names} ${troubles.length === 1 ? 'was' : 'were'} monitored, but through the plan nobody watches any more.`;
    }
    if (troubles.length === 1) return `Nobody is known to monitor ${names}.`;
    const count = toCountWords(
      troubles.length,
      'machine or managed service',
      'machines and managed services',
    );
    return `Nobody is known to monitor ${count}: ${names}.`;
  },
};
