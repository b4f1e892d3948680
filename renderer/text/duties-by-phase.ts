import type { AccessChange } from '#core/projections/access-changes.ts';
import type { DutiesAtPoint, DutyTurn } from '#core/projections/duties-over-time.ts';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

function counted(count: number, one: string, opened: number, closed: number): string {
  const words = count === 0 ? `no ${one}` : `${count} ${one}${count === 1 ? '' : 's'}`;
  const turns = [
    ...(opened === 0 ? [] : [`${opened} new`]),
    ...(closed === 0 ? [] : [`${closed} closed`]),
  ].join(', ');
  return turns === '' ? words : `${words} (${turns})`;
}

/** The estate as a whole has no name of its own. */
function dutyWords(area: string, subject: string): string {
  return `${area} of ${subject === '' ? 'everything' : subject}`;
}

function turnWords({ area, subject, from, to }: DutyTurn): string {
  const duty = dutyWords(area, subject.name);
  if (to.length === 0) return `${list.format(from)} lets go of ${duty}, and nobody takes it`;
  return from.length === 0
    ? `${list.format(to)} takes ${duty}, which nobody owed`
    : `${duty} goes from ${list.format(from)} to ${list.format(to)}`;
}

function upperFirst(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** The words of the duties over time. */
export const dutiesByPhaseText = {
  title: 'Duties by phase',
  open: 'By phase…',
  close: 'Close',
  asIs: 'As is',
  toBe: 'To be',
  /** The sentence of a phase: who takes what, and what is open then. */
  sentence: (at: DutiesAtPoint): string => {
    const open = `${counted(at.gaps.length, 'gap', at.newGaps, at.closedGaps)}, ${counted(at.overlaps.length, 'overlap', at.newOverlaps, at.closedOverlaps)}.`;
    if (at.point === 'start') return upperFirst(open);
    const [only] = at.turns;
    const turns =
      only === undefined
        ? 'no duty changes hands'
        : at.turns.length === 1
          ? turnWords(only)
          : `${at.turns.length} duties change hands`;
    return `${upperFirst(turns)}: ${open}`;
  },
  turn: (turn: DutyTurn): string => `${upperFirst(turnWords(turn))}.`,
  gaps: 'Nobody owes',
  overlaps: 'Two owe, without an agreement',
  turns: 'Change hands',
  access: 'Access',
  place: dutyWords,
  show: (area: string, subject: string): string => `Show ${dutyWords(area, subject)}`,
  accessOf: ({ from, to }: AccessChange, party: string, place: string): string => {
    if (from === 'none') return `Grant ${party} ${to} access on ${place}.`;
    return to === 'none'
      ? `Revoke the ${from} access of ${party} on ${place}.`
      : `Change the access of ${party} on ${place} from ${from} to ${to}.`;
  },
  everything: 'everything',
  unknownAccess: (count: number): string =>
    `Nobody wrote down which access goes with ${count} of the duties that change hands.`,
  more: (count: number): string => `And ${count} more.`,
} as const;
