import { fail, ok, type Result } from '#core/base/result.ts';
import type { AppliedEdit } from '#core/commands/apply-commands.ts';
import { toDraft, type Draft } from '#core/commands/draft.ts';
import { isSameJson } from '#core/base/same-json.ts';
import type { Evidence } from '#core/model/evidence.ts';
import { toImportedId, type IdMaker, type NodeId } from '#core/model/ids.ts';
import { toNode, type InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Source } from '#core/model/source.ts';
import { withStatement } from '../field-conflicts.ts';
import {
  readMemory,
  withMemory,
  withoutLeft,
  withParentOf,
  type RememberedRecord,
  type SourceMemory,
} from '../source-memory.ts';
import { withApart } from './hold-apart.ts';
import { normaliseName } from './node-names.ts';
import { getAtPath, withPaths } from './node-paths.ts';
import { toAppliedEdit } from './reconcile-edit.ts';
import { relink } from './relink.ts';

interface Statement {
  readonly source: Source;
  readonly memory: SourceMemory;
  readonly record: RememberedRecord;
}

function toStatements(plan: Plan, id: NodeId): readonly Statement[] {
  return [...plan.sources].flatMap((source) => {
    const memory = readMemory(source);
    const record = memory.records.get(id);
    return record === undefined ? [] : [{ source, memory, record }];
  });
}

function toTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** What is left of a node without one of its sources: its words, and the values that nobody else gave. */
function toRest(node: InventoryNode, out: Statement, others: readonly Statement[]): InventoryNode {
  const values = new Map<string, unknown>();
  const blank = toNode({ id: node.id, kind: node.kind, name: node.name });
  for (const [path, stated] of Object.entries(out.record.fields)) {
    if (path === 'name') continue;
    const ours = getAtPath(node, path);
    const told = others.map(({ record }) => record.fields[path]).filter((each) => each !== undefined);
    if (Array.isArray(ours)) {
      const elsewhere = new Set(told.flatMap(toTexts));
      const gone = new Set(toTexts(stated).filter((each) => !elsewhere.has(each)));
      values.set(
        path,
        toTexts(ours).filter((each) => !gone.has(each)),
      );
    } else if (isSameJson(ours, stated) && !told.some((each) => isSameJson(each, stated))) {
      values.set(path, told[0] ?? getAtPath(blank, path));
    }
  }
  const isTold = (name: string): boolean =>
    others.some(({ record }) =>
      [record.fields['name'], ...toTexts(record.fields['aliases'])].some((each) => each === name),
    );
  const [stated] = toTexts([out.record.fields['name']]);
  const ownName = stated ?? '';
  const isOwn = (alias: string): boolean => normaliseName(alias) === normaliseName(ownName) && !isTold(alias);
  let rest = withPaths(node, values);
  for (const { field } of node.conflicts) {
    const nothing = { source: out.source.id, path: field, value: undefined, evidence: [] };
    rest = withStatement(rest, nothing, { ours: getAtPath(node, field), isNew: false });
  }
  return {
    ...rest,
    aliases: rest.aliases.filter((alias) => !isOwn(alias)),
    evidence: rest.evidence.filter((each) => each.source !== out.source.id),
  };
}

/** What one source says of a node, as a node of its own. */
function toSplitNode(plan: Plan, node: InventoryNode, out: Statement): InventoryNode {
  const { fields, keys } = out.record;
  for (let ordinal = 0; ; ordinal += 1) {
    const id = toImportedId('nd', [out.source.name, 'split', node.id, keys[0] ?? '', String(ordinal)]);
    if (plan.nodes.has(id)) continue;
    const name = typeof fields['name'] === 'string' ? fields['name'] : node.name;
    const start = toNode({ id, kind: node.kind, name, type: node.type });
    const said = withPaths(start, new Map(Object.entries(fields)));
    return { ...said, id, evidence: node.evidence.filter((each) => each.source === out.source.id) };
  }
}

/** What only the one source says of the node goes with it: dependencies, duties, questions, and what stands inside. */
function moveRelations(draft: Draft, from: NodeId, to: NodeId, out: Statement): void {
  const { plan } = draft;
  const isOwn = (evidence: readonly Evidence[] | undefined): boolean =>
    evidence !== undefined && evidence.length > 0 && evidence.every((each) => each.source === out.source.id);
  relink(draft, from, to, {
    dependency: (id) => isOwn(plan.dependencies.get(id)?.evidence),
    duty: (id) => isOwn(plan.duties.get(id)?.evidence),
    disposition: (id) => isOwn(plan.dispositions.get(id)?.evidence),
    question: (id) => isOwn(plan.questions.get(id)?.evidence),
    rest: false,
  });
  for (const child of plan.nodes) {
    if (child.parent !== from || child.id === to || !isOwn(child.evidence)) continue;
    draft.put('nodes', { ...child, parent: to });
  }
}

/**
 * Takes what one source says of a node out into a node of its own, as one edit: for two machines that were taken for one. It is
 * remembered: the next import of any source keeps them apart. Fails with a sentence, for example when no other source would be left.
 */
export function splitNode(
  plan: Plan,
  id: NodeId,
  sourceName: string,
  context: { readonly makeId: IdMaker },
): Result<AppliedEdit, string> {
  const node = plan.nodes.get(id);
  if (node === undefined) return fail('the node is not in the inventory');
  const statements = toStatements(plan, id);
  const out = statements.find(({ source }) => source.name === sourceName);
  const others = statements.filter((each) => each !== out);
  const names = statements.map(({ source }) => source.name).sort();
  if (out === undefined) {
    return fail(`"${sourceName}" says nothing of "${node.name}"; these do: ${names.join(', ') || 'none'}`);
  }
  if (others.length === 0)
    return fail(`only "${sourceName}" speaks of "${node.name}": there is nothing to split`);
  const draft = toDraft(plan, context.makeId);
  const split = toSplitNode(plan, node, out);
  draft.put('nodes', toRest(node, out, others));
  draft.put('nodes', split);
  moveRelations(draft, id, split.id, out);
  const records = new Map(
    [...out.memory.records].map(([each, record]) => {
      const isMoved = draft.plan.nodes.get(each)?.parent === split.id;
      return [each, isMoved ? withParentOf(record, id, split.id) : record] as const;
    }),
  );
  const { because: _because, ...record } = out.record;
  records.delete(id);
  records.set(split.id, { ...record, left: null });
  let { decisions } = out.memory;
  for (const key of record.keys) decisions = withApart(decisions, key, id);
  draft.put('sources', withMemory(out.source, { ...out.memory, records, decisions }));
  for (const { source } of others) draft.put('sources', withoutLeft(source, new Set([id])));
  return ok(toAppliedEdit(draft, plan, `Split ${node.name}: ${sourceName} means another machine`));
}
