import { compareText } from '#core/base/compare.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import type { NodeId } from '#core/model/ids.ts';
import { nodeKinds, type InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { toDidYouMean } from './close-names.ts';
import { isUnclear, isUnknown, type FindTrouble } from './find-trouble.ts';
import { findIdsByName } from './name-index.ts';
import { findKnownNode, toAddsByNode, toKnownNodes, toNodeWords, toPlaces } from '#core/graph/known-nodes.ts';

type Same = (node: InventoryNode, text: string) => boolean;

const isNamed: Same = (node, text) => node.name.trim() === text;
const isNamedAnyCase: Same = (node, text) => node.name.trim().toLowerCase() === text.toLowerCase();

/** How names are compared, the strictest first: the first way that finds anything decides. */
const ways: readonly Same[] = [
  isNamed,
  isNamedAnyCase,
  (node, text) => isNamed(node, text) || node.aliases.includes(text),
  (node, text) =>
    isNamedAnyCase(node, text) || node.aliases.some((alias) => alias.toLowerCase() === text.toLowerCase()),
];

const kindMark = new RegExp(`^(${nodeKinds.join('|')}):\\s*(.+)$`, 's');

/** A kind in front of a name (`server:web02`), taken off. */
function withoutKind(text: string): { readonly kind: string | null; readonly name: string } {
  const found = kindMark.exec(text);
  return { kind: found?.[1] ?? null, name: found?.[2]?.trim() ?? text };
}

/** The ways to read a text as a place and a name: `web02/web backend`. Texts with very many slashes are names. */
function toSplits(text: string): { readonly place: string; readonly name: string }[] {
  const parts = text.split('/');
  if (parts.length > 12) return [];
  return parts
    .slice(1)
    .map((_, index) => ({
      place: parts
        .slice(0, index + 1)
        .join('/')
        .trim(),
      name: parts
        .slice(index + 1)
        .join('/')
        .trim(),
    }))
    .filter(({ place, name }) => place !== '' && name !== '');
}

function isMeant(plan: Plan, node: InventoryNode, text: string, same: Same): boolean {
  const { kind, name } = withoutKind(text);
  if (same(node, text) || (kind === node.kind && same(node, name))) return true;
  const mayBePlace = (whole: string): boolean =>
    toSplits(whole).some((split) => {
      const inner = withoutKind(split.name);
      const fits = same(node, split.name) || (inner.kind === node.kind && same(node, inner.name));
      return fits && toPlaces(plan, node).some((place) => isMeant(plan, place, split.place, same));
    });
  return mayBePlace(text) || (kind === node.kind && mayBePlace(name));
}

/** Every node that could be meant, before the way of comparing narrows it down. */
function toPossible(plan: Plan, text: string): InventoryNode[] {
  const tails = new Set<string>();
  for (const tail of [text, ...toSplits(text).map(({ name }) => name)]) {
    tails.add(tail.toLowerCase());
    tails.add(withoutKind(tail).name.toLowerCase());
  }
  const ids = new Set([...tails].flatMap((tail) => [...findIdsByName(plan.nodes, tail)]));
  const added = [...toAddsByNode(plan.changes).keys()].filter((id) => !plan.nodes.has(id));
  return [...ids, ...added].flatMap((id) => findKnownNode(plan, id) ?? []);
}

/** Without the nodes that lie inside of another one of the list. */
function toOutermost(plan: Plan, nodes: readonly InventoryNode[]): InventoryNode[] {
  const ids = new Set<string>(nodes.map(({ id }) => id));
  return nodes.filter((node) => !toPlaces(plan, node).some((place) => ids.has(place.id)));
}

/**
 * The nodes that a name can mean: compared exactly, then without case, then by alias; `server:web02` and `web02/web
 * backend` narrow it to a kind and a place. Where a node and something inside it share the name, the outer one is meant.
 */
export function findNodesByName(plan: Plan, name: string): InventoryNode[] {
  const text = name.trim();
  const possible = toPossible(plan, text);
  for (const same of ways) {
    const literal = possible.filter((node) => same(node, text));
    const found = literal.length > 0 ? literal : possible.filter((node) => isMeant(plan, node, text, same));
    if (found.length > 0) return toOutermost(plan, found).sort((a, b) => compareText(a.id, b.id));
  }
  return [];
}

/** The one node that an id or a name means; else a sentence that names the candidates. */
export function findNode(plan: Plan, text: string): Result<NodeId, FindTrouble> {
  const byId = findKnownNode(plan, text);
  if (byId !== undefined) return ok(byId.id);
  const found = findNodesByName(plan, text);
  const [only] = found;
  if (only === undefined) {
    const names = [...toKnownNodes(plan)].map(({ name }) => name);
    return fail(isUnknown('node', text, toDidYouMean(withoutKind(text).name, names)));
  }
  if (found.length === 1) return ok(only.id);
  const candidates = found.slice(0, 5).map((node) => `${toNodeWords(plan, node)} (${node.id})`);
  const more = found.length > 5 ? `, and ${found.length - 5} more` : '';
  return fail(
    isUnclear(`"${text}" can mean ${candidates.join(', ')}${more}. Write its place before it, or its id.`),
  );
}
