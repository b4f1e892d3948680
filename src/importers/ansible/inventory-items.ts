import type { ProposedEvidence, ProposedItem, ProposedNode } from '../contract.ts';
import { findGroupEnvironment, findProviderWord, findSiteWord } from '../host-words.ts';
import { toImportNote } from '../import-problem.ts';
import { makeItemCollector, type ItemCollector } from '../item-collector.ts';
import { findTypeByWord } from '../type-words.ts';
import type { Inventory, InventoryGroup, InventoryHost, InventoryValue } from './inventory.ts';
import { findJumpHost } from './variables.ts';

/** Groups of those who use a service say nothing of what runs on them. */
const userGroup = /(?:^|[_-])(?:clients?|agents?|consumers?|users|all)$/iu;

const noGroups: ReadonlySet<string> = new Set(['all', 'ungrouped']);

/** For each host the groups that it is in, the nearest first; a circle of groups is named once and not followed. */
function toGroupsOf(inventory: Inventory, file: string): ReadonlyMap<string, readonly InventoryGroup[]> {
  const parents = new Map<string, InventoryGroup[]>();
  for (const group of inventory.groups.values()) {
    for (const child of group.children) parents.set(child, [...(parents.get(child) ?? []), group]);
  }
  const above = new Map<string, readonly InventoryGroup[]>();
  const findAbove = (group: InventoryGroup): readonly InventoryGroup[] => {
    const known = above.get(group.name);
    if (known !== undefined) return known;
    const found = new Set<InventoryGroup>([group]);
    let closes = false;
    for (const next of found) {
      for (const parent of parents.get(next.name) ?? []) {
        if (parent === group) closes = true;
        found.add(parent);
      }
    }
    if (closes) {
      const message = `The group "${group.name}" contains itself; the circle was not followed.`;
      inventory.problems.push(toImportNote('group-circle', file, message, group.line));
    }
    above.set(group.name, [...found]);
    return [...found];
  };
  const groupsOf = new Map<string, InventoryGroup[]>();
  for (const group of inventory.groups.values()) {
    if (group.hosts.size === 0) continue;
    const all = findAbove(group);
    for (const host of group.hosts) groupsOf.set(host, [...(groupsOf.get(host) ?? []), ...all]);
  }
  return new Map([...groupsOf].map(([host, groups]) => [host, [...new Set(groups)]]));
}

/** The value of a variable by Ansible's precedence: host, nearest group, ..., `all`. */
function makeLookup(
  inventory: Inventory,
  host: InventoryHost,
  groups: readonly InventoryGroup[],
): (...names: string[]) => InventoryValue | undefined {
  const all = inventory.groups.get('all');
  const scopes = [
    host.vars,
    ...groups.filter((group) => group !== all).map((group) => group.vars),
    ...(all === undefined ? [] : [all.vars]),
  ];
  return (...names) => {
    for (const scope of scopes) for (const name of names) if (scope.has(name)) return scope.get(name);
    return undefined;
  };
}

interface HostWords {
  readonly fields: Partial<ProposedNode>;
  readonly evidence: readonly ProposedEvidence[];
}

const isAddress = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-fA-F:]{2,39}:[0-9a-fA-F:.]{0,39})$/u;

function isTemplate(text: string): boolean {
  return text.includes('{{');
}

function readVariables(
  lookup: (...names: string[]) => InventoryValue | undefined,
  name: string,
  hosts: ReadonlyMap<string, unknown>,
): { readonly fields: Partial<ProposedNode>; readonly evidence: readonly ProposedEvidence[] } {
  const evidence: ProposedEvidence[] = [];
  const take = (value: InventoryValue | undefined, field: string): string | undefined => {
    if (value === undefined || value.value === '' || isTemplate(value.value)) return undefined;
    evidence.push({ line: value.line, quote: value.quote, field });
    return value.value;
  };
  const reached = lookup('ansible_host', 'ansible_ssh_host');
  const isNumber = reached !== undefined && isAddress.test(reached.value);
  const address = isNumber ? take(reached, 'addresses') : undefined;
  // Another name with another port is a way in (a gateway's forwarded port), not a name of the machine.
  const isForwarded = !/^(?:22)?$/u.test(lookup('ansible_port', 'ansible_ssh_port')?.value ?? '');
  const otherName =
    !isNumber && !isForwarded && reached?.value !== name && !hosts.has(reached?.value ?? '')
      ? take(reached, 'aliases')
      : undefined;
  const full = take(lookup('ansible_fqdn'), 'aliases');
  const vcpu = Number(take(lookup('ansible_processor_vcpus'), 'capacity.vcpu') ?? Number.NaN);
  const memory = Number(take(lookup('ansible_memtotal_mb'), 'capacity.memoryMiB') ?? Number.NaN);
  const os = [
    take(lookup('ansible_distribution'), 'os'),
    take(lookup('ansible_distribution_version'), 'os'),
  ].filter((part) => part !== undefined);
  const uuid = take(lookup('ansible_product_uuid'), 'identities');
  const virtual = take(lookup('ansible_virtualization_role'), 'type');
  const port = take(lookup('ansible_port', 'ansible_ssh_port'), 'notes');
  const user = take(lookup('ansible_user', 'ansible_ssh_user'), 'notes');
  const notes = [
    ...(port === undefined ? [] : [`SSH port ${port}`]),
    ...(user === undefined ? [] : [`SSH user ${user}`]),
  ];
  const aliases = [otherName, full].filter((alias) => alias !== undefined && alias !== name);
  const capacity = { ...(vcpu > 0 ? { vcpu } : {}), ...(memory > 0 ? { memoryMiB: memory } : {}) };
  return {
    evidence,
    fields: {
      ...(aliases.length === 0 ? {} : { aliases: aliases.filter((alias) => alias !== undefined) }),
      ...(address === undefined ? {} : { addresses: [address] }),
      ...(os.length === 0 ? {} : { os: os.join(' ') }),
      ...(uuid === undefined ? {} : { identities: [uuid] }),
      ...(virtual === 'guest' ? { type: 'vm' } : {}),
      ...(notes.length === 0 ? {} : { notes: notes.join('\n') }),
      ...(Object.keys(capacity).length === 0 ? {} : { capacity }),
    },
  };
}

function addPlace(
  collector: ItemCollector,
  kind: 'provider' | 'site',
  name: string,
  group: InventoryGroup,
  parent: string | undefined,
): string {
  const key =
    kind === 'site' && parent !== undefined
      ? `site:${parent.slice('provider:'.length)}/${name.toLowerCase()}`
      : `${kind}:${name.toLowerCase()}`;
  collector.add({
    is: 'node',
    key,
    kind,
    name,
    confidence: 'likely',
    reasons: [`the group "${group.name}" is the name of a ${kind}`],
    evidence: [{ line: group.line, quote: group.quote, field: 'name' }],
    ...(parent === undefined ? {} : { parent }),
  });
  return key;
}

/** The place of a host by its groups: a provider, a site, or a site of a provider. Two of a sort are no answer. */
function findPlace(
  collector: ItemCollector,
  groups: readonly InventoryGroup[],
): { readonly key: string; readonly group: InventoryGroup } | undefined {
  const providers = groups.filter((group) => findProviderWord(group.name) !== undefined);
  const sites = groups.filter((group) => findSiteWord(group.name) !== undefined);
  const [provider] = providers;
  const [site] = sites;
  const above =
    provider !== undefined && providers.length === 1
      ? addPlace(collector, 'provider', findProviderWord(provider.name) ?? provider.name, provider, undefined)
      : undefined;
  if (site !== undefined && sites.length === 1)
    return { key: addPlace(collector, 'site', site.name, site, above), group: site };
  return above === undefined || provider === undefined ? undefined : { key: above, group: provider };
}

/** What the names of its groups say of a host: tags always, environment and type when only one is named. */
function readGroups(groups: readonly InventoryGroup[]): HostWords {
  const quoteOf = (group: InventoryGroup, field: string): ProposedEvidence => ({
    line: group.line,
    quote: group.quote,
    field,
  });
  const toEnvironment = (group: InventoryGroup): string | undefined => findGroupEnvironment(group.name);
  const toType = (group: InventoryGroup): string | undefined =>
    userGroup.test(group.name) ? undefined : findTypeByWord(group.name);
  const evidence = groups.map((group) => quoteOf(group, 'tags'));
  const findOnly = (
    field: string,
    read: (group: InventoryGroup) => string | undefined,
  ): string | undefined => {
    const named = groups.filter((group) => read(group) !== undefined);
    const [first] = named;
    if (first === undefined || new Set(named.map(read)).size > 1) return undefined;
    evidence.push(quoteOf(first, field));
    return read(first);
  };
  const environment = findOnly('environment', toEnvironment);
  const type = findOnly('type', toType);
  return {
    evidence,
    fields: {
      ...(groups.length === 0 ? {} : { tags: groups.map((group) => `group:${group.name}`) }),
      ...(environment === undefined ? {} : { environment }),
      ...(type === undefined ? {} : { type }),
    },
  };
}

/** Turns an inventory into proposed things: hosts are servers, groups are tags, and by their words environment, type and place. */
export function toInventoryItems(inventory: Inventory, file: string): readonly ProposedItem[] {
  const collector = makeItemCollector();
  const groupsOf = toGroupsOf(inventory, file);
  const jumps: { readonly from: string; readonly to: string; readonly value: InventoryValue }[] = [];
  let skipped = 0;
  for (const host of inventory.hosts.values()) {
    const groups = (groupsOf.get(host.name) ?? []).filter((group) => !noGroups.has(group.name));
    const lookup = makeLookup(inventory, host, groups);
    if (
      /^(?:localhost|127\.0\.0\.1|::1)$/u.test(host.name) ||
      lookup('ansible_connection')?.value === 'local'
    ) {
      skipped += 1;
      continue;
    }
    const place = findPlace(collector, groups);
    const { fields, evidence } = readVariables(lookup, host.name, inventory.hosts);
    const key = `server:${host.name.toLowerCase()}`;
    const said = readGroups(groups);
    collector.add({
      is: 'node',
      key,
      kind: 'server',
      name: host.name,
      confidence: 'sure',
      reasons: ['a host of the inventory'],
      ...(place === undefined ? {} : { parent: place.key }),
      ...said.fields,
      ...(isAddress.test(host.name) ? { addresses: [host.name] } : {}),
      ...fields,
      evidence: [
        { line: host.line, quote: host.quote, field: 'name' },
        ...said.evidence,
        ...(place === undefined
          ? []
          : [{ line: place.group.line, quote: place.group.quote, field: 'parent' }]),
        ...evidence,
      ],
    });
    const args = lookup('ansible_ssh_common_args', 'ansible_ssh_extra_args');
    const jump = args === undefined ? undefined : findJumpHost(args.value);
    if (args !== undefined && jump !== undefined) jumps.push({ from: key, to: jump, value: args });
  }
  if (skipped > 0)
    inventory.problems.push(
      toImportNote(
        'local-hosts',
        file,
        `${skipped} host(s) that stand for the control machine were left out.`,
      ),
    );
  for (const { from, to, value } of jumps) addJump(collector, from, to, value);
  return collector.toItems();
}

function addJump(collector: ItemCollector, from: string, gateway: string, value: InventoryValue): void {
  const known = `server:${gateway.toLowerCase()}`;
  const evidence = [{ line: value.line, quote: gateway, field: 'to' }];
  if (collector.getNode(known) === undefined) {
    collector.add({
      is: 'node',
      key: known,
      kind: 'server',
      type: 'unknown',
      name: gateway,
      confidence: 'likely',
      reasons: ['named as the way to other hosts'],
      evidence: [{ line: value.line, quote: gateway, field: 'name' }],
    });
  }
  if (known === from) return;
  collector.add({
    is: 'dependency',
    key: `dependency:reaches-through/${from}>${known}`,
    from,
    to: known,
    type: 'reaches-through',
    protocol: 'ssh',
    encrypted: true,
    confidence: 'sure',
    reasons: ['the SSH arguments of the inventory'],
    evidence,
  });
}
