import { describe, expect, it } from 'vitest';
import { readOpeningList } from '#core/importers/prose/statements/opening-list.ts';
import { expandHostRange } from '#core/importers/prose/statements/host-ranges.ts';
import {
  dispositionsOf,
  dutiesOf,
  linksOf,
  namesOf,
  nodeAt,
  nodesOf,
  partiesOf,
  questionsOf,
  readText,
  wrongQuotes,
} from './read-text.ts';

const machines = '# Servers\n\n- alpha1\n- beta2\n- gamma3\n\n# Notes\n\n';

describe('entries that open with several machines', () => {
  it.each([
    ['web1, web2 and web3: nginx', ['web1', 'web2', 'web3']],
    ['es1,es2: Elasticsearch', ['es1', 'es2']],
    ['web01-web03 - nginx', ['web01', 'web02', 'web03']],
    ['wrk01-02: workers', ['wrk01', 'wrk02']],
    ['apples, pears: fruit', null],
    ['web1: nginx', null],
    ['in 2019, 2020: nothing', null],
  ] as const)('%s', (text, names) => {
    expect(readOpeningList(text)?.map((each) => each.name) ?? null).toEqual(names);
  });

  it.each([
    ['web01-web04', 4],
    ['wrk01-02', 2],
    ['node1-4', 0],
    ['web04-web01', 0],
    ['2019-2020', 0],
    ['utf-8', 0],
  ])('range %s', (name, count) => {
    expect(expandHostRange(name)?.length ?? 0).toBe(count);
  });

  it('say it of each of them', () => {
    const proposal = readText(
      '- web01-web03: nginx + php, 4 vCPU / 8 GB\n- es1,es2: elasticsearch, logs only\n- db-a: mariadb primary\n- db-b: replica of db-a, takes backups -> nas9\n- nas9: QNAP, 24 TB\n',
    );
    expect(namesOf(proposal, 'server')).toEqual([
      'db-a',
      'db-b',
      'es1',
      'es2',
      'nas9',
      'web01',
      'web02',
      'web03',
    ]);
    expect(nodeAt(proposal, 'service:web02/nginx').parent).toBe('server:web02');
    expect(nodeAt(proposal, 'server:web03').capacity).toEqual({ vcpu: 4, memoryMiB: 8192 });
    expect(nodeAt(proposal, 'server:nas9').capacity).toEqual({ diskGiB: 24_576 });
    expect(nodeAt(proposal, 'service:db-a/mariadb').name).toBe('mariadb');
    expect(linksOf(proposal)).toEqual([
      'server:db-b backs-up-to server:nas9',
      'server:db-b replicates server:db-a',
    ]);
    expect(wrongQuotes(proposal)).toEqual([]);
  });
});

describe('machines that bear plain words as names', () => {
  it.each([
    [
      'A VMware machine named bramble carries the rest. We have two virtual machines: thistle, which is the domain controller, and sorrel, a print server.',
      ['bramble', 'sorrel', 'thistle'],
    ],
    ['The copies go to a small Synology called nettle.', ['nettle']],
    [
      'Please take good care of it all. The rest is closed to us. Nobody else comes in here. jump is the only way in: everything else is closed.',
      ['jump'],
    ],
    [
      '**vega** - main server.\n\n**altair** - storage, 24 TB.\n\n**deneb** - it stands in the other building.',
      ['altair', 'deneb', 'vega'],
    ],
  ] as const)('%s', (text, names) => {
    expect(namesOf(readText(`${text}\n`), 'server')).toEqual(names);
  });

  it.each([
    'Machines are named after rivers. Hosts called otherwise are renamed.',
    'we write small. everything runs somewhere. nobody uses it much.',
    'The old shop ran on a server named folio. That one is gone.',
    '**Speed** - it is fast.\n\n**Size** - it is small.\n\n**Colour** - it is red.',
  ])('not: %s', (text) => {
    expect(namesOf(readText(`${text}\n`), 'server')).toEqual([]);
  });
});

describe('what entries order and say', () => {
  it.each([
    ['- alpha1: kill after the switch', 'after the switch'],
    ['Once the doors are new we will turn alpha1 off.', 'Once the doors are new we will turn alpha1 off'],
    ['alpha1 can go at any time.', null],
    ['Nobody has used alpha1 since May. You can drop it.', null],
  ] as const)('goes: %s', (text, condition) => {
    const [found, ...others] = dispositionsOf(readText(`${machines}${text}\n`));
    expect(found?.node).toBe('server:alpha1');
    expect(others).toEqual([]);
    if (condition === 'after the switch') expect(found?.conditions).toEqual([condition]);
  });

  it.each([
    '- alpha1: remove old logs from it',
    '- alpha1: delete every dump by hand',
    'We will turn the alarm on alpha1 off.',
  ])('stays: %s', (text) => {
    expect(dispositionsOf(readText(`${machines}${text}\n`))).toEqual([]);
  });

  it('asks what a label leaves open, and what nobody decided', () => {
    const proposal = readText(
      '# Servers\n\n## alpha1\n\n- OS: Debian 12\n- Contact: ?\n\n## beta2\n\n- OS: Debian 12\n\nWe need to decide who patches beta2. It is not clear to me who pays for alpha1.\n',
    );
    expect(questionsOf(proposal).map((each) => each.about)).toEqual([
      ['server:alpha1'],
      ['server:alpha1'],
      ['server:beta2'],
    ]);
  });

  it('reads the brackets behind a name, and a machine still to come', () => {
    const proposal = readText(
      'Today the shop runs on shop1 (DigitalOcean, Frankfurt, 4 vCPU, 8 GB). It costs us $24 a month.\n\nWe will install RabbitMQ on a new VM, `shop-mq1` (2 vCPU, 4 GB RAM).\n',
    );
    expect(nodeAt(proposal, 'server:shop1')).toMatchObject({
      capacity: { vcpu: 4, memoryMiB: 8192 },
      cost: { amount: 24, currency: 'USD', per: 'month' },
      parent: 'site:digitalocean/frankfurt',
    });
    expect(nodeAt(proposal, 'server:shop-mq1').status).toBe('planned');
  });

  it('puts nothing where the text says that it is not', () => {
    const proposal = readText(`${machines}MySQL is not on alpha1 any more.\n`);
    expect(nodesOf(proposal).filter((node) => node.parent === 'server:alpha1')).toEqual([]);
  });

  it.each([
    ['Backups of alpha1 go nightly to beta2.', 'server:alpha1 backs-up-to server:beta2'],
    ['Dumps go from alpha1 to beta2 every night.', 'server:alpha1 backs-up-to server:beta2'],
    ['Every night alpha1 makes a copy to beta2.', 'server:alpha1 backs-up-to server:beta2'],
    ['alpha1 is a read replica of beta2.', 'server:alpha1 replicates server:beta2'],
    ['alpha1 talks to beta2 over TLS.', 'server:alpha1 connects server:beta2'],
  ])('links: %s', (text, link) => {
    expect(linksOf(readText(`${machines}${text}\n`))).toEqual([link]);
  });

  it('does not take a verb behind "and" for a member of a list', () => {
    const proposal = readText(`${machines}alpha1 sits behind beta2 and shares the disk of gamma3.\n`);
    expect(linksOf(proposal)).toEqual(['server:beta2 proxies server:alpha1']);
  });
});

describe('labels that name people', () => {
  it('stand below each other, at the head of the document, and before the machines in brackets', () => {
    const proposal = readText(
      '**Owner:** Control Room Systems\n**Escalation:** Radu (on call)\n\n# Servers\n\n- alpha1\n- beta2\n\nResponsible: Dr. Moreau (alpha1), Yusuf (beta2)\n',
    );
    expect(partiesOf(proposal).map((party) => party.name)).toEqual([
      'Control Room Systems',
      'Dr. Moreau',
      'Radu',
      'Yusuf',
    ]);
    const duties = dutiesOf(proposal).map((duty) => `${duty.party} ${duty.subject}`);
    expect(duties).toContain('party:dr. moreau server:alpha1');
    expect(duties).toContain('party:control room systems null');
    expect(wrongQuotes(proposal)).toEqual([]);
  });
});
