import type { Detection, Importer, Proposal, SourceText } from '../contract.ts';
import { addressPattern, isOwnAddress } from '../json/addresses.ts';
import { addNote, addQuestion, makeDraft, refuse, toDraftProposal, type Draft } from '../json/draft.ts';
import { withoutSecrets } from '../json/quote.ts';

const format = 'hosts-file';
/** More names on 0.0.0.0 than these are a list of blocked sites, no inventory. */
const blockedNames = 1000;

interface HostLine {
  readonly line: number;
  readonly address: string;
  readonly names: readonly string[];
  /** The comment above the block of lines. */
  readonly heading: string | null;
  readonly comment: string;
}

const hostName = /^(?=[^.-])[\w.-]{1,253}$/u;

function readLine(text: string): Pick<HostLine, 'address' | 'names' | 'comment'> | undefined {
  const cut = text.slice(0, 5000);
  const at = cut.indexOf('#');
  const [address = '', ...names] = (at < 0 ? cut : cut.slice(0, at)).trim().split(/\s+/u);
  if (!addressPattern.test(address) || names.length === 0 || !names.every((name) => hostName.test(name)))
    return undefined;
  return { address, names, comment: at < 0 ? '' : cut.slice(at + 1).trim() };
}

function detect(file: SourceText): Detection {
  const said = file.lines.slice(0, 3000).filter((line) => !/^\s*(?:#|$)/u.test(line));
  const fits = said.filter((line) => readLine(line) !== undefined).length;
  if (fits === 0 || fits < said.length * 0.9) return { score: 0, because: 'no lines of address and name' };
  return { score: 96, because: `${fits} line(s) of address and names` };
}

function readLines(file: SourceText): {
  readonly hosts: readonly HostLine[];
  readonly blocked: number;
  readonly strange: number;
} {
  const hosts: HostLine[] = [];
  let heading: string | null = null;
  let inBlock = false;
  let blocked = 0;
  let strange = 0;
  for (const [index, text] of file.lines.entries()) {
    const comment = /^\s*#+\s?(.{0,500})$/u.exec(text)?.[1]?.trim();
    if (comment !== undefined) {
      // A comment over several lines, or a whole sentence, is an explanation and no heading.
      heading = heading !== null && !inBlock ? '' : comment;
      inBlock = false;
      continue;
    }
    if (text.trim() === '') {
      if (inBlock) heading = null;
      continue;
    }
    inBlock = true;
    const read = readLine(text);
    if (read === undefined) strange += 1;
    else if (read.address === '0.0.0.0') blocked += 1;
    else hosts.push({ ...read, line: index + 1, heading });
  }
  return { hosts, blocked, strange };
}

const noNames =
  /^(?:localhost|broadcasthost|ip6-.{1,40}|.{0,100}\.localdomain|localhost[46]|host\.docker\.internal|gateway\.docker\.internal|kubernetes\.docker\.internal)$/iu;
const isHeading = /^[\w][\w &/-]{1,40}:?$/u;

function addHost(draft: Draft, host: HostLine, known: Map<string, string>): void {
  const isOwn = isOwnAddress(host.address);
  if (isOwn && host.address !== '127.0.1.1') return;
  const names = host.names.filter((name) => !noNames.test(name));
  const name = names.find((each) => !each.includes('.')) ?? names[0];
  if (name === undefined) return;
  const known1 = names.map((each) => known.get(each.toLowerCase())).find((each) => each !== undefined);
  const key = known1 ?? `server:${name.toLowerCase()}`;
  const before = draft.collector.getNode(key);
  const title = before?.name ?? name;
  const aliases = names.filter((each) => each !== title);
  const address = host.address.toLowerCase();
  const heading =
    host.heading !== null && isHeading.test(host.heading)
      ? withoutSecrets(host.heading.replace(/:$/u, ''))
      : '';
  draft.collector.add({
    is: 'node',
    key,
    kind: 'server',
    name: title,
    confidence: 'sure',
    reasons: [isOwn ? 'the name of the machine itself' : 'an address with its name'],
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(isOwn ? {} : { addresses: [address] }),
    ...(heading === '' ? {} : { tags: [heading] }),
    ...(host.comment === '' ? {} : { notes: withoutSecrets(host.comment) }),
    evidence: [
      ...(names.includes(title) ? [{ line: host.line, quote: title, field: 'name' }] : []),
      ...aliases.map((quote) => ({ line: host.line, quote, field: 'aliases' })),
      ...(isOwn ? [] : [{ line: host.line, quote: host.address, field: 'addresses' }]),
    ],
  });
  for (const each of names) known.set(each.toLowerCase(), key);
  const had = before?.addresses ?? [];
  const isSameFamily = had.some((each) => each.includes(':') === address.includes(':'));
  if (!isOwn && !had.includes(address) && isSameFamily) {
    const text = `${title} stands with more than one address (${[...had, address].join(', ')}): is it one machine?`;
    addQuestion(
      draft,
      `addresses/${key}`,
      text,
      [key],
      [{ line: host.line, quote: host.address, field: 'addresses' }],
    );
  }
}

function parse(file: SourceText): Proposal {
  const { hosts, blocked, strange } = readLines(file);
  if (blocked > blockedNames) {
    const message = `It is a list of blocked sites (${blocked} names on 0.0.0.0), no list of machines.`;
    return refuse(file, format, 'block-list', message);
  }
  const draft = makeDraft(file);
  const known = new Map<string, string>();
  for (const host of hosts) addHost(draft, host, known);
  if (blocked + strange > 0)
    addNote(
      draft,
      'left-out',
      `${blocked} blocked name(s) and ${strange} line(s) of another form were left out.`,
    );
  if (known.size === 0) addNote(draft, 'no-hosts', 'It names no machines but the local one.');
  return toDraftProposal(draft, format);
}

/** Files like `/etc/hosts`. Source: `hosts(5)`. */
export const hostsFileImporter: Importer = { format, title: 'Hosts file', detect, parse };
