import { readLexicon, readList, toFold } from './table-text.ts';

/** A company that machines or platforms are rented from. */
export interface ProviderEntry {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Words of its catalogue that name it by the way ("droplet", "EC2"). */
  readonly words: readonly string[];
}

/** name | other spellings | words that only this provider uses */
const table = `
DigitalOcean | Digital Ocean, Digitalocean | droplet, droplets
Amazon Web Services | AWS, Amazon AWS, Amazon EC2, EC2, Amazon | ec2
Google Cloud | Google Cloud Platform, GCP, GCE, Google Compute Engine |
Microsoft Azure | Azure | 
Linode | Akamai Linode, Linode Hosting | 
Hetzner | Hetzner Online, Hetzner Cloud, Hetzner Robot | 
OVHcloud | OVH, Kimsufi, So you Start | 
Scaleway | Online.net, online.net | 
Vultr | | 
Rackspace | Rackspace Cloud | 
Heroku | | dyno, dynos
Fly.io | | 
Render.com | | 
Railway.app | | 
Netlify | | 
Vercel | | 
Bytemark | | 
Infomaniak | | 
Exoscale | ExoScale | 
Ops One | | 
ungleich | ungleich GmbH, Data Center Light | 
IONOS | 1&1, 1und1 | 
netcup | Netcup | 
Contabo | | 
UpCloud | | 
Leaseweb | LeaseWeb | 
Equinix Metal | Packet, Packet.net, Equinix | 
Oracle Cloud | OCI, Oracle Cloud Infrastructure | 
IBM Cloud | SoftLayer, Softlayer, IBM SoftLayer | 
Alibaba Cloud | Aliyun | 
Cloudant | IBM Cloudant | 
MongoDB Atlas | | 
Compose.io | MongoHQ | 
Gandi | Gandi.net | 
Hostinger | | 
GoDaddy | Go Daddy | 
DreamHost | Dreamhost | 
Bluehost | | 
SiteGround | | 
WP Engine | WPEngine | 
PythonAnywhere | | 
Platform.sh | | 
OSUOSL | Oregon State University Open Source Lab, OSU Open Source Lab | 
Macstadium | MacStadium, Mac Stadium | 
Oakhost | | 
Flying Circus | | 
NETWAYS | Netways | 
Conova | | 
Strato | STRATO | 
Mittwald | mittwald | 
Host Europe | HostEurope | 
Hosteurope Cloud | | 
Open Telekom Cloud | OTC | 
Ionos Cloud | ProfitBricks | 
noris network | | 
Manitu | manitu | 
Uberspace | | 
all-inkl.com | All-Inkl, ALL-INKL | 
Domainfactory | domainFactory | 
Cyon | cyon | 
Hostpoint | | 
Nine | nine.ch | 
Init7 | | 
cloudscale.ch | cloudscale | 
Gridscale | gridscale | 
TransIP | | 
Combell | | 
Memset | | 
Mythic Beasts | | 
Krystal | | 
UKFast | | 
Iomart | | 
Joyent | | 
Engine Yard | EngineYard | 
dotCloud | | 
Nodejitsu | | 
Slicehost | | 
Media Temple | MediaTemple | 
Liquid Web | LiquidWeb | 
A2 Hosting | | 
Namecheap | | 
Kamatera | | 
Wasabi | | 
Backblaze | Backblaze B2, B2 | 
rsync.net | | 
Yandex Cloud | | 
Selectel | | 
Tencent Cloud | | 
Cloud.gov | cloud.gov | 
`;

/** Providers that machines, platforms or storage are rented from. */
export const providers: readonly ProviderEntry[] = readLexicon(table).map(([name = '', aliases, words]) => ({
  id: toFold(name),
  name,
  aliases: readList(aliases),
  words: readList(words),
}));
