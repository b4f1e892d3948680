import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortedBy } from '#core/base/compare.ts';
import { isPlaceKind, type Rect } from '#core/projections/map-measures.ts';
import { toMapScene, type MapScene } from '#core/projections/map-scene.ts';
import type { MapSlot } from '#core/projections/map-slots.ts';
import { planOf } from '#support/build-plan.ts';
import { runs } from '#support/counts.ts';
import { node, nodeId, smallEstate } from './map-estate.ts';

function rectOf(scene: MapScene, key: string): Rect {
  const rect = scene.layout.rects.get(key);
  if (rect === undefined) throw new Error(`no place for ${key}`);
  return rect;
}

function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Siblings never overlap and stand inside of their parent. */
function expectTidy(scene: MapScene): void {
  const check = (slots: readonly MapSlot[], around: Rect | null): void => {
    slots.forEach((slot, at) => {
      const rect = rectOf(scene, slot.key);
      if (around !== null) {
        expect(rect.x).toBeGreaterThanOrEqual(around.x);
        expect(rect.y).toBeGreaterThanOrEqual(around.y);
        expect(rect.x + rect.width).toBeLessThanOrEqual(around.x + around.width);
        expect(rect.y + rect.height).toBeLessThanOrEqual(around.y + around.height);
      }
      for (const other of slots.slice(at + 1)) expect(overlaps(rect, rectOf(scene, other.key))).toBe(false);
      if (isPlaceKind(slot.kind)) check(slot.children, rect);
    });
  };
  check(scene.slots.roots, null);
}

describe('the layout of the map', () => {
  it('has a place for a node wherever it stands in any state', () => {
    const scene = toMapScene(smallEstate(), 1.5);
    const [oldKey, newKey] = [`nd_old/nd_west/nd_alpha`, `nd_new/nd_box1/nd_alpha`];
    expect(scene.layout.rects.has(oldKey)).toBe(true);
    expect(scene.layout.rects.has(newKey)).toBe(true);
    expectTidy(scene);
  });

  it('puts servers that stand beside sites into a group of their own', () => {
    const scene = toMapScene(smallEstate(), 1.5);
    expect(scene.slots.byKey.get('nd_old/?/nd_stray')?.parent?.kind).toBe('unplaced');
  });

  it('keeps what a hand placed where it is and lets the others give way', () => {
    const plan = smallEstate();
    const moved = { ...plan, layout: plan.layout.put([{ id: nodeId('beta'), x: 0, y: 0 }]) };
    const scene = toMapScene(moved, 1.5);
    const site = rectOf(scene, 'nd_old/nd_west');
    const beta = rectOf(scene, 'nd_old/nd_west/nd_beta');
    expect([beta.x - site.x, beta.y - site.y]).toEqual([18, 32]);
    expectTidy(scene);
  });

  it('is the same for the same plan, whatever order the records come in', () => {
    const plan = smallEstate();
    const turned = planOf({
      nodes: [...plan.nodes].reverse(),
      dependencies: [...plan.dependencies].reverse(),
      phases: [...plan.phases],
      changes: [...plan.changes],
    });
    const [a, b] = [toMapScene(plan, 1.5), toMapScene(turned, 1.5)];
    const sorted = (scene: MapScene) => sortedBy(scene.layout.rects, ([key]) => key);
    expect(sorted(b)).toEqual(sorted(a));
  });

  it('never overlaps, for any tree', () => {
    const tree = fc.array(
      fc.tuple(fc.nat(30), fc.constantFrom('provider', 'site', 'host', 'server', 'service')),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(tree, fc.double({ min: 0.6, max: 3, noNaN: true }), (rows, aspect) => {
        const order = ['provider', 'site', 'host', 'server', 'service'];
        const nodes = rows.map(([pick, kind], at) => {
          const possible = rows.flatMap(([, other], index) =>
            index < at && order.indexOf(other) < order.indexOf(kind) ? [`n${index}`] : [],
          );
          return node(kind, `n${at}`, possible[pick % Math.max(1, possible.length)] ?? null);
        });
        expectTidy(toMapScene(planOf({ nodes }), aspect));
      }),
      { numRuns: runs('property') },
    );
  });
});
