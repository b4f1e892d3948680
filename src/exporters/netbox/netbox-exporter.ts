import { sortedBy } from '#core/base/compare.ts';
import type { Exporter } from '#core/exporters/contract.ts';
import { toRawCsv, type RawCell, type RawTable } from '#core/exporters/encode/raw-csv.ts';
import { makeLoss, type Loss } from '#core/exporters/reading/loss.ts';
import { toPlanReader, type PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { toCellText } from '#core/exporters/vendor/cells.ts';
import { tellNodeLosses, tellPlanLosses } from '#core/exporters/vendor/losses.ts';
import { toMachines, type Machine } from '#core/exporters/vendor/machines.ts';
import { toPrefixed, toRole, toStand, toStatus, toTagSlugs } from './netbox-cells.ts';

const machineHeadings =
  'name,status,start_on_boot,role,site,cluster,device,tenant,platform,vcpus,memory,disk,description,serial,config_template,comments,owner,tags'.split(
    ',',
  );
const deviceHeadings =
  'name,role,tenant,manufacturer,device_type,platform,serial,asset_tag,status,site,location,rack,position,face,latitude,longitude,parent,device_bay,airflow,virtual_chassis,vc_position,vc_priority,cluster,description,config_template,owner,comments,tags'.split(
    ',',
  );
const clusterHeadings =
  'name,type,group,status,scope_type,scope_id,tenant,description,owner,comments,tags'.split(',');
const interfaceHeadings = 'virtual_machine,name,enabled'.split(',');
const addressHeadings = 'address,status,device,virtual_machine,interface,is_primary,dns_name'.split(',');

type Cells = Readonly<Record<string, RawCell>>;

function toTable(headings: readonly string[], rows: readonly Cells[]): RawTable {
  return { headings, rows: rows.map((cells) => headings.map((heading) => cells[heading] ?? null)) };
}

/** What of a machine NetBox has a place for. */
function tellLosses(machine: Machine, loss: Loss): void {
  tellNodeLosses(machine.node, loss, [
    'tags',
    'operating system',
    'CPU and memory',
    'disk size',
    'addresses',
    'addresses that are no IP address',
    'status',
  ]);
  for (const address of machine.node.addresses) {
    if (!machine.ips.includes(address)) loss.add('addresses that are no IP address', address);
  }
  for (const service of machine.services) loss.add('services', service.name);
}

function toMachineCells(machine: Machine, loss: Loss): Cells {
  const { node } = machine;
  const stand = toStand(machine);
  tellLosses(machine, loss);
  return {
    name: toCellText(node.name),
    status: toStatus(node, loss),
    role: toRole(node),
    site: toCellText(stand.site?.name ?? null),
    cluster: toCellText(stand.cluster?.name ?? null) ?? stand.standIn,
    device: toCellText(stand.device?.name ?? null),
    platform: toCellText(node.os),
    vcpus: node.capacity.vcpu === null ? null : Math.round(node.capacity.vcpu * 100) / 100,
    memory: node.capacity.memoryMiB,
    disk: node.capacity.diskGiB === null ? null : Math.round(node.capacity.diskGiB * 1024),
    tags: toTagSlugs(machine, loss),
  };
}

function toDeviceCells(machine: Machine, loss: Loss): Cells {
  const { node } = machine;
  const stand = toStand(machine);
  tellLosses(machine, loss);
  if ((node.capacity.vcpu ?? node.capacity.memoryMiB ?? node.capacity.diskGiB) !== null) {
    loss.add('sizes of hosts and physical servers', node.name);
  }
  if (stand.site === undefined) loss.add('devices without a site: NetBox asks for one', node.name);
  return {
    name: toCellText(node.name),
    role: toRole(node) ?? 'Server',
    manufacturer: 'Generic',
    device_type: 'Server',
    platform: toCellText(node.os),
    status: toStatus(node, loss),
    site: toCellText(stand.site?.name ?? null),
    cluster: toCellText(stand.cluster?.name ?? null),
    tags: toTagSlugs(machine, loss),
  };
}

/** Clusters that must be there before the machines: real ones, and those that stand for a provider. */
function toClusters(reader: PlanReader, machines: readonly Machine[]): Cells[] {
  const clusters = reader.start.nodes.filter((node) => node.kind === 'host' && node.type === 'cluster');
  const real = sortedBy(clusters, (node) => node.id).flatMap((node): Cells[] => {
    const name = toCellText(node.name);
    return name === null ? [] : [{ name, type: 'Cluster', status: 'active' }];
  });
  const known = new Set(real.map((each) => each['name']));
  const standIns = machines.flatMap((machine) => toStand(machine).standIn ?? []);
  const others = [...new Set(standIns)].sort().filter((name) => !known.has(name));
  return [...real, ...others.map((name) => ({ name, type: 'Cloud', status: 'active' }))];
}

function toAddresses(machines: readonly Machine[], devices: readonly Machine[]): Cells[] {
  const rows = (list: readonly Machine[], column: string): Cells[] =>
    list.flatMap(({ node, ips }) =>
      ips.map((address, index) => ({
        address: toPrefixed(address),
        status: 'active',
        [column]: toCellText(node.name),
        interface: 'eth0',
        is_primary: index === 0 ? 'true' : 'false',
      })),
    );
  return [...rows(machines, 'virtual_machine'), ...rows(devices, 'device')];
}

/**
 * The estate as files for the import of NetBox 4.1 and later (sizes in MB): clusters first, then devices, virtual machines, their
 * interfaces and addresses. Sites have to be there already: they are listed.
 * Source: netbox-community/netbox `virtualization/forms/bulk_import.py`, `dcim/forms/bulk_import.py`.
 */
export const netBoxExporter: Exporter = {
  format: 'netbox',
  title: 'NetBox',
  export: (plan, report, options) => {
    const reader = toPlanReader(plan, report, options);
    const loss = makeLoss();
    const servers = toMachines(reader, 'server');
    const machines = servers.filter(({ node }) => node.type !== 'physical');
    const devices = [
      ...toMachines(reader, 'host').filter(({ node }) => node.type !== 'cluster'),
      ...servers.filter(({ node }) => node.type === 'physical'),
    ];
    const sites = sortedBy(
      reader.start.nodes.filter((node) => node.kind === 'site'),
      (node) => node.name,
    );
    for (const site of sites) loss.add('sites: make them in NetBox first', site.name);
    const interfaces = machines
      .filter(({ ips }) => ips.length > 0)
      .map(({ node }): Cells => ({ virtual_machine: toCellText(node.name), name: 'eth0', enabled: 'true' }));
    const tables: readonly (readonly [string, RawTable])[] = [
      ['netbox-1-clusters.csv', toTable(clusterHeadings, toClusters(reader, machines))],
      [
        'netbox-2-devices.csv',
        toTable(
          deviceHeadings,
          devices.map((each) => toDeviceCells(each, loss)),
        ),
      ],
      [
        'netbox-3-virtual-machines.csv',
        toTable(
          machineHeadings,
          machines.map((each) => toMachineCells(each, loss)),
        ),
      ],
      ['netbox-4-interfaces.csv', toTable(interfaceHeadings, interfaces)],
      ['netbox-5-addresses.csv', toTable(addressHeadings, toAddresses(machines, devices))],
    ];
    tellPlanLosses(reader, loss);
    return {
      files: tables
        .filter(([path, table]) => table.rows.length > 0 || path.includes('machines'))
        .map(([path, table]) => ({ path, content: toRawCsv(table, loss) })),
      notFitted: loss.toNotFitted(),
    };
  },
};
