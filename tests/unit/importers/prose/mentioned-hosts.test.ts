import { describe, expect, it } from 'vitest';
import { hostMentions } from '#core/importers/prose/lexicon/host-mentions.ts';
import { namesOf, readText, wrongQuotes } from './read-text.ts';

const servers = (text: string): string[] => namesOf(readText(text, 'markdown'), 'server');

describe('machines named in passing', () => {
  it.each(hostMentions.map((cue) => cue.example))('%s', (example) => {
    const proposal = readText(`# Rack\n\n${example}\n`, 'markdown');
    expect(namesOf(proposal, 'server').some((name) => name.startsWith('alpha1'))).toBe(true);
    expect(wrongQuotes(proposal)).toEqual([]);
  });

  it('reads lists in brackets, plain words only where the text says that they are examples', () => {
    expect(servers('The hypervisors (walrus, heron, etc.) are in the cellar.')).toEqual(['heron', 'walrus']);
    expect(servers('The hypervisors (which we bought) are in the cellar.')).toEqual([]);
    expect(servers('Some servers (e.g. nginx, staging) are new.')).toEqual([]);
  });

  it('takes the host of a path and no protocol', () => {
    expect(servers('Copies live on `walrus:/srv/copies`.')).toEqual(['walrus']);
    expect(servers('Copies live on `s3:/copies` and `file:/srv`.')).toEqual([]);
  });

  it('takes full host names deep in a domain, but no address of a page', () => {
    expect(servers('Copies are made on store.int.example.org every night.')).toEqual([
      'store.int.example.org',
    ]);
    expect(servers('See https://store.int.example.org/help and www.shop.example.org.')).toEqual([]);
    expect(servers('Pages are public on the store.int.example.org domain.')).toEqual([]);
    expect(servers('Ask [the store](https://store.int.example.org).')).toEqual([]);
  });

  it('takes no branch, group or file for a machine', () => {
    expect(servers('The server is `main` branch only, jobs on `main` branch wait.')).toEqual([]);
  });

  it('reads a heading that says that it names a host', () => {
    expect(servers('# Shop\n\n## Host - heron.example.org\n\nRuns in the cellar.')).toEqual([
      'heron.example.org',
    ]);
  });
});
