import { isSameArea } from '#core/model/duty.ts';
import type { ChangeRule, Step } from '#core/checks/rule.ts';
import type { Scene } from '#core/checks/scene.ts';
import { isBackupPlace, keepsData, machinesOf } from '#core/checks/kept-data.ts';
import { isRestoreProven } from '#core/checks/restore-proof.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { dutiesOn, subtreeIn, type Estate } from '#core/state/estate.ts';

/** "Backup", "backups", "backup and restore": however people call the area. */
const aboutBackup = /^\s*backups?\b/iu;
const areas = ['restore', 'restore proof'];

/** Whether losing a node would mean a restore: it keeps data, or a duty or hand-over of backup or restore is set on it. */
function mustBeRestorable(scene: Scene, estate: Estate, node: InventoryNode): boolean {
  const isArea = (area: string): boolean =>
    aboutBackup.test(area) || areas.some((each) => isSameArea(each, area));
  if (keepsData(node)) return !isBackupPlace(estate, node);
  return (
    dutiesOn(estate, node.id).some((duty) => isArea(duty.area)) ||
    (scene.handOversOn.get(node.id) ?? []).some((each) => isArea(each.area))
  );
}

/** The nodes that go live with a change, and the words for it. */
function findGoLive(
  scene: Scene,
  { change, before }: Step,
): { nodes: InventoryNode[]; words: string } | null {
  if (change.kind === 'move' || change.kind === 'merge') {
    const all = subtreeIn(before, change.node).filter((node) => mustBeRestorable(scene, before, node));
    const named = new Set<string>(all.map((node) => node.id));
    const nodes = all.filter((node) => !machinesOf(before, node.id).some((each) => named.has(each.id)));
    const to = change.kind === 'move' ? change.to : change.into;
    return { nodes, words: to === null ? 'moves' : `moves to ${scene.nameOf(to)}` };
  }
  if (change.kind !== 'hand-over') return null;
  const handOver = scene.plan.handovers.get(change.handover);
  if (handOver === undefined || !aboutBackup.test(handOver.area)) return null;
  const subject = before.nodes.get(handOver.subject);
  if (subject === undefined) return null;
  return { nodes: [subject], words: `has its backup handed over to ${scene.partyName(handOver.to)}` };
}

/**
 * Before a node goes live in its new place or under its new backup duty, somebody has restored it from a backup, really, and
 * noted how. Go-live is the first change that moves the node (with all inside) or hands over its backup; asked of what keeps
 * data or has a duty or hand-over of backup or restore set on it. Proof: an accepted hand-over of the area `restore
 * proof` with evidence, or a ticked task with evidence (on such a hand-over, or about restoring) on something that
 * comes earlier in the sequence or on the go-live itself. Looks at every change. An error: a move is the moment when data
 * gets lost. No repair: trying it is work.
 */
export const restoreIsProven: ChangeRule = {
  looksAt: 'changes',
  name: 'restore-is-proven',
  severity: 'error',
  look: (scene, step) => {
    const goLive = findGoLive(scene, step);
    if (goLive === null) return [];
    return goLive.nodes
      .filter((node) => !isRestoreProven(scene, step, node))
      .map((node) => ({
        about: [node.id],
        key: '',
        others: [],
        words: `${node.name} ${goLive.words} before anybody has proven that it can be restored from its backup.`,
      }));
  },
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
