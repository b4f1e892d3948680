import { fail, ok, type Result } from '#core/base/result.ts';
import type { AppliedEdit } from '#core/commands/apply-commands.ts';
import { toDraft, type Draft } from '#core/commands/draft.ts';
import { isSameJson } from '#core/base/same-json.ts';
import { takeOut } from '#core/commands/take-out.ts';
import type { IdMaker, NodeId } from '#core/model/ids.ts';
import { canContain, type InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { toSameQuestionId } from '../ask-same.ts';
import { nodeFields } from '../node-fields.ts';
import {
  readMemory,
  withMemory,
  withParentOf,
  type RememberedDecision,
  type RememberedRecord,
} from '../source-memory.ts';
import { toDependencyKey, toDutyKey } from '../take-relations.ts';
import { normaliseName, toKindGroup } from './node-names.ts';
import { isInside } from './is-inside.ts';
import { toAppliedEdit } from './reconcile-edit.ts';
import { relink } from './relink.ts';

/** What a node says, in the form in which sources say it: defaults that nobody stated are left out. */
function toSaid(node: InventoryNode): Parameters<(typeof nodeFields)[number]['merge']>[1] {
  const { type, environment, os, jurisdiction, count, cost, status, capacity, usage, notes } = node;
  const { aliases, addresses, domains, tags, data } = node;
  return {
    parent: undefined,
    item: {
      is: 'node',
      key: node.id,
      confidence: 'sure',
      reasons: [],
      evidence: [],
      kind: node.kind,
      name: node.name,
      ...(type === null ? {} : { type }),
      ...(environment === null ? {} : { environment }),
      ...(os === null ? {} : { os }),
      ...(jurisdiction === null ? {} : { jurisdiction }),
      ...(count === 1 ? {} : { count }),
      ...(status === 'active' ? {} : { status }),
      ...(cost.amount === null ? {} : { cost }),
      capacity,
      usage,
      notes,
      aliases,
      addresses,
      domains,
      tags,
      data,
    },
  };
}

function withAlias(node: InventoryNode, name: string): InventoryNode {
  const names = [node.name, ...node.aliases].map(normaliseName);
  return names.includes(normaliseName(name)) ? node : { ...node, aliases: [...node.aliases, name] };
}

/** One node of two: what the first does not know comes from the second, where they differ both values stand side by side. */
function toJoined(keep: InventoryNode, drop: InventoryNode): InventoryNode {
  const never = (): boolean => false;
  const context = { base: undefined, statedElsewhere: never, isPreferredTo: never, isByHand: false };
  const said = toSaid(drop);
  let node: InventoryNode = { ...keep, evidence: [...keep.evidence, ...drop.evidence] };
  const wordsFor = (from: InventoryNode, field: string): InventoryNode['evidence'] => {
    const own = from.evidence.filter((each) => each.field === field);
    return own.length > 0 ? own : from.evidence.slice(0, 1);
  };
  for (const field of nodeFields) {
    const merged = field.merge(node, said, context);
    node = merged.record;
    if (merged.effect !== 'conflict' || field.path === 'name') continue;
    const first = { value: merged.ours, evidence: wordsFor(keep, field.path) };
    const known = node.conflicts.find((each) => each.field === field.path)?.values ?? [first];
    const values = [...known, { value: merged.value, evidence: wordsFor(drop, field.path) }];
    const rest = node.conflicts.filter((each) => each.field !== field.path);
    node = { ...node, conflicts: [...rest, { field: field.path, values }] };
  }
  const kind = keep.kind === 'server' && drop.kind === 'host' ? drop.kind : keep.kind;
  const named = withAlias({ ...node, kind }, drop.name);
  return drop.aliases.reduce(withAlias, named);
}

/** Dependencies, duties and dispositions that say the same twice now; the later one goes. */
function dropDoubles(draft: Draft, id: string): void {
  const { plan } = draft;
  const seen = new Set<string>();
  const isDouble = (key: string): boolean => seen.size === seen.add(key).size;
  const byId = <T extends { readonly id: string }>(rows: readonly T[]): T[] =>
    rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const links = byId(plan.dependencies.filter((row) => row.from === id || row.to === id));
  const duties = byId(plan.duties.filter((row) => row.subject === id));
  takeOut(draft, {
    dependencies: links.flatMap((row) =>
      row.from === row.to || isDouble(`${toDependencyKey(row)} ${row.port}`) ? [row.id] : [],
    ),
    duties: duties.flatMap((row) => (isDouble(toDutyKey(row)) ? [row.id] : [])),
    changes: plan.changes.filter((row) => row.kind === 'merge' && row.node === row.into).map((row) => row.id),
  });
  const fates = byId(plan.dispositions.filter((row) => row.node === id));
  draft.drop(
    'dispositions',
    fates.slice(1).map((row) => row.id),
  );
}

function joinRecords(keep: RememberedRecord | undefined, drop: RememberedRecord): RememberedRecord {
  if (keep === undefined) return { ...drop, because: 'joined by hand', left: null };
  const join = (one: readonly string[], other: readonly string[]): readonly string[] =>
    [...new Set([...one, ...other])].sort();
  return {
    ...keep,
    keys: join(keep.keys, drop.keys),
    former: join(keep.former, drop.former),
    identities: join(keep.identities, drop.identities),
    fields: { ...drop.fields, ...keep.fields },
    left: null,
  };
}

/** What sources remember of one node they remember of the other from now on, and that a person said so. */
function joinMemories(draft: Draft, keep: NodeId, drop: NodeId): void {
  for (const source of draft.plan.sources) {
    const memory = readMemory(source);
    const record = memory.records.get(drop);
    const kept = memory.records.get(keep);
    const decisions = new Map<string, RememberedDecision>();
    for (const [key, { apart: others, same, ...decided }] of memory.decisions) {
      const apart = others
        ?.map((id) => (id === drop ? keep : id))
        .filter((id) => id !== keep || kept === undefined);
      const isOfNone = apart === undefined || apart.length === 0;
      decisions.set(key, {
        ...decided,
        ...(same === undefined ? {} : { same: same === drop ? keep : same }),
        ...(isOfNone ? {} : { apart: [...new Set(apart)].sort() }),
      });
    }
    const records = new Map(memory.records);
    records.delete(toSameQuestionId(keep, drop));
    if (record === undefined && kept !== undefined) records.set(keep, { ...kept, left: null });
    if (record !== undefined) {
      records.delete(drop);
      records.set(keep, joinRecords(kept, record));
      for (const key of record.keys) {
        const { apart, ...decided } = decisions.get(key) ?? { key, decision: null, correction: null };
        const rest = apart?.filter((id) => id !== keep) ?? [];
        decisions.set(key, { ...decided, same: keep, ...(rest.length === 0 ? {} : { apart: rest }) });
      }
    }
    for (const [id, each] of records) {
      records.set(id, withParentOf(each, drop, keep));
    }
    const next = withMemory(source, { ...memory, records, decisions });
    if (!isSameJson(next, withMemory(source, memory))) draft.put('sources', next);
  }
}

/**
 * Makes one node of two that are the same machine, as one edit: everything that points at `drop` points at `keep`, its name becomes an
 * alias, where both know different values they stand side by side as a conflict. Sources remember it, so the next import keeps them
 * one. Fails with a sentence.
 */
export function joinNodes(
  plan: Plan,
  keep: NodeId,
  drop: NodeId,
  context: { readonly makeId: IdMaker },
): Result<AppliedEdit, string> {
  const [one, other] = [plan.nodes.get(keep), plan.nodes.get(drop)];
  if (one === undefined || other === undefined) return fail('both must be in the inventory');
  if (one === other) return fail(`"${one.name}" is one already`);
  if (toKindGroup(one.kind) !== toKindGroup(other.kind)) {
    return fail(`"${one.name}" is a ${one.kind} and "${other.name}" a ${other.kind}`);
  }
  if (isInside(plan.nodes, one.parent, drop) || isInside(plan.nodes, other.parent, keep)) {
    return fail(`one of "${one.name}" and "${other.name}" stands inside the other`);
  }
  const draft = toDraft(plan, context.makeId);
  const all = (): boolean => true;
  const holder = plan.nodes.get(one.parent ?? other.parent);
  const joined = toJoined(one, other);
  const fits = holder === undefined || canContain(holder.kind, joined.kind);
  draft.put('nodes', { ...joined, parent: fits ? (holder?.id ?? null) : one.parent });
  relink(draft, drop, keep, { dependency: all, duty: all, disposition: all, question: all, rest: true });
  dropDoubles(draft, keep);
  draft.drop('questions', [toSameQuestionId(keep, drop)]);
  draft.drop('layout', [drop]);
  draft.drop('nodes', [drop]);
  joinMemories(draft, keep, drop);
  return ok(toAppliedEdit(draft, plan, `Join ${other.name} with ${one.name}`));
}
