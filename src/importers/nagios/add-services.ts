import type { Draft } from '../json/draft.ts';
import { checkTypes } from './check-types.ts';
import { addContacts } from './add-contacts.ts';
import { toNames, type NagiosValue } from './read-objects.ts';

type Values = ReadonlyMap<string, NagiosValue>;

/** Everything that a host may be called, and who is in which group. */
export interface NagiosNames {
  readonly hosts: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The hosts that a service stands for: names, groups, `*`, and `!x` for all but x. */
function findHosts(values: Values, names: NagiosNames): readonly string[] {
  const found = new Set<string>();
  const not = new Set<string>();
  for (const name of toNames(values.get('host_name'))) {
    if (name === '*') for (const each of names.hosts.keys()) found.add(each);
    else if (name.startsWith('!')) not.add(name.slice(1));
    else found.add(name);
  }
  for (const name of toNames(values.get('hostgroup_name'))) {
    const isNot = name.startsWith('!');
    const group = name === '*' ? names.hosts.keys() : (names.groups.get(isNot ? name.slice(1) : name) ?? []);
    for (const each of group) (isNot ? not : found).add(each);
  }
  return [...found].filter((name) => !not.has(name) && names.hosts.has(name));
}

const monitor = 'service:nagios';

function addMonitor(draft: Draft, line: number, quote: string): void {
  draft.collector.add({
    is: 'node',
    key: monitor,
    kind: 'service',
    type: 'monitoring',
    name: 'Nagios',
    confidence: 'sure',
    reasons: ['its own configuration'],
    evidence: [{ line, quote, field: 'name' }],
  });
}

/** A host that another file defines, where something of this file stands on it: words of this file name it. */
function addForeignHost(draft: Draft, values: Values, host: string, key: string): void {
  if (draft.collector.getNode(key) !== undefined) return;
  const said = values.get('host_name') ?? values.get('hostgroup_name');
  if (said === undefined) return;
  const quote = toNames(said).includes(host) ? host : said.value;
  draft.collector.add({
    is: 'node',
    key,
    kind: 'server',
    name: host,
    confidence: 'likely',
    reasons: ['another file of the monitoring defines it'],
    evidence: [{ line: said.line, quote, field: 'name' }],
  });
}

/** Adds what a service check proves: the host is monitored, and by its command what runs there. */
export function addService(draft: Draft, values: Values, names: NagiosNames): void {
  const check = values.get('check_command');
  // Everything behind the first "!" are arguments, which hold passwords and communities.
  const command = (check?.value ?? '').split('!')[0]?.trim() ?? '';
  const proven = checkTypes.find(([pattern]) => pattern.test(command));
  const said = values.get('service_description') ?? check;
  if (said === undefined) return;
  const quote = said === check ? command : said.value;
  for (const host of findHosts(values, names)) {
    const parent = names.hosts.get(host);
    if (parent === undefined) continue;
    addForeignHost(draft, values, host, parent);
    let subject = parent;
    if (proven !== undefined && check !== undefined) {
      const [, type, name] = proven;
      subject = `service:${host.toLowerCase()}/${name.toLowerCase()}`;
      draft.collector.add({
        is: 'node',
        key: subject,
        kind: 'service',
        type,
        name,
        parent,
        confidence: 'likely',
        reasons: ['a check asks for it'],
        evidence: [{ line: check.line, quote: command, field: 'name' }],
      });
    }
    addContacts(draft, values, subject);
    addMonitor(draft, said.line, quote);
    draft.collector.add({
      is: 'dependency',
      key: `dependency:monitors/${monitor}>${subject}`,
      from: monitor,
      to: subject,
      type: 'monitors',
      confidence: 'sure',
      reasons: ['a check of the monitoring'],
      evidence: [{ line: said.line, quote, field: 'to' }],
    });
  }
}

/** What a service of a host is in the plan: what its check proves, else the host itself. */
function toSubject(
  host: string,
  description: string,
  names: NagiosNames,
  services: readonly Values[],
): string | undefined {
  const check = services.find(
    (each) => each.get('service_description')?.value === description && findHosts(each, names).includes(host),
  );
  const command = (check?.get('check_command')?.value ?? '').split('!')[0]?.trim() ?? '';
  const proven = checkTypes.find(([pattern]) => pattern.test(command));
  const own = names.hosts.get(host);
  return proven === undefined ? own : `service:${host.toLowerCase()}/${proven[2].toLowerCase()}`;
}

/** Adds that one thing needs another, unless either is not in the files. */
function addNeed(
  draft: Draft,
  from: string | undefined,
  to: string | undefined,
  said: { readonly line: number; readonly quote: string },
): void {
  if (from === undefined || to === undefined || from === to) return;
  if (draft.collector.getNode(from) === undefined || draft.collector.getNode(to) === undefined) return;
  draft.collector.add({
    is: 'dependency',
    key: `dependency:uses/${from}>${to}`,
    from,
    to,
    type: 'uses',
    confidence: 'likely',
    reasons: ['the monitoring knows that one needs the other'],
    evidence: [{ ...said, field: 'to' }],
  });
}

/** Adds that a service of one host needs a service of another, as the monitoring knows it. */
export function addServiceDependency(
  draft: Draft,
  values: Values,
  names: NagiosNames,
  services: readonly Values[],
): void {
  const said = values.get('host_name');
  const needs = values.get('dependent_host_name') ?? said;
  const needed = values.get('service_description')?.value ?? '';
  const dependent = values.get('dependent_service_description')?.value ?? needed;
  if (said === undefined) return;
  for (const from of toNames(needs)) {
    for (const to of toNames(said)) {
      addNeed(draft, toSubject(from, dependent, names, services), toSubject(to, needed, names, services), {
        line: said.line,
        quote: to,
      });
    }
  }
}

/** Adds that one host needs another, as the monitoring knows it. */
export function addHostDependency(draft: Draft, values: Values, names: NagiosNames): void {
  const needed = values.get('host_name');
  if (needed === undefined) return;
  for (const from of toNames(values.get('dependent_host_name'))) {
    for (const to of toNames(needed)) {
      addNeed(draft, names.hosts.get(from), names.hosts.get(to), { line: needed.line, quote: to });
    }
  }
}
