import { describe, expect, it } from 'vitest';
import { noPartyWords, ownerTopics, writtenThing } from '#core/importers/prose/lexicon/owner-topics.ts';
import { dutiesOf, partiesOf, readText, wrongQuotes } from './read-text.ts';

const machines = '# Servers\n\n- web1\n- db1\n- lb1\n\n';
const owedIn = (text: string): string[] =>
  dutiesOf(readText(machines + text))
    .map(
      (duty) =>
        `${duty.party?.slice('party:'.length)} ${duty.area} ${duty.subject?.slice('server:'.length) ?? '*'}`,
    )
    .sort();
const partiesIn = (text: string): string[] => partiesOf(readText(machines + text)).map((party) => party.name);

describe('headings on owners', () => {
  it.each(ownerTopics.map((topic) => [topic.example, topic.words] as const))('%s', (example, words) => {
    expect(words.test(example)).toBe(true);
  });

  it.each(['Backup', 'Whoami service', 'Deployment', 'Where things run', 'Supported systems'])(
    'not: %s',
    (title) => {
      expect(ownerTopics.some((topic) => topic.words.test(title))).toBe(false);
    },
  );
});

describe('lists of who cares for what', () => {
  it('name machines and their owners', () => {
    expect(owedIn('## Who does what\n\n- web1, db1: Team Shop\n- lb1 - Rack Brothers\n')).toEqual([
      'rack brothers operation lb1',
      'team shop operation db1',
      'team shop operation web1',
    ]);
  });

  it('name areas, and everything else', () => {
    expect(owedIn('## Contacts\n\n- Backups: Ann Lee\n- Everything else: Tracking squad\n')).toEqual([
      'ann lee backup *',
      'tracking squad operation *',
    ]);
  });

  it('stand the other way round as well', () => {
    expect(owedIn('## People\n\n- Ann Lee: web1 and db1\n')).toEqual([
      'ann lee operation db1',
      'ann lee operation web1',
    ]);
  });

  it('stand in fields, in one line, and in tables of their own', () => {
    expect(owedIn('## On call\n\nweb1: @ann, db1: @bob.\n')).toEqual([
      'ann operation web1',
      'bob operation db1',
    ]);
    expect(owedIn('| what | who |\n|---|---|\n| db1 | City IT |\n| hardware | Brandt & Sons |\n')).toEqual([
      'brandt & sons hardware *',
      'city it operation db1',
    ]);
  });

  it('take a bare name where another entry shows the order', () => {
    expect(partiesIn('## Ownership\n\n- web1: Team Shop\n- Office: Mirjam\n')).toContain('Mirjam');
  });

  it.each([
    ['no name', '## Contacts\n\n- web1: tbd\n- db1: ?\n'],
    ['times and channels', '## Contacts\n\n- Hours: Monday\n- Slack: #shop\n- Status: Draft\n'],
    ['places', '## Support\n\n- Location: Berlin\n'],
    ['another heading', '## Ports\n\n- web1: Alpha Beta\n'],
    ['questions', '## Who does what\n\n- web1: Ann Lee?\n'],
  ])('name nobody: %s', (_name, text) => {
    expect(partiesIn(text)).toEqual([]);
  });

  it('quote word for word', () => {
    expect(wrongQuotes(readText(`${machines}## Who does what\n\n- \`web1\`: **Team Shop** (Ann)\n`))).toEqual(
      [],
    );
  });
});

describe('sentences on duties', () => {
  it.each([
    ['Escalate to Ruben if web1 is down.', 'ruben operation web1'],
    ['Ask Sofie about db1.', 'sofie operation db1'],
    ['Ping @lior before you change db1.', 'lior operation db1'],
    ['For db1 call Joke (ext. 214).', 'joke operation db1'],
    ['Do not reboot web1 without Harm from production.', 'harm operation web1'],
    ['web1 was built by Webfabriek and they still look after it.', 'webfabriek operation web1'],
    ['web1 and db1 belong to the marketing team.', 'marketing operation db1, marketing operation web1'],
    ['The vendor of lb1 is MedSoft GmbH, support contract 4711.', 'medsoft gmbh operation lb1'],
    ['The contract with Kulde AS covers web1.', 'kulde as operation web1'],
    ['Only Marek knows how lb1 works.', 'marek operation lb1'],
    ['Root access to db1: Ines and Paul.', 'ines operation db1, paul operation db1'],
    ['Responsible for db1: Anna Berg (anna@example.org)', 'anna berg operation db1'],
    ['Owner: Tracking squad. Escalate to Ruben if web1 is down.', 'ruben operation web1'],
    ['This page is maintained by Annika Holt.', ''],
    ['It was built by hand.', ''],
    ['web1 calls Redis.', ''],
  ])('%s', (text, owed) => {
    expect(owedIn(`## Notes\n\n${text}\n`).join(', ')).toBe(owed);
  });

  it('are not said of what is written', () => {
    for (const what of ['This page is', 'The playbook was', 'our documentation is'])
      expect(writtenThing.test(what)).toBe(true);
    expect(writtenThing.test('The shop is')).toBe(false);
    for (const word of ['Monday', 'March', 'Draft']) expect(noPartyWords.test(word)).toBe(true);
    expect(noPartyWords.test('Marchetti')).toBe(false);
  });
});
