import { describe, expect, it } from 'vitest';
import { dispositionsOf, linksOf, nodeAt, questionsOf, readText } from './read-text.ts';

const read = (text: string): ReturnType<typeof readText> => readText(text, 'markdown');

describe('classes of machines with their number', () => {
  const proposal = read(
    '# Rack\n\nThe rack is composed of 7 physical servers:\n\n* Storage hosts (2 servers)\n* Build hosts (5 servers)\n\nAll servers are managed by Foreman.\n',
  );

  it('make one node each and meet the total', () => {
    expect(nodeAt(proposal, 'server:storage hosts').count).toBe(2);
    expect(proposal.source.totals).toMatchObject([{ stated: 7, found: 7 }]);
  });

  it('are managed by what manages all', () => {
    expect(linksOf(proposal)).toEqual([
      'service:foreman manages server:build hosts',
      'service:foreman manages server:storage hosts',
    ]);
  });
});

describe('words about two services', () => {
  it('lets two that talk together connect', () => {
    const proposal = read(
      '# Lark\n\nLark has the following components:\n\n- `lark`: server that gives out tasks\n- `agent`: worker that does them\n\nThe agents and lark communicate over HTTP.\n',
    );
    expect(linksOf(proposal)).toEqual(['service:agent connects service:lark']);
  });

  it('reads the store and the proxy of the service that the page is about', () => {
    const proposal = read(
      '# Etherpad\n\nEtherpad is installed on pad1.example.org.\n\nApache is configured as a reverse proxy and there is a MySQL database backend.\n',
    );
    expect(linksOf(proposal).map((link) => link.replaceAll(/service:(?:\S+\/)?/gu, ''))).toEqual(
      expect.arrayContaining(['etherpad uses mysql']),
    );
  });

  it('reads nothing from a condition', () => {
    expect(
      linksOf(read('# Lark\n\nIf a1.example.org is replaced, it connects to b1.example.org.\n')),
    ).toEqual([]);
  });
});

describe('doubt', () => {
  it('asks what stands in brackets with a question mark, what is to do, and what is only a question mark', () => {
    const proposal = read(
      '# Lark\n\nThe server is hosted on a1.example.org, run by Ann (and Bob?).\n\n## larkmaker\n\n?\n\n## Disks\n\nTODO: find out the size\n',
    );
    const lines = questionsOf(proposal).flatMap((question) => question.evidence.map((each) => each.line));
    expect(lines.sort((a, b) => a - b)).toEqual([3, 7, 11]);
  });

  it('gives the own words of an entry as the reason of a removal', () => {
    const proposal = read(
      '# Servers\n\n- a1.example.org\n- b1.example.org\n\n# Candidates for removal\n\n- a1.example.org: nobody logs in any more\n- b1.example.org\n',
    );
    expect(dispositionsOf(proposal).map((each) => each.why)).toEqual([
      'a1.example.org: nobody logs in any more',
      'Candidates for removal',
    ]);
  });
});

describe('what is said of a list of machines', () => {
  it('retires each machine of the list behind the sentence, with its condition', () => {
    const proposal = read(
      '# Servers\n\nThese machines are old and will be retired once the lease ends.\n\n- a1.example.org\n- b1.example.org\n\nThese machines are new.\n\n- c1.example.org\n',
    );
    expect(dispositionsOf(proposal).map((each) => [each.node, each.conditions])).toEqual([
      ['server:a1.example.org', ['once the lease ends']],
      ['server:b1.example.org', ['once the lease ends']],
    ]);
  });

  it('asks about a cell that holds only a question mark', () => {
    const proposal = read(
      '# Servers\n\n| Host | IP | Purpose |\n| --- | --- | --- |\n| a1 | 192.0.2.1 | ? |\n| b1 | 192.0.2.2 | web |\n',
    );
    expect(questionsOf(proposal).map((each) => each.about)).toEqual([['server:a1']]);
  });
});
