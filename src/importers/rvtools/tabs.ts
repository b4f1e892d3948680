import type { SourceText } from '../contract.ts';
import { toHeadingKey } from '../vendor-table/vendor-row.ts';

/** Tabs of RVTools of which something is read. */
export const rvToolsTabs = [
  'vInfo',
  'vCPU',
  'vMemory',
  'vDisk',
  'vPartition',
  'vNetwork',
  'vHost',
  'vCluster',
  'vDatastore',
  'vSC_VMK',
] as const;

/** One of `rvToolsTabs`. */
export type RvToolsTab = (typeof rvToolsTabs)[number];

/** The tab that a sheet, or a file named `RVTools_tabvInfo.csv`, is by its name. */
export function findNamedTab(file: SourceText): RvToolsTab | undefined {
  const words =
    file.sheet?.name ?? /([A-Za-z_]+)(?:[\s(-][^/]{0,40})?\.(?:csv|tsv|txt)$/u.exec(file.name)?.[1] ?? '';
  return rvToolsTabs.find((tab) =>
    file.sheet === undefined
      ? words.toLowerCase().endsWith(tab.toLowerCase())
      : words.trim().toLowerCase() === tab.toLowerCase(),
  );
}

/** What an export is made of: the workbook, or the folder of its tabs. */
export function toBundle(file: SourceText): string {
  return file.sheet?.workbook ?? file.name.slice(0, file.name.lastIndexOf('/') + 1);
}

const prefixes = rvToolsTabs.map((tab) => tab.toLowerCase().replace('_', ''));

/** Headings of the switch `-DBColumnNames` carry the tab: `vInfoVMName` is `VM`. */
const plainKeys: Readonly<Record<string, string>> = {
  vmname: 'vm',
  guesthostname: 'dnsname',
  ostools: 'osaccordingtothevmwaretools',
  os: 'osaccordingtotheconfigurationfile',
  provisioned: 'provisionedmib',
  inuse: 'inusemib',
  uuid: 'vmuuid',
  numcpucores: '#cores',
  numcpu: '#cpu',
  memorysize: '#memory',
  capacity: 'capacitymib',
  size: 'sizemib',
};

/** A heading of any edition in the form of a recent one: MiB for MB, without the tab's name. */
export function toRvToolsKey(heading: string): string {
  const key = toHeadingKey(heading);
  const prefix = prefixes.find((each) => key.startsWith(each) && key.length > each.length);
  const bare = prefix === undefined ? key : key.slice(prefix.length);
  const plain = prefix !== undefined && Object.hasOwn(plainKeys, bare) ? (plainKeys[bare] ?? bare) : bare;
  return plain.replace(/(?<=[a-z])mb$/u, 'mib');
}
