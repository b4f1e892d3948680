import { describe, expect, it } from 'vitest';
import { expandHostRange } from '#core/importers/prose/statements/host-ranges.ts';
import { namesOf, readText, wrongQuotes } from './read-text.ts';

describe('ranges of machines', () => {
  it.each([
    ['web[1:3]', ['web1', 'web2', 'web3']],
    ['web[08-10].example.org', ['web08.example.org', 'web09.example.org', 'web10.example.org']],
    ['web{1..2}', ['web1', 'web2']],
    ['web[3:1]', null],
    ['web[1:5000]', null],
    ['web1', null],
    ['afs[0-9]*', null],
    ['[1:3]', null],
  ])('%s', (name, names) => {
    expect(expandHostRange(name)).toEqual(names);
  });

  it('are read in a list of machines, with a quote that stands there', () => {
    const proposal = readText('# Web servers\n\n- `web[1:3]`\n- `db1`\n', 'markdown');
    expect(namesOf(proposal, 'server')).toEqual(['db1', 'web1', 'web2', 'web3']);
    expect(wrongQuotes(proposal)).toEqual([]);
  });
});
