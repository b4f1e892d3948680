import { add, link, party, phase } from './inventory-commands.ts';
import type { WorkedExample } from './worked-example.ts';

const areas = ['monitoring', 'backup', 'restore proof', 'database tuning'] as const;
const move = 'The night of the move';
const owed = (area: string, subject: string): object => ({
  command: 'add-duty',
  area,
  subject,
  party: null,
  role: 'accountable',
});
const handOver = (area: string, subject: string, to: string): object => ({
  command: 'plan-hand-over',
  area,
  subject,
  to,
  phase: area === 'restore proof' ? 'Rehearsal' : move,
});
const accept = (area: string, subject: string, evidence: string): object => ({
  command: 'accept-hand-over',
  handover: `${area} of ${subject}`,
  by: 'Brackwater Hosting',
  evidence,
});

/** From hoster to hoster: the database becomes a black box, its duties go to the new hoster, mail and upgrades are nobody's yet. */
export const newHoster: WorkedExample = {
  title: 'A portal goes to another hoster',
  story:
    'A portal leaves its hoster. The new one owns the database as a black box, with monitoring, backup and a restore that is tried before\ngo-live. Mail has to run somewhere and somebody has to own it; the country of the data is an open question.',
  inventory: [
    add('provider', 'Old Hosting', null, { jurisdiction: 'US' }),
    add('provider', 'Brackwater', null, { jurisdiction: 'DE' }),
    add('server', 'portal app', 'Old Hosting', {
      environment: 'production',
      capacity: { memoryMiB: 2048, diskGiB: 100 },
    }),
    add('server', 'portal db', 'Old Hosting', {
      environment: 'production',
      capacity: { memoryMiB: 2048, diskGiB: 200 },
    }),
    add('service', 'PostgreSQL', 'portal db', { type: 'database', data: ['personal data'] }),
    add('service', 'portal', 'portal app', { type: 'application' }),
    add('service', 'mail in and out', 'portal app', { type: 'mail' }),
    link('portal', 'uses', 'PostgreSQL', { encrypted: false }),
    link('portal', 'uses', 'mail in and out'),
    party('Brackwater Hosting', 'vendor', ['noc@brackwater.test']),
    party('Studio Lind', 'vendor', ['ops@lind.test']),
    party('The institute', 'team'),
    {
      command: 'add-duty',
      area: 'application support',
      subject: 'portal app',
      party: 'Studio Lind',
      role: 'accountable',
    },
    {
      command: 'add-duty',
      area: 'backup',
      subject: 'portal app',
      party: 'The institute',
      role: 'accountable',
    },
    ...areas.map((area) => owed(area, 'portal db')),
    owed('mail', 'mail in and out'),
    owed('os upgrades', 'portal app'),
    {
      command: 'add-question',
      text: 'In which country will the data be?',
      about: ['PostgreSQL'],
      blocking: true,
    },
    { command: 'add-question', text: 'Does a virtual machine slow the database down?', about: ['portal db'] },
  ],
  plan: [
    phase('Rehearsal'),
    phase(move),
    ...areas.map((area) => handOver(area, 'portal db', 'Brackwater Hosting')),
    { command: 'plan-move', node: 'portal db', to: 'Brackwater', phase: move },
    { command: 'plan-move', node: 'portal app', to: 'Brackwater', phase: move },
  ],
  repairs: [
    {
      command: 'answer-question',
      question: 'In which country will the data be?',
      answer: 'In Germany.',
      by: 'The institute',
    },
    { command: 'add-rule', kind: 'country', nodes: ['PostgreSQL'], value: ['DE', 'US'] },
    accept('restore proof', 'portal db', 'production was wiped and came back from the backup in 40 minutes'),
    accept('monitoring', 'portal db', 'a stopped database was noticed after two minutes'),
    accept('backup', 'portal db', 'nightly dumps seen on three mornings'),
    accept('database tuning', 'portal db', 'settings agreed for 2 GB'),
    {
      command: 'plan-hand-over',
      area: 'mail',
      subject: 'mail in and out',
      to: 'Brackwater Hosting',
      phase: 'Rehearsal',
    },
    accept('mail', 'mail in and out', 'a mail went out and its answer came in'),
    {
      command: 'plan-hand-over',
      area: 'os upgrades',
      subject: 'portal app',
      to: 'Studio Lind',
      phase: 'Rehearsal',
    },
    {
      command: 'accept-hand-over',
      handover: 'os upgrades of portal app',
      by: 'Studio Lind',
      evidence: 'first upgrade done on staging',
    },
    {
      command: 'add-task',
      on: 'move portal app',
      text: 'Restore the portal from its backup',
      owner: 'Studio Lind',
    },
    {
      command: 'tick-task',
      task: 'Restore the portal from its backup',
      evidence: 'came up on the new machine with last night’s data',
    },
    { command: 'order-change', change: 'move portal app', after: 'move portal db' },
    {
      command: 'add-duty',
      area: 'operation',
      subject: 'portal db',
      party: 'Brackwater Hosting',
      role: 'accountable',
    },
  ],
};
