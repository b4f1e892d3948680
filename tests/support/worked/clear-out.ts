import { add, link, party, phase } from './inventory-commands.ts';
import type { WorkedExample } from './worked-example.ts';

const host = 'Harbour Cloud';
const servers = [
  'gate',
  'queue',
  'web-lb',
  'web01',
  'licence1',
  'licence2',
  'db',
  'db-copy',
  'cache',
  'tools',
  'errors',
  'radar',
  'builder',
  'builder-new',
  'short-links',
  'oldwiki',
  'forum',
  'preview',
  'beta',
  'mystery',
  'newsletter',
];
const retire = (node: string, why: string, conditions: readonly object[] = []): object => ({
  command: 'mark-removal',
  node,
  why,
  conditions,
});
const remove = (node: string, where: string): object => ({ command: 'plan-remove', node, phase: where });
const agree = (node: string): object => ({ command: 'agree-removal', node, by: 'Mia Brandt' });
const first = 'What nobody needs';
const second = 'Builds';
const hosted = { text: 'the hosted builds run', met: false };

/** Twenty-one servers at one provider, a gateway in front of all, and six candidates for removal. */
export const clearOut: WorkedExample = {
  title: 'Six of twenty-one servers go',
  story:
    'A small company rents twenty-one servers and reaches all of them through one gateway. Six stand on a list of what could go\n(two of them wait for hosted builds), and nobody is sure about two others.',
  inventory: [
    add('provider', host, null),
    ...servers.map((name) =>
      add('server', name, host, { type: name === 'gate' ? 'gateway' : 'vm', environment: 'production' }),
    ),
    add('service', 'work queue', 'queue', { type: 'queue' }),
    add('service', 'mailer', 'queue', { type: 'worker' }),
    add('service', 'settings', 'gate', { type: 'application' }),
    add('service', 'balancer', 'web-lb', { type: 'load-balancer' }),
    add('service', 'shop', 'web01', { type: 'web' }),
    add('service', 'orders', 'db', { type: 'database' }),
    add('service', 'packages', 'tools', { type: 'repository' }),
    add('service', 'hidden mail page', 'mystery', { type: 'web', domains: ['mail.harbour.test'] }),
    add('service', 'dumps', null, { type: 'storage' }),
    ...servers.filter((name) => name !== 'gate').map((name) => link(name, 'reaches-through', 'gate')),
    link('balancer', 'proxies', 'shop'),
    link('shop', 'uses', 'orders'),
    link('shop', 'uses', 'work queue'),
    link('shop', 'uses', 'settings'),
    link('mailer', 'uses', 'settings'),
    link('db-copy', 'replicates', 'db'),
    link('db-copy', 'backs-up-to', 'dumps'),
    link('builder', 'uses', 'packages'),
    link('web01', 'uses', 'packages'),
    party('Mia Brandt', 'person'),
    retire('newsletter', 'was used by the mailer before'),
    retire('oldwiki', 'the new wiki took over'),
    retire('mystery', 'nobody knows what it does'),
    retire('tools', 'packages could live elsewhere'),
    retire('builder', 'hosted builds take over', [hosted]),
    retire('builder-new', 'hosted builds take over', [hosted]),
    {
      command: 'add-question',
      text: 'Is the newsletter server still used?',
      about: ['newsletter'],
      blocking: true,
    },
    { command: 'add-question', text: 'What is the hidden mail page?', about: ['mystery'], blocking: true },
  ],
  plan: [
    phase(first),
    phase(second),
    remove('newsletter', first),
    remove('oldwiki', first),
    remove('mystery', first),
    remove('tools', first),
    remove('builder', second),
    remove('builder-new', second),
  ],
  repairs: [
    {
      command: 'answer-question',
      question: 'Is the newsletter server still used?',
      answer: 'No: the last mail left it two years ago.',
      by: 'Mia Brandt',
    },
    {
      command: 'answer-question',
      question: 'What is the hidden mail page?',
      answer: 'A form of the old mail provider; it can go.',
      by: 'Mia Brandt',
    },
    ...['newsletter', 'oldwiki', 'mystery', 'tools', 'builder', 'builder-new'].map(agree),
    { command: 'plan-move', node: 'packages', to: 'web01', phase: first, id: 'ch_packages' },
    { command: 'wait-for', change: 'remove tools', after: 'ch_packages' },
    { command: 'order-change', change: 'ch_packages', before: 'remove newsletter' },
    link('packages', 'backs-up-to', 'dumps'),
    { command: 'add-task', on: 'ch_packages', text: 'Restore the packages on a spare machine' },
    {
      command: 'tick-task',
      task: 'Restore the packages on a spare machine',
      evidence: 'all 212 packages came back on the preview server',
    },
    { command: 'meet-condition', change: 'remove builder', condition: 'the hosted builds run' },
    { command: 'meet-condition', change: 'remove builder-new', condition: 'the hosted builds run' },
  ],
};
