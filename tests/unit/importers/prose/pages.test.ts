import { describe, expect, it } from 'vitest';
import type { Proposal } from '#core/importers/contract.ts';
import {
  dispositionsOf,
  linksOf,
  namesOf,
  nodeAt,
  nodesOf,
  questionsOf,
  readText,
  readQuoted,
} from './read-text.ts';

const machines = '# Servers\n\n- web1\n- web2\n- db1\n- lb1\n\n# Notes\n\n';
const read = (text: string): Proposal => readQuoted(`${machines}${text}\n`);
const placesIn = (text: string): string =>
  nodesOf(read(text))
    .filter((node) => node.kind === 'server' && typeof node.parent === 'string')
    .map((node) => `${node.name} ${node.parent ?? ''}`)
    .sort()
    .join('; ');
const links = (text: string): string =>
  linksOf(read(text))
    .map((link) => link.replaceAll('server:', ''))
    .sort()
    .join('; ');

describe('short names of places', () => {
  it('are aliases of the place that the page puts in brackets', () => {
    const proposal = read(
      '- web1 (GRA)\n- web2 (SBG)\n\nGRA is Gravelines (GRA), the other Strasbourg (SBG).',
    );
    expect(nodeAt(proposal, 'site:gravelines').aliases).toEqual(['GRA']);
    expect(nodeAt(proposal, 'server:web1').parent).toBe('site:gravelines');
    expect(nodeAt(proposal, 'server:web2').parent).toBe('site:strasbourg');
  });

  it('are one place with it, whichever stands in the brackets', () => {
    const proposal = readText(
      '## web1\n\n- Location: FRA1 (Frankfurt)\n\n## web2\n\n- Location: FRA1\n- nginx\n',
    );
    expect(namesOf(proposal, 'site')).toEqual(['Frankfurt']);
    expect(namesOf(proposal, 'service')).toEqual(['nginx']);
    expect(nodeAt(proposal, 'server:web2').parent).toBe('site:frankfurt');
  });

  it('are not made of countries, products or what no place stands beside', () => {
    expect(placesIn('- web1 (LDAP)\n\nLightweight access (LDAP) is for the offices in Berlin (DE).')).toBe(
      '',
    );
    expect(namesOf(read('- web1 (UK)\n\nLondon (UK)'), 'site')).toEqual([]);
  });
});

describe('places of machines', () => {
  it.each([
    [
      'Players connect to `web1` and `web2` in Frankfurt and to `db1` in Virginia.',
      'db1 site:virginia; web1 site:frankfurt; web2 site:frankfurt',
    ],
    ['We move web1 in Frankfurt next week.', ''],
    ['web1 was in Frankfurt.', ''],
    [
      'Everything runs at Brightnet in Dublin today.',
      'db1 site:brightnet/dublin; lb1 site:brightnet/dublin; web1 site:brightnet/dublin; web2 site:brightnet/dublin',
    ],
    ['Everything was built at Brightnet in Dublin.', ''],
  ])('%s', (text, places) => {
    expect(placesIn(text)).toBe(places);
  });

  it('name hosters that no list knows, and nobody else', () => {
    expect(namesOf(read('We rent two racks at GlobalConnect in Aarhus.'), 'provider')).toEqual([
      'GlobalConnect',
    ]);
    expect(namesOf(read('Kubus Hosting takes over the machines.'), 'provider')).toEqual(['Kubus Hosting']);
    for (const text of [
      'The servers were shown at Night in Paris.',
      'Our Hosting is fine.',
      'Anna works from Home in Berlin.',
    ])
      expect(namesOf(read(text), 'provider')).toEqual([]);
  });
});

describe('verbs of dependencies', () => {
  it.each([
    ['web1 persists its orders in db1.', 'web1 stores-in db1'],
    ['web1 harvests records from db1 every night.', 'web1 connects db1'],
    ['web1 looks up members in db1.', 'web1 connects db1'],
    ['web1 signs people in through web2.', 'web1 connects web2'],
    ['web1 opens JDBC connections to db1.', 'web1 connects db1'],
    ['web1 reads and writes db1.', 'web1 connects db1'],
    ['web1 feeds the address book of web2.', 'web1 connects web2'],
    ['web2 trails web1 by a few seconds.', 'web2 replicates web1'],
    ['web2 is refreshed from web1 every Sunday.', 'web2 replicates web1'],
    ['web1 copies itself to db1.', 'web1 backs-up-to db1'],
    ['lb1 distributes to web1 and web2.', 'lb1 proxies web1; lb1 proxies web2'],
    ['lb1 forwards to web1 on port 8080.', 'lb1 proxies web1'],
    ['web1 forwards to web2.', 'web1 connects web2'],
    ['lb1 -> web1', 'lb1 proxies web1'],
    ['web1 -> db1', 'web1 connects db1'],
    [
      'web1 -> db1 (5432)\nweb2 -> db1\nlb1 -> web1',
      'lb1 proxies web1; web1 connects db1; web2 connects db1',
    ],
    ['web1 reads and writes db1; reports hit web2.', 'web1 connects db1'],
  ])('%s', (text, expected) => {
    expect(links(text)).toBe(expected);
  });

  it.each([
    'The drives of web1 are kept with db1.',
    'Requests come from web1, not from db1.',
    'Players connect to web1.',
    'web1 will persist its orders in db1.',
    'Search results of web1 are not those of db1.',
  ])('none in: %s', (text) => {
    expect(links(text)).toBe('');
  });
});

describe('machines of lists and tables', () => {
  it('are the bare names below a sentence on the machines', () => {
    const text = (lead: string): string => `## Build farm\n\n${lead}\n\n* \`build-mac\`\n* \`build-win\`\n`;
    expect(namesOf(readText(text('The build servers are run by the developers.')), 'server')).toEqual([
      'build-mac',
      'build-win',
    ]);
    expect(namesOf(readText(text('The build runs these steps.')), 'server')).toEqual([]);
  });

  it('are the guests of a table, and an entry about one is about it', () => {
    const proposal = readText(
      '# Hosts\n\n| Host | RAM | Guests |\n| --- | --- | --- |\n| hv1 | 256 GB | mx1, sso |\n| hv2 | 64 GB | 12 |\n\n# Guests\n\n- sso: Keycloak\n',
    );
    expect(namesOf(proposal, 'server')).toEqual(['hv2', 'mx1', 'sso']);
    expect(nodeAt(proposal, 'server:sso').parent).toBe('server:hv1');
    expect(nodesOf(proposal).find((node) => node.name === 'Keycloak')?.parent).toBe('server:sso');
  });

  it('stand in columns without markup, in whichever of them', () => {
    const rows = [
      'Environment  Host      Role',
      'Production   prd-web1  nginx',
      'Test         tst-web1  nginx',
    ];
    const proposal = readText(`Overview\n\n${rows.join('\n')}\n`);
    expect(namesOf(proposal, 'server')).toEqual(['prd-web1', 'tst-web1']);
    expect(nodeAt(proposal, 'server:tst-web1').environment).toBe('test');
    expect(namesOf(readText('Key   Host   Role\n\nThe columns of the form.\n'), 'server')).toEqual([]);
  });

  it('are a role in small letters when its size stands below', () => {
    const sized = readText('## Shop database server\n\n* 32 GB RAM\n* 500 GB SSD\n');
    expect(nodeAt(sized, 'server:shop database server').capacity).toEqual({
      memoryMiB: 32_768,
      diskGiB: 500,
    });
    expect(namesOf(readText('## Shop database server\n\n* read the manual\n'), 'server')).toEqual([]);
  });
});

describe('machines that go', () => {
  it.each([
    ['web2 can go too, as soon as the fair is over.', 'as soon as the fair is over'],
    ['web2 will be given up at the end of the lease.', 'at the end of the lease'],
    ['We migrate it to web1 in May, after this web2 can be stopped once Ann agrees.', 'once Ann agrees'],
    [
      'The old WordPress on web2 can be deleted as soon as the new site is online.',
      'as soon as the new site is online',
    ],
    ['- web2: leftover of the old shop, safe to delete after the fair', 'after the fair'],
    ['web2 will be destroyed at the end of May.', 'at the end of May'],
    ['- `web2`: the fax gateway. Goes when the insurers accept mail.', 'when the insurers accept mail'],
  ])('%s', (text, condition) => {
    expect(dispositionsOf(read(text)).map((each) => [each.node, each.conditions])).toEqual([
      ['server:web2', [condition]],
    ]);
  });

  it.each([
    'web2 was never given up on.',
    'The insurers go when web2 stays.',
    'It is never safe to delete web2.',
    'web2 is not required to run.',
    '- `web9` - already gone, for the record.',
  ])('none in: %s', (text) => {
    const proposal = read(text);
    expect(dispositionsOf(proposal)).toEqual([]);
    expect(namesOf(proposal, 'server')).not.toContain('web9');
  });
});

describe('duties that nobody has yet', () => {
  it('keep the words of the writer, capitals too', () => {
    const proposal = read(
      'To be decided whether Kubus or the shop team does these:\n\n- PIM sync\n- SSL certificates',
    );
    expect(
      proposal.items.flatMap((item) => (item.is === 'duty' && item.party === null ? [item.area] : [])),
    ).toEqual(['PIM sync', 'certificates']);
    expect(questionsOf(proposal).map((each) => each.text)).toContain('Who does "PIM sync"?');
  });
});
