import type { YamlNode, YamlScalar } from '../ansible-yaml/yaml-tree.ts';
import type { Detection, Importer, Proposal, ProposedNode, SourceText } from '../contract.ts';
import {
  addDuty,
  addNote,
  inspectTree,
  makeDraft,
  makeReader,
  refuse,
  toDraftProposal,
  type Draft,
} from '../json/draft.ts';
import { scalarAt, scalarsAt, textAt } from '../json/pick.ts';
import { quoteOf, withoutSecrets } from '../json/quote.ts';
import { readTree } from '../json/read-tree.ts';
import { findEngineType } from '../json/machine-words.ts';
import { findTypeByWord } from '../type-words.ts';
import { toEntityRef, toRefText, type EntityRef } from './entity-ref.ts';

const format = 'backstage';

interface Entity {
  readonly ref: EntityRef;
  readonly root: YamlNode;
  readonly called: YamlScalar;
}

function toEntity(root: YamlNode): Entity | undefined {
  const called = scalarAt(root, 'metadata.name');
  const kind = textAt(root, 'kind');
  if (called === undefined || kind === undefined) return undefined;
  if (!(textAt(root, 'apiVersion') ?? '').startsWith('backstage.io/')) return undefined;
  const namespace = textAt(root, 'metadata.namespace') ?? 'default';
  const ref = toEntityRef(called.value, kind, namespace);
  return ref === undefined ? undefined : { ref, root, called };
}

function detect(file: SourceText): Detection {
  const found = file.text.match(/^\s{0,8}"?apiVersion"?:\s{1,4}["']?backstage\.io\//gmu)?.length ?? 0;
  return found === 0
    ? { score: 0, because: 'no entities of Backstage' }
    : { score: 97, because: `${found} entity(ies) of a Backstage catalogue` };
}

const machineTypes = /^(?:server|vm|virtual-machine|host|machine|node|instance)$/iu;

function keyOf(entity: Entity): string {
  const isServer =
    entity.ref.kind === 'resource' && machineTypes.test(textAt(entity.root, 'spec.type') ?? '');
  const inside = entity.ref.namespace === 'default' ? '' : `${entity.ref.namespace}/`;
  return `${isServer ? 'server' : 'service'}:${inside}${entity.ref.name}`;
}

const componentTypes: Readonly<Record<string, string>> = {
  website: 'web',
  service: 'application',
  database: 'database',
  repository: 'repository',
};

function findType(entity: Entity, stated: string | undefined): string | undefined {
  if (stated === undefined) return undefined;
  const known = Object.hasOwn(componentTypes, stated.toLowerCase())
    ? componentTypes[stated.toLowerCase()]
    : undefined;
  return known ?? findEngineType(stated) ?? findTypeByWord(stated) ?? findTypeByWord(entity.ref.name);
}

function addEntityNode(draft: Draft, entity: Entity): void {
  const { root } = entity;
  const reader = makeReader(draft.file);
  const name = reader.take(entity.called, 'name');
  if (name === undefined) return;
  const key = keyOf(entity);
  const title = reader.take(scalarAt(root, 'metadata.title'), 'aliases');
  const stated = textAt(root, 'spec.type');
  const type = key.startsWith('server:') ? undefined : findType(entity, stated);
  if (type !== undefined) reader.take(scalarAt(root, 'spec.type'), 'type');
  const lifecycle = scalarAt(root, 'spec.lifecycle');
  const notes = [
    withoutSecrets(textAt(root, 'metadata.description')?.split('\n')[0] ?? ''),
    ...(lifecycle?.value === 'experimental' ? ['Lifecycle: experimental'] : []),
  ].filter((note) => note !== '');
  const system = reader.take(scalarAt(root, 'spec.system'), 'tags');
  const tags = [
    ...reader.takeAll(scalarsAt(root, 'metadata.tags.*'), 'tags'),
    ...(system === undefined ? [] : [`system:${system}`]),
  ];
  const node: ProposedNode = {
    is: 'node',
    key,
    kind: key.startsWith('server:') ? 'server' : 'service',
    name,
    ...(type === undefined ? {} : { type }),
    ...(title === undefined || title === name ? {} : { aliases: [title] }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(notes.length === 0 ? {} : { notes: notes.join('\n') }),
    confidence: 'sure',
    reasons: [`a ${textAt(root, 'kind') ?? 'Component'} of the catalogue`],
    evidence: reader.evidence,
  };
  draft.collector.add(node);
  if (lifecycle?.value === 'deprecated')
    draft.collector.add({
      is: 'disposition',
      key: `disposition:${key}`,
      node: key,
      disposition: 'retire',
      why: 'The catalogue calls it deprecated.',
      conditions: [],
      confidence: 'likely',
      reasons: ['lifecycle: deprecated'],
      evidence: [quoteOf(draft.file, lifecycle, 'disposition')],
    });
  addOwner(draft, entity, key);
}

function addOwner(draft: Draft, entity: Entity, key: string): void {
  const owner = scalarAt(entity.root, 'spec.owner');
  if (owner === undefined) return;
  const ref = toEntityRef(owner.value, 'group', entity.ref.namespace);
  addDuty(draft, {
    party: ref === undefined ? withoutSecrets(owner.value.trim()) : ref.name,
    subject: key,
    area: 'application support',
    role: 'accountable',
    reason: 'the catalogue names the owner',
    confidence: 'likely',
    kind: ref?.kind === 'user' ? 'person' : 'team',
    evidence: [quoteOf(draft.file, owner, 'party')],
  });
}

function addParty(draft: Draft, entity: Entity): void {
  const reader = makeReader(draft.file);
  const mail = reader.take(scalarAt(entity.root, 'spec.profile.email'), 'contacts');
  const name = reader.take(entity.called, 'name');
  if (name === undefined) return;
  draft.collector.add({
    is: 'party',
    key: `party:${name.toLowerCase()}`,
    name,
    kind: entity.ref.kind === 'user' ? 'person' : 'team',
    ...(mail === undefined ? {} : { contacts: [mail] }),
    confidence: 'sure',
    reasons: ['the catalogue lists it'],
    evidence: reader.evidence,
  });
}

interface Catalogue {
  readonly draft: Draft;
  readonly byRef: ReadonlyMap<string, Entity>;
  /** Who provides an API, by the reference of the API. */
  readonly providers: ReadonlyMap<string, Entity>;
}

function addEdge({ draft }: Catalogue, from: string, to: string, scalar: YamlScalar, reason: string): void {
  if (from === to) return;
  draft.collector.add({
    is: 'dependency',
    key: `dependency:connects/${from}>${to}`,
    from,
    to,
    type: 'connects',
    confidence: 'sure',
    reasons: [reason],
    evidence: [quoteOf(draft.file, scalar, 'to')],
  });
}

/** The node behind a reference; one that stands in no imported entity is proposed by its name. */
function toTarget({ draft, byRef }: Catalogue, ref: EntityRef, scalar: YamlScalar): string | undefined {
  const known = byRef.get(toRefText(ref));
  if (known !== undefined) return keyOf(known);
  if (ref.kind !== 'component' && ref.kind !== 'resource') return undefined;
  const inside = ref.namespace === 'default' ? '' : `${ref.namespace}/`;
  const key = `service:${inside}${ref.name}`;
  draft.collector.add({
    is: 'node',
    key,
    kind: 'service',
    name: ref.name,
    confidence: 'likely',
    reasons: ['something of the catalogue depends on it'],
    evidence: [quoteOf(draft.file, scalar, 'name')],
  });
  return key;
}

function addEdges(catalogue: Catalogue, entity: Entity): void {
  const { root, ref } = entity;
  const own = keyOf(entity);
  const edges = [
    ['spec.dependsOn.*', false],
    ['spec.dependencyOf.*', true],
  ] as const;
  for (const [path, isReversed] of edges) {
    for (const scalar of scalarsAt(root, path)) {
      const named = toEntityRef(scalar.value, null, ref.namespace);
      if (named === undefined) continue;
      if (named.kind === null)
        addNote(
          catalogue.draft,
          'no-kind',
          `"${withoutSecrets(scalar.value)}" names no kind; a Component was taken.`,
          scalar.line,
        );
      const other = toTarget(catalogue, { ...named, kind: named.kind ?? 'component' }, scalar);
      if (other !== undefined)
        addEdge(
          catalogue,
          isReversed ? other : own,
          isReversed ? own : other,
          scalar,
          isReversed ? 'dependencyOf' : 'dependsOn',
        );
    }
  }
  for (const scalar of scalarsAt(root, 'spec.consumesApis.*')) {
    const api = toEntityRef(scalar.value, 'api', ref.namespace);
    const provider = api === undefined ? undefined : catalogue.providers.get(toRefText(api));
    if (provider !== undefined)
      addEdge(catalogue, own, keyOf(provider), scalar, 'it uses the API that the other provides');
  }
}

function parse(file: SourceText): Proposal {
  const read = readTree(file);
  if (!read.ok) return refuse(file, format, 'not-yaml', read.error.message, read.error.line);
  const draft = makeDraft(file);
  inspectTree(draft, read.value);
  const roots = read.value.documents.flatMap((root) => (root.is === 'list' ? root.items : [root]));
  const entities = roots.flatMap((root) => toEntity(root) ?? []);
  const byRef = new Map(entities.map((entity) => [toRefText(entity.ref), entity]));
  const providers = new Map<string, Entity>();
  for (const entity of entities)
    for (const scalar of scalarsAt(entity.root, 'spec.providesApis.*')) {
      const api = toEntityRef(scalar.value, 'api', entity.ref.namespace);
      if (api !== undefined && !providers.has(toRefText(api))) providers.set(toRefText(api), entity);
    }
  const isPlaced = (entity: Entity): boolean =>
    entity.ref.kind === 'component' || entity.ref.kind === 'resource';
  const others = new Map<string, number>();
  for (const entity of entities) {
    if (isPlaced(entity)) addEntityNode(draft, entity);
    else if (entity.ref.kind === 'group' || entity.ref.kind === 'user') addParty(draft, entity);
    else
      others.set(textAt(entity.root, 'kind') ?? '', (others.get(textAt(entity.root, 'kind') ?? '') ?? 0) + 1);
  }
  for (const entity of entities.filter(isPlaced)) addEdges({ draft, byRef, providers }, entity);
  if (others.size > 0) {
    const list = [...others].map(([kind, count]) => `${withoutSecrets(kind)} (${count})`).sort();
    addNote(draft, 'no-machines', `Not machines, services or parties, not read: ${list.join(', ')}.`);
  }
  return toDraftProposal(draft, format);
}

/** Entities of a Backstage catalogue. Source: backstage/backstage, "Descriptor format". */
export const backstageImporter: Importer = { format, title: 'Backstage catalogue', detect, parse };
