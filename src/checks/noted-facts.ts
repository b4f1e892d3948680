import { isSameList } from '#core/base/same-list.ts';
import type { Table, TableRow } from '#core/base/table.ts';
import type { AddChange } from '#core/model/change.ts';
import type { NodeId } from '#core/model/ids.ts';
import type { Party } from '#core/model/party.ts';
import type { Rule } from '#core/model/rule.ts';
import { placesOf } from './ruled-nodes.ts';
import type { Note } from './read-log.ts';
import type { RedundancyGroups } from './redundancy-groups.ts';
import type { Scene } from './scene.ts';

/** What rules ask about a plan besides the estate, whose reading is noted by the same keys. */
export interface NotedFacts {
  readonly adds: ReadonlyMap<NodeId, AddChange>;
  readonly groups: RedundancyGroups;
  readonly parties: Table<Party>;
  /** Rules of the team. */
  readonly rules: Table<Rule>;
}

/** These facts of a plan. */
export function toNoted({ plan, adds, redundancyGroups }: Scene): NotedFacts {
  return { adds, groups: redundancyGroups, parties: plan.parties, rules: plan.rules };
}

function noteDifferent<V>(
  before: ReadonlyMap<string, V>,
  after: ReadonlyMap<string, V>,
  isSame: (a: V | undefined, b: V | undefined) => boolean,
  note: (key: string) => void,
): void {
  for (const [key, value] of before) if (!isSame(value, after.get(key))) note(key);
  for (const key of after.keys()) if (!before.has(key)) note(key);
}

function noteRows<T extends TableRow>(before: Table<T>, after: Table<T>, note: (row: T) => void): void {
  if (before === after) return;
  for (const row of before) if (after.get(row.id) !== row) note(row);
  for (const row of after) if (before.get(row.id) !== row) note(row);
}

/** Notes which of the facts are other ones. */
export function noteFacts(before: NotedFacts, after: NotedFacts, note: Note): void {
  noteDifferent(
    before.adds,
    after.adds,
    (a, b) => a === b,
    (id) => note('n', id),
  );
  noteDifferent(
    before.groups,
    after.groups,
    (a, b) => isSameList(a ?? [], b ?? []),
    (group) => note('g', group),
  );
  noteRows(before.parties, after.parties, ({ id }) => note('p', id));
  noteRows(before.rules, after.rules, (rule) => {
    for (const key of [rule.id, rule.kind, ...placesOf(rule)]) note('g', key);
  });
}
