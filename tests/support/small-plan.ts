import { toDependency } from '#core/model/dependency.ts';
import { toDisposition } from '#core/model/disposition.ts';
import { toDuty } from '#core/model/duty.ts';
import { toId } from '#core/model/ids.ts';
import { toParty } from '#core/model/party.ts';
import { toQuestion } from '#core/model/question.ts';
import { planOf } from './build-plan.ts';
import { makeNode, nd } from './plan-parts.ts';

/** A small estate with a decision, a question and a place by hand, for tests of single commands. */
export const smallPlan = planOf({
  nodes: [
    makeNode('do', 'provider'),
    makeNode('hel', 'host', 'do'),
    makeNode('web', 'server', 'do'),
    makeNode('app', 'service', 'web'),
    makeNode('db', 'server', 'do'),
  ],
  dependencies: [toDependency({ id: toId('dp', 'dp_1'), from: nd('app'), to: nd('db'), type: 'uses' })],
  parties: [
    toParty({ id: toId('pa', 'pa_1'), name: 'gocept' }),
    toParty({ id: toId('pa', 'pa_2'), name: 'OSF' }),
  ],
  duties: [toDuty({ id: toId('du', 'du_1'), area: 'backup', subject: nd('app'), party: toId('pa', 'pa_1') })],
  dispositions: [toDisposition({ id: toId('di', 'di_1'), node: nd('app'), disposition: 'rehost' })],
  questions: [
    toQuestion({ id: toId('qu', 'qu_1'), text: 'Why?', about: [nd('app'), nd('db')], blocking: true }),
  ],
  layout: [{ id: nd('web'), x: 1, y: 2 }],
});
