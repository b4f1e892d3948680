import type { FactKey } from '#core/projections/inspector-facts.ts';

/** A size as people type it ("2 GB", "512 MB", "4") in the unit of its field; `null` for empty, `undefined` for no size. */
export function parseSize(key: FactKey, words: string): number | null | undefined {
  if (words === '') return null;
  const found = /^(\d+(?:[.,]\d+)?)\s*(t|g|m)?(?:i?b)?$/iu.exec(words.trim());
  if (found === null) return undefined;
  const value = Number((found[1] ?? '').replace(',', '.'));
  const unit = (found[2] ?? '').toLowerCase();
  if (key === 'vcpu') return unit === '' ? value : undefined;
  const gib = unit === 't' ? value * 1024 : unit === 'm' ? value / 1024 : value;
  return key === 'memoryMiB' ? Math.round(gib * 1024) : Math.round(gib * 100) / 100;
}
