import { findChangedNode, type Change } from '#core/model/change.ts';
import type { CollectionName, RecordByCollection } from '#core/model/plan.ts';

/** Says whether an id points at something that is not there. */
export type IsGone = (id: string | null | undefined) => boolean;

/** The ids that a record rests on, and those that it only mentions in a list. */
export interface References {
  readonly needs: readonly string[];
  readonly mentions: readonly string[];
}

/** What a record of one kind points at, and what is left of it without what is gone; `null`: nothing. */
interface Pointing<T> {
  readonly references: (row: T) => {
    readonly needs?: readonly (string | null | undefined)[];
    readonly mentions?: readonly string[];
  };
  readonly without: (row: T, isGone: IsGone) => T | null;
}

const orNull = <T extends string>(id: T | null, isGone: IsGone): T | null => (isGone(id) ? null : id);
const present = <T extends string>(ids: readonly T[], isGone: IsGone): T[] => ids.filter((id) => !isGone(id));

function changeNeeds(change: Change): (string | null | undefined)[] {
  const own = change.kind === 'add' ? null : findChangedNode(change);
  switch (change.kind) {
    case 'move':
    case 'add':
      return [own, change.to];
    case 'merge':
      return [own, change.into];
    case 'rewire':
      return [change.dependency, change.from, change.to];
    case 'hand-over':
      return [change.handover];
    default:
      return [own];
  }
}

const pointing: { readonly [C in CollectionName]?: Pointing<RecordByCollection[C]> } = {
  nodes: {
    references: (row) => ({ needs: [row.parent] }),
    without: (row, isGone) => ({ ...row, parent: orNull(row.parent, isGone) }),
  },
  dependencies: {
    references: (row) => ({ needs: [row.from, row.to] }),
    without: (row, isGone) => (isGone(row.from) || isGone(row.to) ? null : row),
  },
  duties: {
    references: (row) => ({ needs: [row.subject, row.party] }),
    without: (row, isGone) => (isGone(row.subject) ? null : { ...row, party: orNull(row.party, isGone) }),
  },
  questions: {
    references: (row) => ({ mentions: row.about }),
    without: (row, isGone) => ({ ...row, about: present(row.about, isGone) }),
  },
  dispositions: {
    references: (row) => ({ needs: [row.node] }),
    without: (row, isGone) => (isGone(row.node) ? null : row),
  },
  phases: {
    references: (row) => ({ needs: [row.owner] }),
    without: (row, isGone) => ({ ...row, owner: orNull(row.owner, isGone) }),
  },
  changes: {
    references: (row) => ({ needs: [row.phase, ...changeNeeds(row)], mentions: row.after }),
    without: (row, isGone) => {
      if (changeNeeds(row).some(isGone)) return null;
      return { ...row, phase: orNull(row.phase, isGone), after: present(row.after, isGone) };
    },
  },
  handovers: {
    references: (row) => ({ needs: [row.subject, row.from, row.to, row.phase] }),
    without: (row, isGone) => {
      if (isGone(row.subject) || isGone(row.to)) return null;
      return { ...row, from: orNull(row.from, isGone), phase: orNull(row.phase, isGone) };
    },
  },
  tasks: {
    references: (row) => ({ needs: [row.on, row.owner] }),
    without: (row, isGone) => (isGone(row.on) ? null : { ...row, owner: orNull(row.owner, isGone) }),
  },
  rules: {
    references: (row) => ({ mentions: row.nodes }),
    // A rule without nodes would hold everywhere: one that loses all of them ends.
    without: (row, isGone) => {
      const nodes = present(row.nodes, isGone);
      const least = row.kind === 'together' || row.kind === 'apart' ? 2 : 1;
      return nodes.length < Math.min(least, row.nodes.length) ? null : { ...row, nodes };
    },
  },
  calendar: {
    references: (row) => ({ needs: [row.party], mentions: row.nodes ?? [] }),
    // As with rules: an entry for nothing in particular would be one for everything.
    without: (row, isGone) => {
      if (isGone(row.party)) return null;
      if (row.nodes === undefined || row.nodes.length === 0) return row;
      const nodes = present(row.nodes, isGone);
      return nodes.length === 0 ? null : { ...row, nodes };
    },
  },
  accepted: {
    references: (row) => ({ mentions: row.nodes }),
    without: (row, isGone) => (row.nodes.some(isGone) ? null : row),
  },
  layout: {
    references: (row) => ({ mentions: [row.id] }),
    without: (row, isGone) => (isGone(row.id) ? null : row),
  },
};

function pointingOf<C extends CollectionName>(name: C): Pointing<RecordByCollection[C]> | undefined {
  return pointing[name];
}

/** What a record points at. */
export function referencesOf<C extends CollectionName>(name: C, row: RecordByCollection[C]): References {
  const found = pointingOf(name)?.references(row);
  const known = (ids: readonly (string | null | undefined)[] = []): string[] =>
    ids.flatMap((id) => (id === null || id === undefined ? [] : [id]));
  return { needs: known(found?.needs), mentions: known(found?.mentions) };
}

/** A record without what is gone; `null` where it makes no sense without it. */
export function withoutGone<C extends CollectionName>(
  name: C,
  row: RecordByCollection[C],
  isGone: IsGone,
): RecordByCollection[C] | null {
  return pointingOf(name)?.without(row, isGone) ?? null;
}
