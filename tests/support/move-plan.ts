import { toDependency } from '#core/model/dependency.ts';
import { toDuty } from '#core/model/duty.ts';
import { toId } from '#core/model/ids.ts';
import { toParty } from '#core/model/party.ts';
import { toPhase } from '#core/model/phase.ts';
import { planOf } from './build-plan.ts';
import { makeNode, nd } from './plan-parts.ts';

/** A small estate with something of everything that a plan can be about. */
export const movePlan = planOf({
  nodes: [
    makeNode('do', 'provider'),
    makeNode('hel', 'host', 'do'),
    makeNode('fsn', 'host', 'do'),
    makeNode('web', 'server', 'do'),
    makeNode('app', 'service', 'web'),
    makeNode('db', 'server', 'do'),
  ],
  dependencies: [toDependency({ id: toId('dp', 'dp_1'), from: nd('app'), to: nd('db'), type: 'uses' })],
  parties: [
    toParty({ id: toId('pa', 'pa_1'), name: 'gocept' }),
    toParty({ id: toId('pa', 'pa_2'), name: 'OSF' }),
  ],
  duties: [toDuty({ id: toId('du', 'du_1'), area: 'backup', subject: nd('db'), party: toId('pa', 'pa_2') })],
  phases: [
    toPhase({ id: toId('ph', 'ph_1'), name: 'One', order: 'a0' }),
    toPhase({ id: toId('ph', 'ph_2'), name: 'Two', order: 'a1' }),
  ],
});
