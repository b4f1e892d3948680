import type { StateRule, Step, Trouble } from '#core/checks/rule.ts';
import type { Scene } from '#core/checks/scene.ts';
import { changedDuties, findAccountable } from '#core/checks/duties.ts';
import { toNameList } from '#core/checks/words.ts';
import { isSameArea, type Duty } from '#core/model/duty.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { dutiesOn, subtreeIn, type Estate } from '#core/state/estate.ts';

/** Area, subject and environment: the rows of one scope say together who owes a duty there. */
function scopeOf(duty: Duty): string {
  return JSON.stringify([
    duty.area.trim().toLowerCase(),
    duty.subject ?? '',
    duty.environment?.toLowerCase() ?? '',
  ]);
}

function rowsOf(estate: Estate, scope: string): Duty[] {
  const parsed: unknown = JSON.parse(scope);
  const subject: unknown = Array.isArray(parsed) ? parsed[1] : '';
  return dutiesOn(estate, typeof subject === 'string' && subject !== '' ? subject : null).filter(
    (duty) => scopeOf(duty) === scope,
  );
}

function where(scene: Scene, duty: Duty): string {
  const environment = duty.environment === null ? '' : `${duty.environment} `;
  if (duty.subject !== null) return ` of ${environment}${scene.nameOf(duty.subject)}`;
  return environment === '' ? '' : ` of ${environment.trim()}`;
}

function sharesEnvironment(node: InventoryNode | undefined, duty: Duty): boolean {
  return duty.environment !== null && duty.environment.toLowerCase() === node?.environment?.toLowerCase();
}

/** Whether each node of the environment that a row is for has somebody nearer: then nothing is left that nobody owes. */
function isHeldNearer(estate: Estate, duty: Duty): boolean {
  if (duty.subject !== null || duty.environment === null) return false;
  let found = false;
  for (const node of estate.nodes) {
    if (!sharesEnvironment(node, duty)) continue;
    if (findAccountable(estate, node, duty.area).every((row) => row.party === null)) return false;
    found = true;
  }
  return found;
}

/** The sentence of a scope where nobody is accountable, or `null` when somebody is, here or further up. */
function findGap(scene: Scene, estate: Estate, rows: readonly Duty[], duty: Duty): string | null {
  const what = `${duty.area}${where(scene, duty)}`;
  if (rows.some((row) => row.role === 'accountable')) {
    return isHeldNearer(estate, duty) ? null : `Nobody owes ${what} yet.`;
  }
  const doers = rows.filter((row) => row.role === 'responsible');
  if (doers.length === 0) return null;
  const node = estate.nodes.get(duty.subject);
  const above = node === undefined ? [] : findAccountable(estate, node, duty.area);
  if (above.some((row) => row.party !== null)) return null;
  const names = doers.flatMap((row) => (row.party === null ? [] : scene.partyName(row.party)));
  return names.length === 0
    ? `Nobody owes ${what} yet.`
    : `${toNameList(names)} ${names.length === 1 ? 'does' : 'do'} ${what}, but nobody is accountable for it.`;
}

function lookAt(scene: Scene, estate: Estate, rows: readonly Duty[]): Trouble[] {
  const [duty] = rows;
  if (duty === undefined || (duty.subject !== null && !estate.nodes.has(duty.subject))) return [];
  const about: NodeId[] = duty.subject === null ? [] : [duty.subject];
  const scope = {
    about,
    key: `${duty.area.trim().toLowerCase()} ${duty.environment?.toLowerCase() ?? ''}`,
    others: [],
  };
  const held = rows.filter((row) => row.role === 'accountable' && row.party !== null);
  const parties = [...new Set(held.map((row) => row.party))];
  if (parties.length === 0) {
    const words = findGap(scene, estate, rows, duty);
    return words === null ? [] : [{ ...scope, words }];
  }
  if (parties.length === 1) return [];
  const what = `${duty.area}${where(scene, duty)}`;
  const names = toNameList(parties.map(scene.partyName));
  const isJoint = held.every((row) => row.joint);
  return [
    isJoint
      ? { ...scope, severity: 'info', words: `${names} are accountable for ${what} together, as agreed.` }
      : { ...scope, words: `${names} are each accountable for ${what}: nobody knows who acts.` },
  ];
}

/** Who does a duty without being accountable has a gap or none by what holds further up: scopes below a duty that was taken up or let go. */
function scopesBelow(step: Step): string[] {
  return changedDuties(step).flatMap((changed) => {
    if (changed.role !== 'accountable') return [];
    const rows =
      changed.subject === null
        ? [...step.estate.duties]
        : subtreeIn(step.estate, changed.subject).flatMap((node) => dutiesOn(step.estate, node.id));
    return rows.filter((row) => isSameArea(row.area, changed.area)).map(scopeOf);
  });
}

/** A gap of an environment is over when all its nodes have somebody nearer: scopes above a duty that changed, or for a node that came or went. */
function scopesAbove(step: Step): string[] {
  const areas = changedDuties(step).filter((duty) => duty.role === 'accountable' && duty.subject !== null);
  const nodes = step.moved.map((id) => step.estate.nodes.get(id) ?? step.before.nodes.get(id));
  if (areas.length + nodes.length === 0) return [];
  return dutiesOn(step.estate, null)
    .filter(
      (row) =>
        areas.some((duty) => isSameArea(duty.area, row.area)) ||
        (row.party === null && nodes.some((node) => sharesEnvironment(node, row))),
    )
    .map(scopeOf);
}

/**
 * Each duty that somebody wrote down has exactly one accountable party: not nobody, not two. Agreed joint ownership is
 * an info. Rows of one area on the same subject and environment are looked at together; a nearer row beats one further
 * up, so rows in different places never clash, and a gap of an environment is none where each of its nodes has somebody nearer. A gap needs a row: what nobody wrote down is not guessed. A row that says only
 * who does it counts as a gap when nobody up the tree is accountable. Looks at every state. A warning: the work may
 * still get done, but an alarm at night finds nobody or two who wait for each other. No repair: parties decide.
 */
export const dutyHasOneAccountable: StateRule = {
  looksAt: 'states',
  name: 'duty-has-one-accountable',
  severity: 'warning',
  spots: (_scene, estate) => new Set(estate.duties.map(scopeOf)),
  touched: (_scene, step) => [
    ...scopesBelow(step),
    ...scopesAbove(step),
    ...[
      ...step.edit.duties.map((duty) => duty.id),
      ...step.edit.endedDuties,
      ...step.moved.flatMap((id) => dutiesOn(step.estate, id).map((duty) => duty.id)),
    ].flatMap((id) =>
      [step.before.duties.get(id), step.estate.duties.get(id)].flatMap((duty) =>
        duty === undefined ? [] : scopeOf(duty),
      ),
    ),
  ],
  look: (scene, estate, spot) => lookAt(scene, estate, rowsOf(estate, spot)),
  say: (_scene, [trouble]) => trouble?.words ?? '',
};
