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

/** Edges as `from type to`, by the names of their keys. */
function edgesOf(proposal: Proposal): readonly string[] {
  return itemsOf(proposal, 'dependency').map(({ from, to, type }) => `${from} ${type} ${to}`);
}

describe('every system format', () => {
  it.each(Object.keys(systemSamples).filter((format) => !['json', 'ansible-vars'].includes(format)))(
    'is told by its content, quotes its lines, and keeps no secret: %s',
    (format) => {
      const text = systemSamples[format] ?? '';
      const proposal = read(format);
      expect(proposal.source.format).toBe(format);
      expect(misplacedQuotes(proposal, text)).toEqual([]);
      expect(JSON.stringify(proposal)).not.toContain('canary');
      for (const node of itemsOf(proposal, 'node'))
        expect([node.key, node.evidence.length > 0]).toEqual([node.key, true]);
      expect(importText('x', text.replaceAll('\n', '\r\n'))).toMatchObject({ items: proposal.items });
    },
  );
});

describe('ansible', () => {
  it('reads --list with groups and variables', () => {
    const proposal = read('ansible-list');
    expect(nodeOf(proposal, 'oven')).toMatchObject({
      addresses: ['10.0.0.8'],
      tags: ['group:web'],
      type: 'web',
    });
    expect(proposal.source.secrets).toEqual([{ line: 2, kind: 'password' }]);
  });

  it('reads the script form, vaults and unsafe values', () => {
    const text =
      '{"_meta": {"hostvars": {"a": {"ansible_host": {"__ansible_unsafe": "10.0.0.1"}, "ansible_user": {"__ansible_vault": "canary"}}}},\n"web": ["a", "b"]}';
    const proposal = importText('x', text);
    expect(nodeOf(proposal, 'a').addresses).toEqual(['10.0.0.1']);
    expect(itemsOf(proposal, 'node').map((node) => node.name)).toEqual(['a', 'b']);
    expect(JSON.stringify(proposal)).not.toContain('canary');
  });

  it('gives the hosts of a folder what group_vars and host_vars say, the nearer word first', () => {
    const { proposals, problems } = importTexts({
      'inv/hosts': '[bakery:children]\nweb\ndb\n[web]\noven\ntill ansible_user=clerk\n[db]\nledger\n',
      'inv/group_vars/all.yml': 'ansible_port: 2222\n',
      'inv/group_vars/bakery/main.yml': 'ansible_user: baker\nvault_password: canaryVault\n',
      'inv/group_vars/web': 'ansible_user: shop\n',
      'inv/host_vars/ledger.yml': 'ansible_host: 10.0.0.3\n',
      'inv/host_vars/gone.yml': 'ansible_host: 10.0.0.4\n',
      'inv/group_vars/secret.yml': '$ANSIBLE_VAULT;1.1;AES256\n3132\n',
    });
    const said = proposals.map((proposal) => [
      proposal.source.name.slice(4),
      ...itemsOf(proposal, 'node').map(
        (node) => `${node.name} ${node.notes ?? ''}${(node.addresses ?? []).join()}`,
      ),
    ]);
    expect(said).toEqual([
      ['group_vars/all.yml', 'oven SSH port 2222', 'till SSH port 2222', 'ledger SSH port 2222'],
      ['group_vars/bakery/main.yml', 'oven SSH user baker', 'ledger SSH user baker'],
      ['group_vars/secret.yml'],
      ['group_vars/web', 'oven SSH user shop'],
      ['host_vars/gone.yml'],
      ['host_vars/ledger.yml', 'ledger 10.0.0.3'],
      ['hosts', 'oven ', 'till SSH user clerk', 'ledger '],
    ]);
    expect(problems.map((problem) => problem.code)).toEqual(['vault-file']);
    expect(JSON.stringify(proposals)).not.toContain('canary');
  });
});

describe('YAML that means harm', () => {
  it('Y1, Y2, Y4: bombs of aliases and depth are refused, tags are words', () => {
    const bomb = `services:\n  a: &a {image: x}\nx0: &x0 [1,1,1,1,1,1,1,1,1]\n${Array.from({ length: 9 }, (_, at) => `x${at + 1}: &x${at + 1} [${Array.from({ length: 9 }, () => `*x${at}`).join(',')}]`).join('\n')}\n`;
    const deep = `services:\n  a: {image: x}\nb: ${'['.repeat(100_000)}\n`;
    for (const text of [bomb, deep]) {
      const { proposals, problems } = importTexts({ 'compose.yaml': text }, { format: 'compose' });
      expect([proposals.length, problems.map((problem) => problem.code)]).toEqual([0, ['not-yaml']]);
    }
    const tagged = importText(
      'c.yaml',
      'services:\n  a: {image: !Ref canary, hostname: !!js/function "canary"}\n  b: {image: redis}\n',
      { format: 'compose' },
    );
    expect(itemsOf(tagged, 'node').map((node) => node.name)).toEqual(['c', 'a', 'b']);
    expect(JSON.stringify(tagged)).not.toContain('canary');
  });
});

describe('compose', () => {
  it('reads services, what they need and what they are given', () => {
    const text = systemSamples['compose'] ?? '';
    const proposal = importText('bakery/compose.yaml', text);
    expect(nodeOf(proposal, 'bakery')).toMatchObject({ kind: 'server', confidence: 'likely' });
    expect(nodeOf(proposal, 'shop')).toMatchObject({
      type: 'proxy',
      parent: 'server:bakery',
      notes: 'Image: nginx\nPorts: 80:8000',
    });
    expect(nodeOf(proposal, 'db')).toMatchObject({
      type: 'database',
      capacity: { vcpu: 0.5, memoryMiB: 512 },
    });
    expect(edgesOf(proposal)).toEqual([
      'service:bakery/shop connects service:bakery/db',
      'service:bakery/shop connects service:bakery/cache',
    ]);
    expect(itemsOf(proposal, 'question')).toHaveLength(1);
  });

  it('follows merge keys, links and shared networks, and opens nothing', () => {
    const text =
      'x-base: &base\n  image: a/app\n  depends_on: [db]\nservices:\n  one: {<<: *base, links: ["two:other"]}\n  two: {<<: *base, network_mode: "service:one", external_links: [old_1]}\n  db: {image: mariadb}\ninclude: [other.yaml]\n';
    const proposal = importText('x', text);
    expect(edgesOf(proposal).map((edge) => edge.replaceAll('service:x/', ''))).toEqual([
      'one connects db',
      'one connects two',
      'two connects db',
      'two uses one',
    ]);
    expect(proposal.problems.map((problem) => problem.code)).toEqual(['include']);
    expect(itemsOf(proposal, 'question').map((question) => question.about)).toEqual([
      ['service:x/two'],
      ['server:x'],
    ]);
  });
});

describe('ssh-config', () => {
  it('reads hosts, aliases of one machine and the way there', () => {
    const proposal = read('ssh-config');
    expect(nodeOf(proposal, 'oven')).toMatchObject({
      aliases: ['bake', 'oven.bakery.test'],
      notes: 'SSH port 2222\nSSH user baker',
      confidence: 'sure',
    });
    expect(nodeOf(proposal, 'gate').addresses).toEqual(['192.0.2.1']);
    expect(edgesOf(proposal)).toEqual(['server:oven reaches-through server:gate']);
  });

  it('takes the first value, applies patterns and plain Match blocks, and goes hop by hop', () => {
    const text =
      'Host a.test !b.test\n  User one\nMatch host *.test\n  ProxyJump me@j1,[2001:db8::1]:22\nMatch exec "curl x"\n  HostName evil\nHost *\n  User two\nHost b.test\n  ProxyCommand ssh -q -W %h:%p -p 22 gw.test\nHost c.test\n  ProxyJump none\n';
    const proposal = importText('config', text);
    expect(nodeOf(proposal, 'a.test').notes).toBe('SSH user one');
    expect(edgesOf(proposal)).toEqual([
      'server:2001:db8::1 reaches-through server:j1',
      'server:a.test reaches-through server:2001:db8::1',
      'server:b.test reaches-through server:2001:db8::1',
      'server:c.test reaches-through server:2001:db8::1',
    ]);
    expect(proposal.problems.map((problem) => problem.code)).toEqual(['match-blocks']);
  });

  it('reads ssh commands as jumps, knows SaaS hosts, asks about tunnels and refuses lists of keys', () => {
    const text =
      'Host github.com\n  User git\nHost db\n  HostName db.test\n  ProxyCommand ssh -qW %h:%p ops@gate\n  LocalForward 5432 localhost:5432\nHost odd\n  ProxyCommand sh -c "ssh a || ssh b"\n';
    const proposal = importText('config', text);
    expect(nodeOf(proposal, 'GitHub')).toMatchObject({
      kind: 'service',
      type: 'saas',
      aliases: ['github.com'],
    });
    expect(edgesOf(proposal)).toEqual(['server:db reaches-through server:gate']);
    expect(itemsOf(proposal, 'question')[0]?.about).toEqual(['server:db']);
    expect(proposal.problems.map((problem) => problem.code)).toEqual(['proxy-command']);
    expect(codesOf('known_hosts', 'a.test ssh-ed25519 AAAAC3Nza\n')).toEqual(['known-hosts']);
  });
});

describe('monitoring', () => {
  it('reads Prometheus targets with jobs, labels and what the exporters tell', () => {
    const proposal = read('prometheus');
    expect(nodeOf(proposal, 'oven.bakery.test')).toMatchObject({
      environment: 'production',
      tags: ['job:node'],
      confidence: 'likely',
    });
    expect(nodeOf(proposal, 'PostgreSQL').parent).toBe('server:db.bakery.test');
    expect(
      itemsOf(proposal, 'dependency').map(({ to, type, port, encrypted }) => [to, type, port, encrypted]),
    ).toEqual([
      ['server:oven.bakery.test', 'monitors', 9100, true],
      ['service:db.bakery.test/postgresql', 'monitors', 9187, true],
    ]);
    expect(itemsOf(proposal, 'duty')).toHaveLength(2);
  });

  it('reads file_sd in both notations, tells alertmanagers and refuses templates', () => {
    expect(importText('a.json', '[{"targets": ["10.0.0.4:9100"], "labels": {}}]').source.format).toBe(
      'prometheus',
    );
    expect(importText('a.yml', '- targets: ["oven:9182"]\n').source.format).toBe('prometheus');
    const told = importText(
      'p.yml',
      'scrape_configs:\n  - job_name: a\n    static_configs: [{targets: ["http://oven:80/x"]}]\n  - job_name: b\n    consul_sd_configs: []\nalerting:\n  alertmanagers:\n    - static_configs: [{targets: ["am.test:9093"]}]\n',
    );
    expect(edgesOf(told)).toEqual([
      'service:prometheus monitors server:oven',
      'service:prometheus notifies service:alertmanager/am.test',
    ]);
    expect(told.problems.map((problem) => problem.code)).toEqual(['other-targets']);
    expect(codesOf('p.yml', 'scrape_configs:\n{% for x in y %}\n  - job_name: a\n{% endfor %}\n')).toEqual([
      'jinja-template',
    ]);
  });

  it('reads Nagios hosts, templates, groups, parents, checks and who is told', () => {
    const proposal = read('nagios');
    expect(itemsOf(proposal, 'node').map((node) => node.name)).toEqual([
      'oven',
      'gate',
      'web server',
      'Nagios',
    ]);
    expect(nodeOf(proposal, 'oven')).toMatchObject({
      addresses: ['192.0.2.5'],
      tags: ['group:prod-web'],
      environment: 'production',
    });
    expect(edgesOf(proposal)).toEqual([
      'server:oven reaches-through server:gate',
      'service:nagios monitors service:oven/web server',
    ]);
    expect(itemsOf(proposal, 'duty')).toEqual([
      expect.objectContaining({ area: 'alert receipt', party: 'party:bakers', role: 'informed' }),
    ]);
  });

  it('reads services whose hosts and groups stand in another file', () => {
    const { proposals } = importTexts({
      'hosts.cfg': 'define host {\n host_name oven\n address 192.0.2.5\n hostgroups web\n}\n',
      'services.cfg':
        'define service {\n hostgroup_name web\n service_description Shop\n check_command check_http\n}\n',
    });
    const [, services] = proposals;
    expect(services === undefined ? [] : edgesOf(services)).toEqual([
      'service:nagios monitors service:oven/web server',
    ]);
    expect(services === undefined ? undefined : nodeOf(services, 'web server').parent).toBe('server:oven');
  });

  it('adds to inherited lists, takes away with null, ends circles and names Icinga 2', () => {
    const text =
      'define host {\n name a\n use b\n hostgroups g1\n contacts x\n register 0\n}\ndefine host {\n name b\n use a\n register 0\n}\ndefine host {\n use a\n host_name h\n hostgroups +g2\n contacts null\n}\n';
    const proposal = importText('h.cfg', text);
    expect(nodeOf(proposal, 'h').tags).toEqual(['group:g1', 'group:g2']);
    expect(itemsOf(proposal, 'duty')).toEqual([]);
    expect(codesOf('h.conf', 'object Host "web" {\n  address = "10.0.0.1"\n}\n')).toEqual(['icinga2']);
  });
});
