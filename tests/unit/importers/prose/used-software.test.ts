import { describe, expect, it } from 'vitest';
import { usageCues } from '#core/importers/prose/lexicon/usage.ts';
import { namesOf, nodeAt, readText } from './read-text.ts';

const services = (text: string): string[] => namesOf(readText(text, 'markdown'), 'service');

describe('software in use', () => {
  it.each(usageCues.map((cue) => [cue.id, cue.example] as const))('%s: %s', (id, example) => {
    expect(id).not.toBe('');
    expect(services(`# Shop\n\n${example}\n`)).toContain('Redis');
  });

  it('takes products of one list', () => {
    expect(services('We run Redis, PostgreSQL and nginx for the shop.')).toEqual([
      'PostgreSQL',
      'Redis',
      'nginx',
    ]);
  });

  it('takes nothing that is wished, past, supposed or said to the reader', () => {
    for (const text of [
      'We should use Redis for sessions.',
      'Sessions were handled by Redis.',
      'If Redis is used, restart it.',
      'Your own Redis instance is fine.',
      'We use tea to keep warm.',
    ])
      expect(services(text)).toEqual([]);
  });

  it('keeps one of two products of a page that says nothing else', () => {
    expect(services('We use Redis for sessions. Pages are served by nginx.')).toHaveLength(1);
  });
});

describe('lists and tables of services', () => {
  it('reads a list below a heading of services, not one of steps', () => {
    const list = (title: string): string =>
      `# ${title}\n\n- [lark](lark.md)\n- [heron](heron.md)\n- [dns](dns.md)\n`;
    expect(services(list('Our services'))).toEqual(['dns', 'heron', 'lark']);
    expect(services(list('Further reading'))).toEqual([]);
    expect(services('# Services\n\n- restart the box\n- check the log\n- wait a while\n')).toEqual([]);
  });

  it('reads lists below a catalogue', () => {
    expect(services('# Service catalog\n\n## Inside\n\n- lark\n- heron\n- wren\n')).toEqual([
      'heron',
      'lark',
      'wren',
    ]);
  });

  it('reads services with their hosters, and sites of machines', () => {
    const proposal = readText(
      '# Landscape\n\n| Role | Provider |\n| --- | --- |\n| Larkwiki | Nesthost |\n| Heronmail | Nesthost |\n',
      'markdown',
    );
    expect(namesOf(proposal, 'provider')).toEqual(['Nesthost']);
    expect(nodeAt(proposal, 'service:larkwiki').parent).toBe('provider:nesthost');
    const sites = readText(
      '# Machines\n\n| Host | Location |\n| --- | --- |\n| https://a1.example.org/ | Bern (Switzerland) |\n| 192.0.2.7 | lab2 |\n',
      'markdown',
    );
    expect(nodeAt(sites, 'server:a1.example.org').parent).toBe('site:bern');
    expect(nodeAt(sites, 'site:bern').jurisdiction).toBe('CH');
    expect(nodeAt(sites, 'server:192.0.2.7')).toMatchObject({
      parent: 'site:lab2',
      addresses: ['192.0.2.7'],
    });
  });

  it('takes no table of playbooks for services', () => {
    expect(
      services('# Playbooks\n\n| Playbook | Role |\n| --- | --- |\n| site.yml | web |\n| db.yml | db |\n'),
    ).toEqual([]);
  });
});
