import { describe, expect, it } from 'vitest';
import { findSites } from '#core/importers/prose/statements/places.ts';
import { dispositionsOf, namesOf, nodeAt, nodesOf, readText, wrongQuotes } from './read-text.ts';

const machines = '# Servers\n\n- web1\n- web2\n- db1\n\n# Notes\n\n';
const read = (text: string): ReturnType<typeof readText> => readText(`${machines}${text}\n`);
const placesIn = (text: string): string =>
  nodesOf(read(text))
    .filter((node) => (node.kind === 'server' || node.kind === 'host') && typeof node.parent === 'string')
    .map((node) => `${node.name} ${node.parent ?? ''}`)
    .sort()
    .join('; ');

describe('where machines stand', () => {
  it.each([
    ['web1 stands in the server room in Oudewater.', 'web1 site:oudewater'],
    ['web1 sits under a desk in the Oudewater office.', 'web1 site:oudewater'],
    ['db1 is at the data centre of the city works in Oudewater.', 'db1 site:oudewater'],
    [
      'The whole platform is hosted by Scaleway in Paris.',
      'db1 site:scaleway/paris; web1 site:scaleway/paris; web2 site:scaleway/paris',
    ],
    [
      'All of it at Hetzner, fsn1 is Falkenstein.',
      'db1 provider:hetzner; web1 provider:hetzner; web2 provider:hetzner',
    ],
    [
      'All virtual machines live on db1 in the basement of the Oudewater depot.',
      'db1 site:oudewater; web1 server:db1; web2 server:db1',
    ],
    [
      'We rent two machines at Netcup in Vienna, called web1 and web2.',
      'web1 site:netcup/vienna; web2 site:netcup/vienna',
    ],
    ['web1 stands in the cellar of the town hall.', ''],
    ['web1 was in the server room in Oudewater.', ''],
  ])('%s', (text, places) => {
    expect(placesIn(text)).toBe(places);
    expect(wrongQuotes(read(text))).toEqual([]);
  });

  it('is not told by weekdays, products or articles beside a building', () => {
    for (const text of [
      'the Monday office',
      'the GitLab office',
      'the server room in May',
      'in Case the office',
    ])
      expect(findSites(text).filter((site) => site.value.country === null)).toEqual([]);
  });

  it('makes one site of one place, however early it is named', () => {
    const proposal = read('web1 is a VM at Exoscale (Geneva). web2 stands at Exoscale in Geneva.');
    expect(
      nodesOf(proposal)
        .filter((node) => node.kind === 'site')
        .map((node) => node.key),
    ).toEqual(['site:exoscale/geneva']);
  });

  it('keeps two sites of one name where machines stand in both', () => {
    const proposal = read('web1 stands at Exoscale in Geneva. db1 stands in the office in Geneva.');
    expect(nodesOf(proposal).filter((node) => node.kind === 'site')).toHaveLength(2);
  });
});

describe('software', () => {
  it('that the same words put on a machine is not noted a second time', () => {
    const proposal = read('On web1 we run Jenkins and Nexus.');
    expect(namesOf(proposal, 'service')).toEqual(['Jenkins', 'Nexus']);
    expect(nodeAt(proposal, 'service:web1/jenkins').parent).toBe('server:web1');
  });

  it('stays without a place where another sentence speaks of it', () => {
    const proposal = read('On web1 we run Jenkins.\n\nWe also use Redis for caching.');
    expect(
      nodesOf(proposal)
        .filter((node) => node.name === 'Redis')
        .map((node) => node.parent),
    ).toEqual([null]);
  });
});

describe('fields, commands and sizes', () => {
  it.each([
    ['fields of a table of settings', 'The keys are ``datacenter``, ``node``, ``address`` and ``port``.'],
    ['a command', 'The new node is up and `kubectl` still reports errors.'],
    ['what a label starts', '* `highmem`: spawns a virtual machine with 8 vCPUs.'],
    ['sizes of a cloud', '| Name | CPU | RAM |\n|---|---|---|\n| D2v2 | 2 | 7 GB |\n| D3v2 | 4 | 14 GB |\n'],
    ['software with a number', 'Any hosts with a web server (e.g. apache2 or nginx).'],
    ['an order with a hyphen', '# Servers\n\n- check-mail\n- run-jobs\n'],
  ])('are no machines: %s', (_name, text) => {
    expect(nodesOf(readText(`# Notes\n\n${text}\n`)).filter((node) => node.kind === 'server')).toEqual([]);
  });
});

describe('what goes', () => {
  const goneIn = (text: string): string[] =>
    dispositionsOf(read(text)).map((each) => each.node.slice('server:'.length));

  it.each([
    ['We are getting rid of web1 and db1.', ['db1', 'web1']],
    ['web2 is parked. We will remove it after the peak season.', ['web2']],
    ['- web2: obsolete, will not be recovered.', ['web2']],
    ['- web2 - dead, only the chassis is left', ['web2']],
    ['- web2 - customers should use the form, decommission after Easter', ['web2']],
    ['- web2: unused packages are removed every night', []],
    ['We will remove the files of web2 every night.', []],
  ])('%s', (text, gone) => {
    expect(goneIn(text).sort()).toEqual(gone);
  });
});

describe('totals and sums', () => {
  it('are read in words where they stand for all', () => {
    expect(
      read('There are seven machines, most of them small.').source.totals?.map((total) => total.stated),
    ).toEqual([7]);
    expect(read('We have six machines at Contabo.').source.totals ?? []).toEqual([]);
  });

  it('of everything are those of the one hoster of all', () => {
    const all = 'Everything is rented at Netcup in Vienna. ';
    expect(
      nodeAt(read(`${all}The whole platform costs us about 1,150 EUR a month.`), 'provider:netcup').cost,
    ).toEqual({
      amount: 1150,
      currency: 'EUR',
      per: 'month',
    });
    const bill = read(`${all}The monthly bill for Vienna is 310 GBP.`);
    expect(nodeAt(bill, 'site:netcup/vienna').cost).toEqual({ amount: 310, currency: 'GBP', per: 'month' });
    const none = read('The whole platform costs us about 1,150 EUR a month.');
    expect(nodesOf(none).filter((node) => typeof node.cost?.amount === 'number')).toEqual([]);
  });

  it('may part thousands', () => {
    expect(nodeAt(read('web1 costs 1,150 EUR a month.'), 'server:web1').cost).toMatchObject({ amount: 1150 });
    expect(nodeAt(read('web1 costs 1.150,50 EUR a month.'), 'server:web1').cost).toMatchObject({
      amount: 1150.5,
    });
    expect(nodeAt(read('web1 costs 11,50 EUR a month.'), 'server:web1').cost).toMatchObject({ amount: 11.5 });
  });
});
