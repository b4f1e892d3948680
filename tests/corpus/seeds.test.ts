import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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
} from '../unit/importers/prose/read-text.ts';

const folder = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url));
const seedFile = (start: string): string =>
  `${folder}${readdirSync(folder).find((name) => name.startsWith(start)) ?? ''}`;
const seed = (start: string): string => readFileSync(seedFile(start), 'utf8');

if (!existsSync(folder)) {
  describe('seed documents', () => {
    it('are not there: the facts of the seeds are not checked in this run', () => {
      process.stderr.write(
        `seed documents not found beside the repository: corpus suite has nothing to read\n`,
      );
      expect(existsSync(folder)).toBe(false);
    });
  });
} else {
  describe('seed 001: servers and services', () => {
    const proposal = readText(seed('001'));

    it('has all servers under their provider and meets the total', () => {
      expect(namesOf(proposal, 'server')).toHaveLength(21);
      expect(proposal.source.totals).toMatchObject([
        { text: '21 servers in total', kind: 'server', stated: 21, found: 21 },
      ]);
      const placed = nodesOf(proposal).filter(
        (node) => node.kind === 'server' && node.parent === 'provider:digitalocean',
      );
      expect(placed).toHaveLength(21);
      expect(nodesOf(proposal).filter((node) => node.confidence === 'uncertain')).toEqual([]);
    });

    it('has services, gateway, replica, backup and removals', () => {
      expect(
        nodesOf(proposal)
          .filter((node) => node.parent === 'server:beanstalkd')
          .map((node) => node.name),
      ).toEqual(['beanstalkd', 'mailer', 'periodic_mailer']);
      expect(linksOf(proposal).filter((link) => link.includes('reaches-through server:ct1'))).toHaveLength(
        20,
      );
      expect(linksOf(proposal)).toContain('server:db-slave02 replicates server:db');
      expect(linksOf(proposal)).toContain('server:db-slave02 backs-up-to service:insync_db_backups');
      expect(dispositionsOf(proposal).map((each) => each.node)).toEqual([
        'server:dev',
        'server:dev02',
        'server:drone',
        'server:drone-test',
        'server:sendy',
        'server:wiki',
      ]);
      expect(
        questionsOf(proposal)
          .filter((each) => each.blocking)
          .map((each) => each.about[0]),
      ).toEqual(['server:sendy', 'server:dev02']);
      expect(linksOf(proposal).filter((link) => link.includes('sendy') && !link.includes('reaches'))).toEqual(
        [],
      );
    });
  });

  describe('seed 002: phase two', () => {
    const proposal = readText(seed('002'));

    it('has the servers with their sizes, parties and duties', () => {
      expect(nodeAt(proposal, 'server:production app server').capacity).toEqual({
        memoryMiB: 2048,
        diskGiB: 100,
      });
      expect(nodeAt(proposal, 'server:production db server').capacity).toEqual({
        memoryMiB: 2048,
        diskGiB: 200,
      });
      expect(nodeAt(proposal, 'server:mail server')).toMatchObject({ parent: null });
      expect(namesOf(proposal, 'server')).toHaveLength(4);
      const parties = partiesOf(proposal).map((party) => party.name);
      for (const name of ['gocept', 'OSF', 'Agendaless', 'Robert', 'Chris', 'Tres'])
        expect(parties).toContain(name);
      expect(parties).not.toContain('KARL');
      const owed = dutiesOf(proposal)
        .filter((duty) => duty.party === 'party:gocept')
        .map((duty) => duty.area);
      for (const area of ['monitoring', 'backup', 'restore', 'restore proof', 'tuning', 'snapshots'])
        expect(owed).toContain(area);
      expect(
        dutiesOf(proposal).filter((duty) => duty.party === null && duty.environment === 'production'),
      ).toHaveLength(5);
      expect(
        questionsOf(proposal).some((each) => each.blocking && each.about.includes('server:mail server')),
      ).toBe(true);
    });
  });

  describe('seeds 000, 003, 004', () => {
    it('reads joint duties, access and classes of unknown size', () => {
      const proposal = readText(seed('000'));
      expect(
        dutiesOf(proposal)
          .filter((duty) => duty.joint)
          .map((duty) => `${duty.environment} ${duty.party} ${duty.access ?? '-'}`),
      ).toEqual([
        'r&d party:devops -',
        'r&d party:head of r&d root',
        'staging party:developers shell',
        'staging party:devops -',
      ]);
      expect(nodesOf(proposal).filter((node) => node.kind === 'server' && node.count === null)).toHaveLength(
        3,
      );
    });

    it('reads managed services, their places and the unencrypted link', () => {
      const proposal = readText(seed('003'));
      expect(proposal.source.format).toBe('asciidoc');
      expect(
        proposal.items.find((item) => item.is === 'dependency' && item.to === 'service:couchdb'),
      ).toMatchObject({ from: 'service:rails', encrypted: false, latencyMs: 22 });
      expect(nodeAt(proposal, 'service:couchdb').parent).toBe('site:cloudant/holland');
      expect(namesOf(proposal, 'server')).toEqual([]);
      expect(questionsOf(proposal).filter((each) => each.text.startsWith('<?>'))).toHaveLength(4);
    });

    it('reads hosters, who manages what, and contacts', () => {
      const proposal = readText(seed('004'));
      expect(namesOf(proposal, 'provider')).toEqual(['Bytemark', 'GitHub Pages', 'Hetzner', 'Linode']);
      expect(partiesOf(proposal).find((party) => party.name === 'Dogsbody Technology')?.contacts).toEqual([
        'sysadmin@dogsbody.com',
      ]);
    });

    it.each(readdirSync(folder))('%s quotes word for word', (name) => {
      const proposal = readText(readFileSync(`${folder}${name}`, 'utf8'));
      expect(wrongQuotes(proposal)).toEqual([]);
      for (const item of proposal.items) expect(item.reasons.join('')).not.toBe('');
    });
  });
}
