import { describe, expect, it } from 'vitest';
import { retentionCues, scheduleCues } from '#core/importers/prose/lexicon/kept.ts';
import { linksOf, namesOf, nodeAt, nodesOf, readText, wrongQuotes } from './read-text.ts';

const machines = '# Servers\n\n- alpha1\n- beta2\n- gamma3\n\n# Notes\n\n';

describe('how long things are kept, and when they are copied', () => {
  it.each([...retentionCues, ...scheduleCues].map((cue) => [cue.example, cue] as const))(
    '%s',
    (example, cue) => {
      expect(cue.words.test(example)).toBe(true);
      expect(cue.words.test('We keep the keys in a drawer.')).toBe(false);
    },
  );

  it('stays with the machine, also where the sentence yields a dependency', () => {
    const sentence = 'alpha1 is backed up to beta2 every night at 02:30 and the dumps are kept for 30 days.';
    const proposal = readText(`${machines}${sentence}\n`);
    expect(nodeAt(proposal, 'server:alpha1').notes).toBe(sentence);
    expect(linksOf(proposal)).toEqual(['server:alpha1 backs-up-to server:beta2']);
    expect(wrongQuotes(proposal)).toEqual([]);
  });

  it.each([
    'Every morning the team meets.',
    'Backups of alpha1 were kept for 30 days.',
    'Copy the dump of alpha1 every day at 10:00 yourself.',
  ])('says nothing: %s', (sentence) => {
    expect(nodeAt(readText(`${machines}${sentence}\n`), 'server:alpha1').notes).toBe('');
  });
});

describe('software in running text', () => {
  it.each([
    ['Deadline runs on alpha1.', 'service:alpha1/deadline', 'server:alpha1'],
    ['The files are on alpha1, a TrueNAS box in the cellar.', 'service:alpha1/truenas', 'server:alpha1'],
    ['alpha1 and beta2 run the portal.', 'service:beta2/portal', 'server:beta2'],
    ['The shop is on alpha1. It is a Magento, with much dust.', 'service:alpha1/magento', 'server:alpha1'],
    ['The server alpha1 hosts the old portal.', 'service:alpha1/portal', 'server:alpha1'],
    ['Mails go through Postmark.', 'service:postmark', null],
  ] as const)('%s', (sentence, key, parent) => {
    const proposal = readText(`${machines}${sentence}\n`);
    expect(nodeAt(proposal, key).parent).toBe(parent);
    expect(wrongQuotes(proposal)).toEqual([]);
  });

  it.each([
    'It runs on alpha1.',
    'Scores live on alpha1.',
    'Everybody runs on alpha1.',
    'Is alpha1 a TrueNAS box?',
    'alpha1, a TrueNAS box of the past, was sold.',
  ])('makes nothing of: %s', (sentence) => {
    expect(namesOf(readText(`${machines}${sentence}\n`), 'service')).toEqual([]);
  });

  it('puts guests that are named behind on their host', () => {
    const proposal = readText(
      'Our VMware host is a machine named bramble. It carries three virtual machines: thistle, which is the domain controller, clover, which runs the donor database, and sorrel, a print server. Its backups are made by Veeam to a small Synology called nettle.\n',
    );
    for (const guest of ['thistle', 'clover', 'sorrel'])
      expect(nodeAt(proposal, `server:${guest}`).parent).toBe('server:bramble');
    expect(nodeAt(proposal, 'server:bramble').kind).toBe('host');
    expect(linksOf(proposal)).toContain('server:bramble backs-up-to server:nettle');
    expect(nodeAt(proposal, 'service:clover/donor database').parent).toBe('server:clover');
  });

  it('follows a gateway that stands before a dash', () => {
    const proposal = readText(`${machines}Log in to alpha1 - the hosts are reachable only from there.\n`);
    expect(linksOf(proposal)).toContain('server:beta2 reaches-through server:alpha1');
  });
});

describe('machines that are gone', () => {
  it.each([
    '- web00 was switched off in March 2022.',
    'web00 has been deleted already.',
    'web00 no longer exists.',
  ])('do not come back: %s', (sentence) => {
    const proposal = readText(`${machines}# Retired\n\n${sentence}\n`);
    expect(nodesOf(proposal).map((node) => node.name)).not.toContain('web00');
  });

  it('are there when another sentence says what they do', () => {
    const proposal = readText(
      'web00 was switched off in March. web00 runs nginx again. web01 runs nginx too.\n',
    );
    expect(namesOf(proposal, 'server')).toContain('web00');
  });
});

describe('services that stand behind a domain', () => {
  it.each([
    '- wiki.example.org (Insync wiki)',
    '- wiki.example.org: the old Insync wiki',
    '- hosts wiki.example.org, the old Insync wiki',
  ])('%s', (line) => {
    const proposal = readText(`# Servers\n\n## web02\n\n- nginx\n${line}\n\n## web03\n\n- Redis\n`);
    expect(namesOf(proposal, 'server')).toEqual(['web02', 'web03']);
    expect(nodeAt(proposal, 'service:web02/insync wiki').parent).toBe('server:web02');
    expect(wrongQuotes(proposal)).toEqual([]);
  });

  it('are none when only a sentence stands there', () => {
    const proposal = readText(
      '# Servers\n\n## web02\n\n- nginx\n- wiki.example.org: see the handbook\n\n## web03\n\n- Redis\n',
    );
    expect(namesOf(proposal, 'service')).toEqual(['Redis', 'nginx']);
  });

  it('do not retire their machine because they are deprecated', () => {
    const proposal = readText(
      'web1 is a small VM. Our wiki, wiki.example.org, is the deprecated Insync wiki on web1.\n',
    );
    expect(proposal.items.filter((item) => item.is === 'disposition')).toEqual([]);
  });
});

describe('what acts on several machines', () => {
  it.each([
    ['Better Uptime checks both servers every minute.', 'service:better uptime monitors server:alpha1'],
    ['All machines are monitored by Better Uptime.', 'service:better uptime monitors server:beta2'],
    ['All hosts connect to `crs7` for that.', 'server:alpha1 connects server:crs7'],
  ])('%s', (sentence, link) => {
    const proposal = readText(`# Servers\n\n- alpha1\n- beta2\n\n# Notes\n\n${sentence}\n`);
    expect(linksOf(proposal)).toContain(link);
  });

  it('puts no service that is used over the network on a machine', () => {
    const proposal = readText(
      '# Servers\n\n- alpha1\n- beta2\n\n# Notes\n\nalpha1 is monitored by Better Uptime.\n',
    );
    expect(nodeAt(proposal, 'service:better uptime').parent).toBeNull();
    expect(linksOf(proposal)).toEqual(['service:better uptime monitors server:alpha1']);
  });
});
