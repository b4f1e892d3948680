import { describe, expect, it } from 'vitest';
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

describe('servers', () => {
  it('reads entries, fields and what runs behind the name', () => {
    const rst = readText(
      'Server list\n===========\n\n:web1: nginx and uwsgi\n:sql1: MariaDB (8 GB RAM, 120 GB disk)\n:sql2: replica of sql1\n',
      'restructuredtext',
    );
    expect(namesOf(rst, 'server')).toEqual(['sql1', 'sql2', 'web1']);
    expect(nodeAt(rst, 'server:sql1').capacity).toEqual({ memoryMiB: 8192, diskGiB: 120 });
    expect(namesOf(rst, 'service')).toEqual(['MariaDB', 'nginx', 'uwsgi']);
    expect(linksOf(rst)).toEqual(['server:sql2 replicates server:sql1']);
  });

  it('reads tables with hoster, address, owner and purpose', () => {
    const proposal = readText(
      '# Machines\n\n| Host | Purpose | IP | Hoster | Owner |\n|---|---|---|---|---|\n| pear-1 | nginx, Redis | 10.0.0.7 | Hetzner | Ann Lee |\n| plum-2 | unclear (?) | | OVH | - |\n',
    );
    expect(nodeAt(proposal, 'server:pear-1')).toMatchObject({
      parent: 'provider:hetzner',
      addresses: ['10.0.0.7'],
    });
    expect(namesOf(proposal, 'service')).toEqual(['Redis', 'nginx']);
    expect(dutiesOf(proposal)).toMatchObject([
      { subject: 'server:pear-1', party: 'party:ann lee', role: 'accountable' },
    ]);
    expect(questionsOf(proposal)).toMatchObject([
      { text: 'unclear (?)', about: ['server:plum-2'], blocking: true },
    ]);
    expect(wrongQuotes(proposal)).toEqual([]);
  });

  it('reads tables that are turned', () => {
    const proposal = readText('| | kiwi01.fruitbox.example |\n|-|-|\n| OS | Debian 12 |\n| RAM | 64 GB |\n');
    expect(nodeAt(proposal, 'server:kiwi01.fruitbox.example')).toMatchObject({
      os: 'Debian 12',
      capacity: { memoryMiB: 65_536 },
    });
  });

  it('takes neither networks nor playbooks for machines', () => {
    const proposal = readText(
      '# Networks\n\n| Name | VLAN | Subnet |\n|---|---|---|\n| guest1 | 12 | 10.1.0.0/16 |\n\n| Playbook | Roles |\n|---|---|\n| web.yml | nginx |\n',
    );
    expect(nodesOf(proposal)).toEqual([]);
  });

  it('makes one node of a class and asks how many', () => {
    const proposal = readText(
      '## Staging\n\nThe machine `fig5` is a server.\nStaging comprises worker instances of varying size.\n\nMost shops are spread across `fig5` and `fig6`.\n',
    );
    expect(nodeAt(proposal, 'server:worker instances')).toMatchObject({
      count: null,
      environment: 'staging',
    });
    expect(questionsOf(proposal).map((each) => each.text)).toContain('How many worker instances are there?');
    expect(namesOf(proposal, 'server')).toEqual(['fig5', 'fig6', 'worker instances']);
  });

  it('places machines under the hoster in whose section they stand', () => {
    const proposal = readText(
      '# Machines\n\n## Hetzner\n\nOur servers there:\n\n- kale1.fruitbox.example\n- kale2.fruitbox.example\n\n## Linode\n\n- leek1.fruitbox.example\n',
    );
    expect(nodeAt(proposal, 'server:kale1.fruitbox.example').parent).toBe('provider:hetzner');
    expect(nodeAt(proposal, 'server:kale2.fruitbox.example').parent).toBe('provider:hetzner');
  });

  it('reads what a term says of its place', () => {
    const proposal = readText(
      'wiki.fruitbox.example\n   This is hosted on a DigitalOcean VM. Ann Lee owns it.\n\nshop.fruitbox.example\n   The shop runs on Heroku.\n',
      'restructuredtext',
    );
    expect(nodeAt(proposal, 'service:wiki.fruitbox.example').parent).toBe('provider:digitalocean');
    expect(nodeAt(proposal, 'service:shop.fruitbox.example').parent).toBe('provider:heroku');
    expect(dutiesOf(proposal)).toMatchObject([
      { subject: 'service:wiki.fruitbox.example', party: 'party:ann lee' },
    ]);
  });

  it('finds nothing in what is no estate', () => {
    const guide =
      '# Contributing\n\nThanks for helping! Please open an issue first.\n\n## Setup\n\n1. Fork the repository on GitHub\n2. Run `npm install`\n3. Start the database with Docker\n\n## Tests\n\nTests run on GitHub Actions. See `docs/testing.md`.\n\n## Code style\n\n- Use two spaces\n- Install the `pre-commit` hook\n';
    expect(nodesOf(readText(guide)).length).toBeLessThanOrEqual(1);
    expect(questionsOf(readText(guide))).toEqual([]);
    const library =
      '# fastqueue\n\nA queue for Redis and PostgreSQL.\n\n## Install\n\n    pip install fastqueue\n\n## Usage\n\nConnect to a server with `Queue("localhost")`. Should work with Redis 6.\n\n## Why?\n\nBecause other queues are slow.\n';
    expect(nodesOf(readText(library)).length).toBeLessThanOrEqual(1);
  });
});

describe('relations', () => {
  const estate = '## Servers\n\n- web01\n- db01\n- old02\n\n';

  it.each([
    [
      '`web01` talks to `db01` over HTTP (not SSL).',
      { type: 'connects', protocol: 'http', encrypted: false },
    ],
    [
      '`web01` connects to `db01` via TLS on port 5432.',
      { type: 'connects', protocol: 'tls', encrypted: true, port: 5432 },
    ],
    ['`web01` depends on `db01`.', { type: 'uses' }],
    ['`web01` is monitored by `db01`.', { type: 'monitors', from: 'server:db01', to: 'server:web01' }],
  ])('%s', (sentence, expected) => {
    const found = readText(`${estate}## Notes\n\n${sentence}\n`).items.filter(
      (item) => item.is === 'dependency',
    );
    expect(found).toMatchObject([expected]);
  });

  it.each([
    '`web01` used to run against `db01`; it was connected to `db01` before.',
    '`web01` should connect to `db01`.',
    '`web01` does not connect to `db01`.',
    '`web01` will talk to `db01` soon.',
    'Maybe `web01` talks to `db01`?',
  ])('keeps out: %s', (sentence) => {
    expect(linksOf(readText(`${estate}## Notes\n\n${sentence}\n`))).toEqual([]);
  });

  it('reads buckets and the script that fills them', () => {
    const proposal = readText(
      `## db01\n\n- Uploads the dumps to the fruit-dumps S3 bucket through the \`dumpall\` script\n\n## web01\n\n- nginx\n\n## web02\n\n- nginx\n`,
    );
    expect(linksOf(proposal)).toEqual(['server:db01 stores-in service:fruit-dumps']);
    expect(nodeAt(proposal, 'service:db01/dumpall').parent).toBe('server:db01');
    expect(nodeAt(proposal, 'service:fruit-dumps').parent).toBe('provider:amazonwebservices');
  });

  it('reads managed services with place and provider', () => {
    const proposal = readText(
      '= Stack\n\n=== Shop (App)\n\nLinode (London)\nTalks to MongoDB over HTTP (not SSL)\n\n=== Linode (Hosting)\n\n=== MongoDB (persistence)\n\n* hosted on Cloudant\n* hosted in Ireland\n* 30ms response time\n',
      'asciidoc',
    );
    expect(nodeAt(proposal, 'service:shop').parent).toBe('site:linode/london');
    expect(nodeAt(proposal, 'service:mongodb')).toMatchObject({
      parent: 'site:cloudant/ireland',
      jurisdiction: 'IE',
    });
    expect(proposal.items.find((item) => item.is === 'dependency')).toMatchObject({
      encrypted: false,
      latencyMs: 30,
    });
  });
});

describe('parties and duties', () => {
  it('reads joint duties and access by environment', () => {
    const proposal = readText(
      '## Staging\n\nThe staging servers are the joint responsibility of the developers and Night Ops. Developers have direct access (but not root access) to the servers.\n',
    );
    expect(dutiesOf(proposal)).toMatchObject([
      { environment: 'staging', party: 'party:developers', joint: true, access: 'shell' },
      { environment: 'staging', party: 'party:night ops', joint: true },
    ]);
  });

  it('reads lists of duties, with a party and without one', () => {
    const text =
      '## Basket DB Server\n\n- 4 GB RAM\n\nsundog formally becomes the "owner" of the DB Server.\n\nsundog provides this service as a flat fee for:\n\n- Monitoring. They look at it.\n- Dry run. Before we go live.\n\n## Production Services\n\nWe need to discuss the following and see which are done by sundog or by us.\n\n- OS upgrades\n- Ledger sync\n';
    const duties = dutiesOf(readText(text)).map(
      (duty) => `${duty.area} ${duty.subject ?? duty.environment} ${duty.party}`,
    );
    expect(duties).toEqual([
      'Ledger sync production null',
      'monitoring server:basket db server party:sundog',
      'operation server:basket db server party:sundog',
      'os upgrades production null',
      'restore proof server:basket db server party:sundog',
    ]);
    expect(questionsOf(readText(text)).map((each) => each.text)).toContain('Who does "OS upgrades"?');
  });

  it('joins initials with the name written out, and keeps contacts', () => {
    const proposal = readText(
      '# Hosting\n\nWe use:\n\n- Linode for the Ledger App, managed by Blue Harbour Services\n  - Contact: help@blueharbour.example\n\nThe Ledger App raises alarms to BHS only.\n',
    );
    expect(partiesOf(proposal)).toMatchObject([
      { name: 'Blue Harbour Services', contacts: ['help@blueharbour.example'] },
    ]);
    expect(nodeAt(proposal, 'service:ledger app').parent).toBe('provider:linode');
  });

  it('takes neither tools nor applications for parties', () => {
    const proposal = readText('## web01\n\n- nginx\n\nIt is managed by Ansible and deployed by Jenkins.\n');
    expect(partiesOf(proposal)).toEqual([]);
  });
});

describe('removals and doubt', () => {
  it('reads a removal from a sentence with its condition', () => {
    const proposal = readText(
      '## Servers\n\n### web01\n\nRuns nginx.\n\n### gamma\n\nThe old Jenkins box. Will be decommissioned once GitLab is live.\n',
    );
    expect(dispositionsOf(proposal)).toMatchObject([
      { node: 'server:gamma', conditions: ['once GitLab is live'] },
    ]);
  });

  it('makes no removal of a question or of something else', () => {
    const proposal = readText(
      '## Servers\n\n### web01\n\nRuns nginx. Keyword checks are hard and so are not used.\n\n### web02\n\nIs it no longer needed?\n',
    );
    expect(dispositionsOf(proposal)).toEqual([]);
    expect(questionsOf(proposal)).toMatchObject([{ about: ['server:web02'] }]);
  });

  it('asks where the machines stand when the text parts them', () => {
    const proposal = readText(
      '- Servers are hosted in Digital Ocean\n  - most are in AMS3, some in FRA1\n\n## Servers\n\n- web01\n- web02\n',
    );
    expect(namesOf(proposal, 'site')).toEqual(['AMS3', 'FRA1']);
    expect(questionsOf(proposal)).toMatchObject([
      { about: ['server:web01', 'server:web02'], blocking: false },
    ]);
    expect(nodeAt(proposal, 'server:web01').parent).toBe('provider:digitalocean');
  });

  it('lists what it did not understand', () => {
    const proposal = readText(
      '# Notes\n\nThe blue cable goes behind the third rack.\n\n## Servers\n\n- web01\n',
    );
    expect(proposal.notUnderstood).toEqual([{ line: 3, text: 'The blue cable goes behind the third rack.' }]);
  });
});

describe('the name of a provider', () => {
  it('is the spelling of the document, also when a word of its catalogue comes first, with the usual one as alias', () => {
    const proposal = readText(
      '# Machines\n\nWe list our droplets. All servers are hosted in Digital Ocean.\n\n## web01\n\n* runs nginx\n',
    );
    expect(nodeAt(proposal, 'provider:digitalocean')).toMatchObject({
      name: 'Digital Ocean',
      aliases: ['DigitalOcean'],
    });
  });
});

describe('what is said of many machines at once', () => {
  const text =
    '# Our servers\n\nAll machines are hosted at Hetzner, most of them in Falkenstein, a few in\nHelsinki. There are 3 servers in total.\n\n## gate1\n\n* SSH to `gate1` first\n\n## copy1\n\n* Uploads a dump to the `paper-dumps` S3 bucket\n\n## metrics\n\n* Prometheus and Grafana\n';

  it('places none of them where only most are, and asks', () => {
    const proposal = readText(text);
    for (const name of ['gate1', 'copy1', 'metrics'])
      expect(nodeAt(proposal, `server:${name}`).parent).toBe('provider:hetzner');
    expect(
      questionsOf(proposal).some(({ text: words }) => words.includes('most of them in Falkenstein')),
    ).toBe(true);
  });

  it('takes a bucket for no machine, and a heading among machines for one when the total says so', () => {
    expect(namesOf(readText(text), 'server')).toEqual(['copy1', 'gate1', 'metrics']);
  });
});

describe('names that could be short sums of commits', () => {
  it('are machines when they are letters with a number behind', () => {
    const text =
      '# Servers\n\n## facade07\n\n* runs nginx\n\n## facade08\n\n* runs Redis\n\nSee 3f2a91c for why.\n';
    expect(namesOf(readText(text), 'server')).toEqual(['facade07', 'facade08']);
  });
});
