import { isSameJson } from '#core/base/same-json.ts';
import { findKnownNode } from '#core/graph/known-nodes.ts';
import { nodeKinds, type InventoryNode, type NodeStatus } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { parseCost } from './parse-cost.ts';

/** A field of a node that a person edits where it is shown; a size is one of the three dimensions of its capacity. */
export type NodeField =
  | 'name'
  | 'kind'
  | 'type'
  | 'place'
  | 'environment'
  | 'status'
  | 'count'
  | 'os'
  | 'vcpu'
  | 'memoryMiB'
  | 'diskGiB'
  | 'addresses'
  | 'domains'
  | 'aliases'
  | 'tags'
  | 'jurisdiction'
  | 'data'
  | 'cost'
  | 'notes';

type Size = 'vcpu' | 'memoryMiB' | 'diskGiB';

const statuses: Readonly<Record<string, NodeStatus>> = {
  active: 'active',
  'in use': 'active',
  dormant: 'dormant',
  planned: 'planned',
  unknown: 'unknown',
  'not known': 'unknown',
};

/** Whether a text says that nobody knows: nothing, or a question mark. */
function saysNothing(words: string): boolean {
  return words === '' || words === '?';
}

/**
 * A size as people type it ("2 GB", "512 MB", "4") in the unit of its field: MiB for memory, GiB for disk, which is also what a bare number
 * of both means: GB. `null` where it is not known, `undefined` for what is no size.
 */
export function parseSize(field: Size, words: string): number | null | undefined {
  const typed = words.trim();
  if (saysNothing(typed)) return null;
  const found = /^(\d{1,9}(?:[.,]\d{1,4})?)\s*(t|g|m)?(?:i?b)?$/iu.exec(typed);
  if (found === null) return undefined;
  const value = Number((found[1] ?? '').replace(',', '.'));
  const unit = (found[2] ?? '').toLowerCase();
  if (field === 'vcpu') return unit === '' && /^[\d.,]+$/u.test(typed) ? value : undefined;
  const gib = unit === 't' ? value * 1024 : unit === 'm' ? value / 1024 : value;
  return field === 'memoryMiB' ? Math.round(gib * 1024) : Math.round(gib * 100) / 100;
}

function toList(words: string): string[] {
  return words.split(/[\s,;]+/u).filter((each) => each !== '');
}

/** Things of several words are parted by commas or semicolons only. */
function toPhrases(words: string): string[] {
  return words
    .split(/[,;\n]+/u)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/**
 * What `edit-node` has to be given so that a field says what a person typed; empty words take the value away. `null` where the words are no
 * value of that field. A place is named as everywhere: it may be the name of a node.
 */
export function toTypedFields(field: NodeField, words: string): Readonly<Record<string, unknown>> | null {
  const typed = words.trim();
  switch (field) {
    case 'name':
      return typed === '' ? null : { name: typed };
    case 'kind': {
      const kind = nodeKinds.find((each) => each === typed.toLowerCase());
      return kind === undefined ? null : { kind };
    }
    case 'place':
      return { parent: saysNothing(typed) ? null : typed };
    case 'status': {
      const status = saysNothing(typed) ? 'unknown' : statuses[typed.toLowerCase()];
      return status === undefined ? null : { status };
    }
    case 'count':
      if (saysNothing(typed)) return { count: null };
      return /^\d{1,6}$/u.test(typed) ? { count: Number(typed) } : null;
    case 'vcpu':
    case 'memoryMiB':
    case 'diskGiB': {
      const size = parseSize(field, typed);
      return size === undefined ? null : { capacity: { [field]: size } };
    }
    case 'addresses':
    case 'domains':
      return { [field]: toList(typed) };
    case 'aliases':
    case 'tags':
    case 'data':
      return { [field]: toPhrases(typed) };
    case 'cost': {
      const cost = saysNothing(typed) ? null : parseCost(typed);
      return cost === undefined ? null : { cost: cost ?? { amount: null } };
    }
    case 'notes':
      return { notes: typed };
    case 'type':
    case 'environment':
    case 'os':
    case 'jurisdiction':
      return { [field]: saysNothing(typed) ? null : typed };
    default:
      return field satisfies never;
  }
}

function valueOf(node: InventoryNode, field: NodeField): unknown {
  if (field === 'place') return node.parent;
  return field === 'vcpu' || field === 'memoryMiB' || field === 'diskGiB'
    ? node.capacity[field]
    : node[field];
}

/** Whether a field of a node in a state says what is typed in the inventory; where a step of the plan has changed it, it is not edited. */
export function isTypedField(plan: Plan, node: InventoryNode, field: NodeField): boolean {
  const kept = findKnownNode(plan, node.id);
  return kept !== undefined && isSameJson(valueOf(kept, field), valueOf(node, field));
}
