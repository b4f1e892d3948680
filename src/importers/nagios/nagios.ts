import type { Detection, Importer, Proposal, SourceText } from '../contract.ts';
import { findGroupEnvironment } from '../host-words.ts';
import { addressPattern, isOwnAddress, toAddresses } from '../json/addresses.ts';
import { addNote, makeDraft, refuse, toDraftProposal, type Draft } from '../json/draft.ts';
import { withoutSecrets } from '../json/quote.ts';
import { addContacts } from './add-contacts.ts';
import { addHostDependency, addServiceDependency, addService, type NagiosNames } from './add-services.ts';
import { quoteAll } from './quote-all.ts';
import { readObjects, resolveObject, toNames, type NagiosObject, type NagiosValue } from './read-objects.ts';

const format = 'nagios';
type Values = ReadonlyMap<string, NagiosValue>;

function detect(file: SourceText): Detection {
  const found =
    file.text.match(
      /^\s{0,20}define\s+(?:host|service|hostgroup|servicegroup|contact|contactgroup|hostdependency|servicedependency|command|timeperiod)\s*\{/gmu,
    )?.length ?? 0;
  if (found > 0) return { score: 97, because: `${found} object definition(s)` };
  const second = /^\s{0,20}(?:object|template|apply)\s+(?:Host|Service|Endpoint|Zone)\s+(?:"|for)/mu.test(
    file.text,
  );
  return second
    ? { score: 96, because: 'objects of Icinga 2' }
    : { score: 0, because: 'no object definitions' };
}

function toNotes(values: Values, alias: NagiosValue | undefined, isName: boolean): string {
  const notes = [
    ...(alias === undefined || isName ? [] : [alias.value]),
    ...(values.get('notes') === undefined ? [] : [values.get('notes')?.value ?? '']),
  ];
  return withoutSecrets(notes.join('\n'));
}

function addHost(draft: Draft, values: Values, groups: readonly string[]): string | undefined {
  const called = values.get('host_name');
  if (called === undefined) return undefined;
  const name = called.value;
  const address = values.get('address');
  if (name === 'localhost' || (address !== undefined && isOwnAddress(address.value))) return undefined;
  const key = `server:${name.toLowerCase()}`;
  const isNumber = address !== undefined && addressPattern.test(address.value);
  const named = [values.get('alias'), values.get('display_name')].filter((each) => each !== undefined);
  const isName = (text: string): boolean =>
    /^[\w-]{1,63}(?:\.[\w-]{1,63}){0,10}$/u.test(text) && text !== name;
  const aliases = [
    ...named.map((each) => each.value),
    ...(address === undefined || isNumber ? [] : [address.value]),
  ].filter(isName);
  const tags = [...new Set([...toNames(values.get('hostgroups')), ...groups])].filter((tag) => tag !== '');
  const environments = new Set(tags.flatMap((tag) => findGroupEnvironment(tag) ?? []));
  const [environment] = environments.size === 1 ? [...environments] : [];
  const [alias] = named;
  const notes = toNotes(values, alias, alias !== undefined && isName(alias.value));
  draft.collector.add({
    is: 'node',
    key,
    kind: 'server',
    name,
    confidence: 'sure',
    reasons: ['a host of the monitoring'],
    ...(isNumber ? { addresses: toAddresses([address.value]) } : {}),
    ...(aliases.length === 0 ? {} : { aliases: [...new Set(aliases)] }),
    ...(tags.length === 0 ? {} : { tags: tags.map((tag) => `group:${tag}`) }),
    ...(environment === undefined ? {} : { environment }),
    ...(notes === '' ? {} : { notes }),
    evidence: [
      ...quoteAll(called, 'name', [name]),
      ...(isNumber ? quoteAll(address, 'addresses', [address.value]) : []),
      ...quoteAll(values.get('hostgroups'), 'tags', toNames(values.get('hostgroups'))),
    ],
  });
  return key;
}

function addParents(draft: Draft, values: Values, hosts: ReadonlyMap<string, string>): void {
  const from = hosts.get(values.get('host_name')?.value ?? '');
  const parents = values.get('parents');
  for (const parent of toNames(parents)) {
    const to = hosts.get(parent);
    if (from === undefined || to === undefined || from === to || parents === undefined) continue;
    draft.collector.add({
      is: 'dependency',
      key: `dependency:reaches-through/${from}>${to}`,
      from,
      to,
      type: 'reaches-through',
      confidence: 'likely',
      reasons: ['the monitoring reaches it through its parent'],
      evidence: quoteAll(parents, 'to', [parent]),
    });
  }
}

function addContact(draft: Draft, values: Values, kind: 'contact' | 'contactgroup'): void {
  const called = values.get(kind === 'contact' ? 'contact_name' : 'contactgroup_name');
  if (called === undefined) return;
  const mail = values.get('email');
  const isMail = mail !== undefined && /^[^\s@$]{1,64}@[^\s@$]{1,253}$/u.test(mail.value);
  draft.collector.add({
    is: 'party',
    key: `party:${called.value.toLowerCase()}`,
    name: called.value,
    kind: kind === 'contact' && isMail ? 'person' : 'team',
    ...(isMail ? { contacts: [mail.value] } : {}),
    confidence: 'likely',
    reasons: ['a contact of the monitoring'],
    evidence: [
      ...quoteAll(called, 'name', [called.value]),
      ...(isMail ? quoteAll(mail, 'contacts', [mail.value]) : []),
    ],
  });
}

/** Who is in which host group, groups inside groups followed once. */
function toGroups(
  objects: readonly Values[],
  hosts: readonly Values[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  const groupOf = (name: string): Set<string> => {
    const known = groups.get(name) ?? new Set<string>();
    groups.set(name, known);
    return known;
  };
  for (const host of hosts)
    for (const name of toNames(host.get('hostgroups'))) groupOf(name).add(host.get('host_name')?.value ?? '');
  for (const group of objects)
    for (const member of toNames(group.get('members')))
      groupOf(group.get('hostgroup_name')?.value ?? '').add(member);
  for (const group of objects)
    for (const inner of toNames(group.get('hostgroup_members')))
      for (const member of groups.get(inner) ?? [])
        groupOf(group.get('hostgroup_name')?.value ?? '').add(member);
  return groups;
}

function isShown(object: NagiosObject): boolean {
  return object.values.get('register')?.value !== '0';
}

function parse(file: SourceText, others: readonly SourceText[]): Proposal {
  if (!/^\s{0,20}define\s+\w/mu.test(file.text)) {
    const message =
      'It is a configuration of Icinga 2, which is a program of its own. Export its objects ("icinga2 object list") or its hosts as CSV.';
    return refuse(file, format, 'icinga2', message);
  }
  const draft = makeDraft(file);
  const objects = readObjects(file.lines);
  const all = [
    ...objects,
    ...others.filter((other) => detect(other).score > 90).flatMap((other) => readObjects(other.lines)),
  ];
  const templates = new Map(
    all.flatMap((each) => {
      const name = each.values.get('name')?.value;
      return name === undefined ? [] : [[`${each.type} ${name}`, each] as const];
    }),
  );
  // What a template of another file gives stands on no line of this one, so it is not quoted from here.
  const here = new Set(objects.flatMap((each) => [...each.values.values()]));
  const resolved = (type: string): readonly Values[] =>
    objects
      .filter((each) => each.type === type && isShown(each))
      .map((each) => {
        const values = resolveObject(each, templates);
        return new Map([...values].filter(([key, value]) => each.values.has(key) || here.has(value)));
      });
  const hosts = resolved('host');
  const theirs = all.slice(objects.length).filter(isShown);
  const valuesOf = (type: string): readonly Values[] =>
    theirs.filter((each) => each.type === type).map((each) => resolveObject(each, templates));
  const foreign = valuesOf('host');
  const groups = toGroups([...resolved('hostgroup'), ...valuesOf('hostgroup')], [...hosts, ...foreign]);
  const groupsOf = new Map<string, string[]>();
  for (const [group, members] of groups)
    for (const member of members) groupsOf.set(member, [...(groupsOf.get(member) ?? []), group]);
  const keys = new Map<string, string>();
  for (const host of hosts) {
    const name = host.get('host_name')?.value ?? '';
    const key = addHost(draft, host, groupsOf.get(name) ?? []);
    if (key !== undefined) keys.set(name, key);
  }
  for (const host of hosts) {
    addParents(draft, host, keys);
    const key = keys.get(host.get('host_name')?.value ?? '');
    if (key !== undefined) addContacts(draft, host, key);
  }
  const known = new Map(keys);
  for (const host of foreign) {
    const name = host.get('host_name')?.value;
    const isOther = name !== undefined && name !== 'localhost' && !known.has(name);
    if (isOther && !isOwnAddress(host.get('address')?.value ?? ''))
      known.set(name, `server:${name.toLowerCase()}`);
  }
  const names: NagiosNames = { hosts: known, groups };
  for (const service of resolved('service')) addService(draft, service, names);
  for (const each of resolved('hostdependency')) addHostDependency(draft, each, names);
  const services = [...resolved('service'), ...valuesOf('service')];
  for (const each of resolved('servicedependency')) addServiceDependency(draft, each, names, services);
  for (const type of ['contact', 'contactgroup'] as const)
    for (const each of resolved(type)) addContact(draft, each, type);
  if (hosts.length > keys.size)
    addNote(
      draft,
      'local-hosts',
      `${hosts.length - keys.size} host(s) that stand for the monitoring machine itself were left out.`,
    );
  for (const each of objects)
    for (const [key, { line }] of each.values)
      if (/pass|secret|snmp|community|token/iu.test(key)) draft.secrets.push({ line, kind: 'password' });
  return toDraftProposal(draft, format);
}

/** Object definitions of Nagios and Icinga 1. Source: Nagios Core, "Object Definitions". */
export const nagiosImporter: Importer = { format, title: 'Nagios or Icinga 1', detect, parse };
