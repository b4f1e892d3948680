import type { ChangeRule, Trouble } from '#core/checks/rule.ts';
import type { Scene } from '#core/checks/scene.ts';
import { subtreeIn } from '#core/state/estate.ts';
import { toQuote } from '#core/checks/words.ts';
import type { InventoryNode } from '#core/model/node.ts';

/** Why the removal of this very node is not agreed, or `null` when it is. */
function findObjection(scene: Scene, node: InventoryNode): string | null {
  // What only the plan brings (a bridge for a while) was never anybody's to agree on.
  if (!scene.plan.nodes.has(node.id)) return null;
  const records = scene.dispositions.get(node.id) ?? [];
  if (records.some((each) => each.disposition === 'retire' && each.agreed)) return null;
  const candidate = records.find((each) => each.disposition === 'retire');
  if (candidate !== undefined) {
    const why = candidate.why.trim() === '' ? '' : ` (candidate because: ${toQuote(candidate.why)})`;
    return `${node.name} is removed, but nobody has agreed to it yet${why}.`;
  }
  const other = records[0];
  return other === undefined
    ? `${node.name} is removed, but it was never marked for removal, and nobody has agreed to it.`
    : `${node.name} is removed, but it is marked to ${other.disposition}.`;
}

/** Something inside that shall live on, but goes down with its place. */
function findKept(scene: Scene, root: InventoryNode, inside: InventoryNode): string | null {
  const records = scene.dispositions.get(inside.id) ?? [];
  const kept = records.find((each) => each.disposition !== 'retire');
  return kept === undefined
    ? null
    : `${inside.name} goes with ${root.name}, although it is marked to ${kept.disposition}.`;
}

/** Something that a step of the plan brought there, as if it were to stay, but that goes down with its place. */
function findBrought(scene: Scene, root: InventoryNode, inside: InventoryNode): string | null {
  const today = scene.start.nodes.get(inside.id);
  if (today === undefined || today.parent === inside.parent) return null;
  const records = scene.dispositions.get(inside.id) ?? [];
  return records.some((each) => each.disposition === 'retire' && each.agreed)
    ? null
    : `${inside.name} goes with ${root.name}, although the plan brought it there, and nobody has agreed that it goes.`;
}

/**
 * Whoever removes a node has the agreement: its disposition is `retire` and agreed. Also broken when something inside has
 * another disposition, or was brought there by the plan, as it goes too. A merge loses nothing and needs no agreement. Looks at every removal, in the state
 * before it. An error: a machine that somebody still counts on can't be brought back by a plan. No repair: people agree.
 */
export const removalIsAgreed: ChangeRule = {
  looksAt: 'changes',
  name: 'removal-is-agreed',
  severity: 'error',
  look: (scene, { change, before }) => {
    if (change.kind !== 'remove') return [];
    const [root, ...inside] = subtreeIn(before, change.node);
    if (root === undefined) return [];
    const found: Trouble[] = [];
    const report = (node: InventoryNode, words: string | null): void => {
      if (words !== null) found.push({ about: [node.id], key: '', others: [], words });
    };
    report(root, findObjection(scene, root));
    for (const node of inside) {
      report(node, findKept(scene, root, node) ?? findBrought(scene, root, node));
    }
    return found;
  },
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
