import { sortedBy } from '#core/base/compare.ts';
import type { Duty } from '#core/model/duty.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Estate } from '#core/state/estate.ts';
import { estateAt, type StatePoint } from '#core/state/plan-states.ts';
import { toAccessChanges, type AccessChange } from './access-changes.ts';
import { toDutyMatrix, type DutyHolding, type DutyMatrix, type DutySubject } from './duty-matrix.ts';

/** One duty on one subject. */
export interface DutyPlace {
  readonly area: string;
  readonly subject: DutySubject;
}

/** A duty whose accountable parties are others than in the state before. */
export interface DutyTurn extends DutyPlace {
  /** Names; empty where nobody owes it. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** The duties in one state, and what is otherwise than in the state before it. */
export interface DutiesAtPoint {
  readonly point: StatePoint;
  /** Of the phase; `null` as it is and to be. */
  readonly name: string | null;
  readonly turns: readonly DutyTurn[];
  /** Owed, and nobody owes it; and the ones of them that were not open in the state before. */
  readonly gaps: readonly DutyPlace[];
  readonly newGaps: number;
  readonly closedGaps: number;
  /** Two are accountable and have not agreed on it. */
  readonly overlaps: readonly DutyPlace[];
  readonly newOverlaps: number;
  readonly closedOverlaps: number;
  readonly access: readonly AccessChange[];
  /** Duties that got another party while nobody wrote down which access goes with them. */
  readonly unknownAccess: number;
}

interface Open {
  readonly places: readonly DutyPlace[];
  readonly opened: number;
  readonly closed: number;
}

function findOpen(matrix: DutyMatrix, at: number, state: DutyHolding['state']): Open {
  const cells = matrix.rows.flatMap(({ area, cells: each }) => each.map((cell) => ({ area, cell })));
  const now = cells.filter(({ cell }) => cell.holdings[at]?.state === state);
  const before = cells.filter(({ cell }) => cell.holdings[at - 1]?.state === state);
  const opened = now.filter(({ cell }) => cell.holdings[at - 1]?.state !== state).length;
  return {
    places: now.map(({ area, cell }) => ({ area, subject: cell.subject })),
    opened: at === 0 ? 0 : opened,
    closed: before.filter(({ cell }) => cell.holdings[at]?.state !== state).length,
  };
}

function findTurns(matrix: DutyMatrix, at: number): DutyTurn[] {
  const namesOf = (holding: DutyHolding | undefined): string[] =>
    holding?.parties.map((party) => party.name) ?? [];
  return matrix.rows.flatMap(({ area, cells }) =>
    cells.flatMap((cell): DutyTurn[] => {
      const [then, now] = [cell.holdings[at - 1], cell.holdings[at]];
      // Gone with what it was about: nobody has to take it.
      if (then === undefined || now === undefined || now.state === 'none') return [];
      const [from, to] = [namesOf(then), namesOf(now)];
      return from.join('\n') === to.join('\n') ? [] : [{ area, subject: cell.subject, from, to }];
    }),
  );
}

function countUnknown(before: Estate, after: Estate): number {
  const isNew = (duty: Duty): boolean => {
    const old = before.duties.get(duty.id);
    return duty.party !== null && duty.access === null && old?.party !== duty.party;
  };
  return after.duties.filter(isNew).length;
}

/** The duties through all states: who takes what over, which gaps and overlaps there are, and which access is to be granted and revoked. */
export function toDutiesOverTime(plan: Plan): DutiesAtPoint[] {
  const matrix = toDutyMatrix(plan);
  const estates = matrix.points.map(({ point }) => estateAt(plan, point));
  return matrix.points.map(({ point, name }, at): DutiesAtPoint => {
    const [before, after] = [estates[at - 1], estates[at]];
    const gaps = findOpen(matrix, at, 'nobody');
    const overlaps = findOpen(matrix, at, 'overlap');
    const steps = before === undefined || after === undefined || before === after ? null : { before, after };
    return {
      point,
      name,
      turns: sortedBy(
        findTurns(matrix, at),
        (turn) => turn.subject.name,
        (turn) => turn.area,
      ),
      gaps: gaps.places,
      newGaps: gaps.opened,
      closedGaps: gaps.closed,
      overlaps: overlaps.places,
      newOverlaps: overlaps.opened,
      closedOverlaps: overlaps.closed,
      access: steps === null ? [] : toAccessChanges(steps.before, steps.after),
      unknownAccess: steps === null ? 0 : countUnknown(steps.before, steps.after),
    };
  });
}
