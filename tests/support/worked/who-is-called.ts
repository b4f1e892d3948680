import { add, link, party, phase } from './inventory-commands.ts';
import type { WorkedExample } from './worked-example.ts';

const duty = (area: string, subject: string, who: string | null, role = 'accountable'): object => ({
  command: 'add-duty',
  area,
  subject,
  party: who,
  role,
});
const alarms = 'Alarms reach the owner';

/** Hoster, manager and contact of each service; alarms of the servers reach the manager only. */
export const whoIsCalled: WorkedExample = {
  title: 'One table of who is called for what',
  story:
    'A foundation has servers at three hosters, run by two companies. Alarms of the servers reach only one of those companies, and from a\nmonitoring server that belongs to it. The foundation wants alarms of its own and one table of who is called.',
  inventory: [
    ...['Lime', 'Hertz', 'Biteyard', 'Pages'].map((name) => add('provider', name, null)),
    add('server', 'helpdesk', 'Lime'),
    add('server', 'collector', 'Hertz'),
    add('server', 'website', 'Biteyard', { domains: ['www.foundation.test'] }),
    add('server', 'standard', 'Biteyard'),
    add('service', 'explorer', 'Pages', { type: 'saas' }),
    add('server', 'co-op watcher', null, { type: 'monitoring' }),
    add('service', 'uptime checks', null, { type: 'monitoring' }),
    ...['collector', 'website', 'standard'].map((name) => link('co-op watcher', 'monitors', name)),
    link('uptime checks', 'monitors', 'website'),
    party('Foundation', 'team', ['sysadmin@foundation.test']),
    party('Data co-op', 'vendor', ['code@coop.test']),
    party('Dogs & Co', 'vendor', ['sysadmin@dogs.test']),
    duty('operation', 'helpdesk', 'Dogs & Co', 'responsible'),
    duty('operation', 'collector', 'Data co-op'),
    duty('operation', 'Biteyard', 'Data co-op'),
    duty('alert receipt', 'collector', 'Data co-op'),
    duty('alert receipt', 'Biteyard', 'Data co-op'),
    duty('alert receipt', 'helpdesk', null),
    {
      command: 'add-question',
      text: 'When does our own monitoring server come?',
      about: ['co-op watcher'],
      blocking: true,
    },
  ],
  plan: [
    phase(alarms),
    {
      command: 'plan-add',
      name: 'our watcher',
      kind: 'server',
      type: 'monitoring',
      to: 'Biteyard',
      phase: alarms,
    },
    { command: 'plan-rewire', dependency: 'co-op watcher -> website', from: 'our watcher', phase: alarms },
    { command: 'plan-rewire', dependency: 'co-op watcher -> standard', from: 'our watcher', phase: alarms },
    {
      command: 'plan-hand-over',
      area: 'alert receipt',
      subject: 'Biteyard',
      to: 'Foundation',
      phase: alarms,
    },
    { command: 'plan-remove', node: 'co-op watcher', phase: alarms },
  ],
  repairs: [
    { command: 'withdraw-change', change: 'remove co-op watcher' },
    {
      command: 'answer-question',
      question: 'When does our own monitoring server come?',
      answer: 'With the first phase of this plan.',
      by: 'Foundation',
    },
    {
      command: 'accept-hand-over',
      handover: 'alert receipt of Biteyard',
      by: 'Foundation',
      evidence: 'an alarm that was set off on purpose arrived in two minutes',
    },
    {
      command: 'plan-hand-over',
      area: 'alert receipt',
      subject: 'helpdesk',
      to: 'Foundation',
      phase: alarms,
    },
    {
      command: 'accept-hand-over',
      handover: 'alert receipt of helpdesk',
      by: 'Foundation',
      evidence: 'the address stands in the panel of the hoster',
    },
    link('uptime checks', 'monitors', 'helpdesk'),
    duty('operation', 'helpdesk', 'Foundation'),
    duty('operation', 'explorer', 'Foundation'),
  ],
};
