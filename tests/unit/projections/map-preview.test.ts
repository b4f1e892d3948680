import { describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { makeIdMaker } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { sumPreview } from '#core/projections/map-preview.ts';
import { toMapScene } from '#core/projections/map-scene.ts';
import { toMapView } from '#core/projections/map-view.ts';
import { firstPhase, move, removal, secondPhase, smallEstate } from './map-estate.ts';

let next = 0;
const makeId = makeIdMaker((length) => new Uint8Array(length).map((_, at) => (at === 0 ? (next += 1) : at)));

function run(plan: Plan, commands: readonly unknown[]): Plan {
  const done = applyCommands(plan, commands, { makeId });
  if (!done.ok) throw new Error(done.error.message);
  return done.value.plan;
}

describe('the preview of a proposal', () => {
  it('counts what is new, by what it does', () => {
    const plan = smallEstate({ changes: [] });
    const after = run(plan, [
      { command: 'plan-add', name: 'fresh', kind: 'host', to: 'new' },
      { command: 'plan-move', node: 'alpha', to: 'box1' },
      { command: 'plan-move', node: 'beta', to: '$1' },
    ]);
    expect(sumPreview(plan, after)).toMatchObject({ moved: 2, added: 1, gone: 0, dated: 0 });
    expect(sumPreview(after, after)).toMatchObject({ moved: 0, added: 0, gone: 0, dated: 0 });
  });

  it('counts changes that get another phase, and those that get another day', () => {
    const loose = smallEstate({ changes: [move('alpha', 'box1', { phase: null }), removal('zeta')] });
    const phased = smallEstate({ changes: [move('alpha', 'box1'), removal('zeta')] });
    expect(sumPreview(loose, phased)).toMatchObject({ moved: 1, gone: 0, dated: 0 });
    const dated = smallEstate({
      changes: [move('alpha', 'box1', { phase: null, start: '2026-12-07' }), removal('zeta')],
    });
    const sum = sumPreview(loose, dated);
    expect(sum).toMatchObject({ moved: 0, dated: 1 });
    expect([...sum.days.values()]).toEqual(['2026-12-07']);
    expect(sumPreview(dated, loose).days.size).toBe(0);
  });

  it('shows ghosts and arrows in to be, which has none otherwise', () => {
    const plan = smallEstate({
      changes: [move('alpha', 'box1'), move('beta', 'box1', { phase: secondPhase.id })],
    });
    const scene = toMapScene(plan, 1.5);
    const look = (isPreview: boolean) => toMapView(plan, checkPlan(plan), 'end', scene, isPreview);
    expect(look(false).moves).toEqual([]);
    expect(look(true).moves.map(({ phase }) => phase)).toEqual([1, 2]);
    const ghosts = look(true).boxes.filter(({ presence }) => presence === 'ghost');
    expect(ghosts.map(({ name }) => name).sort()).toEqual(['alpha', 'beta']);
    // As is there is nothing to leave.
    expect(toMapView(plan, checkPlan(plan), 'start', scene, true).moves).toEqual([]);
    expect(toMapView(plan, checkPlan(plan), firstPhase.id, scene).moves).toHaveLength(1);
  });
});
