import { add, link, party, phase } from './inventory-commands.ts';
import type { WorkedExample } from './worked-example.ts';

const known = 'A known state';
const ask = (text: string, about: readonly string[], blocking = false): object => ({
  command: 'add-question',
  text,
  about,
  blocking,
});

/** Hardly a server: managed services, documents that cross a border in clear text, unknowns, and passwords in the source. */
export const managedServices: WorkedExample = {
  title: 'Staging and production reach a known state',
  story:
    'A school runs one virtual machine and a row of managed services. Answers of pupils go to a document store in another country without\nencryption, production is a copy of staging from last spring, and nobody knows who restarts what.',
  inventory: [
    add('provider', 'Linnode', null),
    add('site', 'London', 'Linnode', { jurisdiction: 'GB' }),
    add('provider', 'Cloudy Docs', null),
    add('site', 'Holland', 'Cloudy Docs', { jurisdiction: 'NL' }),
    add('provider', 'Buckets', null),
    add('server', 'school', 'London', { environment: 'production', status: 'unknown' }),
    add('server', 'school staging', 'London', { environment: 'staging', status: 'unknown' }),
    add('service', 'app', 'school', { type: 'application' }),
    add('service', 'router', 'school', { type: 'proxy' }),
    add('service', 'relational store', 'school', { type: 'database' }),
    add('service', 'document store', 'Holland', { type: 'database', data: ['answers of pupils'] }),
    add('service', 'document copies', null, { type: 'storage' }),
    add('service', 'backup bucket', 'Buckets', { type: 'storage' }),
    add('service', 'watcher', null, { type: 'monitoring' }),
    link('router', 'proxies', 'app'),
    link('app', 'uses', 'relational store'),
    link('app', 'uses', 'document store', { encrypted: false, latencyMs: 22, maxLatencyMs: 50 }),
    link('relational store', 'backs-up-to', 'backup bucket'),
    link('document store', 'backs-up-to', 'document copies'),
    link('watcher', 'monitors', 'school'),
    party('Admin', 'person', ['admin@school.test']),
    {
      command: 'add-duty',
      area: 'operation',
      subject: 'school',
      party: 'Admin',
      role: 'accountable',
      access: 'root',
    },
    ask('Who restarts the app after a reboot?', ['app'], true),
    ask('Is there a status page?', ['app']),
    ask('Who compacts the document store?', ['document store']),
    ask('Where do passwords live that stand in the source today?', ['school', 'school staging'], true),
  ],
  plan: [
    phase(known),
    phase('New machine'),
    {
      command: 'plan-rewire',
      dependency: 'app -> document store',
      encrypted: true,
      protocol: 'https',
      phase: known,
    },
    {
      command: 'plan-add',
      name: 'school 2',
      kind: 'server',
      to: 'London',
      phase: 'New machine',
      environment: 'production',
    },
    { command: 'plan-move', node: 'app', to: 'school 2', phase: 'New machine' },
    { command: 'plan-move', node: 'router', to: 'school 2', phase: 'New machine' },
    { command: 'plan-move', node: 'relational store', to: 'school 2', phase: 'New machine' },
    { command: 'plan-remove', node: 'school', phase: 'New machine' },
  ],
  repairs: [
    {
      command: 'answer-question',
      question: 'Who restarts the app after a reboot?',
      answer: 'The init system, since today.',
      by: 'Admin',
    },
    {
      command: 'answer-question',
      question: 'Where do passwords live that stand in the source today?',
      answer: 'In the environment of each machine; the old ones are changed.',
      by: 'Admin',
    },
    { command: 'mark-removal', node: 'school', why: 'school 2 takes over' },
    { command: 'agree-removal', node: 'school', by: 'Admin' },
    link('watcher', 'monitors', 'app'),
    { command: 'add-task', on: 'move relational store', text: 'Restore the relational store on staging' },
    {
      command: 'tick-task',
      task: 'Restore the relational store on staging',
      evidence: 'courses and users are there, counted',
    },
    {
      command: 'add-duty',
      area: 'operation',
      environment: 'production',
      party: 'Admin',
      role: 'accountable',
    },
    { command: 'add-duty', area: 'operation', environment: 'staging', party: 'Admin', role: 'accountable' },
    { command: 'edit-node', node: 'school staging', status: 'active' },
    link('watcher', 'monitors', 'school staging'),
    link('watcher', 'monitors', 'school 2'),
  ],
};
