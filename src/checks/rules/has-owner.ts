import type { StateRule, Step } from '#core/checks/rule.ts';
import { isOwned } from '#core/checks/duties.ts';
import { touchedNodes } from '#core/checks/touched.ts';
import { toCountWords, toNameList } from '#core/checks/words.ts';
import type { Duty } from '#core/model/duty.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { ancestorsIn, subtreeIn, type Estate } from '#core/state/estate.ts';

/** Hosts and servers, and services that stand on neither (a managed database, a SaaS). What stands on a server is its owner's. */
function isUnit(estate: Estate, node: InventoryNode): boolean {
  if (node.kind === 'host' || node.kind === 'server') return true;
  if (node.kind !== 'service') return false;
  return !ancestorsIn(estate, node.id).some((each) => each.kind !== 'provider' && each.kind !== 'site');
}

function belowOf(step: Step, duty: Duty): string[] {
  return duty.subject === null
    ? step.estate.nodes.map((node) => node.id)
    : subtreeIn(step.estate, duty.subject).map((node) => node.id);
}

/** Duties of a step that were taken up or let go: from one party to another nothing changes here. */
function changedDuties(step: Step): Duty[] {
  return [...step.edit.duties.map((duty) => duty.id), ...step.edit.endedDuties].flatMap((id) => {
    const before = step.before.duties.get(id);
    const after = step.estate.duties.get(id);
    const isHeld = (duty: Duty | undefined): boolean => duty?.role === 'accountable' && duty.party !== null;
    const duty = after ?? before;
    return duty === undefined || isHeld(before) === isHeld(after) ? [] : duty;
  });
}

/**
 * Every host, every server and every service that stands on neither has somebody who is accountable for something on it: by
 * a duty on it, on the place it stands in, or on its environment. Looks at every state; one finding for all together,
 * since two hundred lines of the same would hide the rest. A warning: who is called when it fails? No repair.
 */
export const hasOwner: StateRule = {
  looksAt: 'states',
  name: 'has-owner',
  severity: 'warning',
  spots: (_scene, estate) => estate.nodes.map((node) => node.id),
  touched: (_scene, step) => [
    ...touchedNodes(step),
    ...step.moved,
    ...changedDuties(step).flatMap((duty) => belowOf(step, duty)),
  ],
  look: (_scene, estate, spot) => {
    const node = estate.nodes.get(spot);
    if (node === undefined || !isUnit(estate, node) || isOwned(estate, node)) return [];
    return [{ about: [], key: '', others: [node.id], words: node.name }];
  },
  say: (_scene, troubles) => {
    const names = toNameList(troubles.map((trouble) => trouble.words));
    const count = toCountWords(
      troubles.length,
      'machine or managed service',
      'machines and managed services',
    );
    return `Nobody is accountable for ${count}: ${names}.`;
  },
};
