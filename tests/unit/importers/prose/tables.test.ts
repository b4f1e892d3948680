import { describe, expect, it } from 'vitest';
import { relationColumns, flowColumns } from '#core/importers/prose/lexicon/relation-columns.ts';
import { dutiesOf, linksOf, namesOf, nodeAt, nodesOf, readText, wrongQuotes } from './read-text.ts';

const systems = [
  '| System | Runs on | Technology | First call |',
  '| --- | --- | --- | --- |',
  '| Web shop | shop-01, shop-02 | Tomcat | Team Shop |',
  '| Payroll | Datev on fin-ts1 | | Ms Kern |',
  '| Door locks | lock-srv | LockMaster | Facility |',
  '| Holidays | SaaS (Personio) | | HR |',
].join('\n');

describe('tables that say where systems run', () => {
  const proposal = readText(`# On call\n\n${systems}\n`);

  it('make the machines and what runs on them', () => {
    expect(namesOf(proposal, 'server')).toEqual(['fin-ts1', 'lock-srv', 'shop-01', 'shop-02']);
    expect(nodeAt(proposal, 'service:shop-02/tomcat').parent).toBe('server:shop-02');
    expect(nodeAt(proposal, 'service:fin-ts1/datev').aliases).toContain('Payroll');
    expect(nodeAt(proposal, 'service:lock-srv/lockmaster').parent).toBe('server:lock-srv');
    expect(nodeAt(proposal, 'service:holidays').parent).toBeNull();
    expect(wrongQuotes(proposal)).toEqual([]);
  });

  it('name who is called', () => {
    expect(dutiesOf(proposal).map((duty) => `${duty.party} ${duty.subject}`)).toContain(
      'party:team shop server:shop-01',
    );
  });

  it('put guests on the host that their row names', () => {
    const text =
      '| Name | Size | Runs on |\n|---|---|---|\n| app-1 | 2 vCPU / 4 GB | esx-a |\n| app-2 | 8 vCPU / 32 GB | esx-b |\n';
    const guests = readText(`# Guests\n\n${text}`);
    expect(nodeAt(guests, 'server:app-1')).toMatchObject({
      parent: 'server:esx-a',
      capacity: { vcpu: 2, memoryMiB: 4096 },
    });
    expect(nodeAt(guests, 'server:esx-b').kind).toBe('host');
  });

  it('are not met by tables of other things', () => {
    const text =
      '| Name | Host |\n|---|---|\n| colour | the hue of a thing |\n| size | how big it is |\n| weight | in pounds |\n';
    expect(nodesOf(readText(`# Options\n\n${text}`))).toEqual([]);
  });
});

describe('tables of connections', () => {
  const machines = '# Servers\n\n- web1\n- app2\n- db3\n\n# Connections\n\n';

  it('make one dependency a row', () => {
    const proposal = readText(
      `${machines}| From | To | Protocol | Port |\n|---|---|---|---|\n| web1 | app2 | HTTPS | 8443 |\n| app2 | db3 | TDS | 1433 |\n| you | db3 | SSH | 22 |\n`,
    );
    expect(linksOf(proposal)).toEqual([
      'server:app2 connects server:db3',
      'server:web1 connects server:app2',
    ]);
    expect(
      proposal.items.find((item) => item.is === 'dependency' && item.from === 'server:web1'),
    ).toMatchObject({
      protocol: 'https',
      port: 8443,
      encrypted: true,
    });
    expect(wrongQuotes(proposal)).toEqual([]);
  });

  it('are no connections when the columns say something else', () => {
    const proposal = readText(`${machines}| From | Until |\n|---|---|\n| web1 | app2 |\n`);
    expect(linksOf(proposal)).toEqual([]);
  });

  it.each(flowColumns.map((column) => [column.example, column] as const))('column %s', (example, column) => {
    expect(column.words.test(example)).toBe(true);
    expect(column.words.test('Description')).toBe(false);
  });
});

describe('columns and labels that name the other end', () => {
  it.each(relationColumns.map((column) => [column.example, column] as const))('%s', (label, column) => {
    const proposal = readText(`# Servers\n\n## web1\n\n- ${label}: db2\n\n## db2\n\n- OS: Debian 12\n`);
    const ends = column.reversed ? ['db2', 'web1'] : ['web1', 'db2'];
    expect(linksOf(proposal)).toContain(`server:${ends[0]} ${column.relation} server:${ends[1]}`);
  });

  it.each(['Depends on: db2?', 'Depends on: no longer on db2', 'Depends on: good weather', 'Likes: db2'])(
    'says nothing: %s',
    (line) => {
      const proposal = readText(`# Servers\n\n## web1\n\n- ${line}\n\n## db2\n\n- OS: Debian 12\n`);
      expect(linksOf(proposal)).toEqual([]);
    },
  );
});

describe('labels below a machine', () => {
  const proposal = readText(
    [
      'Servers',
      '=======',
      '',
      'dome1',
      '-----',
      '',
      ':OS: Debian 12',
      ':Memory: 64 GB',
      ':CPU: 16 cores',
      ':Location: Bergen',
      ':Software: Foo on WordPress, MariaDB',
      ':Cost: 39 EUR per month',
      ':Backup: every night to ``far2``',
      '',
      'far2',
      '----',
      '',
      ':Disk: 40 TB',
      '',
    ].join('\n'),
    'restructuredtext',
  );

  it('are read like the cells of a row', () => {
    const dome = nodeAt(proposal, 'server:dome1');
    expect(dome).toMatchObject({
      os: 'Debian 12',
      capacity: { memoryMiB: 65_536, vcpu: 16 },
      parent: 'site:bergen',
      cost: { amount: 39, currency: 'EUR', per: 'month' },
    });
    expect(nodeAt(proposal, 'server:far2').capacity).toEqual({ diskGiB: 40_960 });
    expect(linksOf(proposal)).toEqual(['server:dome1 backs-up-to server:far2']);
    expect(namesOf(proposal, 'service')).toEqual(['Foo', 'MariaDB', 'WordPress']);
    expect(wrongQuotes(proposal)).toEqual([]);
  });
});
