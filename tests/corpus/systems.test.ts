import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFiles } from '#core/importers/import-files.ts';
import type { ProposedItem } from '#core/importers/contract.ts';

/** Public files of clouds, tools and systems that live beside the project on some machines; without them there is nothing to read here. */
const root = new URL('../../../shared/data/', import.meta.url);
const folders = [
  'terraform',
  'cloud-cli',
  'compose',
  'prometheus',
  'salt-puppet-chef',
  'nagios',
  'ssh',
  'hosts',
  'backstage',
];
const there = folders.filter((folder) => existsSync(new URL(folder, root)));

/** What a file holds, counted by reading it: its format, things by kind or type, and values that must stand somewhere in them. */
interface Expected {
  readonly format: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly facts?: readonly string[];
}

function of(format: string, counts: Readonly<Record<string, number>>, ...facts: readonly string[]): Expected {
  return { format, counts, facts };
}

const terraform = 'terraform-state';

/** A text is the code of the sentence that refuses the file. */
const expected: Readonly<Record<string, Expected | string>> = {
  'cycloidio__inframap__aws_state_cyclic.json': of(
    terraform,
    { server: 2, provider: 1 },
    'i-00eab1355727cfb44',
  ),
  'cycloidio__inframap__azure.tf': of('terraform-hints', { server: 2, service: 1, site: 1, provider: 1 }),
  'cycloidio__inframap__azure.tfstate': of(terraform, { server: 2, provider: 1 }, 'myVM2'),
  'cycloidio__inframap__google_state.json': of(terraform, { server: 2, provider: 1 }, 'infraview-tmp-two'),
  'cycloidio__inframap__invalid_version_state.json': 'terraform-version',
  'cycloidio__inframap__multi_module_state.json': of(terraform, { service: 1, provider: 1 }, 'kubernetes'),
  'cycloidio__inframap__openstack_state_lb.json': of(terraform, { server: 2, service: 1 }),
  'mantl__terraform.py__remote_state.json': of(
    terraform,
    { server: 1, site: 1, provider: 1 },
    'test_instance',
    '10.10.6.111',
    '"diskGiB":40',
  ),
  'nbering__terraform-inventory__0.11-basic.tfstate': of(
    terraform,
    { server: 3 },
    'group:example',
    'www.example.com',
  ),
  'nbering__terraform-inventory__0.12-basic.tfstate': of(terraform, { server: 3 }, 'base.example.com'),
  'nbering__terraform-inventory__0.12-individual-vars.tfstate': of(terraform, { server: 2 }),
  'apache__libcloud__digitalocean_v2-list_nodes.json': of(
    'doctl',
    { server: 1, site: 1, provider: 1 },
    '2604:a880:4:1d0::142:9000',
    '"amount":5',
  ),
  'apache__libcloud__ec2-describe_instances.xml': 'unknown-format',
  'apache__libcloud__linode_v4-list_nodes.json': of(
    'linode-cli',
    { server: 2, site: 1, provider: 1 },
    '"diskGiB":25',
  ),
  'apache__libcloud__scaleway-list_nodes.json': of('scaleway', { server: 2, provider: 1 }),
  'duo-labs__cloudmapper__ec2-describe-instances.json': of(
    'aws-cli',
    { server: 3, site: 2, provider: 1 },
    'Bastion',
    'Web2',
    'us-east-1b',
  ),
  'duo-labs__cloudmapper__ec2-describe-security-groups.json': of('aws-cli', {}),
  'duo-labs__cloudmapper__elb-describe-load-balancers.json': of(
    'aws-cli',
    { service: 1, provider: 1 },
    'load-balancer',
  ),
  'duo-labs__cloudmapper__rds-describe-db-instances.json': of(
    'aws-cli',
    { service: 1, site: 1, provider: 1 },
    'database',
    '9.6.2',
    '"diskGiB":100',
  ),
  'hetznercloud__cli__all_list_response.json': of(
    'hcloud',
    { service: 1, site: 1, provider: 1 },
    'storage',
    'environment:prod',
  ),
  'hetznercloud__cli__server-create_response.json': of(
    'hcloud',
    { server: 1, provider: 1 },
    'cli-test',
    '192.0.2.1',
    '"memoryMiB":2048',
  ),
  'koalalorenzo__python-digitalocean__droplets-all.json': of(
    'doctl',
    { server: 1, site: 1, provider: 1 },
    '104.236.32.182',
    '"memoryMiB":512',
  ),
  'koalalorenzo__python-digitalocean__loadbalancer-all.json': of('doctl', {
    service: 1,
    site: 1,
    provider: 1,
  }),
  'koalalorenzo__python-digitalocean__volumes-all.json': of('doctl', {}),
  'linode__linode_api4-python__databases_instances.json': of(
    'linode-cli',
    { service: 1, site: 1, provider: 1 },
    '8.0.26',
  ),
  'linode__linode_api4-python__domains.json': of('linode-cli', {}),
  'linode__linode_api4-python__linode_instances.json': of(
    'linode-cli',
    { server: 3, site: 2, provider: 1 },
    'group:test',
  ),
  'backstage__demo__open-telemetry-docker-compose.yaml': of('compose', {
    server: 1,
    service: 3,
    question: 1,
  }),
  'buildbot__buildbot-infra__bb-master-docker-compose.yml': of(
    'compose',
    { server: 1, service: 2, connects: 1, question: 1 },
    'buildbot.buildbot.net',
  ),
  'buildbot__buildbot-infra__nginx-proxy-docker-compose.yml': of('compose', {
    server: 1,
    service: 2,
    question: 1,
  }),
  'django__djangoproject.com__docker-compose.yml': of('compose', {
    server: 1,
    service: 2,
    connects: 1,
    question: 1,
  }),
  'internetarchive__openlibrary__compose.yaml': of('compose', {
    server: 1,
    service: 7,
    connects: 1,
    question: 1,
  }),
  'kubev2v__migration-planner__compose.yaml': of('compose', { server: 1, service: 1, question: 1 }),
  'nautobot__nautobot__docker-compose.yml': of('compose', {
    server: 1,
    service: 6,
    connects: 5,
    question: 1,
  }),
  'netbox-community__netbox-docker__docker-compose.yml': of('compose', {
    server: 1,
    service: 6,
    connects: 5,
    question: 1,
  }),
  'zammad__zammad-docker-compose__docker-compose.yml': of('compose', {
    server: 1,
    service: 10,
    connects: 19,
    question: 1,
  }),
  'backstage__demo__open-telemetry-prometheus.yml': of('prometheus', {}),
  'haiku__infrastructure__prometheus.yml': of('prometheus', { server: 2, service: 1, monitors: 2 }),
  'noisebridge__infrastructure__space-prometheus.yml': of(
    'prometheus',
    { server: 15, service: 1, monitors: 16 },
    'roofswitch.noise',
    'job:snmp_cyber',
  ),
  'open-contracting__deploy__conf-prometheus.yml': 'jinja-template',
  'prometheus__demo-site__prometheus.yml': 'jinja-template',
  'open-contracting__deploy__pillar-top.sls': of('salt', { server: 8 }, 'kingfisher-main'),
  'open-contracting__deploy__prometheus_server.sls': 'salt-pillar',
  'open-contracting__deploy__salt-roster': of('salt', { server: 7 }, 'ocp29.open-contracting.org'),
  'open-contracting__deploy__salt-top.sls': of('salt', { server: 7 }, 'state:rabbitmq'),
  'python__psf-salt__haproxy.sls': 'jinja-template',
  'python__psf-salt__prod-consul.sls': 'salt-pillar',
  'python__psf-salt__prod-roles.sls': 'salt-pillar',
  'python__psf-salt__prod-top.sls': of('salt', {}),
  'NagiosEnterprises__nagioscore__localhost.cfg': of('nagios', {}),
  'NagiosEnterprises__nagioscore__printer.cfg': of(
    'nagios',
    { server: 1, service: 1, monitors: 1 },
    '192.168.1.30',
    'group:network-printers',
  ),
  'NagiosEnterprises__nagioscore__switch.cfg': of(
    'nagios',
    { server: 1, service: 1, monitors: 1 },
    '192.168.1.253',
  ),
  'adoptium__infrastructure__contacts.cfg': of('nagios', { party: 2 }, 'admins'),
  'adoptium__infrastructure__windows.cfg': of('nagios', { server: 1, service: 1, monitors: 1 }, 'winserver'),
  'archlinux__infrastructure__ssh-known_hosts.txt': 'known-hosts',
  'galaxyproject__infrastructure-playbook__jenkins_agent_user_ssh_config': of(
    'ssh-config',
    { server: 1 },
    'idc-build.galaxyproject.org',
  ),
  kevinburke__ssh_config__config1: of('ssh-config', { server: 2 }, 'wopr'),
  kevinburke__ssh_config__config2: of('ssh-config', {}),
  kevinburke__ssh_config__config3: of('ssh-config', {}),
  'kevinburke__ssh_config__dos-lines': of('ssh-config', { server: 2 }, 'wap.example.org', '8.8.8.8'),
  'kevinburke__ssh_config__match-mixed': of('ssh-config', { server: 1 }, 'bastion'),
  'moul__assh__gateways-wildcard-ssh_config': of('ssh-config', { server: 1 }, 'tricky'),
  'moul__assh__readme-full-ssh_config': of('ssh-config', { server: 13 }, 'SSH port 2222'),
  'moul__assh__test-263-ssh_config': of('ssh-config', { server: 8 }),
  'libreswan__libreswan__etc-hosts': of(
    'hosts-file',
    { server: 5 },
    'nic.testing.libreswan.org',
    '192.1.3.209',
  ),
  'RoadieHQ__roadie-backstage-plugins__test-entity.yaml': of('backstage', { service: 6, duty: 6, party: 1 }),
  'backstage__demo__ai-resources.yaml': of('backstage', {}),
  'backstage__demo__catalog-info.yaml': of('backstage', { service: 1, duty: 1, party: 1 }, 'backstage-demo'),
  'janus-idp__backstage-showcase__all.yaml': of('backstage', {}),
  'janus-idp__backstage-showcase__catalog-info.yaml': of(
    'backstage',
    { service: 1, duty: 1, party: 1 },
    'rhdh-team',
  ),
  'janus-idp__backstage-showcase__group-rhdh-team.yaml': of('backstage', { party: 1 }),
  'janus-idp__backstage-showcase__resource-argocd.yaml': of('backstage', { service: 1, duty: 1, party: 1 }),
  'janus-idp__backstage-showcase__resource-github.yaml': of(
    'backstage',
    { service: 1, duty: 1, party: 1 },
    'repository',
  ),
  'janus-idp__backstage-showcase__resource-keycloak.yaml': of('backstage', { service: 1, duty: 1, party: 1 }),
  'janus-idp__backstage-showcase__resource-obc.yaml': of(
    'backstage',
    { service: 1, duty: 1, party: 1 },
    'storage',
  ),
  'janus-idp__backstage-showcase__resource-pgdb.yaml': of(
    'backstage',
    { service: 1, duty: 1, party: 1 },
    'database',
  ),
};

/** Values of those files that are secrets, or that look like ones. */
const secrets = ['demopass', 'adminpass', 'qwertytoken', 'canary'];

function labelOf(item: ProposedItem): string {
  if (item.is === 'node') return item.kind;
  return item.is === 'dependency' ? item.type : item.is;
}

describe('public files of clouds, tools and systems', () => {
  if (there.length === 0) {
    it('are not beside the project', () => {
      console.info('The folder of public files is not there; nothing was read.');
      expect(there).toEqual([]);
    });
    return;
  }

  for (const folder of there) {
    it.each(readdirSync(new URL(folder, root)).sort())(`${folder}/%s`, (name) => {
      const bytes = readFileSync(new URL(`${folder}/${name}`, root));
      const { proposals, problems } = importFiles([{ name, bytes }]);
      const known = expected[name];
      if (known === undefined) throw new Error('nobody has read this file yet: write down what it holds');
      if (typeof known === 'string') {
        expect([proposals.length, problems.at(-1)?.code]).toEqual([0, known]);
        return;
      }
      const items = proposals.flatMap((proposal) => proposal.items);
      const counts: Record<string, number> = {};
      for (const item of items) counts[labelOf(item)] = (counts[labelOf(item)] ?? 0) + 1;
      expect(proposals.map((proposal) => proposal.source.format)).toEqual([known.format]);
      expect(counts).toEqual(known.counts);
      const words = JSON.stringify(proposals);
      for (const fact of known.facts ?? []) expect(words).toContain(fact);
      for (const secret of secrets) expect(words).not.toContain(secret);
      const lines = bytes.toString('utf8').split(/\r\n|\r|\n/u);
      for (const { evidence } of items)
        for (const { line, quote } of evidence) expect(lines[line - 1] ?? '').toContain(quote);
    });
  }
});
