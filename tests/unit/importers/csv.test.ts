import { describe, expect, it } from 'vitest';
import { previewTable } from '#core/importers/csv/csv.ts';
import { importText, importTexts, itemsOf, misplacedQuotes, nodeOf } from './import-text.ts';

const estate = `Company estate as of spring;;;;;;;;
;;;;;;;;
Name;RAM (GB);CPU;Disk (GB);Host;Location;Owner;Depends on;Notes
web02;4;2;80;pve1;London;Web team;db01:5432, redis;front end
db01;16;4;1.000,5;pve1;London;Ann Lee <ann@acme.test>;;main database
redis;2;1;20;pve2;London;Web team;;
;;;;;;;;
;1;;;;;;;lost
Total: 4 servers;22;7;;;;;;
`;

describe('csv', () => {
  it('reads a table below a title block with places, sizes, owners and dependencies', () => {
    const proposal = importText('estate.csv', estate);
    expect(itemsOf(proposal, 'node').map((node) => node.key)).toEqual([
      'site:london',
      'host:pve1',
      'server:web02',
      'server:db01',
      'host:pve2',
      'server:redis',
    ]);
    expect(nodeOf(proposal, 'web02')).toMatchObject({
      kind: 'server',
      parent: 'host:pve1',
      capacity: { vcpu: 2, memoryMiB: 4096, diskGiB: 80 },
      notes: 'front end',
      confidence: 'sure',
    });
    expect(nodeOf(proposal, 'db01').capacity?.diskGiB).toBe(1000.5);
    expect(nodeOf(proposal, 'pve1').parent).toBe('site:london');
    expect(itemsOf(proposal, 'dependency').map(({ from, to, port }) => [from, to, port])).toEqual([
      ['server:web02', 'server:db01', 5432],
      ['server:web02', 'server:redis', undefined],
    ]);
    expect(itemsOf(proposal, 'party').map(({ name, kind, contacts }) => [name, kind, contacts])).toEqual([
      ['Web team', 'team', undefined],
      ['Ann Lee', 'person', ['ann@acme.test']],
    ]);
    expect(itemsOf(proposal, 'duty')).toHaveLength(3);
    expect(proposal.source.totals).toEqual([
      { text: 'Total: 4 servers', kind: 'server', stated: 4, found: 3, line: 9 },
    ]);
    expect(misplacedQuotes(proposal, estate)).toEqual([]);
    expect(proposal.problems).toContainEqual(expect.objectContaining({ code: 'row-without-name', line: 8 }));
  });

  it('reads services on servers, fates, waves and targets', () => {
    const text = `Application,Server,Strategy,Wave,Target,Migration Date
Shop,web02,Rehost,Wave 1,Hetzner,2027-01-10
Wiki,web02,Retire,2,,
Mail,mx1,TBC,,,
`;
    const proposal = importText('apps.csv', text);
    expect(nodeOf(proposal, 'Shop')).toMatchObject({
      kind: 'service',
      parent: 'server:web02',
      tags: ['app:Shop'],
    });
    expect(itemsOf(proposal, 'disposition').map(({ node, disposition }) => [node, disposition])).toEqual([
      ['service:web02/shop', 'rehost'],
      ['service:web02/wiki', 'retire'],
    ]);
    expect(itemsOf(proposal, 'phase').map(({ name, start }) => [name, start])).toEqual([
      ['Wave 1', '2027-01-10'],
      ['Wave 2', undefined],
    ]);
    expect(itemsOf(proposal, 'move')).toEqual([
      expect.objectContaining({ node: 'service:web02/shop', to: 'provider:hetzner', phase: 'phase:wave 1' }),
    ]);
    expect(itemsOf(proposal, 'question').map(({ about }) => about)).toEqual([['service:mx1/mail']]);
  });

  it('reads a table of dependencies', () => {
    const text =
      'Source\tDestination\tPort\tProtocol\tEncrypted\nweb02\tdb01\t5432\tTCP\tno\nweb02\t\t80\ttcp\tyes\n';
    const proposal = importText('links.tsv', text);
    expect(itemsOf(proposal, 'dependency')).toEqual([
      expect.objectContaining({
        from: 'server:web02',
        to: 'server:db01',
        port: 5432,
        protocol: 'tcp',
        encrypted: false,
      }),
    ]);
    expect(proposal.problems).toContainEqual(expect.objectContaining({ code: 'one-end', line: 3 }));
  });

  it('makes one host of a machine that has a row and holds others', () => {
    const text = 'Name,Type,Host\nesx1,physical,\nvm1,vm,esx1\nvm2,vm,ESX1\n';
    const proposal = importText('hosts.csv', text);
    expect(nodeOf(proposal, 'esx1')).toMatchObject({ kind: 'host', type: 'physical' });
    expect(nodeOf(proposal, 'vm2').parent).toBe('server:esx1');
    expect(itemsOf(proposal, 'node')).toHaveLength(3);
  });

  it('drops columns of secrets and counts them', () => {
    const text = 'Server,Root password,Notes\nweb02,canaryAAA1,see wiki\ndb01,,token: canaryBBB2\n';
    const proposal = importText('with-secrets.csv', text);
    expect(JSON.stringify(proposal)).not.toMatch(/canary/u);
    expect(proposal.source.secrets).toEqual([
      { line: 2, kind: 'password' },
      { line: 3, kind: 'password' },
    ]);
  });

  it('keeps cells that look like formulas word for word (CSV4)', () => {
    const text = 'Name,Notes\nweb02,"=cmd|\'/C calc\'!A0"\ndb01,@SUM(A1)\nmx1,+1-555-0100\n';
    const proposal = importText('formulas.csv', text);
    expect(itemsOf(proposal, 'node').map((node) => node.notes)).toEqual([
      "=cmd|'/C calc'!A0",
      '@SUM(A1)',
      '+1-555-0100',
    ]);
  });

  it('is no pollution and warns of doubled headings (CSV2)', () => {
    const headings = ['name', '__proto__', 'constructor', 'toString', '', 'Notes', 'Notes'];
    const many = Array.from({ length: 900 }, (_, index) => `c${index}`);
    const text = `${[...headings, ...many].join(',')}\nweb02,x,y,z,,one,two\n`;
    const proposal = importText('odd.csv', text);
    expect(nodeOf(proposal, 'web02').notes).toBe('one\ntwo');
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    expect(proposal.problems).toContainEqual(expect.objectContaining({ code: 'double-heading' }));
  });

  it('refuses more columns than it reads, with the figure (CSV2)', () => {
    const text = `name,${Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(',')}\nweb02\n`;
    const { proposals, problems } = importTexts({ 'wide.csv': text });
    expect(proposals).toEqual([]);
    expect(problems[0]?.message).toContain('10,001');
  });

  it('refuses a quote that never closes, with its line (CSV1)', () => {
    const text = `Name,Notes\nweb02,ok\n"db01,${'long text\n'.repeat(20_000)}`;
    const { proposals, problems } = importTexts({ 'open.csv': text });
    expect(proposals).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({ code: 'unclosed-quote', line: 3, severity: 'error' }),
    ]);
  });

  it.each([
    ['comma', 'Name,RAM\nweb02,4\n'],
    ['semicolon', 'Name;RAM\nweb02;4\n'],
    ['tab', 'Name\tRAM\nweb02\t4\n'],
    ['bar', 'Name|RAM\nweb02|4\n'],
    ['CR only', 'Name,RAM\rweb02,4\r'],
    ['mixed line ends', 'Name,RAM\r\n\nweb02,4\r'],
    ['sep line', 'sep=;\nName;RAM\nweb02;4\n'],
    ['sep line with another delimiter inside', 'sep=;\nName;RAM;Notes\nweb02;4;a,b,c,d\n'],
    ['byte order mark', '\uFEFFName,RAM\nweb02,4\n'],
    ['quotes', '"Name","RAM"\n"web02","4"\n'],
    ['unit in cells', 'Name,RAM\nweb02,4096 MB\n'],
    ['unit in the heading', 'Name,RAM MiB\nweb02,"4,096"\n'],
    ['decimal comma', 'Name;RAM (GB);Disk\nweb02;4,0;10,5\n'],
    ['no final line end', 'Name,RAM\nweb02,4'],
  ])('finds the delimiter and the numbers (CSV3): %s', (_, text) => {
    const node = nodeOf(importText('x.csv', text), 'web02');
    expect(node.capacity?.memoryMiB).toBe(4096);
  });

  it('keeps a quote inside an unquoted cell and a cell of two lines', () => {
    const text = 'Name,Notes,Owner\nweb02,the 19" rack,Ops\n"db01","first\nsecond ""x""",Ops\nmx1,,Ops\n';
    const proposal = importText('quotes.csv', text);
    expect(nodeOf(proposal, 'web02').notes).toBe('the 19" rack');
    expect(nodeOf(proposal, 'db01').notes).toBe('first\nsecond "x"');
    expect(nodeOf(proposal, 'mx1').evidence[0]?.line).toBe(5);
    expect(misplacedQuotes(proposal, text)).toEqual([]);
  });

  it('imports the rest when one of 10,000 rows is bad (I10)', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => (index === 5000 ? ',4,8' : `srv${index},4,8`));
    const proposal = importText('many.csv', `Name,CPU,RAM (GB)\n${rows.join('\n')}\n`);
    expect(itemsOf(proposal, 'node')).toHaveLength(9999);
    const listed = proposal.problems.filter((problem) => problem.code === 'row-without-name');
    expect(listed.map((problem) => problem.line)).toEqual([5002]);
  });

  it('takes a mapping that a person made', () => {
    const text = 'Thing,Blurb\nweb02,front\n';
    expect(importTexts({ 'x.csv': text }, { format: 'csv' }).problems[0]?.code).toBe('no-name-column');
    const mapping = {
      signature: null,
      columns: [
        { heading: 'thing', field: 'name', unit: null, confidence: 'sure', because: '' },
        { heading: 'Blurb', field: 'notes', unit: null, confidence: 'sure', because: '' },
      ],
    } as const;
    const proposal = importText('x.csv', text, { format: 'csv', mapping });
    expect(nodeOf(proposal, 'web02').notes).toBe('front');
  });

  it('shows a table before anything is imported', () => {
    const text = 'sep=;\nThing;RAM;Password\nweb02;4;canaryCCC3\n';
    const file = { name: 'x.csv', sha256: '', text, lines: text.split('\n') };
    const shown = previewTable(file, [
      {
        signature: null,
        columns: [{ heading: 'THING', field: 'name', unit: null, confidence: 'sure', because: '' }],
      },
    ]);
    expect(shown.table).toMatchObject({
      delimiter: ';',
      headerLine: 2,
      headings: ['Thing', 'RAM', 'Password'],
    });
    expect(
      shown.mapping.columns.map(({ field, unit, because }) => [field, unit, because.split(';')[0]]),
    ).toEqual([
      ['name', null, 'chosen by hand'],
      ['memory', 'GiB', 'the heading "RAM"'],
      ['secret', null, 'the heading "Password"'],
    ]);
  });

  it('keeps two machines of one name apart by their ids, and lists a doubled row', () => {
    const text = 'VM,UUID,CPUs\nweb,u-1,2\nweb,u-2,4\ndb,u-3,2\ndb,u-3,8\n';
    const proposal = importText('twins.csv', text);
    expect(itemsOf(proposal, 'node').map((node) => node.capacity?.vcpu)).toEqual([2, 4, 2]);
    expect(proposal.problems).toContainEqual(expect.objectContaining({ code: 'double-row', line: 5 }));
  });
});
