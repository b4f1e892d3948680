import { toChangeWords } from '#core/graph/change-words.ts';
import { findClosedPhases } from '#core/checks/closed-phases.ts';
import type { PlanRule, PlanTrouble } from '#core/checks/rule.ts';
import type { Scene } from '#core/checks/scene.ts';
import { toDayNumber, toIsoDate, weekdayOf } from '#core/base/plain-date.ts';
import { findChangedNode, type Change } from '#core/model/change.ts';
import {
  toChangeCalendars,
  toNoticeEnd,
  toOpenTest,
  type ChangeCalendar,
} from '#core/state/change-calendar.ts';
import { phasesInOrder } from '#core/state/plan-states.ts';

/** ISO dates sort as text; `null` is not known, and what is not known is never late. */
function isAfter(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a > b;
}

function trouble(key: string, words: string, change: Change | null): PlanTrouble {
  const node = change === null ? null : findChangedNode(change);
  return {
    about: node === null ? [] : [node],
    key,
    others: [],
    words,
    change: change?.id ?? null,
    after: change === null ? [] : [change.id],
  };
}

function ofPhases({ plan, sequence }: Scene): PlanTrouble[] {
  const found: PlanTrouble[] = [];
  const phases = phasesInOrder(plan);
  const firsts = new Map<string | null, Change>();
  for (const change of sequence) if (!firsts.has(change.phase)) firsts.set(change.phase, change);
  for (const [index, phase] of phases.entries()) {
    const first = firsts.get(phase.id) ?? null;
    const report = (key: string, words: string): void => {
      found.push({ ...trouble(`${phase.id} ${key}`, words, first), about: [] });
    };
    if (isAfter(phase.start, phase.end)) {
      report('turned', `${phase.name} ends on ${phase.end}, before it starts on ${phase.start}.`);
    }
    const before = phases.slice(0, index).find((each) => isAfter(each.end ?? each.start, phase.start));
    if (before !== undefined) {
      report(
        'early',
        `${phase.name} starts on ${phase.start}, before ${before.name}, which comes first, is over on ${before.end ?? before.start}.`,
      );
    }
  }
  return found;
}

type Report = (key: string, words: string) => void;

function lookAtOrder({ plan }: Scene, change: Change, report: Report): void {
  const phase = plan.phases.get(change.phase);
  if (isAfter(change.start, change.end))
    report('turned', `ends on ${change.end}, before it starts on ${change.start}`);
  if (phase !== undefined && isAfter(phase.start, change.start)) {
    report('early', `starts on ${change.start}, before ${phase.name} does on ${phase.start}`);
  }
  if (phase !== undefined && isAfter(change.end, phase.end)) {
    report('late', `ends on ${change.end}, after ${phase.name} does on ${phase.end}`);
  }
  for (const id of change.after) {
    const earlier = plan.changes.get(id);
    if (earlier !== undefined && isAfter(earlier.end ?? earlier.start, change.start)) {
      report(
        `waits ${id}`,
        `starts on ${change.start}, but what it waits for is done only on ${earlier.end ?? earlier.start}`,
      );
    }
  }
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function lookAtCalendar(calendar: ChangeCalendar, change: Change, report: Report): void {
  const last = change.end ?? change.start;
  for (const freeze of calendar.freeze) {
    if (last === null || freeze.start === null) continue;
    if (!isAfter(freeze.start, last) && !isAfter(change.start ?? last, freeze.end)) {
      report(`freeze ${freeze.id}`, `falls into the freeze ${freeze.name}`);
    }
  }
  const isOpen = toOpenTest(calendar.window);
  for (const side of ['start', 'end'] as const) {
    const day = toDayNumber(change[side]);
    if (day === null || isOpen(day)) continue;
    const names = calendar.window.map(({ name }) => name).join(', ');
    const when = `${weekdays[weekdayOf(day) - 1] ?? ''}, ${toIsoDate(day)}`;
    report(`window ${side}`, `${side}s on ${when}, when no window is open (${names})`);
  }
  const first = toDayNumber(change.start);
  for (const notice of calendar.notice) {
    const free = toNoticeEnd(notice);
    if (free === null || first === null || first >= free) continue;
    report(
      `notice ${notice.id}`,
      `starts on ${change.start}, before the notice period ${notice.name} is over on ${toIsoDate(free)}`,
    );
  }
}

function toChangeLook(scene: Scene): (change: Change) => PlanTrouble[] {
  const calendarOf = toChangeCalendars(scene.plan);
  return (change) => {
    // Most changes of a plan that is being made have no dates yet.
    if (change.start === null && change.end === null) return [];
    const found: PlanTrouble[] = [];
    const report: Report = (key, text) => {
      const words = `The step to ${toChangeWords(scene, change)} ${text}.`;
      found.push(trouble(`${change.id} ${key}`, words, change));
    };
    lookAtOrder(scene, change, report);
    lookAtCalendar(calendarOf(change), change, report);
    return found;
  };
}

/**
 * Dates can be kept: nothing ends before it starts, a phase starts after those before it are over, a step lies within its
 * phase, after what it waits for, outside of freezes, begins and ends on days when a window is open, and waits for notice
 * periods. Dates that are not set are not judged, but a phase with dates has days left for its steps by the calendar. Looks at
 * phases and changes. An error: on some day the plan asks for
 * two things that exclude each other. No repair: people set dates, or `schedule` proposes them.
 */
export const datesHold: PlanRule = {
  looksAt: 'plan',
  name: 'dates-hold',
  severity: 'error',
  look: (scene) => [
    ...ofPhases(scene),
    ...findClosedPhases(scene),
    ...scene.sequence.flatMap(toChangeLook(scene)),
  ],
  say: (_scene, [first]) => first?.words ?? '',
};
