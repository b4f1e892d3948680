import { describe, expect, it } from 'vitest';
import { toAsciiDoc, toMarkdown, toRestructuredText } from './estate-text.ts';
import {
  dispositionsOf,
  linksOf,
  meaningOf,
  namesOf,
  nodeAt,
  questionsOf,
  readText,
  wrongQuotes,
} from './read-text.ts';

const servers = ['app01', 'app02', 'attic', 'hop1', 'mail3', 'main', 'main-copy2', 'queue7', 'shop-web'];

describe('an estate in prose', () => {
  const proposal = readText(toMarkdown());

  it('finds the servers and no topic', () => {
    expect(namesOf(proposal, 'server')).toEqual(servers);
  });

  it('compares the stated total', () => {
    expect(proposal.source.totals).toEqual([
      { text: '9 servers in total', kind: 'server', stated: 9, found: 9, line: 4 },
    ]);
  });

  it('places all under the provider and services inside their servers', () => {
    expect(nodeAt(proposal, 'server:attic').parent).toBe('provider:hetzner');
    expect(nodeAt(proposal, 'service:shop-web/nginx')).toMatchObject({
      parent: 'server:shop-web',
      type: 'proxy',
    });
    expect(nodeAt(proposal, 'service:app01/order service').parent).toBe('server:app01');
    expect(nodeAt(proposal, 'service:app02/order service').parent).toBe('server:app02');
    expect(nodeAt(proposal, 'server:shop-web').domains).toEqual(['shop.fruitbox.example']);
  });

  it('reads the gateway, with port and protocol, for all others', () => {
    const reach = proposal.items.filter(
      (item) => item.is === 'dependency' && item.type === 'reaches-through',
    );
    expect(reach).toHaveLength(8);
    expect(reach[0]).toMatchObject({ to: 'server:hop1', port: 2222, protocol: 'ssh', confidence: 'likely' });
    expect(nodeAt(proposal, 'server:hop1').type).toBe('gateway');
  });

  it('reads the replica from machine to machine', () => {
    expect(linksOf(proposal)).toContain('server:main-copy2 replicates server:main');
  });

  it('reads removal candidates, a class for its members, with the condition', () => {
    expect(dispositionsOf(proposal).map((each) => [each.node, each.conditions])).toEqual([
      ['server:app01', ['once the cluster is live']],
      ['server:app02', ['once the cluster is live']],
      ['server:attic', []],
    ]);
  });

  it('makes a blocking question of the doubt', () => {
    expect(questionsOf(proposal)).toMatchObject([
      { text: 'Not used now (?)', about: ['server:attic'], blocking: true },
    ]);
  });

  it('quotes word for word', () => {
    expect(wrongQuotes(proposal)).toEqual([]);
    expect(proposal.items.every((item) => item.evidence.length > 0)).toBe(true);
  });

  it('accepts what a careful reader is sure of', () => {
    const doubtful = proposal.items.filter((item) => item.is === 'node' && item.confidence === 'uncertain');
    expect(doubtful).toEqual([]);
  });

  it('says the same of the same text in every dialect', () => {
    const rst = readText(toRestructuredText(), 'restructuredtext');
    const adoc = readText(toAsciiDoc(), 'asciidoc');
    expect(meaningOf(rst)).toEqual(meaningOf(proposal));
    expect(meaningOf(adoc)).toEqual(meaningOf(proposal));
    expect(wrongQuotes(rst)).toEqual([]);
    expect(wrongQuotes(adoc)).toEqual([]);
  });

  it('recognises each dialect by its content', () => {
    expect(readText(toRestructuredText()).source.format).toBe('restructuredtext');
    expect(readText(toAsciiDoc()).source.format).toBe('asciidoc');
    expect(proposal.source.format).toBe('markdown');
  });
});
