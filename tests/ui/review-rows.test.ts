import { describe, expect, it } from 'vitest';
import type { ProposedItem, Proposal } from '#core/importers/contract.ts';
import { atOnce } from '#core/base/steps.ts';
import { toLinePieces, toQuotesByLine, toReviewRows } from '#stores/review-rows.ts';
import { toReviewTotals } from '#stores/review-totals.ts';

const base = { confidence: 'sure', reasons: ['a heading'] } as const;
const evidence = (line: number, quote: string, field = 'name') => [{ line, quote, field }];

const items: readonly ProposedItem[] = [
  {
    ...base,
    is: 'node',
    key: 'server:mars',
    kind: 'server',
    name: 'mars',
    parent: 'provider:hoster',
    evidence: evidence(3, 'mars'),
  },
  {
    ...base,
    is: 'node',
    key: 'server:pool',
    kind: 'server',
    name: 'pool',
    count: 4,
    evidence: evidence(4, 'pool'),
  },
  { ...base, is: 'node', key: 'server:class', kind: 'server', name: 'class', count: null, evidence: [] },
  {
    ...base,
    is: 'node',
    key: 'provider:hoster',
    kind: 'provider',
    name: 'Hoster',
    evidence: evidence(1, 'Hoster'),
  },
  {
    ...base,
    is: 'dependency',
    key: 'd',
    from: 'server:mars',
    to: 'server:gone',
    type: 'uses',
    confidence: 'uncertain',
    evidence: [],
  },
  {
    ...base,
    is: 'question',
    key: 'q1',
    text: 'Still used?',
    about: ['server:mars'],
    blocking: true,
    evidence: evidence(5, 'used?', 'text'),
  },
  { ...base, is: 'question', key: 'q2', text: 'Which room?', about: [], blocking: false, evidence: [] },
  {
    ...base,
    is: 'disposition',
    key: 'x',
    node: 'server:mars',
    disposition: 'retire',
    why: 'old',
    conditions: ['once the shop moved'],
    evidence: [],
  },
];

const proposal: Proposal = {
  source: {
    name: 'page.md',
    format: 'markdown',
    sha256: '',
    text: 'Hoster\n\n# mars\n# pool\nused?\n',
    totals: [{ text: '5 servers', kind: 'server', stated: 6, found: 5, line: 2 }],
    secrets: [{ line: 9, kind: 'password' }],
  },
  items,
  notUnderstood: [{ line: 2, text: '?' }],
  problems: [],
};

describe('review', () => {
  const rows = atOnce(toReviewRows([proposal]));

  it('puts what blocks first and other questions last', () => {
    expect(rows.map((row) => row.group)).toEqual([
      'first',
      'provider',
      'server',
      'server',
      'server',
      'dependency',
      'disposition',
      'question',
    ]);
  });

  it('calls things by their names, with a question mark for what is not there', () => {
    expect(rows.find((row) => row.item.is === 'dependency')?.name).toBe('mars → ?');
    expect(rows.find((row) => row.name === 'mars')?.place).toBe('Hoster');
    expect(rows.find((row) => row.name === 'pool')?.place).toBeNull();
  });

  it('marks a removal that waits for a condition, and a node with a question', () => {
    const mars = rows.find((row) => row.key === 'page.md#server:mars');
    expect(mars?.candidate).toBe('waiting');
    expect(mars?.hasQuestion).toBe(true);
    expect(rows.find((row) => row.name === 'pool')?.candidate).toBe('no');
  });

  it('sets the stated total beside what was found', () => {
    const totals = toReviewTotals([proposal], rows);
    expect(totals).toMatchObject({
      servers: 5,
      stated: 6,
      questions: 2,
      blocking: 1,
      removals: 1,
      conditions: 1,
      secrets: 1,
    });
    expect(totals.doubtfulDependencies).toBe(1);
  });

  it('counts by itself where nothing is stated: classes of unknown size add nothing', () => {
    const silent = { ...proposal, source: { ...proposal.source, totals: [] } };
    expect(toReviewTotals([silent], atOnce(toReviewRows([silent])))).toMatchObject({
      servers: 5,
      stated: null,
    });
  });

  it('counts what two sources name once, and keeps other fates apart from removals', () => {
    const other: Proposal = {
      ...proposal,
      source: { ...proposal.source, name: 'hosts.ini', totals: [] },
      items: [
        { ...base, is: 'node', key: 'server:mars', kind: 'server', name: 'MARS', evidence: [] },
        {
          ...base,
          is: 'disposition',
          key: 'y',
          node: 'server:mars',
          disposition: 'rehost',
          why: '',
          conditions: [],
          evidence: [],
        },
      ],
    };
    const silent = { ...proposal, source: { ...proposal.source, totals: [] } };
    const both = atOnce(toReviewRows([silent, other]));
    expect(toReviewTotals([silent, other], both)).toMatchObject({ servers: 5, removals: 1 });
    expect(both.filter((row) => row.group === 'fate').map((row) => row.name)).toEqual(['MARS']);
  });

  it('finds the quotes of a line in one source only', () => {
    expect(
      toQuotesByLine(rows, 'page.md')
        .get(3)
        ?.map((quote) => quote.key),
    ).toEqual(['page.md#server:mars']);
    expect(toQuotesByLine(rows, 'other.md').size).toBe(0);
  });

  it('cuts a line where quotes overlap, and loses no character', () => {
    const quotes = [
      { key: 'a', evidence: { line: 1, quote: 'old web', field: 'name' } },
      { key: 'b', evidence: { line: 1, quote: 'web server', field: 'name' } },
      { key: 'c', evidence: { line: 1, quote: 'not there', field: 'name' } },
    ];
    const pieces = toLinePieces('the old web server.', quotes);
    expect(pieces.map((piece) => piece.text).join('')).toBe('the old web server.');
    expect(pieces.find((piece) => piece.text === 'web')?.keys).toEqual(['a', 'b']);
    expect(pieces.flatMap((piece) => piece.keys)).not.toContain('c');
  });
});
