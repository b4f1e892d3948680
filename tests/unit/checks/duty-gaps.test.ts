import { describe, expect, it } from 'vitest';
import { toDuty } from '#core/model/duty.ts';
import { toHandOver } from '#core/model/hand-over.ts';
import { toId } from '#core/model/ids.ts';
import { toParty } from '#core/model/party.ts';
import { planOf } from '#support/build-plan.ts';
import { findingsOf } from '#support/find-findings.ts';
import { makeHandOverChange, makeNode, makePhase, nd } from '#support/plan-parts.ts';

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
