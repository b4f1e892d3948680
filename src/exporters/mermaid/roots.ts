import { compareText } from '#core/base/compare.ts';
import type { NodeId } from '#core/model/ids.ts';
import { ancestorsIn, type Estate } from '#core/state/estate.ts';
import { toBoxKeys } from './estate-picture.ts';

/** An outermost place of the estate with the keys of the boxes that are drawn in it. */
export interface Root {
  /** `null`, as the name is: what stands in no place. */
  readonly id: NodeId | null;
  readonly name: string | null;
  readonly boxes: readonly string[];
}

/** The boxes of each outermost place (a provider), all in the order of their names. */
export function toRoots(estate: Estate): readonly Root[] {
  const byRoot = new Map<NodeId | null, { name: string | null; boxes: string[] }>();
  for (const key of new Set(toBoxKeys(estate).values())) {
    const node = estate.nodes.get(key);
    if (node === undefined) continue;
    const root = ancestorsIn(estate, node.id).at(-1) ?? null;
    const known = byRoot.get(root?.id ?? null) ?? { name: root?.name ?? null, boxes: [] };
    byRoot.set(root?.id ?? null, known);
    known.boxes.push(key);
  }
  const nameOf = (key: string): string => `${estate.nodes.get(key)?.name ?? ''}\u0000${key}`;
  return [...byRoot]
    .map(([id, { name, boxes }]) => ({
      id,
      name,
      boxes: boxes.sort((a, b) => compareText(nameOf(a), nameOf(b))),
    }))
    .sort((a, b) => compareText(a.name ?? '', b.name ?? '') || compareText(a.id ?? '', b.id ?? ''));
}
