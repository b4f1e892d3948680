import type { StateRule, Step } from '#core/checks/rule.ts';
import { toNameList } from '#core/checks/words.ts';
import { touchedEnds, touchedNodes } from '#core/checks/touched.ts';
import type { Dependency } from '#core/model/dependency.ts';
import type { NodeId } from '#core/model/ids.ts';
import { dependenciesInto, dependenciesOutOf, type Estate } from '#core/state/estate.ts';

function gatewaysOf(estate: Estate, id: string): Dependency[] {
  return dependenciesOutOf(estate, id).filter((each) => each.type === 'reaches-through');
}

/**
 * Why nobody gets to a node, or `null` when somebody does: with no gateway it is reached directly, else through any of
 * them that is there and is reached itself. The answer is the gateway where the way breaks off.
 */
function findBreak(estate: Estate, id: NodeId, path: ReadonlySet<NodeId>): NodeId | null {
  const gateways = gatewaysOf(estate, id);
  let broken: NodeId | null = null;
  const further = new Set(path).add(id);
  for (const { to } of gateways) {
    const reason = !estate.nodes.has(to) || further.has(to) ? to : findBreak(estate, to, further);
    if (reason === null) return null;
    if (broken === null || reason < broken) broken = reason;
  }
  return broken;
}

/** A node, and all that is reached through it, directly or over further gateways. */
function addBehind(estate: Estate, id: string, found: Set<string>): void {
  const waiting = [id];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (found.has(at)) continue;
    found.add(at);
    for (const each of dependenciesInto(estate, at))
      if (each.type === 'reaches-through') waiting.push(each.from);
  }
}

function touched(step: Step): ReadonlySet<string> {
  const found = new Set<string>();
  const came = touchedNodes(step).filter((id) => step.before.nodes.has(id) !== step.estate.nodes.has(id));
  for (const id of [...came, ...touchedEnds(step)]) {
    addBehind(step.estate, id, found);
  }
  return found;
}

/**
 * An administrator gets to every node that is reached through others: at least one of its gateways is there and is itself
 * reached. A node that names no gateway is taken as reached directly. Looks at every state; one finding a lost gateway
 * with all that lies behind. An error: what can't be reached can't be moved, mended or removed. Repair: the gateway
 * goes after the last of those behind it, where the plan ends them.
 */
export const adminCanReach: StateRule = {
  looksAt: 'states',
  name: 'admin-can-reach',
  severity: 'error',
  canWait: true,
  spots: (_scene, estate) =>
    new Set(estate.dependencies.filter((each) => each.type === 'reaches-through').map((each) => each.from)),
  touched: (_scene, step) => touched(step),
  look: (_scene, estate, spot) => {
    const node = estate.nodes.get(spot);
    const gateway = node === undefined ? null : findBreak(estate, node.id, new Set());
    if (node === undefined || gateway === null) return [];
    const words = estate.nodes.has(gateway) ? 'circle' : estate.ended.has(gateway) ? 'gone' : 'missing';
    return [{ about: [gateway], key: '', others: [node.id], words }];
  },
  say: (scene, troubles) => {
    const behind = toNameList(troubles.flatMap((trouble) => trouble.others.map(scene.nameOf)));
    const gateway = scene.nameOf(troubles[0]?.about[0] ?? null);
    switch (troubles[0]?.words) {
      case 'circle':
        return `Nobody reaches ${behind}: the way goes in a circle at ${gateway}.`;
      case 'gone':
        return `Nobody reaches ${behind} any more: the way there goes through ${gateway}, and that is gone.`;
      default:
        return scene.findNode(troubles[0]?.about[0] ?? null) === undefined
          ? `Nobody reaches ${behind}: the way there goes through something that is not in the inventory.`
          : `Nobody reaches ${behind} yet: the way there goes through ${gateway}, and the plan adds that later.`;
    }
  },
};
