import { describe, expect, it } from 'vitest';
import { nounParts, saidNouns, tooPlain } from '#core/importers/prose/lexicon/said-nouns.ts';
import { linksOf, namesOf, nodeAt, readText, wrongQuotes } from './read-text.ts';

const machines = ['web1', 'web2', 'app1', 'db1', 'db2', 'nas1', 'log1', 'lb1']
  .map((name) => `- ${name}`)
  .join('\n');
const linksIn = (text: string): string =>
  linksOf(readText(`# Servers\n\n${machines}\n\n# Notes\n\n${text}\n`))
    .map((link) => link.replaceAll('server:', ''))
    .sort()
    .join('; ');

describe('words by which a text speaks of its machines', () => {
  it.each([
    ['The primary database is `db1`. web1 reads its prices from the primary database.', 'web1 connects db1'],
    ['app1 is our seat engine. The seat engine stores sales in db1.', 'app1 stores-in db1'],
    ['app1, the import scheduler, is old. web1 calls the import scheduler.', 'web1 connects app1'],
    ['The load balancer sends requests to both web servers.', 'lb1 proxies web1; lb1 proxies web2'],
  ])('%s', (text, links) => {
    expect(linksIn(text)).toBe(links);
  });

  it.each([
    [
      'two that are called so',
      'The replica is db2. The replica is nas1. web1 reads prices from the replica.',
    ],
    ['no article', 'app1 is our seat engine. web1 calls seat engine vendors.'],
    ['a word for any machine', 'app1 is our server. web1 calls the server.'],
  ])('mean none: %s', (_name, text) => {
    expect(linksIn(text)).toBe('');
  });

  it('are taken from the text below a term', () => {
    const text =
      '= Shop\n\nbox-web::\nPublic shop. Drupal 10 on Debian 12.\nbox-sql::\nSQL Server 2019, 96 GB RAM.\n\nThe public shop writes to `box-sql`.\n';
    const proposal = readText(text, 'asciidoc');
    expect(namesOf(proposal, 'server')).toEqual(['box-sql', 'box-web']);
    expect(nodeAt(proposal, 'service:box-web/drupal').parent).toBe('server:box-web');
    expect(linksOf(proposal)).toEqual(['server:box-web stores-in server:box-sql']);
    expect(wrongQuotes(proposal)).toEqual([]);
  });

  it('are nouns for one of a kind', () => {
    for (const noun of ['mail relay', 'print server', 'hot standby']) expect(saidNouns.test(noun)).toBe(true);
    for (const noun of ['server', 'old machine', 'data']) expect(tooPlain.test(noun)).toBe(true);
    expect(nounParts.get('load balancer')).toContain('lb');
  });
});

describe('what orders and lists presuppose', () => {
  it.each([
    ['Make sure db2 is in sync with db1 before you stop app1.', 'db2 replicates db1'],
    ['Check on db2 that it has caught up with db1 before you cut the link.', 'db2 replicates db1'],
    ['Wait until app1 has written its buffer to db1.', 'app1 stores-in db1'],
    ['Rebuild db1 as a replica of db2.', ''],
    ['Stop app1 before db1.', ''],
    ['Connect app1 to db1.', ''],
    ['If db1 fails, app1 stops.', ''],
  ])('%s', (text, links) => {
    expect(linksIn(text)).toBe(links);
  });
});

describe('sentences on what belongs together', () => {
  it.each([
    ['app1 gets its data out of db1.', 'app1 connects db1'],
    ['web1 mounts /srv from nas1.', 'web1 uses nas1'],
    ['nas1 exports /home to web1 and web2.', 'web1 uses nas1; web2 uses nas1'],
    ['Jobs on app1 read from db1 at night.', 'app1 connects db1'],
    ['The database of app1 lives on db1.', 'app1 stores-in db1'],
    ["app1's database is on db1.", 'app1 stores-in db1'],
    ['The nightly dump of db1 is copied to nas1.', 'db1 backs-up-to nas1'],
    ['We back up db1 and db2 to nas1.', 'db1 backs-up-to nas1; db2 backs-up-to nas1'],
    ['Logs from web1 are shipped to log1.', 'web1 connects log1'],
    ['Logs of both web servers are shipped to log1.', 'web1 connects log1; web2 connects log1'],
    ['The VIP on lb1 is balanced over web1 and web2.', 'lb1 proxies web1; lb1 proxies web2'],
    ['Traffic to web1 passes through lb1.', 'lb1 proxies web1'],
    ["app1 can't start without db1.", 'app1 uses db1'],
    [
      'web1 talks to lb1, which ends TLS and passes requests on to app1.',
      'lb1 proxies app1; web1 connects lb1',
    ],
    ['db1 streams its WAL to db2.', 'db2 replicates db1'],
    ['db1 holds the shop; a replica runs on db2.', 'db2 replicates db1'],
    ['web2 was fed by app1.', ''],
    ['web2 should mount /srv from nas1.', ''],
    ['Docker Swarm is the leading option, behind lb1.', ''],
  ])('%s', (text, links) => {
    expect(linksIn(text)).toBe(links);
  });
});
