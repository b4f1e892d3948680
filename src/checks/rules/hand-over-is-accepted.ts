import type { ChangeRule } from '#core/checks/rule.ts';

/**
 * A duty moves only after its new party has accepted it. Looks at every hand-over that is a change of the plan. An error:
 * the old party lets go and nobody has taken hold. No repair: the new party accepts, a machine can't.
 */
export const handOverIsAccepted: ChangeRule = {
  looksAt: 'changes',
  name: 'hand-over-is-accepted',
  severity: 'error',
  look: (scene, { change }) => {
    if (change.kind !== 'hand-over') return [];
    const handOver = scene.plan.handovers.get(change.handover);
    if (handOver === undefined || handOver.status === 'accepted') return [];
    const to = scene.partyName(handOver.to);
    const what =
      handOver.subject === null ? handOver.area : `${handOver.area} of ${scene.nameOf(handOver.subject)}`;
    const state = handOver.status === 'offered' ? 'was offered but not accepted' : 'was not even offered';
    const words = `The duty of ${what} goes to ${to}, but it ${state} yet.`;
    return [
      { about: handOver.subject === null ? [] : [handOver.subject], key: handOver.id, others: [], words },
    ];
  },
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
