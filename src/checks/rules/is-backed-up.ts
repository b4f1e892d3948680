import type { StateRule } from '#core/checks/rule.ts';
import { hasBackup, isBackupPlace, keepsData, machinesOf, replicasOf } from '#core/checks/kept-data.ts';
import { findAccountable } from '#core/checks/duties.ts';
import { touchedEnds, touchedNodes } from '#core/checks/touched.ts';

/**
 * What keeps data has a backup. It keeps data when its type says so (database, storage, repository, wiki, a mail server) or kinds of
 * data are noted. It has a backup when it, something inside, the machine it stands on or a replica of it backs up to
 * something that is there, or when some party is accountable for the area `backup` there. Where a server and a service
 * in it both keep data, only the server is named; places that hold backups are not asked for their own. Looks at
 * every state. A warning a node: the plan can go on, but a mistake on the way can't be undone. No repair.
 */
export const isBackedUp: StateRule = {
  looksAt: 'states',
  name: 'is-backed-up',
  severity: 'warning',
  spots: (_scene, estate) => estate.nodes.filter(keepsData).map((node) => node.id),
  touched: (_scene, { before, estate, edit, ...step }) => {
    const whole = { before, estate, edit, ...step };
    const duties = [...edit.duties.map((each) => each.id), ...edit.endedDuties].flatMap((id) => {
      const duty = estate.duties.get(id) ?? before.duties.get(id);
      if (duty === undefined || duty.area.trim().toLowerCase() !== 'backup') return [];
      return duty.subject === null ? estate.nodes.map((node) => node.id) : [duty.subject];
    });
    const ids = [...touchedNodes(whole), ...step.moved, ...touchedEnds(whole), ...duties];
    const wider = new Set<string>();
    for (const id of new Set<string>(ids)) {
      wider.add(id);
      for (const each of [before, estate]) {
        for (const node of machinesOf(each, id)) wider.add(node.id);
        for (const other of replicasOf(each, id)) wider.add(other);
      }
    }
    return wider;
  },
  look: (scene, estate, spot) => {
    const node = estate.nodes.get(spot);
    if (node === undefined || !keepsData(node)) return [];
    // A bucket of backups stays one when those who wrote into it are gone.
    if (isBackupPlace(estate, node) || isBackupPlace(scene.start, node)) return [];
    if (machinesOf(estate, spot).some(keepsData) || hasBackup(estate, spot)) return [];
    if (findAccountable(estate, node, 'backup').some((duty) => duty.party !== null)) return [];
    return [{ about: [node.id], key: '', others: [], words: '' }];
  },
  say: (scene, [trouble]) =>
    `${scene.nameOf(trouble?.about[0] ?? null)} keeps data, but no backup of it is known.`,
};
