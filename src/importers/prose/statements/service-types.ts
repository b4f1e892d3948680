import { serviceTypes } from '#core/importers/prose/lexicon/words.ts';
import { findKnownNames } from './known-names.ts';
import { toNameKey } from './names.ts';

/** Ends of German compounds and the type that they tell. */
const compounds: readonly (readonly [string, string])[] = [
  ['software', 'application'],
  ['datenbank', 'database'],
  ['verwaltung', 'application'],
  ['portal', 'web'],
  ['webseite', 'web'],
  ['dienst', 'application'],
  ['controller', 'application'],
];

/** The type that a service's name tells by its last words, or by the product in it; `null` when it tells none. */
export function findServiceType(name: string): string | null {
  const words = toNameKey(name)
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .trim()
    .split(/[\s_]+/u);
  const two = words.slice(-2).join(' ');
  const product = findKnownNames(name).find((found) => found.value.is === 'product');
  const byProduct = product?.value.is === 'product' ? product.value.entry.type : null;
  const last = words.at(-1) ?? '';
  const generic = serviceTypes.get(last) === 'application';
  return (
    serviceTypes.get(two) ??
    (generic ? (byProduct ?? 'application') : null) ??
    serviceTypes.get(last) ??
    byProduct ??
    serviceTypes.get(last.replace(/s$/u, '')) ??
    compounds.find(([ending]) => last.length > ending.length + 2 && last.endsWith(ending))?.[1] ??
    null
  );
}
