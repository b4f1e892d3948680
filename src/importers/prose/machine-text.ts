const proseEnding = /\.(?:md|markdown|mdown|mkd|rst|rest|adoc|asciidoc|asc|txt|text|wiki)$/iu;

interface MachineShape {
  readonly what: string;
  readonly line: RegExp;
  /** The share of the lines that must look so. */
  readonly share: number;
  /** Whether a name that promises prose speaks against it. */
  readonly yieldsToName: boolean;
}

const keyLine = /\b(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-[\w-]{4,20}|sk-ssh-[\w@.-]{4,40})\s+AAAA[\w+/]/u;
const sshWord =
  /^\s*(?:Host|Match|HostName|HostKeyAlias|User|Port|IdentityFile|IdentitiesOnly|Include|Proxy(?:Jump|Command)|(?:Local|Remote|Dynamic)Forward|Forward(?:Agent|X11)|StrictHostKeyChecking|UserKnownHostsFile|ControlMaster|ControlPath|ControlPersist|ServerAlive\w{3,12}|LogLevel|Compression|ConnectTimeout|SendEnv|SetEnv|\w{0,20}Authentication|Ciphers|MACs|KexAlgorithms)(?:\s+|\s*=\s*)\S/u;
const addressLine = /^\s*(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-fA-F]{0,4}(?::[\da-fA-F]{0,4}){2,7})\s+\S/u;
/** A key with one word or nothing after it, or a list entry of one word: several words are a sentence. */
const yamlLine = /^\s*(?:- )?["']?[\w.*@/{}-]{1,80}["']?:(?:\s+\S{1,200})?\s*$|^\s*- \S{1,200}\s*$/u;

/** Files that programs read: their lines are no sentences, however many words stand in them. */
const shapes: readonly MachineShape[] = [
  { what: 'a list of SSH keys', line: keyLine, share: 0.6, yieldsToName: false },
  { what: 'an SSH configuration', line: sshWord, share: 0.6, yieldsToName: true },
  { what: 'a hosts file', line: addressLine, share: 0.8, yieldsToName: true },
  { what: 'YAML', line: yamlLine, share: 0.9, yieldsToName: true },
];

/** What sort of machine-read file a text is, in words; `null` when it may be prose. The first 2,000 lines are looked at. */
export function findMachineText(name: string, lines: readonly string[]): string | null {
  const told = lines
    .slice(0, 2000)
    .map((line) => line.slice(0, 400))
    .filter((line) => line.trim() !== '' && !/^\s*#/u.test(line));
  if (told.length < 2) return null;
  const found = shapes.find(
    (shape) =>
      !(shape.yieldsToName && proseEnding.test(name)) &&
      told.filter((line) => shape.line.test(line)).length >= told.length * shape.share,
  );
  return found?.what ?? null;
}
