import { describe, expect, it } from 'vitest';
import { toDuty } from '#core/model/duty.ts';
import { toHandOver } from '#core/model/hand-over.ts';
import { toId } from '#core/model/ids.ts';
import { toParty } from '#core/model/party.ts';
import { planOf } from '#support/build-plan.ts';
import { findingsOf } from '#support/find-findings.ts';
import { makeAdd, makeHandOverChange, makeNode, makePhase, nd } from '#support/plan-parts.ts';

describe('a gap of a duty that somebody does without being accountable', () => {
  it('is over when somebody becomes accountable for it further up', () => {
    const does = toDuty({
      id: toId('du', 'du_9'),
      area: 'logs',
      subject: nd('web'),
      party: toId('pa', 'pa_b'),
      role: 'responsible',
    });
    const handover = toHandOver({
      id: toId('ho', 'ho_9'),
      area: 'Logs',
      subject: null,
      to: toId('pa', 'pa_bert'),
    });
    const plan = planOf({
      nodes: [makeNode('web', 'server')],
      phases: [makePhase('1')],
      parties: [toParty({ id: toId('pa', 'pa_bert'), name: 'Bert' })],
      duties: [does],
      handovers: [handover],
      changes: [makeHandOverChange('1', '1', handover.id)],
    });
    expect(findingsOf(plan, 'duty-has-one-accountable')).toMatchObject([{ phase: null, until: 'ph_1' }]);
  });
});

describe('a gap of a whole environment', () => {
  const gap = toDuty({
    id: toId('du', 'du_gap'),
    area: 'OS upgrades',
    environment: 'Production',
    role: 'accountable',
  });
  const bert = toParty({ id: toId('pa', 'pa_bert'), name: 'Bert' });
  const handOverOf = (name: string) =>
    toHandOver({ id: toId('ho', `ho_${name}`), area: 'os upgrades', subject: nd(name), to: bert.id });
  const production = (name: string) => makeNode(name, 'server', null, { environment: 'production' });
  const planWith = (handed: readonly string[]) => {
    const handovers = handed.map(handOverOf);
    return planOf({
      nodes: [production('web'), production('db'), makeNode('test', 'server', null, { environment: 'test' })],
      phases: [makePhase('1')],
      parties: [bert],
      duties: [gap],
      handovers,
      changes: handovers.map((each, at) => makeHandOverChange(String(at + 1), '1', each.id)),
    });
  };
  const gapsOf = (handed: readonly string[]) => findingsOf(planWith(handed), 'duty-has-one-accountable');

  it('is over when the last of its nodes has somebody', () => {
    expect(gapsOf(['web', 'db'])).toMatchObject([
      { message: 'Nobody owes OS upgrades of Production yet.', phase: null, until: 'ph_1' },
    ]);
  });

  it('stays while one of them has nobody, and a node elsewhere does not count', () => {
    expect(gapsOf(['web'])).toMatchObject([{ phase: null, until: null }]);
    expect(gapsOf(['web', 'test'])).toMatchObject([{ phase: null, until: null }]);
    expect(gapsOf([])).toMatchObject([{ phase: null, until: null }]);
  });

  it('begins again when a node comes that nobody has, and stays where no node is in the environment', () => {
    const held = ['web', 'db'].map((name) =>
      toDuty({ id: toId('du', `du_${name}`), area: 'OS Upgrades', subject: nd(name), party: bert.id }),
    );
    const plan = planOf({
      nodes: [production('web'), production('db')],
      phases: [makePhase('1')],
      parties: [bert],
      duties: [gap, ...held],
      changes: [makeAdd('1', '1', production('new'), null)],
    });
    expect(findingsOf(plan, 'duty-has-one-accountable')).toMatchObject([{ phase: 'ph_1', until: null }]);
    const empty = planOf({ nodes: [makeNode('test', 'server')], duties: [gap] });
    expect(findingsOf(empty, 'duty-has-one-accountable')).toHaveLength(1);
  });
});
