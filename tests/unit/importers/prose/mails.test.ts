import { describe, expect, it } from 'vitest';
import type { Proposal } from '#core/importers/contract.ts';
import {
  dutiesOf,
  linksOf,
  namesOf,
  nodeAt,
  nodesOf,
  questionsOf,
  readText,
  readQuoted,
} from './read-text.ts';

const machines = '# Servers\n\n- web1\n- web2\n- db1\n\n# Notes\n\n';
const read = (text: string): Proposal => readQuoted(`${machines}${text}\n`);
const links = (text: string): string =>
  linksOf(read(text))
    .map((link) => link.replaceAll('server:', '').replaceAll('service:', ''))
    .sort()
    .join('; ');
const sites = (text: string): string[] =>
  nodesOf(read(text))
    .filter((node) => node.kind === 'site')
    .map((node) => `${node.confidence} ${node.key}`);

describe('sites of the estate', () => {
  it.each([
    ['A second, smaller site is in Odense.', ['likely site:odense']],
    ['web1 is a VM at Exoscale in Geneva.', ['likely site:exoscale/geneva']],
    [
      'All three run on AWS in eu-west-1 (Ireland); web2 sits in Paris.',
      ['likely site:amazonwebservices/ireland', 'likely site:paris'],
    ],
    ['In which country are the copies kept? Presumably Norway.', ['uncertain site:norway']],
    ['We met in Odense.', []],
    ['Are there servers in Odense?', []],
    ['Move the servers to a site in Odense.', []],
  ])('%s', (text, expected) => {
    expect(sites(text).sort()).toEqual(expected);
  });

  it('are a place and not the noun before it', () => {
    const proposal = readText('# Data centre Aarhus\n\n## Servers\n\n- web1\n- web2\n');
    expect(namesOf(proposal, 'site')).toEqual(['Aarhus']);
  });

  it('keep a guess with the question that it answers', () => {
    const proposal = read('In which country are the copies kept? Presumably Norway.');
    expect(questionsOf(proposal).map((each) => [each.text, each.about])).toEqual([
      ['In which country are the copies kept?', ['site:norway']],
    ]);
    expect(questionsOf(read('Presumably in Norway.')).map((each) => each.text)).toEqual([
      'Presumably in Norway.',
    ]);
  });
});

describe('what a mail says in passing', () => {
  it('gives a small word its size, where it is a machine', () => {
    const proposal = read('The members area is on fir (4 GB RAM, 2 cores).');
    expect(nodeAt(proposal, 'server:fir').capacity).toEqual({ memoryMiB: 4096, vcpu: 2 });
    for (const text of [
      'It depends on hardware (4 GB RAM).',
      'It is small (4 GB RAM).',
      'It runs on rent (4 EUR).',
    ])
      expect(namesOf(read(text), 'server')).toEqual(['db1', 'web1', 'web2']);
  });

  it.each([
    ['web1 is a small box. Mail goes out via Postmark.', 'web1 connects postmark'],
    ['web1 uses db1, and web2 reaches it through db1.', 'web1 uses db1; web2 reaches-through db1'],
    ['`web1` is the primary; `web2` trails it.', 'web2 replicates web1'],
    [
      'web1 copies itself to a Swiss Backup bucket at Infomaniak.',
      'web1 backs-up-to infomaniak swiss backup bucket',
    ],
    ['Its alerts are sent to db1.', ''],
    ['Mail goes out via Postmark.', ''],
  ])('%s', (text, expected) => {
    expect(links(text)).toBe(expected);
  });

  it.each([
    ['web1 talks to db1 (5432, TLS).', 5432],
    ['web1 talks to db1 (LDAPS, 636).', 636],
    ['web1 talks to db1 (since 2021).', undefined],
    ['web1 talks to db1 (2021).', undefined],
  ])('port: %s', (text, port) => {
    const [link] = read(text).items.filter((item) => item.is === 'dependency');
    expect(link?.is === 'dependency' ? (link.port ?? undefined) : null).toBe(port);
  });
});

describe('duties that are shared out', () => {
  const duties = (text: string): string[] =>
    dutiesOf(read(text))
      .map((duty) => `${duty.area} ${duty.party ?? '-'} ${duty.subject ?? '-'}`)
      .sort();

  it('behind one label', () => {
    expect(duties('Responsible: Team Docs for `web1`, Anna Berg for `web2` and `db1`.')).toEqual([
      'operation party:anna berg server:db1',
      'operation party:anna berg server:web2',
      'operation party:team docs server:web1',
    ]);
    expect(duties('Responsible: who for web1?')).toEqual([]);
  });

  it('in a list below who provides them, when all of it are areas', () => {
    const text = (entries: string): string =>
      `## Shop database server\n\n- 32 GB RAM\n\nHarbour Hosting owns this server.\n\nHarbour Hosting provides:\n\n${entries}\n`;
    const found = dutiesOf(readText(text('- Monitoring: they watch it.\n- OS upgrades: monthly.')));
    expect(found.map((duty) => `${duty.area} ${duty.party ?? '-'}`).sort()).toEqual([
      'monitoring party:harbour hosting',
      'operation party:harbour hosting',
      'os upgrades party:harbour hosting',
    ]);
    expect(dutiesOf(readText(text('- Coffee\n- Tea'))).map((duty) => duty.area)).toEqual(['operation']);
  });
});

describe('orders and examples', () => {
  it('make a question of what has to be found out', () => {
    expect(
      questionsOf(read('- Find out whether anything else reads from db1.')).map((each) => each.about),
    ).toEqual([['server:db1']]);
    expect(questionsOf(read('- Find the manual of db1.'))).toEqual([]);
  });

  it('make no machine of an example or of a protocol', () => {
    const proposal = read(
      'Use a short role, for instance `app01` or `app02`. web1 authenticates against db1 over SIP2.',
    );
    expect(namesOf(proposal, 'server')).toEqual(['db1', 'web1', 'web2']);
  });
});

describe('software of an entry', () => {
  it.each([
    ['- web9\n  - MariaDB 10.6, 16 GB RAM', 'MariaDB'],
    ['- web9\n  - Postfix and Rspamd, first of two', 'Postfix; Rspamd'],
    ['- web9 (MySQL for the shop)', 'MySQL'],
    ['- web9\n  - nightly dump goes to web1', ''],
  ])('%s', (text, expected) => {
    const proposal = readText(`# Servers\n\n- web1\n${text}\n`);
    expect(
      nodesOf(proposal)
        .filter((node) => node.kind === 'service' && node.parent === 'server:web9')
        .map((node) => node.name)
        .sort()
        .join('; '),
    ).toBe(expected);
  });
});
