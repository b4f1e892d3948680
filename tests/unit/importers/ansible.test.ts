import { describe, expect, it } from 'vitest';
import { parseYaml } from '#core/importers/ansible-yaml/yaml-tree.ts';
import { importText, importTexts, itemsOf, misplacedQuotes, nodeOf } from './import-text.ts';

const ini = `# our machines
gate ansible_host=192.0.2.1 ansible_port=2222
localhost ansible_connection=local

[web]
web[01:03].acme.test
10.0.0.9:2200

[db]
db1.acme.test ansible_ssh_host=10.0.0.7 ansible_become_pass=canaryOne ansible_ssh_common_args='-o ProxyJump="ops@gate:2222"'
db1.acme.test is_main=true

[prod:children]
web
db

[hetzner:children]
prod

[prod:vars]
ansible_user=ops   # who
ansible_password = canaryTwo
`;

const yaml = `all:
  hosts:
    gate: {ansible_host: 192.0.2.1}
  children:
    staging:
      children:
        db_servers:
          hosts:
            db[1:2].acme.test:
              ansible_distribution: Debian
              ansible_distribution_version: 12.10
              ansible_memtotal_mb: 2048
              ansible_processor_vcpus: 2
              root_password: !vault |
                $ANSIBLE_VAULT;1.1;AES256
                61626364
              api_token: canaryThree
      vars:
        ansible_ssh_common_args: -J gate
    empty:
`;

describe('ansible-ini', () => {
  const proposal = importText('hosts', ini);

  it('reads hosts, ranges, groups, places and the way in', () => {
    expect(proposal.source.format).toBe('ansible-ini');
    expect(itemsOf(proposal, 'node').map((node) => node.key)).toEqual([
      'server:gate',
      'provider:hetzner',
      'server:web01.acme.test',
      'server:web02.acme.test',
      'server:web03.acme.test',
      'server:10.0.0.9',
      'server:db1.acme.test',
    ]);
    expect(nodeOf(proposal, 'gate')).toMatchObject({ addresses: ['192.0.2.1'], notes: 'SSH port 2222' });
    expect(nodeOf(proposal, 'web02.acme.test')).toMatchObject({
      type: 'web',
      environment: 'production',
      parent: 'provider:hetzner',
      tags: ['group:web', 'group:prod', 'group:hetzner'],
      notes: 'SSH user ops',
    });
    expect(nodeOf(proposal, 'db1.acme.test')).toMatchObject({ addresses: ['10.0.0.7'], type: 'database' });
    expect(itemsOf(proposal, 'dependency')).toEqual([
      expect.objectContaining({ from: 'server:db1.acme.test', to: 'server:gate', type: 'reaches-through' }),
    ]);
    expect(misplacedQuotes(proposal, ini)).toEqual([]);
  });

  it('S1: reads no secret and marks where one was', () => {
    expect(JSON.stringify(proposal)).not.toMatch(/canary/u);
    expect(proposal.source.secrets.map((mark) => mark.line)).toEqual([10, 22]);
  });

  it('N1: counts ranges before it makes them, and names a circle of groups', () => {
    const text =
      'ok\nn[1:999999999]\nm[0:99][0:999]\nz[1:10:4]\n[a-f]\nv[a:c]\n[x:children]\ny\n[y:children]\nx\n[y]\nin-circle\n';
    const hostile = importText('hosts', text);
    expect(itemsOf(hostile, 'node').map((node) => node.name)).toEqual([
      'ok',
      'z1',
      'z5',
      'z9',
      'va',
      'vb',
      'vc',
      'in-circle',
    ]);
    expect(hostile.problems.map((problem) => problem.code)).toEqual([
      'range-too-large',
      'range-too-large',
      'group-circle',
    ]);
    expect(nodeOf(hostile, 'in-circle').tags).toEqual(['group:y', 'group:x']);
  });

  it('reads addresses with ports, and templates as nothing', () => {
    const text = `[all]\n[2001:db8::1]:22\nhost ansible_host="{{ lookup('pipe', 'rm -rf /') }}"\n`;
    const read = importText('x.ini', text);
    expect(nodeOf(read, '2001:db8::1').addresses).toEqual(['2001:db8::1']);
    expect(nodeOf(read, 'host').addresses).toBeUndefined();
  });
});

describe('ansible-yaml', () => {
  const proposal = importText('inventory.yml', yaml);

  it('reads hosts, ranges, groups and facts as they are written', () => {
    expect(proposal.source.format).toBe('ansible-yaml');
    expect(itemsOf(proposal, 'node').map((node) => node.name)).toEqual([
      'gate',
      'db1.acme.test',
      'db2.acme.test',
    ]);
    expect(nodeOf(proposal, 'db2.acme.test')).toMatchObject({
      os: 'Debian 12.10',
      type: 'database',
      environment: 'staging',
      capacity: { memoryMiB: 2048, vcpu: 2 },
      tags: ['group:db_servers', 'group:staging'],
    });
    expect(itemsOf(proposal, 'dependency').map(({ from, to }) => [from, to])).toEqual([
      ['server:db1.acme.test', 'server:gate'],
      ['server:db2.acme.test', 'server:gate'],
    ]);
    expect(misplacedQuotes(proposal, yaml)).toEqual([]);
  });

  it('S1: skips vault blocks and secrets and marks them', () => {
    expect(JSON.stringify(proposal)).not.toMatch(/canary|616263/u);
    expect(new Set(proposal.source.secrets.map((mark) => mark.kind))).toEqual(new Set(['vault', 'password']));
  });

  it('refuses playbooks, templates, dynamic and locked inventories with a sentence', () => {
    const codeOf = (text: string): string | undefined => importTexts({ 'site.yml': text }).problems[0]?.code;
    expect(codeOf('---\n- name: Web\n  hosts: web\n  tasks:\n    - ping:\n')).toBe('playbook');
    expect(codeOf('all:\n  hosts:\n{% for h in hosts %}\n    {{ h }}:\n{% endfor %}\n')).toBe(
      'jinja-template',
    );
    expect(codeOf('plugin: aws_ec2\nregions: [eu-west-1]\n')).toBe('dynamic-inventory');
    const locked = importText('secret.yml', '$ANSIBLE_VAULT;1.1;AES256\n616263\n');
    expect(locked.items).toEqual([]);
    expect(locked.source.secrets).toEqual([{ line: 1, kind: 'vault' }]);
  });

  it('Y1: refuses an alias bomb quickly', () => {
    const rows = Array.from(
      { length: 9 },
      (_, index) =>
        `l${index + 1}: &l${index + 1} [${Array(9)
          .fill(index === 0 ? 'x' : `*l${index}`)
          .join(', ')}]`,
    );
    const read = parseYaml(`${rows.join('\n')}\nall: {hosts: {}}\n`);
    expect(read).toMatchObject({ ok: false, error: { message: expect.stringContaining('1,000,000') } });
    const merges = `big: &big {${Array.from({ length: 2000 }, (_, index) => `k${index}: 1`).join(', ')}}\n`;
    const many = Array.from({ length: 2000 }, (_, index) => `m${index}: {<<: *big}`).join('\n');
    expect(parseYaml(merges + many).ok).toBe(false);
  });

  it('Y2: refuses depth with a typed problem', () => {
    const { problems } = importTexts(
      { 'deep.yml': `all:\n  hosts: ${'['.repeat(100_000)}` },
      { format: 'ansible-yaml' },
    );
    expect(problems).toEqual([expect.objectContaining({ code: 'not-yaml', severity: 'error' })]);
  });

  it('Y3: is no pollution by keys or merges', () => {
    const text =
      'base: &base {__proto__: {polluted: yes}, hosts: {h1: }}\nweb:\n  <<: *base\n  hosts:\n    __proto__:\n    constructor: {prototype: {polluted: 1}}\n';
    const read = importText('inventory.yml', text, { format: 'ansible-yaml' });
    expect(itemsOf(read, 'node').map((node) => node.name)).toEqual(['h1', '__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('Y4, Y5, Y6: unknown tags are text, values stay as written, doubled keys are listed', () => {
    const text =
      'all:\n  hosts:\n    no:\n      ansible_host: !!python/object/apply:os.system 10.0.0.1\n    22:\n    1.10: {ansible_distribution_version: 1.10}\n    1.10:\n';
    const read = importText('inventory.yml', text);
    expect(itemsOf(read, 'node').map((node) => [node.name, node.os, node.addresses])).toEqual([
      ['no', undefined, undefined],
      ['22', undefined, undefined],
      ['1.10', '1.10', undefined],
    ]);
    expect(read.problems).toContainEqual(expect.objectContaining({ code: 'double-key', line: 7 }));
  });

  it('reads nested lists of machines with their addresses', () => {
    const text =
      'hosts:\n  - build:\n      - hetzner:\n          x64-1: {ip: 192.0.2.5, user: ops}\n  - test:\n      - hetzner:\n          x64-1: {ip: 192.0.2.6}\n';
    const read = importText('inventory.yml', text);
    expect(
      itemsOf(read, 'node')
        .filter((node) => node.kind === 'server')
        .map(({ name, addresses }) => [name, addresses]),
    ).toEqual([
      ['build-hetzner-x64-1', ['192.0.2.5']],
      ['test-hetzner-x64-1', ['192.0.2.6']],
    ]);
  });
});
