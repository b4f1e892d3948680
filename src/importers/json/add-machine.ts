import type { YamlNode, YamlScalar } from '../ansible-yaml/yaml-tree.ts';
import type { Confidence } from '../contract.ts';
import { findEnvironment } from '../type-words.ts';
import { addDuty, addHost, addSite, makeReader, toNodeKey, type Draft, type Reader } from './draft.ts';
import { findFirst, makeFinder, readMachineFacts, type Finder } from './machine-facts.ts';
import type { MachineSpec } from './machine-spec.ts';
import { findStatus } from './machine-words.ts';
import { nodesAt, scalarsAt } from './pick.ts';
import { quoteOf, withoutSecrets } from './quote.ts';
import { readTags, type TagOwner } from './read-tags.ts';

/** What is around a machine: where it is, what to call it without a name, what must not be read. */
export interface MachineContext {
  readonly provider: string | null;
  readonly reason: string;
  readonly confidence: Confidence;
  readonly fallback?: YamlScalar | undefined;
  readonly notes?: string;
  /** Whether a value is marked as sensitive; such values are never read. */
  readonly isHidden?: (node: YamlNode) => boolean;
}

/** How a machine was taken in; `gone` machines are left out, `nameless` ones could not be called anything. */
export type AddedMachine = { readonly key: string } | 'gone' | 'nameless';

const longestName = 253;

function keyOf(draft: Draft, spec: MachineSpec, name: string, identities: readonly string[]): string {
  const plain = toNodeKey(spec.kind, name);
  const known = draft.collector.getNode(plain);
  const [id] = identities;
  if (known === undefined || id === undefined || known.identities?.includes(id) === true) return plain;
  return known.identities === undefined || known.identities.length === 0 ? plain : `${plain}#${id}`;
}

function addOwners(draft: Draft, key: string, kind: MachineSpec['kind'], owners: readonly TagOwner[]): void {
  for (const { name, value, isContact } of owners) {
    if (name === '' || /^(?:none|n\/a|-|unknown|\?)$/iu.test(name)) continue;
    addDuty(draft, {
      party: name,
      subject: key,
      area: kind === 'service' ? 'application support' : 'operation',
      role: isContact ? 'responsible' : 'accountable',
      reason: isContact ? 'a tag names the contact' : 'a tag names the owner',
      confidence: 'uncertain',
      evidence: [quoteOf(draft.file, value, 'party')],
    });
  }
}

/** The place of a machine: its site in the provider, and the host in it where the file names one. */
function addPlace(
  draft: Draft,
  spec: MachineSpec,
  context: MachineContext,
  find: Finder,
  reader: Reader,
): string | null {
  let place = context.provider;
  for (const [paths, add] of [
    [spec.site, addSite],
    [spec.host, addHost],
  ] as const) {
    const value = findFirst(find, paths);
    const name = value === undefined ? '' : withoutSecrets(value.value.trim());
    if (value === undefined || name === '' || /[*{]/u.test(name)) continue;
    place = add(draft, name.slice(name.lastIndexOf('/') + 1), place, value, context.reason);
    reader.take(value, 'parent');
  }
  return place;
}

/** Adds one machine or managed service by the allow-list of its format, with its site, tags and owners. */
export function addMachine(
  draft: Draft,
  spec: MachineSpec,
  root: YamlNode,
  context: MachineContext,
): AddedMachine {
  const isHidden = context.isHidden ?? (() => false);
  const find = makeFinder(root, isHidden);
  const reader = makeReader(draft.file);
  const called = findFirst(find, spec.name) ?? context.fallback;
  const name = reader.take(called, 'name')?.slice(0, longestName);
  if (name === undefined) return 'nameless';
  const state = findFirst(find, spec.status);
  const isDormant = state !== undefined && (spec.dormantWords ?? []).includes(state.value.trim());
  const status = isDormant ? 'dormant' : state === undefined ? undefined : findStatus(state.value);
  if (status === 'gone') return 'gone';
  if (status !== undefined) reader.take(state, 'status');
  const facts = readMachineFacts(spec, find, reader, name);
  const key = keyOf(draft, spec, name, facts.identities ?? []);
  const place = addPlace(draft, spec, context, find, reader);
  const said = readTags(
    reader,
    (spec.tags ?? [])
      .flatMap((path) => nodesAt(root, path))
      .filter((node) => node.is !== 'scalar' && !isHidden(node)),
    isHidden,
  );
  const groups = reader.takeAll(
    (spec.groups ?? []).flatMap((path) => find(path)),
    'tags',
  );
  const size = reader.take(findFirst(find, spec.size), 'tags');
  const tags = [
    ...said.tags,
    ...groups.map((group) => `group:${group}`),
    ...(size === undefined ? [] : [`size:${size.slice(size.lastIndexOf('/') + 1)}`]),
  ];
  const stated = reader.take(findFirst(find, spec.environment), 'environment');
  const environment = stated === undefined ? said.environment : (findEnvironment(stated) ?? stated);
  const notes = [facts.notes, context.notes].filter((note) => note !== undefined).join('\n');
  draft.collector.add({
    is: 'node',
    key,
    kind: spec.kind,
    name,
    ...facts,
    confidence: context.confidence,
    reasons: [context.reason],
    evidence: reader.evidence,
    ...(place === null ? {} : { parent: place }),
    ...(status === undefined ? {} : { status }),
    ...(tags.length === 0 ? {} : { tags: [...new Set(tags)] }),
    ...(environment === undefined ? {} : { environment }),
    ...(notes === '' ? {} : { notes }),
  });
  addOwners(draft, key, spec.kind, said.owners);
  return { key };
}

/** A thing that may stand in front of others: its key, and where it lists them. */
export interface PlacedMachine {
  readonly spec: MachineSpec;
  readonly root: YamlNode;
  readonly key: string;
}

/** Adds what stands in front of what, once all machines of the file are known by their ids. */
export function addBehind(draft: Draft, placed: readonly PlacedMachine[]): void {
  const listed = placed.flatMap(({ spec, root, key }) =>
    (spec.behind ?? []).flatMap((path) => scalarsAt(root, path)).map((scalar) => ({ scalar, from: key })),
  );
  if (listed.length === 0) return;
  const items = draft.collector.toItems();
  const nodes = items.flatMap((item) => (item.is === 'node' ? [item] : []));
  const byId = new Map(nodes.flatMap((node) => (node.identities ?? []).map((id) => [id, node.key] as const)));
  for (const { scalar, from } of listed) {
    const to = byId.get(scalar.value.trim());
    if (to === undefined || to === from) continue;
    draft.collector.add({
      is: 'dependency',
      key: `dependency:proxies/${from}>${to}`,
      from,
      to,
      type: 'proxies',
      confidence: 'sure',
      reasons: ['it is listed as a machine behind it'],
      evidence: [quoteOf(draft.file, scalar, 'to')],
    });
  }
}
