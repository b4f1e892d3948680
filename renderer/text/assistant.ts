const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Words of the assistants. */
export const assistantText = {
  close: 'Close the assistant',
  propose: 'Propose',
  again: 'Propose again',
  cancel: 'Cancel',
  apply: 'Apply',
  stale: 'The plan has changed since. Propose again before you apply it.',
  nothingToApply: 'Nothing to apply',
  more: (count: number) => `and ${count.toLocaleString()} more`,
  percent: (share: number) => `${Math.round(share * 100)} %`,
  phases: {
    title: 'Propose phases',
    intro: 'Puts every change that has no phase into a new one. Phases that are there stay as they are.',
    size: 'Most changes of a phase',
    sizeHint: 'as the plan says, else 10',
    badSize: 'Write a whole number from 1.',
    together: 'Keep the selection together',
    running: 'Looking for phases',
    none: 'Every change has a phase already.',
    waiting: (count: number) => `${counted(count, 'change')} without a phase`,
    result: 'Proposed phases',
    changes: (count: number) => counted(count, 'change'),
    measure: (cross: number, hand: number) =>
      cross === 0 && hand === 0
        ? 'No dependency goes over a distance in between.'
        : `${counted(cross, 'dependency', 'dependencies')} over a distance for a while; in the order of the list ${hand}.`,
    longest: (phases: number, hand: number) =>
      `The longest lasts ${counted(phases, 'phase')}; there ${hand}.`,
    joined: (title: string, phase: string) => `${title} joins ${phase}: something there waits for it.`,
    bridges: 'Over a distance meanwhile',
    label: (count: number) => `Put ${counted(count, 'change')} into phases`,
  },
  dates: {
    title: 'Propose dates',
    intro:
      'Gives each change and phase a date, as early as order, windows, freezes, notice periods and crews allow.',
    start: 'First day of work',
    notADate: 'Write a date as year-month-day, for example 2026-12-07.',
    weekends: 'Work at weekends too',
    ttl: 'Add tasks that lower the TTL of names that move',
    running: 'Looking for dates',
    none: 'There are no changes to give dates to.',
    result: 'Proposed dates',
    span: (start: string, end: string, days: number) => `${start} to ${end}, ${counted(days, 'day')}`,
    least: (days: number) => `No order can be shorter than ${counted(days, 'day')}.`,
    shortest: 'No order is shorter.',
    critical: 'Critical',
    slack: (days: number) => (days === 0 ? 'no slack' : `${counted(days, 'day')} of slack`),
    estimate: (days: number, why: 'given' | 'usual' | 'copy') =>
      `${counted(Math.max(1, Math.ceil(days)), 'day')}${why === 'given' ? '' : why === 'copy' ? ' with copying, estimate' : ', estimate'}`,
    tasks: 'New tasks',
    label: (count: number) => `Set the dates of ${counted(count, 'change')}`,
  },
} as const;
