import { findEnvironment } from './type-words.ts';

const siteWords: ReadonlySet<string> = new Set(
  (
    'london paris berlin frankfurt amsterdam dublin madrid stockholm helsinki warsaw zurich oslo milan vienna prague ' +
    'newyork nyc nyc1 nyc2 nyc3 sfo sfo1 sfo2 sfo3 ams2 ams3 lon lon1 fra1 blr1 sgp1 tor1 dfw ord iad syd hkg lax sea sjc atl mia ' +
    'singapore tokyo sydney mumbai toronto losangeles chicago dallas seattle johannesburg taipei umea ' +
    'fsn1 nbg1 hel1 ash hil eu-west-1 eu-west-2 eu-west-3 eu-central-1 eu-north-1 us-east-1 us-east-2 us-west-1 us-west-2 ap-southeast-1 ap-southeast-2 ap-northeast-1'
  ).split(' '),
);

const providerNames: Readonly<Record<string, string>> = {
  aws: 'AWS',
  ec2: 'AWS',
  amazon: 'AWS',
  azure: 'Azure',
  gcp: 'Google Cloud',
  gce: 'Google Cloud',
  digitalocean: 'DigitalOcean',
  hetzner: 'Hetzner',
  linode: 'Linode',
  ovh: 'OVH',
  scaleway: 'Scaleway',
  rackspace: 'Rackspace',
  vultr: 'Vultr',
  equinix: 'Equinix',
  packet: 'Packet',
  ibmcloud: 'IBM Cloud',
  oracle: 'Oracle Cloud',
  macstadium: 'MacStadium',
};

/** The site that a group's name is; whole names only, so that `london_web` is no site. */
export function findSiteWord(group: string): string | undefined {
  const key = group.toLowerCase().replaceAll('_', '-');
  const bare = key.replaceAll('-', '');
  return siteWords.has(key) || siteWords.has(bare) ? group : undefined;
}

/** The provider that a group's name is. */
export function findProviderWord(group: string): string | undefined {
  const key = group.toLowerCase().replace(/[_-]/gu, '');
  return Object.hasOwn(providerNames, key) ? providerNames[key] : undefined;
}

/** The environment that a group's name is, or one of its words when only one is named. */
export function findGroupEnvironment(group: string): string | undefined {
  const whole = findEnvironment(group);
  if (whole !== undefined) return whole;
  const named = new Set(group.split(/[_\-.]/u).flatMap((word) => findEnvironment(word) ?? []));
  return named.size === 1 ? [...named][0] : undefined;
}
