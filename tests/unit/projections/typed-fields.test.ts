import { describe, expect, it } from 'vitest';
import { toChangeBase } from '#core/model/change.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { toPhase } from '#core/model/phase.ts';
import { isTypedField, parseSize, toTypedFields, type NodeField } from '#core/projections/typed-fields.ts';
import { estateAt } from '#core/state/plan-states.ts';
import { planOf } from '#support/build-plan.ts';

describe('what a person types into a field', () => {
  for (const [field, words, fields] of [
    ['memoryMiB', '2 GB', { capacity: { memoryMiB: 2048 } }],
    ['memoryMiB', '512 MB', { capacity: { memoryMiB: 512 } }],
    ['memoryMiB', '1,5', { capacity: { memoryMiB: 1536 } }],
    ['diskGiB', '2 TB', { capacity: { diskGiB: 2048 } }],
    ['vcpu', '4', { capacity: { vcpu: 4 } }],
    ['vcpu', '?', { capacity: { vcpu: null } }],
    ['status', 'In use', { status: 'active' }],
    ['status', '', { status: 'unknown' }],
    ['kind', 'Server', { kind: 'server' }],
    ['count', '3', { count: 3 }],
    ['place', 'hel1', { parent: 'hel1' }],
    ['place', '', { parent: null }],
    ['domains', 'a.example, b.example c.example', { domains: ['a.example', 'b.example', 'c.example'] }],
    ['data', 'customer addresses; invoices', { data: ['customer addresses', 'invoices'] }],
    ['cost', '12 EUR / month', { cost: { amount: 12, currency: 'EUR', per: 'month' } }],
    ['cost', '', { cost: { amount: null } }],
    ['environment', ' staging ', { environment: 'staging' }],
    ['os', '', { os: null }],
    ['notes', 'Ask first.', { notes: 'Ask first.' }],
  ] as const satisfies readonly (readonly [NodeField, string, object])[]) {
    it(`is understood: ${field} “${words}”`, () => {
      expect(toTypedFields(field, words)).toEqual(fields);
    });
  }

  for (const [field, words] of [
    ['memoryMiB', 'plenty'],
    ['memoryMiB', '-4'],
    ['vcpu', '4 GB'],
    ['diskGiB', '99999999999'],
    ['diskGiB', '=1+1'],
    ['status', 'sleeping'],
    ['kind', 'mainframe'],
    ['count', '2.5'],
    ['cost', 'cheap'],
    ['name', '  '],
  ] as const satisfies readonly (readonly [NodeField, string])[]) {
    it(`is refused: ${field} “${words}”`, () => {
      expect(toTypedFields(field, words)).toBeNull();
    });
  }

  it('keeps every size that it shows', () => {
    for (const mib of [1, 512, 1024, 1536, 262_144]) expect(parseSize('memoryMiB', `${mib} MB`)).toBe(mib);
  });
});

describe('isTypedField', () => {
  const host = toNode({ id: toId('nd', 'nd_h'), kind: 'host', name: 'hel1' });
  const web = toNode({
    id: toId('nd', 'nd_w'),
    kind: 'server',
    name: 'web',
    capacity: { vcpu: 2, memoryMiB: 2048, diskGiB: null },
  });
  const phase = toPhase({ id: toId('ph', 'ph_1'), name: 'Phase 1', order: 'a1' });
  const plan = planOf({
    nodes: [host, web],
    phases: [phase],
    changes: [
      {
        ...toChangeBase({ id: toId('ch', 'ch_1'), order: 'a1', phase: phase.id }),
        kind: 'move',
        node: web.id,
        to: host.id,
      },
    ],
  });

  it('leaves alone what a step of the plan has changed in the shown state', () => {
    const after = estateAt(plan, phase.id).nodes.get(web.id);
    expect(after === undefined ? null : isTypedField(plan, after, 'place')).toBe(false);
    expect(after === undefined ? null : isTypedField(plan, after, 'memoryMiB')).toBe(true);
    expect(isTypedField(plan, web, 'place')).toBe(true);
  });

  it('knows nothing of a node that the plan does not have', () => {
    expect(isTypedField(plan, toNode({ id: toId('nd', 'nd_x'), kind: 'server', name: 'x' }), 'name')).toBe(
      false,
    );
  });
});
