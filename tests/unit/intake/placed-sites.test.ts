import { describe, expect, it } from 'vitest';
import { acceptProposals } from '#core/intake/accept-proposals.ts';
import type { Proposal, ProposedItem } from '#core/importers/contract.ts';
import { planOf } from '#support/build-plan.ts';
import { context } from './take-files.ts';

function site(key: string, line: number, parent: string | null): ProposedItem {
  return {
    is: 'node',
    key,
    kind: 'site',
    name: 'Utrecht',
    parent,
    confidence: 'sure',
    reasons: [],
    evidence: [{ line, quote: 'Utrecht', field: 'name' }],
  };
}

function provider(name: string): ProposedItem {
  const evidence = [{ line: 1, quote: name, field: 'name' }];
  return { is: 'node', key: name, kind: 'provider', name, confidence: 'sure', reasons: [], evidence };
}

function sitesOf(items: readonly ProposedItem[]): (string | null)[] {
  const source = { name: 'a.md', format: 'markdown', sha256: '', text: null, totals: [], secrets: [] };
  const proposal: Proposal = { source, items, notUnderstood: [], problems: [] };
  const { plan } = acceptProposals(planOf(), [proposal], { accept: 'all' }, context).edit;
  expect(acceptProposals(plan, [proposal], { accept: 'all' }, context).edit.diff.collections).toEqual({});
  const sites = plan.nodes.filter((node) => node.kind === 'site');
  return sites.map((node) => plan.nodes.get(node.parent)?.name ?? null);
}

describe('sites that the same words name with and without a place', () => {
  it('are one site', () => {
    expect(sitesOf([provider('A'), site('s', 4, null), site('a/s', 4, 'A')])).toEqual(['A']);
  });

  it('stay two where other words name them, or two places fit', () => {
    expect(sitesOf([provider('A'), site('s', 9, null), site('a/s', 4, 'A')])).toHaveLength(2);
    const two = [provider('A'), provider('B'), site('s', 4, null), site('a/s', 4, 'A'), site('b/s', 4, 'B')];
    expect(sitesOf(two)).toHaveLength(3);
  });

  it('are no circle where one stands in the other', () => {
    expect(sitesOf([site('s', 4, null), site('in/s', 4, 's')])).toHaveLength(2);
  });
});
