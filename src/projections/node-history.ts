import { findChangedNode } from '#core/model/change.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { CollectionName, Plan } from '#core/model/plan.ts';
import type { RecordsDiff } from '#core/model/records-diff.ts';

/** Fields in which records point at nodes, or at what is planned for them. */
const pointers = ['node', 'subject', 'from', 'to', 'into', 'about', 'nodes', 'on', 'dependency'] as const;

/** Collections whose records are about a node when they point at it; sources list everything that they ever named. */
const pointing: readonly CollectionName[] = [
  'dependencies',
  'duties',
  'questions',
  'dispositions',
  'changes',
  'handovers',
  'tasks',
  'rules',
  'accepted',
];

function isAbout(record: object, ids: ReadonlySet<string>): boolean {
  return pointers.some((field) => {
    const value: unknown = Reflect.get(record, field);
    if (typeof value === 'string') return ids.has(value);
    if (Array.isArray(value)) return value.some((each) => ids.has(String(each)));
    return typeof value === 'object' && value !== null && ids.has(String(Reflect.get(value, 'id')));
  });
}

/** The node with what is planned for it and what hangs on it: tasks point at a change, rewirings at a dependency. */
function toOwnIds(plan: Plan, node: NodeId): Set<string> {
  return new Set<string>([
    node,
    ...plan.changes.filter((change) => findChangedNode(change) === node).map((change) => change.id),
    ...plan.handovers.filter((each) => each.subject === node).map((each) => each.id),
    ...plan.dependencies.filter((each) => each.from === node || each.to === node).map((each) => each.id),
  ]);
}

/** Whether an edit changed a node itself, what stands directly in it, or something of the plan that is about it. */
function touches(diff: RecordsDiff, node: NodeId, ids: ReadonlySet<string>): boolean {
  const { nodes, layout } = diff.collections;
  if (nodes !== undefined) {
    const { added, updated, removed } = nodes;
    if (node in added || node in updated || node in removed) return true;
    const came = [...Object.values(added), ...Object.values(removed)].some((each) => each.parent === node);
    if (came) return true;
    const moved = Object.values(updated).some(
      ([from, to]) => from.parent !== to.parent && (from.parent === node || to.parent === node),
    );
    if (moved) return true;
  }
  if (layout !== undefined && (node in layout.added || node in layout.updated || node in layout.removed))
    return true;
  return pointing.some((name) => {
    const own = diff.collections[name];
    if (own === undefined) return false;
    const records: readonly object[] = [
      ...Object.values(own.added),
      ...Object.values(own.updated).flat(),
      ...Object.values(own.removed),
    ];
    return records.some((record) => isAbout(record, ids));
  });
}

/** Which of several edits (the oldest first) have to do with a node, as places in the list. */
export function findEditsOf(plan: Plan, diffs: readonly RecordsDiff[], node: NodeId): number[] {
  const ids = toOwnIds(plan, node);
  return diffs.flatMap((diff, index) => (touches(diff, node, ids) ? [index] : []));
}
