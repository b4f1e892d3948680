import { describe, expect, it } from 'vitest';
import type { Proposal } from '#core/importers/contract.ts';
import { importText, importTexts, itemsOf, nodeOf } from './import-text.ts';
import { systemSamples } from './system-samples.ts';

function read(format: string): Proposal {
  return importText('x', systemSamples[format] ?? '');
}

function codesOf(name: string, text: string): readonly string[] {
  return importTexts({ [name]: text }).problems.map((problem) => problem.code);
}

/** Edges as `from type to`, by the names of their keys. */
function edgesOf(proposal: Proposal): readonly string[] {
  return itemsOf(proposal, 'dependency').map(({ from, to, type }) => `${from} ${type} ${to}`);
}

describe('backstage', () => {
  it('reads components, resources, who owns them and whom they need', () => {
    const proposal = read('backstage');
    expect(nodeOf(proposal, 'till')).toMatchObject({ kind: 'service', type: 'application' });
    expect(nodeOf(proposal, 'ledger').type).toBe('database');
    expect(edgesOf(proposal)).toEqual([
      'service:till connects service:ledger',
      'service:till connects service:pricing',
    ]);
    expect(itemsOf(proposal, 'disposition')).toEqual([
      expect.objectContaining({ node: 'service:till', disposition: 'retire' }),
    ]);
    expect(itemsOf(proposal, 'duty').map((duty) => duty.party)).toEqual([
      'party:ops',
      'party:ops',
      'party:ops',
    ]);
  });

  it('takes servers, people and namespaces, and says when a reference has no kind', () => {
    const head = 'apiVersion: backstage.io/v1alpha1\n';
    const text = `${head}kind: Resource\nmetadata: {name: Box, namespace: ops}\nspec: {type: server, dependencyOf: ["component:till"], dependsOn: [ledger]}\n---\n${head}kind: User\nmetadata: {name: ann}\nspec: {profile: {email: ann@bakery.test}}\n---\n${head}kind: Location\nmetadata: {name: l}\nspec: {targets: [./x.yaml]}\n`;
    const proposal = importText('x.yaml', text);
    expect(nodeOf(proposal, 'Box')).toMatchObject({ kind: 'server', key: 'server:ops/box' });
    expect(edgesOf(proposal)).toEqual([
      'server:ops/box connects service:ops/ledger',
      'service:ops/till connects server:ops/box',
    ]);
    expect(itemsOf(proposal, 'party')[0]).toMatchObject({
      name: 'ann',
      kind: 'person',
      contacts: ['ann@bakery.test'],
    });
    expect(proposal.problems.map((problem) => problem.code).sort()).toEqual(['no-kind', 'no-machines']);
  });
});

describe('hosts-file', () => {
  it('reads names and addresses, and asks about one name on two', () => {
    const proposal = read('hosts-file');
    expect(itemsOf(proposal, 'node').map((node) => [node.name, node.addresses ?? []])).toEqual([
      ['desk', []],
      ['oven', ['10.0.0.7']],
      ['mixer', ['10.0.0.8', '10.0.0.9']],
    ]);
    expect(nodeOf(proposal, 'oven')).toMatchObject({
      aliases: ['oven.bakery.test'],
      tags: ['Ovens'],
      notes: 'the big one',
    });
    expect(itemsOf(proposal, 'question').map((question) => question.about)).toEqual([['server:mixer']]);
  });

  it('refuses lists of blocked sites', () => {
    const text = Array.from({ length: 1200 }, (_, index) => `0.0.0.0 ad${index}.test`).join('\n');
    expect(codesOf('hosts', text)).toEqual(['block-list']);
  });
});

describe('facts', () => {
  it.each([
    [
      'salt-grains',
      { type: 'vm', os: 'Debian 12', capacity: { vcpu: 2, memoryMiB: 3931 }, addresses: ['10.0.0.5'] },
    ],
    [
      'chef-node',
      {
        os: 'debian 12',
        capacity: { vcpu: 4, memoryMiB: 8192 },
        environment: 'production',
        tags: ['group:role[web]'],
      },
    ],
    ['ansible-facts', { os: 'Debian 12', capacity: { vcpu: 2, memoryMiB: 2048 } }],
  ])('reads %s', (format, fields) => {
    expect(nodeOf(read(format), 'oven')).toMatchObject({ kind: 'server', ...fields });
  });

  it('reads Puppet facts, also as rows of one fact each', () => {
    expect(nodeOf(read('puppet-facts'), 'oven.bakery.test')).toMatchObject({
      type: 'physical',
      capacity: { vcpu: 4, memoryMiB: 8192 },
      addresses: ['10.0.0.5'],
    });
    const rows = [
      ['os', { family: 'Debian', name: 'Debian' }],
      ['networking', { ip: '10.0.0.6' }],
      ['processors', { count: 8 }],
    ].map(([name, value]) => ({ certname: 'mixer.test', name, value }));
    expect(nodeOf(importText('facts.json', JSON.stringify(rows)), 'mixer.test')).toMatchObject({
      capacity: { vcpu: 8 },
      addresses: ['10.0.0.6'],
    });
  });

  it('says who did not answer', () => {
    expect(read('salt-grains').problems.map((problem) => [problem.code, problem.line])).toEqual([
      ['no-answer', 2],
    ]);
  });
});

describe('salt', () => {
  it('reads rosters and plain targets of top files', () => {
    const roster = read('salt');
    expect(nodeOf(roster, 'oven').aliases).toEqual(['oven.bakery.test']);
    expect(roster.source.secrets.map((mark) => mark.line)).toEqual([6]);
    const top = importText(
      'top.sls',
      "base:\n  '*':\n    - core\n  'oven':\n    - nginx\n    - secrets.oven\n  'web':\n    - match: nodegroup\n    - x\n",
    );
    expect(itemsOf(top, 'node').map((node) => [node.name, node.type, node.tags])).toEqual([
      ['oven', 'proxy', ['state:nginx']],
    ]);
    expect(top.problems[0]?.message).toContain('2 target(s)');
  });

  it('refuses pillars and templates', () => {
    expect(codesOf('a.sls', 'consul:\n  acl:\n    token: canary\n')).toEqual(['salt-pillar']);
    expect(codesOf('a.sls', '{% set x = 1 %}\nbase:\n  a: [b]\n')).toEqual(['jinja-template']);
  });
});
