import type { ProposedItem } from '#core/importers/contract.ts';
import type { ItemCorrection } from './intake-types.ts';

/** Fields that make an item what it is: a correction never changes them. */
const fixed: ReadonlySet<string> = new Set(['is', 'key', 'evidence', 'reasons']);

function hasSameShape(known: unknown, corrected: unknown): boolean {
  if (known === undefined || known === null || corrected === null) return true;
  return typeof known === typeof corrected && Array.isArray(known) === Array.isArray(corrected);
}

/** The item with the values that a person put in their place; values of another shape than the item's own are passed over. */
export function applyCorrection(item: ProposedItem, correction: ItemCorrection | null): ProposedItem {
  if (correction === null) return item;
  const known = new Map<string, unknown>(Object.entries(item));
  const usable = Object.entries(correction).filter(
    ([field, value]) => !fixed.has(field) && hasSameShape(known.get(field), value),
  );
  return { ...item, ...Object.fromEntries(usable) };
}
