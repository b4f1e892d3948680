import { describe, expect, it } from 'vitest';
import type { Proposal } from '#core/importers/contract.ts';
import { importText, importTexts, itemsOf, misplacedQuotes, nodeOf } from './import-text.ts';
import { systemSamples } from './system-samples.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { planOf } from '#support/build-plan.ts';

function read(format: string): Proposal {
  return importText('x', systemSamples[format] ?? '');
}

function codesOf(name: string, text: string): readonly string[] {
  return importTexts({ [name]: text }).problems.map((problem) => problem.code);
}

describe('tools of clouds', () => {
  it.each([
    [
      'doctl',
      'till',
      {
        parent: 'site:digitalocean/ams3',
        addresses: ['192.0.2.9'],
        capacity: { vcpu: 1, memoryMiB: 1024, diskGiB: 25 },
        status: 'active',
      },
    ],
    [
      'aws-cli',
      'till',
      {
        parent: 'site:aws/eu-west-1a',
        addresses: ['10.0.0.5'],
        capacity: { vcpu: 2, memoryMiB: 8192 },
        identities: ['i-0aa'],
      },
    ],
    [
      'hcloud',
      'oven',
      {
        parent: 'site:hetzner/fsn1',
        addresses: ['192.0.2.7'],
        capacity: { vcpu: 2, memoryMiB: 4096, diskGiB: 40 },
        jurisdiction: 'DE',
        environment: 'production',
      },
    ],
    [
      'linode-cli',
      'mixer',
      {
        status: 'dormant',
        addresses: ['192.0.2.8', '2001:db8::5'],
        capacity: { vcpu: 1, memoryMiB: 1024, diskGiB: 25 },
      },
    ],
    ['scaleway', 'crumb', { parent: 'site:scaleway/fr-par-1', capacity: { diskGiB: 18.6 } }],
    [
      'gcloud',
      'flour',
      {
        parent: 'site:google cloud/europe-west1-b',
        status: 'dormant',
        capacity: { vcpu: 4, memoryMiB: 8192, diskGiB: 50 },
        identities: ['5123456789012345678'],
      },
    ],
    [
      'az',
      'sugar',
      { status: 'dormant', addresses: ['10.2.0.4', '192.0.2.30', '192.0.2.31'], capacity: { diskGiB: 30 } },
    ],
  ])('reads %s', (format, name, fields) => {
    const proposal = read(format);
    expect(proposal.source.format).toBe(format);
    expect(proposal.problems).toEqual([]);
    expect(nodeOf(proposal, name)).toMatchObject({
      kind: 'server',
      type: 'vm',
      confidence: 'sure',
      ...fields,
    });
    expect(misplacedQuotes(proposal, systemSamples[format] ?? '')).toEqual([]);
    expect(JSON.stringify(proposal)).not.toContain('canary');
  });

  it('offers owners of tags for review only', () => {
    expect(itemsOf(read('gcloud'), 'duty')).toEqual([
      expect.objectContaining({
        area: 'operation',
        party: 'party:ops',
        role: 'accountable',
        confidence: 'uncertain',
      }),
    ]);
  });

  it('leaves out terminated machines, joins volumes and says when pages are missing', () => {
    const machines = JSON.stringify({
      NextToken: 'more',
      Reservations: [
        {
          Instances: [
            { InstanceId: 'i-1', InstanceType: 'x', State: { Name: 'terminated' } },
            {
              InstanceId: 'i-2',
              InstanceType: 't3.small',
              Tags: [{ Key: 'db_password', Value: 'canaryTag' }],
            },
          ],
        },
      ],
    });
    const volumes = JSON.stringify({
      Volumes: [
        { VolumeId: 'v-1', Size: 20, Attachments: [{ InstanceId: 'i-2' }] },
        { VolumeId: 'v-2', Size: 30, Attachments: [{ InstanceId: 'i-2' }] },
      ],
    });
    const { proposals } = importTexts({ 'i.json': machines, 'v.json': volumes });
    const [first] = proposals;
    expect(
      first === undefined ? [] : itemsOf(first, 'node').map((node) => [node.name, node.capacity]),
    ).toEqual([
      ['AWS', undefined],
      ['i-2', { vcpu: 2, memoryMiB: 2048, diskGiB: 50 }],
    ]);
    expect(first?.problems.map((problem) => problem.code).sort()).toEqual(['incomplete', 'terminated']);
    expect(JSON.stringify(proposals)).not.toContain('canary');
  });

  it('says what JSON is that it does not know, and where it breaks', () => {
    expect(codesOf('a.json', '{"menu": []}')).toEqual(['unknown-json']);
    expect(codesOf('a.json', toPlanFileText(planOf({ name: 'A plan' })))).toEqual(['is-a-plan']);
    expect(codesOf('a.json', '[1, 2,]')).toEqual(['not-json']);
    expect(codesOf('a.json', '{"servers": []}')).toEqual(['unknown-json']);
  });
});
