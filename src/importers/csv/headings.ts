import type { ColumnField } from './column-fields.ts';
import type { Unit } from './units.ts';

/** A heading in the form in which it is looked up. */
export interface NormalHeading {
  /** Lower case, signs to blanks, the unit in brackets split off. */
  readonly words: string;
  /** `words` without blanks: `MemoryMiB` and `memory mib` are one. */
  readonly key: string;
  readonly unit: Unit | null;
}

const unitWords: Readonly<Record<string, Unit>> = {
  mb: 'MiB',
  mib: 'MiB',
  gb: 'GiB',
  gib: 'GiB',
  tb: 'TiB',
  tib: 'TiB',
  percent: '%',
  '%': '%',
};

/** Words without blanks, signs above letters and apostrophes: people write them or leave them out. */
export function toHeadingKey(words: string): string {
  return words
    .normalize('NFD')
    .replace(/[\p{M}'’\s]/gu, '')
    .replaceAll('ß', 'ss');
}

/** Finds the unit in a heading and brings the heading into the form of the table below. */
export function normaliseHeading(heading: string): NormalHeading {
  const lower = heading.normalize('NFKC').toLowerCase().trim();
  const words = lower
    .replace(/%/gu, ' % ')
    .replace(/[_\-./()[\]#*:,]/gu, ' ')
    .replace(/([a-z]{3})in(mib|gib|tib|mb|gb|tb)(?![a-z])/gu, '$1 $2')
    .split(/\s+/u)
    .filter((word) => word !== '' && word !== 'optional' && word !== 'in');
  const glued = /(mib|gib|tib|mb|gb|tb)$/u.exec(words.length === 1 ? (words[0] ?? '') : '')?.[1];
  const unitWord = words.find((word) => Object.hasOwn(unitWords, word)) ?? glued;
  const kept = words.filter((word) => word === '%' || !Object.hasOwn(unitWords, word));
  const text = (kept.length === 0 ? words : kept).join(' ');
  const bare = glued === undefined ? text : text.slice(0, -glued.length);
  return {
    words: bare === '' ? text : bare,
    key: toHeadingKey(bare === '' ? text : bare),
    unit: unitWord === undefined ? null : (unitWords[unitWord] ?? null),
  };
}

/** Headings by field, comma separated, as people and tools write them (lower case, without units). The first field that names a heading wins. */
export const headingSynonyms: readonly (readonly [field: ColumnField, headings: string])[] = [
  [
    'secret',
    'password, pass, passwd, pwd, credentials, credential, login, root password, root pw, admin password, key, ssh key, private key, token, api key, api token, secret, secret name, snmp community, community, license key, licence key, passphrase, pin',
  ],
  [
    'name',
    'name, server, server name, servername, servers, hostname, host name, vm, vm name, vmname, virtual machine, machine, machine name, machinename, instance, instance name, droplet, node, node name, computer name, computer, device, device name, asset name, asset, ci name, system, system name, display name, label, vmware vmname',
  ],
  [
    'alias',
    'fqdn, dns name, dns, domain name, full name, guest host name, reverse dns, ptr, alias, aliases, aka, former name, server fqdn',
  ],
  [
    'type',
    'type, kind, category, class, device type, server type, role, function, purpose, tier, layer, server tier, ci class, ci type, sys class name, class name, server role, vm type, asset type, hardware type',
  ],
  [
    'service',
    'service, services, application, applications, app, apps, app name, application name, workload, workloads, software, runs, process, component, product, running services, business application, business applications, applications hosted, application s, hosted applications, business app, app names',
  ],
  [
    'host',
    'host, esx host, esxi host, hypervisor, physical host, host server, runs on, located on, physical server, vm host, node host',
  ],
  ['parent', 'parent, hosted on, placed on, place'],
  ['cluster', 'cluster, cluster name, resource pool, pool, vcenter, virtual center, vi sdk server'],
  [
    'site',
    'site, location, datacenter, data center, datacentre, data centre, dc, region, zone, availability zone, az, hosting location, city, rack, room, aws region, hostinglocation, site name, location name, dc name, physical location, data center name, datacenter name',
  ],
  [
    'provider',
    'provider, hoster, hosting, hosting provider, cloud, cloud provider, account, subscription, project, aws accountid, vendor',
  ],
  [
    'addresses',
    'ip, ips, ip address, ip addresses, ipaddress, ipv4, ipv6, ipv4 address, ipv6 address, primary ip, primary ip address, private ip, public ip, private ips, public ips, internal ip, external ip, management ip, address, addresses, mac, mac address, macaddress, ip addr, private address, public address, secondary private ip',
  ],
  [
    'domains',
    'domain, domains, url, urls, vhost, vhosts, website, websites, endpoint, endpoints, site url, hostnames',
  ],
  [
    'os',
    'os, operating system, os name, guest os, platform, distribution, distro, os according to the vmware tools, os according to the configuration file, image, osname, server os family, os family, os type, operating system name, guest operating system',
  ],
  ['osVersion', 'os version, version, release, os release, server os version'],
  [
    'vcpu',
    'cpu, cpus, vcpu, vcpus, num cpu, num cpus, cores, cpu cores, core count, processors, cpu count, allocatedprocessorcorecount, allocated processor core count, cpu numberoflogicalcores, number of cpus, number of cores, virtual cpus, maxcpu, numcpu, cpu num, cpucount, cpu numberofcores, no of cpus, total cores, num vcpus, number of vcpus, no of vcpus, vcpu count, vcores, num cores, cpu number, logical processors, logical cores, cpu core',
  ],
  ['sockets', 'sockets, cpu sockets, number of sockets, cpu numberofprocessors'],
  ['coresPerSocket', 'cores per socket, cores p s, cores per cpu'],
  [
    'memory',
    'memory, ram, mem, memory size, total memory, memory capacity, size, ram total, total ram, ram size, memory allocated, memorysize, ram totalsize, ram allocated, installed memory, physical memory, provisioned memory, memory total, ram capacity, vram, maxmem, memory provisioned, vm memory',
  ],
  [
    'disk',
    'disk, disks, disk size, storage, hdd, ssd, total disk, provisioned, capacity, total disk capacity, disk space, disk capacity, total storage, storage allocated, disk total, hard disk, drive size, disk 1 size, totaldiskallocated, provisioned storage, provisioned space, total disk size, hdd size, allocated storage, total storage size, storage size, storage capacity, disk allocated, allocated disk, storage provisioned, disk total size, hard drive, maxdisk, total hdd, local storage, provisionedspace, capacity total',
  ],
  [
    'usedVcpu',
    'cpu %, cpu usage, cpu usage %, cpu utilization, cpu utilisation, cpu utilization percentage, cpu utilization %, cpu load, cpu used, used vcpu, usedvcpu, cpu usagepct avg, cpu usagepct max, avg cpu %, max cpu %, peak cpu %, cpu average %, cpu max %',
  ],
  [
    'usedMemory',
    'memory used, memory usage, memory usage %, used memory, usedmemory, ram used, ram usage, used ram, memory %, ram %, memory utilization, memory utilisation, memory utilization percentage, memory utilization %, consumed memory, active memory, ram usedsize avg, ram usedsize max',
  ],
  [
    'usedDisk',
    'used, in use, storage in use, consumed, used disk, useddisk, disk used, disk usage, disk %, disk usage %, used space, storage used, used storage, space used, totaldiskused',
  ],
  [
    'environment',
    'environment, env, stage, landscape, used for, server environment, environments, env type, environment type, app environment',
  ],
  [
    'status',
    'status, state, power state, powerstate, power status, lifecycle, operational status, lifecycle state, power, machinestatus, server status, vm status, lifecycle status, machine status, vm state, install status, hardware status, current status, server state',
  ],
  [
    'owner',
    'owner, owners, business owner, service owner, application owner, app owner, system owner, owned by, responsible, accountable, team, department, business unit, owner team, responsible team, product owner',
  ],
  [
    'contact',
    'contact, contacts, support, support group, on call, oncall, escalation, support contact, contact person, call',
  ],
  [
    'managedBy',
    'managed by, admin, administrator, admins, maintainer, maintained by, operated by, operator, technical owner, technical contact, assigned to, customer, tenant, ops team, administered by',
  ],
  ['tags', 'tags, labels, tag, group, groups, tag list, keywords, annotation keys'],
  [
    'notes',
    'notes, note, comment, comments, remarks, remark, description, annotation, details, info, information, cost center, cost centre, purpose notes',
  ],
  [
    'dependsOn',
    'depends on, dependencies, dependency, requires, needs, uses, upstream, connects to, talks to, backend, backends, database server, dependent on, database, db server, depends, connected to',
  ],
  ['usedBy', 'used by, dependents, consumers, downstream, clients, dependants, needed by, required by'],
  [
    'from',
    'from, from name, fromname, source, source server, source server name, source name, source host, source vm, source node, source hostname, client, source ip, source address, src, src host, src ip',
  ],
  [
    'to',
    'to, to name, toname, destination, destination server, destination server name, destination name, destination host, destination vm, destination node, destination hostname, target server, destination ip, destination address, dst, dest, dst host, dest host, dst ip, dest ip',
  ],
  ['dependencyType', 'dependency type, relation, relationship, connection type, dependencytype, link type'],
  ['port', 'port, destination port, ports, dest port, target port, service port'],
  ['protocol', 'protocol, protocols, proto, transport, scheme'],
  ['encrypted', 'encrypted, encryption, tls, ssl, encrypted in transit'],
  [
    'disposition',
    'disposition, strategy, migration strategy, r type, treatment, 6r, 7r, 6rs, 7rs, 6 rs, 7 rs, action, recommendation, plan, migration type, migration approach, decision',
  ],
  [
    'phase',
    'wave, wave name, phase, batch, move group, migration wave, sprint, applicationwave, migration phase, wave id, migration batch, group move, migration group, wave number, wave no, migration wave number, bundle, move wave',
  ],
  [
    'moveTo',
    'target, target host, new host, move to, moves to, target platform, target size, new location, target location, target provider, target site, target cluster, new provider, new home, migrate to, target environment, destination platform, future host, target cloud',
  ],
  [
    'migrationDate',
    'migration date, cutover, cutover date, go live, go live date, move date, planned date, migration start',
  ],
  [
    'endDate',
    'decommission date, eol, end of life, end of support, warranty end, created, last seen, retire date, decommission, created at, create date, createdate',
  ],
  [
    'cost',
    'cost, monthly cost, price, cost per month, annual cost, yearly cost, monthly price, cost month, cost year, costs, price month',
  ],
  ['currency', 'currency'],
  [
    'identity',
    'id, asset id, asset tag, serial, serial number, serial no, service tag, vm instance uuid, guid, system uuid, uuid, instance id, vm id, vm uuid, smbios uuid, bios uuid, external id, externalid, moref, machineid, machine id, server id, serverid, smbiosid, resource id, arn, object id, vmware morefid, vmid, sys id, id vm, vm uuid instance',
  ],
  [
    'data',
    'data classification, data class, sensitivity, confidentiality, pii, gdpr, compliance, personal data, data, data kinds',
  ],
  ['jurisdiction', 'country, jurisdiction, country code, legal location'],
  [
    'backup',
    'backup, backups, backup policy, last backup, backup status, backed up by, backup to, backed up',
  ],
  ['monitoring', 'monitored by, monitoring, monitor, monitored, monitoring tool'],
  ['count', 'count, quantity, qty, number of servers, number, instances, amount'],
];
