import { findProduct } from '#core/importers/prose/statements/known-names.ts';
import type { Draft, Thing } from './draft.ts';

/**
 * Drops software that was noted without a place when the very same words put it on a machine ("On app1 we run Jenkins"), and nothing
 * else was said of the one without a place.
 */
export function mergeUnplaced(draft: Draft): void {
  const services = [...draft.things.values()].filter((thing) => thing.kind === 'service');
  const referred = referredKeys(draft);
  for (const service of services) {
    const product = findProduct(service.name);
    if (product === null || service.parent !== null || referred.has(service.key)) continue;
    const isSaid = (other: Thing): boolean =>
      other.parent !== null &&
      findProduct(other.name)?.id === product.id &&
      service.evidence.every((each) => other.evidence.some((one) => one.line === each.line));
    if (services.some((other) => other !== service && isSaid(other))) draft.things.delete(service.key);
  }
}

/** Keys of the things that anything but a placement speaks of. */
function referredKeys(draft: Draft): Set<string> {
  const keys = new Set<string>();
  for (const thing of draft.things.values()) if (thing.parent !== null) keys.add(thing.parent);
  for (const link of draft.links.values()) keys.add(link.from).add(link.to);
  for (const duty of draft.duties.values()) if (duty.subject !== null) keys.add(duty.subject);
  for (const disposition of draft.dispositions.values()) keys.add(disposition.node);
  for (const question of draft.questions.values()) for (const key of question.about) keys.add(key);
  return keys;
}
