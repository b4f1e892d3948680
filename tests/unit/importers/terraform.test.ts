import { describe, expect, it } from 'vitest';
import type { Proposal } from '#core/importers/contract.ts';
import { importText, importTexts, itemsOf, misplacedQuotes, nodeOf } from './import-text.ts';
import { systemSamples } from './system-samples.ts';

function read(format: string): Proposal {
  return importText('x', systemSamples[format] ?? '');
}

function codesOf(name: string, text: string): readonly string[] {
  return importTexts({ [name]: text }).problems.map((problem) => problem.code);
}

/** A state of version 4 with these resources. */
function stateOf(resources: readonly object[], head: object = {}): string {
  return JSON.stringify(
    { version: 4, terraform_version: '1.9.0', serial: 1, lineage: 'l', resources, ...head },
    null,
    1,
  );
}

function resource(type: string, name: string, attributes: object, more: object = {}): object {
  return { mode: 'managed', type, name, instances: [{ attributes, ...more }] };
}

describe('terraform-state', () => {
  it('reads version 4: sizes, addresses, place, tags, what is tainted', () => {
    const proposal = read('terraform-state');
    expect(proposal.source.format).toBe('terraform-state');
    expect(nodeOf(proposal, 'shop-1')).toMatchObject({
      key: 'server:shop-1',
      kind: 'server',
      type: 'vm',
      parent: 'site:digitalocean/ams3',
      capacity: { vcpu: 2, memoryMiB: 2048, diskGiB: 60 },
      addresses: ['192.0.2.4'],
      tags: ['web', 'prod'],
      environment: 'production',
      identities: ['4711'],
      notes: 'Terraform: digitalocean_droplet.shop[0]',
    });
    expect(itemsOf(proposal, 'question')[0]?.about).toEqual(['server:shop-1']);
    expect(proposal.source.secrets).toEqual([{ line: 7, kind: 'user-data' }]);
    expect(misplacedQuotes(proposal, systemSamples['terraform-state'] ?? '')).toEqual([]);
    expect(JSON.stringify(proposal)).not.toContain('canary');
  });

  it('reads version 3 with flat keys and modules', () => {
    const flat = {
      id: 'i-9',
      instance_type: 'm5.large',
      availability_zone: 'eu-west-1a',
      private_ip: '10.0.0.4',
      'tags.%': '2',
      'tags.Name': 'oven',
      'tags.Env': 'staging',
      'root_block_device.#': '1',
      'root_block_device.0.volume_size': '30',
    };
    const text = JSON.stringify({
      version: 3,
      serial: 2,
      lineage: 'x',
      modules: [
        {
          path: ['root', 'bake'],
          resources: {
            'aws_instance.oven.0': { type: 'aws_instance', primary: { id: 'i-9', attributes: flat } },
            'data.aws_ami.base': { type: 'aws_ami', primary: { attributes: { id: 'ami-1' } } },
          },
        },
      ],
    });
    const proposal = importText('terraform.tfstate', text);
    expect(nodeOf(proposal, 'oven')).toMatchObject({
      capacity: { vcpu: 2, memoryMiB: 8192, diskGiB: 30 },
      environment: 'staging',
      tags: ['Env:staging', 'size:m5.large'],
      notes: 'Terraform: module.bake.aws_instance.oven.0',
    });
    expect(proposal.problems.map((problem) => problem.code)).toEqual(['left-out']);
  });

  it('reads "show -json" with child modules, and drops what is marked as sensitive', () => {
    const text = JSON.stringify({
      format_version: '1.0',
      values: {
        root_module: {
          child_modules: [
            {
              resources: [
                {
                  address: 'module.a.hcloud_server.b',
                  mode: 'managed',
                  type: 'hcloud_server',
                  name: 'b',
                  values: {
                    name: 'mixer',
                    image: 'canaryImage',
                    labels: { owner: 'canaryOwner' },
                    ipv4_address: '192.0.2.3',
                  },
                  sensitive_values: { image: true, labels: { owner: true } },
                },
              ],
            },
          ],
        },
      },
    });
    const proposal = importText('show.json', text);
    expect(nodeOf(proposal, 'mixer')).toMatchObject({ addresses: ['192.0.2.3'], parent: 'provider:hetzner' });
    expect(JSON.stringify(proposal)).not.toContain('canary');
    expect(proposal.source.secrets.map((mark) => mark.kind)).toEqual(['sensitive']);
  });

  it('T1: drops sensitive attributes, user data, keys and connection strings of version 4', () => {
    const attributes = {
      name: 'till',
      region: 'canaryRegion',
      tags: ['web', 'token=canaryToken77'],
      user_data: 'canaryData',
      root_pass: 'canaryRoot',
      connection_string: 'canaryConnection',
      private_key_pem: '-----BEGIN RSA PRIVATE KEY-----\ncanaryKey\n-----END RSA PRIVATE KEY-----',
    };
    const hidden = {
      sensitive_attributes: [[{ type: 'get_attr', value: 'region' }]],
      private: 'canaryPrivate',
    };
    const proposal = importText(
      'a.tfstate',
      stateOf([resource('digitalocean_droplet', 'a', attributes, hidden)], {
        outputs: { x: { value: 'canaryOutput', sensitive: true } },
      }),
    );
    expect(JSON.stringify(proposal)).not.toContain('canary');
    expect(nodeOf(proposal, 'till').parent).toBe('provider:digitalocean');
    expect(proposal.source.secrets.length).toBeGreaterThanOrEqual(4);
  });

  it('reads managed services, who stands in front of whom, and DNS records', () => {
    const proposal = importText(
      'a.tfstate',
      stateOf([
        resource('digitalocean_droplet', 'a', { id: '1', name: 'web-1', ipv4_address: '192.0.2.1' }),
        resource('digitalocean_loadbalancer', 'lb', {
          id: 'lb',
          name: 'front',
          ip: '192.0.2.9',
          droplet_ids: [1],
        }),
        resource('aws_db_instance', 'db', {
          identifier: 'ledger',
          engine: 'postgres',
          engine_version: '16.3',
          allocated_storage: 100,
          password: 'canaryDb',
          address: 'ledger.rds.test',
        }),
        resource('cloudflare_record', 'r', {
          name: 'shop',
          zone_name: 'bakery.test',
          type: 'A',
          value: '192.0.2.1',
        }),
        resource('aws_s3_bucket', 'b', { bucket: 'photos' }),
        resource('aws_iam_role', 'i', { name: 'x' }),
      ]),
    );
    expect(nodeOf(proposal, 'front')).toMatchObject({ kind: 'service', type: 'load-balancer' });
    expect(itemsOf(proposal, 'dependency')).toEqual([
      expect.objectContaining({ from: 'service:front', to: 'server:web-1', type: 'proxies' }),
    ]);
    expect(nodeOf(proposal, 'ledger')).toMatchObject({
      type: 'database',
      os: 'postgres 16.3',
      domains: ['ledger.rds.test'],
      capacity: { diskGiB: 100 },
    });
    expect(nodeOf(proposal, 'photos').type).toBe('storage');
    expect(nodeOf(proposal, 'web-1').domains).toEqual(['shop.bakery.test']);
    expect(proposal.problems.map((each) => each.message).join()).toContain('aws_iam_role (1)');
  });

  it('keeps two machines of one name apart by their ids', () => {
    const proposal = importText(
      'a.tfstate',
      stateOf([
        resource('hcloud_server', 'a', { id: '1', name: 'web' }),
        resource('hcloud_server', 'b', { id: '2', name: 'web' }),
      ]),
    );
    expect(itemsOf(proposal, 'node').map((node) => node.key)).toEqual([
      'provider:hetzner',
      'server:web',
      'server:web#2',
    ]);
  });

  it('takes the higher serial of one lineage', () => {
    const old = stateOf([resource('hcloud_server', 'a', { name: 'gone' })], { serial: 3 });
    const young = stateOf([resource('hcloud_server', 'a', { name: 'here' })], { serial: 4 });
    const { proposals } = importTexts({ 'a.tfstate': young, 'a.tfstate.backup': old });
    expect(proposals.map((proposal) => itemsOf(proposal, 'node').length)).toEqual([2, 0]);
    expect(proposals[1]?.problems[0]?.code).toBe('older-state');
  });

  it('names what it refuses', () => {
    expect(codesOf('a.tfstate', '{"version": 2, "serial": 1, "lineage": "x"}')).toEqual([
      'terraform-version',
    ]);
    expect(codesOf('a.tfstate', '{"encrypted_data": "x", "encryption_version": "v0"}')).toEqual([
      'encrypted-state',
    ]);
    expect(codesOf('a.tfstate', '{"version": 4,')).toEqual(['not-json']);
  });

  it('reads code as hints only', () => {
    const proposal = read('terraform-hints');
    expect(nodeOf(proposal, 'oven-1')).toMatchObject({
      confidence: 'uncertain',
      count: 2,
      environment: 'production',
      tags: ['env:prod', 'size:cx22'],
    });
    const text =
      'resource "aws_instance" "a" {\n  instance_type = var.size # x\n  user_data = <<EOF\nname = "no"\nEOF\n  tags = { Name = "x" }\n}\n\nresource "aws_db_instance" "db" {\n  identifier = "till-${var.env}"\n  password   = "canaryHcl"\n}\n';
    const other = importText('main.tf', text);
    expect(itemsOf(other, 'node').map((node) => node.name)).toEqual(['AWS', 'a', 'db']);
    expect(other.source.secrets.map((mark) => mark.line)).toContain(11);
    expect(JSON.stringify(other)).not.toContain('canary');
  });
});
