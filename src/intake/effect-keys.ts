import type { ItemPreview } from './intake-types.ts';

/** What accepting a found thing does to a plan that has it already; things that are simply new have none. */
export type ItemEffect = 'changed' | 'same' | 'conflict';

/** The keys of found things by what accepting them does: little to hand over, however many things there are. */
export type EffectKeys = Readonly<Record<ItemEffect, readonly string[]>>;

function toEffect(preview: ItemPreview): ItemEffect | null {
  const { status, changed, matched } = preview;
  // The same words on another line of the same file are nothing to look at.
  if (status === 'changed' && changed.length === 0 && matched === null) return 'same';
  return status === 'changed' || status === 'same' || status === 'conflict' ? status : null;
}

/** The effects of a preview, by what they are. */
export function toEffectKeys(items: ReadonlyMap<string, ItemPreview>): EffectKeys {
  const keys: Record<ItemEffect, string[]> = { changed: [], same: [], conflict: [] };
  for (const [key, preview] of items) {
    const effect = toEffect(preview);
    if (effect !== null) keys[effect].push(key);
  }
  return keys;
}

/** The same by key. */
export function toEffects({ changed, same, conflict }: EffectKeys): ReadonlyMap<string, ItemEffect> {
  const entry = (effect: ItemEffect) => (key: string) => [key, effect] as const;
  return new Map([
    ...same.map(entry('same')),
    ...changed.map(entry('changed')),
    ...conflict.map(entry('conflict')),
  ]);
}
