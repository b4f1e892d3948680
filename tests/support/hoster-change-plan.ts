import { toChangeBase } from '#core/model/change.ts';
import { toDependency } from '#core/model/dependency.ts';
import { toDuty } from '#core/model/duty.ts';
import { toHandOver } from '#core/model/hand-over.ts';
import { toId, type PartyId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { toParty } from '#core/model/party.ts';
import { toPhase } from '#core/model/phase.ts';
import type { Plan } from '#core/model/plan.ts';
import { toQuestion } from '#core/model/question.ts';
import { toTask } from '#core/model/task.ts';
import { node } from './bakery-inventory.ts';
import { planOf } from './build-plan.ts';

/** One hoster hands a platform to another: duties, hand-overs with checklists, a restore that must be proven. */
export function hosterChangePlan(): Plan {
  const oldHoster = toId('pa', 'pa_keel');
  const newHoster = toId('pa', 'pa_brack');
  const team = toId('pa', 'pa_team');
  const prepare = toId('ph', 'ph_prepare');
  const live = toId('ph', 'ph_live');
  const duty = (id: string, area: string, party: PartyId | null) =>
    toDuty({ id: toId('du', `du_${id}`), area, subject: node('db'), environment: null, party });
  return planOf({
    name: 'Production to Brackwater',
    nodes: [
      toNode({ id: node('keel'), kind: 'provider', name: 'Keelhost' }),
      toNode({ id: node('brack'), kind: 'provider', name: 'Brackwater', jurisdiction: 'DE' }),
      toNode({
        id: node('app'),
        kind: 'server',
        type: 'vm',
        name: 'production app',
        parent: node('keel'),
        environment: 'production',
        domains: ['www.lighthouse.example'],
        capacity: { vcpu: 2, memoryMiB: 4096, diskGiB: 100 },
      }),
      toNode({
        id: node('db'),
        kind: 'server',
        type: 'vm',
        name: 'production db',
        parent: node('keel'),
        environment: 'production',
        capacity: { vcpu: 2, memoryMiB: 8192, diskGiB: 200 },
      }),
      toNode({
        id: node('mail'),
        kind: 'service',
        type: 'mail',
        name: 'mail in and out',
        environment: 'production',
        status: 'unknown',
      }),
      toNode({
        id: node('replicas'),
        kind: 'server',
        name: 'dormant replicas',
        parent: node('keel'),
        count: null,
        status: 'dormant',
      }),
    ],
    dependencies: [
      toDependency({
        id: toId('dp', 'dp_app'),
        from: node('app'),
        to: node('db'),
        type: 'connects',
        protocol: 'postgresql',
        port: 5432,
        encrypted: false,
      }),
    ],
    parties: [
      toParty({ id: oldHoster, name: 'Keelhost', kind: 'vendor' }),
      toParty({
        id: newHoster,
        name: 'Brackwater',
        kind: 'vendor',
        contacts: ['support@brackwater.example'],
      }),
      toParty({ id: team, name: 'Lighthouse team', kind: 'team' }),
    ],
    duties: [
      duty('monitoring', 'monitoring', oldHoster),
      duty('backup', 'backup', oldHoster),
      duty('proof', 'restore proof', null),
      toDuty({ id: toId('du', 'du_mail'), area: 'mail', subject: node('mail'), party: null }),
      toDuty({
        id: toId('du', 'du_app'),
        area: 'application support',
        environment: 'production',
        party: team,
      }),
      toDuty({
        id: toId('du', 'du_app2'),
        area: 'application support',
        environment: 'production',
        party: newHoster,
        role: 'consulted',
        access: 'none',
      }),
    ],
    questions: [
      toQuestion({
        id: toId('qu', 'qu_mail'),
        text: 'Where does the mail service run after the move?',
        about: [node('mail')],
        blocking: true,
      }),
    ],
    phases: [
      toPhase({
        id: prepare,
        name: 'Phase 1: Prepare',
        order: 'a1',
        start: '2027-01-11',
        end: '2027-01-15',
        owner: team,
        gate: 'a restore was tried',
      }),
      toPhase({
        id: live,
        name: 'Phase 2: Go live',
        order: 'a2',
        start: '2027-01-18',
        end: '2027-01-22',
        owner: team,
      }),
    ],
    changes: [
      {
        ...toChangeBase({ id: toId('ch', 'ch_p'), order: 'a1', phase: prepare }),
        kind: 'hand-over',
        handover: toId('ho', 'ho_proof'),
      },
      {
        ...toChangeBase({ id: toId('ch', 'ch_db'), order: 'a1', phase: live, after: [toId('ch', 'ch_p')] }),
        kind: 'move',
        node: node('db'),
        to: node('brack'),
      },
      {
        ...toChangeBase({ id: toId('ch', 'ch_app'), order: 'a2', phase: live, after: [toId('ch', 'ch_db')] }),
        kind: 'move',
        node: node('app'),
        to: node('brack'),
      },
      {
        ...toChangeBase({ id: toId('ch', 'ch_mon'), order: 'a3', phase: live }),
        kind: 'hand-over',
        handover: toId('ho', 'ho_mon'),
      },
      {
        ...toChangeBase({ id: toId('ch', 'ch_bak'), order: 'a4', phase: live }),
        kind: 'hand-over',
        handover: toId('ho', 'ho_bak'),
      },
    ],
    handovers: [
      toHandOver({
        id: toId('ho', 'ho_proof'),
        area: 'restore proof',
        subject: node('db'),
        from: null,
        to: newHoster,
        phase: prepare,
        status: 'accepted',
        acceptedBy: 'Brackwater',
        evidence: 'restored on 12 January, 41 minutes',
      }),
      toHandOver({
        id: toId('ho', 'ho_mon'),
        area: 'monitoring',
        subject: node('db'),
        from: oldHoster,
        to: newHoster,
        phase: live,
        status: 'offered',
      }),
      toHandOver({
        id: toId('ho', 'ho_bak'),
        area: 'backup',
        subject: node('db'),
        from: oldHoster,
        to: newHoster,
        phase: live,
      }),
    ],
    tasks: [
      toTask({
        id: toId('ta', 'ta_m1'),
        on: toId('ho', 'ho_mon'),
        text: 'Brackwater receives a test alarm',
        owner: newHoster,
        due: 'T-2',
        order: 'a1',
      }),
      toTask({
        id: toId('ta', 'ta_m2'),
        on: toId('ho', 'ho_mon'),
        text: 'The alarms of Keelhost are switched off',
        owner: oldHoster,
        order: 'a2',
      }),
      toTask({
        id: toId('ta', 'ta_b1'),
        on: toId('ho', 'ho_bak'),
        text: 'The first nightly backup is there',
        owner: newHoster,
        due: 'T+1',
        order: 'a1',
      }),
      toTask({
        id: toId('ta', 'ta_l1'),
        on: live,
        text: 'Lower the TTL of www.lighthouse.example to 300 s',
        owner: team,
        due: 'T-2',
        order: 'a1',
      }),
    ],
  });
}
