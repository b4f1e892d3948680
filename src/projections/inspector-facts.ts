import type { Evidence } from '#core/model/evidence.ts';
import type { SourceId } from '#core/model/ids.ts';
import type { InventoryNode, Resources } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { ancestorsIn, type Estate } from '#core/state/estate.ts';
import { rowsOf } from './map-slots.ts';
import { isTypedField, type NodeField } from './typed-fields.ts';

/** Where a value stands: the document, its line and the words there. */
export interface SourceRef {
  readonly source: SourceId;
  readonly name: string;
  readonly line: number;
  readonly quote: string;
}

/** What a fact is about. */
export type FactKey =
  | 'kind'
  | 'type'
  | 'place'
  | 'region'
  | 'runs'
  | 'status'
  | 'count'
  | 'environment'
  | 'os'
  | 'vcpu'
  | 'memoryMiB'
  | 'diskGiB'
  | 'addresses'
  | 'domains'
  | 'aliases'
  | 'jurisdiction'
  | 'data'
  | 'cost'
  | 'notes';

/** One line of the inspector; `value: null` is not known. Several texts are several lines of the value. */
export interface Fact {
  readonly key: FactKey;
  readonly value: string | number | readonly string[] | null;
  readonly source: SourceRef | null;
  /** What a person edits there; `null` for what follows from other things, or was changed by a step of the plan. */
  readonly field: NodeField | null;
}

/** A piece of evidence with the name of its document. */
export function toSourceRef(plan: Plan, evidence: Evidence | undefined): SourceRef | null {
  const source = evidence === undefined ? undefined : plan.sources.get(evidence.source);
  if (evidence === undefined || source === undefined) return null;
  return { source: source.id, name: source.name, line: evidence.line, quote: evidence.quote };
}

/** The evidence of a field, of a part of it, or (when it is asked for) of anything. */
function findEvidence(node: InventoryNode, ...fields: readonly string[]): Evidence | undefined {
  for (const field of fields) {
    const found = node.evidence.find((each) => each.field === field || each.field.startsWith(`${field}.`));
    if (found !== undefined) return found;
  }
  return undefined;
}

function sizeFact(plan: Plan, node: InventoryNode, key: keyof Resources, isWanted: boolean): Fact[] {
  const value = node.capacity[key] ?? node.usage[key];
  if (value === null && !isWanted) return [];
  const evidence = findEvidence(node, `capacity.${key}`, `usage.${key}`);
  return [{ key, value, source: toSourceRef(plan, evidence), field: key }];
}

function placeFacts(plan: Plan, estate: Estate, node: InventoryNode): Fact[] {
  const source = toSourceRef(plan, findEvidence(node, 'parent'));
  if (node.kind === 'provider') return [];
  const [parent, ...outer] = ancestorsIn(estate, node.id);
  const place: Fact = { key: 'place', value: parent?.name ?? null, source, field: 'place' };
  const site = [parent, ...outer].find((each) => each?.kind === 'site');
  const provider = [parent, ...outer].find((each) => each?.kind === 'provider');
  const hasSites =
    provider !== undefined &&
    estate.children.of(provider.id).some((id) => estate.nodes.get(id)?.kind === 'site');
  const isRegionWanted = (node.kind === 'server' || node.kind === 'host') && hasSites;
  const region: Fact = { key: 'region', value: site?.name ?? null, source: null, field: null };
  return isRegionWanted && parent?.kind !== 'site' ? [place, region] : [place];
}

/** What a node costs; asked for where it is not known and nothing that it stands on is paid for instead. */
function costFact(plan: Plan, estate: Estate, node: InventoryNode): Fact[] {
  const { amount, currency, per } = node.cost;
  const isPaidElsewhere =
    node.kind === 'provider' ||
    node.kind === 'site' ||
    ancestorsIn(estate, node.id).some((each) => each.kind === 'host' || each.kind === 'server');
  if (amount === null && isPaidElsewhere) return [];
  const value = amount === null ? null : `${amount.toFixed(2)} ${currency ?? ''}/${per}`;
  return [{ key: 'cost', value, source: toSourceRef(plan, findEvidence(node, 'cost')), field: 'cost' }];
}

function toAllFacts(plan: Plan, estate: Estate, node: InventoryNode): Fact[] {
  const isMachine = node.kind === 'server' || node.kind === 'host';
  const from = (...fields: readonly string[]): SourceRef | null =>
    toSourceRef(plan, findEvidence(node, ...fields));
  const some = (key: FactKey, value: string | readonly string[] | null, field: Fact['field']): Fact[] =>
    value === null || value.length === 0 ? [] : [{ key, value, source: from(key), field }];
  const runs = node.kind === 'server' ? rowsOf(estate, node.id).map((row) => row.name) : [];
  return [
    { key: 'kind', value: node.kind, source: from('kind', 'name'), field: 'kind' },
    ...some('type', node.type === 'unknown' ? null : node.type, 'type'),
    ...placeFacts(plan, estate, node),
    ...(runs.length > 0
      ? [{ key: 'runs' as const, value: runs, source: from('runs', 'services'), field: null }]
      : []),
    {
      key: 'status',
      value: node.status === 'unknown' ? null : node.status,
      source: from('status'),
      field: 'status',
    },
    ...(node.count === 1
      ? []
      : [{ key: 'count' as const, value: node.count, source: from('count'), field: 'count' as const }]),
    ...some('environment', node.environment, 'environment'),
    ...some('os', node.os, 'os'),
    ...sizeFact(plan, node, 'vcpu', false),
    ...sizeFact(plan, node, 'memoryMiB', isMachine),
    ...sizeFact(plan, node, 'diskGiB', isMachine),
    ...some('addresses', node.addresses, 'addresses'),
    ...some('domains', node.domains, 'domains'),
    ...some('aliases', node.aliases, 'aliases'),
    ...some('jurisdiction', node.jurisdiction, 'jurisdiction'),
    ...some('data', node.data, 'data'),
    ...costFact(plan, estate, node),
    ...some('notes', node.notes === '' ? null : node.notes, 'notes'),
  ];
}

/** The facts of a node in one state, with what is not known where a reader would miss it. */
export function toFacts(plan: Plan, estate: Estate, node: InventoryNode): Fact[] {
  return toAllFacts(plan, estate, node).map((fact) =>
    fact.field === null || isTypedField(plan, node, fact.field) ? fact : { ...fact, field: null },
  );
}

const optional = [
  'type',
  'count',
  'environment',
  'os',
  'vcpu',
  'memoryMiB',
  'diskGiB',
  'addresses',
  'domains',
  'aliases',
  'jurisdiction',
  'data',
  'cost',
  'notes',
] as const satisfies readonly (FactKey & NodeField)[];

/** The facts of a node that nobody gave yet: not shown before a person asks for them, and then edited like the others. */
export function toMissingFacts(plan: Plan, node: InventoryNode, facts: readonly Fact[]): Fact[] {
  const shown = new Set(facts.map((fact) => fact.key));
  return optional
    .filter((key) => !shown.has(key) && isTypedField(plan, node, key))
    .map((key) => ({ key, value: key === 'count' ? node.count : null, source: null, field: key }));
}
