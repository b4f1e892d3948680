import type { Detection, Importer, Proposal, ProposedEvidence, SourceText } from '../contract.ts';
import { addressPattern, isOwnAddress, toAddresses } from '../json/addresses.ts';
import { addNote, addQuestion, makeDraft, refuse, toDraftProposal, type Draft } from '../json/draft.ts';
import { findHops, type SshHop } from './find-hops.ts';
import { keywords } from './keywords.ts';
import { makeOptionFinder, readSshConfig, splitLine, type SshConfig, type SshOption } from './read-config.ts';

const format = 'ssh-config';

const knownKey =
  /^(?:\|1\||[^\s#]{1,400})\s?\S{0,300}\s(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S{1,30}|sk-\S{1,50})\s+AAAA/u;

function isKnownHosts(file: SourceText): boolean {
  const said = file.lines.slice(0, 200).filter((line) => !/^\s*(?:#|$)/u.test(line));
  return said.length > 0 && said.every((line) => knownKey.test(line.slice(0, 1000)));
}

function detect(file: SourceText): Detection {
  if (isKnownHosts(file)) return { score: 95, because: 'keys of hosts (known_hosts)' };
  const said = file.lines.slice(0, 2000).filter((line) => !/^\s*(?:#|$)/u.test(line));
  if (said.length === 0) {
    const isTemplate = file.lines.some((line) => /^#\s{0,9}Host \*/u.test(line));
    return isTemplate
      ? { score: 80, because: 'Host blocks, all of them comments' }
      : { score: 0, because: 'nothing' };
  }
  const keys = said.map((line) => splitLine(line)?.key ?? '');
  const known = keys.filter((key) => keywords.has(key)).length;
  const blocks = keys.filter((key) => key === 'host' || key === 'match').length;
  if (blocks === 0 || known < keys.length * 0.9) return { score: 0, because: 'no Host blocks of SSH' };
  return { score: 97, because: `${blocks} Host block(s) with SSH keywords` };
}

const services: Readonly<Record<string, string>> = {
  'github.com': 'GitHub',
  'ssh.github.com': 'GitHub',
  'gist.github.com': 'GitHub',
  'gitlab.com': 'GitLab',
  'bitbucket.org': 'Bitbucket',
  'ssh.dev.azure.com': 'Azure DevOps',
  'git.sr.ht': 'SourceHut',
  'codeberg.org': 'Codeberg',
  'heroku.com': 'Heroku',
};

interface Alias {
  readonly alias: string;
  readonly line: number;
  readonly options: ReadonlyMap<string, SshOption>;
  /** What ssh connects to: `HostName`, else the alias itself; `null` when it is written with words that only ssh resolves. */
  readonly target: string | null;
}

function toAliases(config: SshConfig): readonly Alias[] {
  const found = new Map<string, Alias>();
  const findOptions = makeOptionFinder(config);
  for (const block of config.blocks) {
    // Brackets are placeholders of an example ("[my boxes]"): nothing on such a line is a name.
    const isExample = block.patterns.some((pattern) => pattern.includes('['));
    for (const alias of block.isHost && !isExample ? block.patterns : []) {
      const isName = /^[\w.:-]{1,253}$/u.test(alias) && alias !== 'localhost' && !isOwnAddress(alias);
      if (!isName || found.has(alias.toLowerCase())) continue;
      const options = findOptions(alias);
      const named = options.get('hostname')?.value.replaceAll('%h', alias).replaceAll('%%', '%');
      const target = named === undefined ? alias : /^[\w.:-]{1,253}$/u.test(named) ? named : null;
      if (target !== null && (target === 'localhost' || isOwnAddress(target))) continue;
      found.set(alias.toLowerCase(), { alias, line: block.line, options, target });
    }
  }
  return [...found.values()];
}

/** Whether one alias is the other with a domain behind it, on the same line and without a word of where they really are. */
function isShortAndLong(one: Alias, other: Alias): boolean {
  if (one.line !== other.line || one.options.has('hostname')) return false;
  return other.alias.toLowerCase().startsWith(`${one.alias.toLowerCase()}.`);
}

/** Aliases of one address and port are one machine. */
function toMachines(aliases: readonly Alias[]): readonly (readonly Alias[])[] {
  const groups = new Map<string, Alias[]>();
  const byLine = new Map<number, Alias[]>();
  for (const alias of aliases)
    byLine.set(alias.line, [...(byLine.get(alias.line) ?? []).slice(0, 50), alias]);
  for (const alias of aliases) {
    const port = alias.options.get('port')?.value ?? '22';
    const short = byLine.get(alias.line)?.find((other) => other !== alias && isShortAndLong(other, alias));
    if (short?.target !== undefined && short.target !== null) {
      const shared = `${short.target.toLowerCase()} ${short.options.get('port')?.value ?? '22'}`;
      groups.set(shared, [...(groups.get(shared) ?? []), alias]);
      continue;
    }
    const id = alias.target === null ? `?${alias.alias}` : `${alias.target.toLowerCase()} ${port}`;
    groups.set(id, [...(groups.get(id) ?? []), alias]);
  }
  return [...groups.values()];
}

function toEvidence(
  option: SshOption | undefined,
  field: string,
  words?: string,
): readonly ProposedEvidence[] {
  return option === undefined ? [] : [{ line: option.line, quote: words ?? option.value, field }];
}

function addMachine(draft: Draft, aliases: readonly Alias[]): string | undefined {
  const [first] = aliases;
  if (first === undefined) return undefined;
  const { alias, target, options, line } = first;
  const hostName = options.get('hostname');
  const [port, user] = [options.get('port'), options.get('user')];
  const saas = Object.hasOwn(services, (target ?? '').toLowerCase())
    ? services[(target ?? '').toLowerCase()]
    : undefined;
  const addresses = toAddresses(target === null ? [] : [target]);
  const others = aliases.slice(1).map((each) => each.alias);
  const isNamed =
    target !== null && target.toLowerCase() !== alias.toLowerCase() && !addressPattern.test(target);
  const names = [...others, ...(isNamed ? [target] : []), ...(saas === undefined ? [] : [alias])];
  const name = saas ?? alias;
  const key = saas === undefined ? `server:${alias.toLowerCase()}` : `service:${saas.toLowerCase()}`;
  const isPort = port !== undefined && port.value !== '22' && /^\d{1,5}$/u.test(port.value);
  const notes = [
    ...(isPort ? [`SSH port ${port.value}`] : []),
    ...(user === undefined || !/^[\w.@-]{1,64}$/u.test(user.value) ? [] : [`SSH user ${user.value}`]),
  ];
  draft.collector.add({
    is: 'node',
    key,
    kind: saas === undefined ? 'server' : 'service',
    ...(saas === undefined ? {} : { type: 'saas' }),
    name,
    confidence: hostName === undefined ? 'likely' : 'sure',
    reasons: [hostName === undefined ? 'a Host of the SSH configuration' : 'a Host with a HostName'],
    ...(names.length === 0 ? {} : { aliases: [...new Set(names)] }),
    ...(addresses.length === 0 ? {} : { addresses }),
    ...(notes.length === 0 || saas !== undefined ? {} : { notes: notes.join('\n') }),
    evidence: [
      { line, quote: alias, field: 'name' },
      ...aliases.slice(1).map((each) => ({ line: each.line, quote: each.alias, field: 'aliases' })),
      ...(target === null || (hostName !== undefined && hostName.value !== target)
        ? []
        : toEvidence(hostName, addresses.length > 0 ? 'addresses' : 'aliases')),
      ...(isPort ? toEvidence(port, 'notes') : []),
    ],
  });
  const forward = aliases.map((each) => each.options.get('localforward')).find((each) => each !== undefined);
  if (forward !== undefined) {
    const text = `The SSH configuration of ${name} forwards ports: which service is reached that way?`;
    addQuestion(
      draft,
      `forward/${key}`,
      text,
      [key],
      [{ line: forward.line, quote: forward.value.split(' ')[0] ?? '', field: 'text' }],
    );
  }
  return key;
}

function addHop(draft: Draft, from: string, to: string, { option, name }: SshHop): void {
  if (from === to) return;
  draft.collector.add({
    is: 'dependency',
    key: `dependency:reaches-through/${from}>${to}`,
    from,
    to,
    type: 'reaches-through',
    protocol: 'ssh',
    encrypted: true,
    confidence: 'sure',
    reasons: ['ssh goes there first'],
    evidence: [{ line: option.line, quote: name, field: 'to' }],
  });
}

function addHops(
  draft: Draft,
  machines: readonly (readonly Alias[])[],
  keys: ReadonlyMap<string, string>,
): void {
  let unread = 0;
  for (const aliases of machines) {
    const [first] = aliases;
    const key = first === undefined ? undefined : keys.get(first.alias.toLowerCase());
    if (first === undefined || key === undefined) continue;
    const hops = findHops(first.options);
    if (hops === null) unread += 1;
    const way = (hops ?? []).map((hop) => {
      const known = keys.get(hop.name.toLowerCase()) ?? `server:${hop.name.toLowerCase()}`;
      if (draft.collector.getNode(known) === undefined) {
        draft.collector.add({
          is: 'node',
          key: known,
          kind: 'server',
          type: 'gateway',
          name: hop.name,
          confidence: 'likely',
          reasons: ['named as the way to other hosts'],
          evidence: [{ line: hop.option.line, quote: hop.name, field: 'name' }],
        });
      }
      return { known, hop };
    });
    for (const [index, { known, hop }] of way.entries()) {
      const next = way[index + 1]?.known ?? key;
      addHop(draft, next, known, hop);
    }
  }
  if (unread > 0)
    addNote(
      draft,
      'proxy-command',
      `${unread} host(s) are reached by a ProxyCommand that is not understood; say in the plan through which machine.`,
    );
}

/** Whether a file of the import is one that an `Include` names: compared by the end of its path, `*` and `?` as the shell has them. */
function isAmong(pattern: string, others: readonly SourceText[]): boolean {
  return pattern
    .slice(0, 1000)
    .split(/\s+/u)
    .every((path) => {
      const parts = path.replace(/^(?:~|\/etc\/ssh|\$HOME)?\/?(?:\.ssh\/)?/u, '').split('/');
      return others.some((other) => {
        const names = other.name.split('/').slice(-parts.length);
        return (
          names.length === parts.length &&
          parts.every((part, at) => toNamePattern(part).test(names[at] ?? ''))
        );
      });
    });
}

function toNamePattern(part: string): RegExp {
  const plain = part.replace(/[.+^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(`^${plain.replace(/\*{1,100}/gu, '[^/]{0,255}').replaceAll('?', '.')}$`, 'u');
}

function parse(file: SourceText, others: readonly SourceText[]): Proposal {
  if (isKnownHosts(file)) {
    const message =
      'It is a list of known hosts: keys, not an inventory. Import the SSH configuration (the file "config" beside it).';
    return refuse(file, format, 'known-hosts', message);
  }
  const draft = makeDraft(file);
  const config = readSshConfig(file.lines);
  const aliases = toAliases(config);
  const machines = toMachines(aliases);
  const keys = new Map<string, string>();
  for (const group of machines) {
    const key = addMachine(draft, group);
    if (key === undefined) continue;
    for (const { alias, target } of group) {
      keys.set(alias.toLowerCase(), key);
      if (target !== null && !keys.has(target.toLowerCase())) keys.set(target.toLowerCase(), key);
    }
  }
  addHops(draft, machines, keys);
  if (config.conditional > 0)
    addNote(draft, 'match-blocks', `${config.conditional} Match block(s) with conditions were left out.`);
  for (const include of config.includes.filter((each) => !isAmong(each.value, others)))
    addNote(
      draft,
      'include',
      `Files that it includes are not opened: import them together with it.`,
      include.line,
    );
  if (aliases.length === 0) addNote(draft, 'no-hosts', 'It names no single hosts, only patterns.');
  return toDraftProposal(draft, format);
}

/** Client configurations of OpenSSH. Source: OpenBSD `ssh_config(5)`. */
export const sshConfigImporter: Importer = { format, title: 'SSH configuration', detect, parse };
