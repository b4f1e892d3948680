import { officeSoftware } from './office-software.ts';
import { saasNames } from './saas-names.ts';
import { softwareNames } from './software-names.ts';
import { readLexicon, readList, toFold } from './table-text.ts';

/** A product that runs somewhere (software) or is used over the network (saas). */
export interface ProductEntry {
  readonly id: string;
  readonly name: string;
  /** Type of the service that it makes. */
  readonly type: string;
  readonly saas: boolean;
  /** The name is an ordinary word as well: only its capitalised form counts. */
  readonly ordinary: boolean;
  /** Id of the provider that sells it, where that is one. */
  readonly vendor: string | null;
  readonly aliases: readonly string[];
}

function toEntries(table: string, isSaas: boolean): ProductEntry[] {
  return readLexicon(table).map(([name = '', type = 'unknown', vendor = '', aliases]) => ({
    id: toFold(name),
    name: name.replace('~', ''),
    type,
    saas: isSaas,
    ordinary: name.includes('~'),
    vendor: vendor === '' ? null : vendor,
    aliases: readList(aliases),
  }));
}

/** Products of both sorts. */
export const products: readonly ProductEntry[] = [
  ...toEntries(softwareNames, false),
  ...toEntries(officeSoftware, false),
  ...toEntries(saasNames, true),
];

/** Tools that configure, deploy or are a language: they act on machines but are no part of what runs there. */
export const tools: readonly string[] = readList(
  'Ansible, Chef, Puppet, Salt, SaltStack, Terraform, Capistrano, Fabric, Vagrant, Packer, Docker, docker-compose, Helm, git, Git, Ruby, Python, Perl, PHP, Node.js, Java, Go, Rust, Bash, YAML, npm, pip, rbenv, virtualenv, upstart, systemd, foreman gem, whenever, apt, yum, SSH, CINC, Kickstart, certbot, Linux, Windows, macOS, FreeBSD, CentOS, Debian, Ubuntu, Fedora, Alpine, kubectl, systemctl, journalctl, htpasswd, htcacheclean, curl, wget, pg_dump, pg_basebackup, mysqldump, mongodump, tmux, sudo, apt-get, dpkg, ssh-agent, ssh-keygen, iptables, ufw, tcpdump, openssl, gpg, doctl, gcloud, eksctl, virsh, lxc, zfs, lvm, mdadm',
);
