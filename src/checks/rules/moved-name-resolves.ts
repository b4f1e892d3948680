import { isAcross, placeWords } from '#core/checks/places.ts';
import type { ChangeRule, Step } from '#core/checks/rule.ts';
import type { Scene } from '#core/checks/scene.ts';
import { toNameList } from '#core/checks/words.ts';
import { compareText } from '#core/base/compare.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { subtreeIn, type Estate } from '#core/state/estate.ts';

const aboutNames = /\b(?:dns|(?:domain|host)? ?names?|domains?|ttl|[ac]name|records?)\b/iu;

/** What becomes of a node in a change that leaves its names behind, in words; `null` when they go on as they are. */
function findFate(scene: Scene, { change, before }: Step): { node: NodeId; words: string } | null {
  if (change.kind === 'remove') return { node: change.node, words: 'goes' };
  if (change.kind === 'merge') {
    return before.nodes.has(change.into)
      ? { node: change.node, words: `goes into ${scene.nameOf(change.into)}` }
      : null;
  }
  if (change.kind !== 'move' || change.to === null) return null;
  const from = before.nodes.get(change.node)?.parent ?? null;
  if (from === null || !isAcross(before, from, change.to)) return null;
  return {
    node: change.node,
    words: `moves from ${placeWords(before, from)} to ${placeWords(before, change.to)}`,
  };
}

/** A merge moves what stands inside only to another machine: of those nodes the addresses stay their own. */
function findNamed(estate: Estate, node: NodeId, isMerge: boolean): InventoryNode[] {
  const [root, ...inside] = subtreeIn(estate, node);
  const isNamed = (each: InventoryNode): boolean => each.domains.length + each.addresses.length > 0;
  if (root === undefined) return [];
  return [root, ...inside.filter((each) => !isMerge || each.domains.length > 0)].filter(isNamed);
}

/** Whether somebody ticked that the names follow: on the change or its phase, or anywhere by one of the names. */
function isTakenCareOf(scene: Scene, { change, phase }: Step, names: readonly string[]): boolean {
  return scene.tickedTasks.some((task) => {
    const text = task.text.toLowerCase();
    if (names.some((name) => text.includes(name.toLowerCase()))) return true;
    return (task.on === change.id || task.on === phase) && aboutNames.test(task.text);
  });
}

/**
 * Names and addresses follow a node that moves to another provider or site, is merged or removed, with all inside: a ticked
 * task says that DNS was seen to, on the change or its phase by speaking of DNS or names, anywhere by naming the domain.
 * Looks at every change; one finding a change. A warning: the machine works, but who asks for its name comes to the old
 * place, or to whoever gets the old address next. No repair: DNS lies outside of the plan.
 */
export const movedNameResolves: ChangeRule = {
  looksAt: 'changes',
  name: 'moved-name-resolves',
  severity: 'warning',
  look: (scene, step) => {
    const fate = findFate(scene, step);
    if (fate === null) return [];
    const named = findNamed(step.before, fate.node, step.change.kind === 'merge');
    if (named.length === 0) return [];
    const domains = named.flatMap((node) => node.domains);
    const all = domains.length > 0 ? domains : named.flatMap((node) => node.addresses);
    if (isTakenCareOf(scene, step, all)) return [];
    return [
      {
        about: [fate.node],
        key: step.change.id,
        others: named.map((node) => node.id).sort(compareText),
        words: `${scene.nameOf(fate.node)} ${fate.words}, but no ticked task says that DNS follows for ${toNameList(all)}.`,
      },
    ];
  },
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
