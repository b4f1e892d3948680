const numbers = new Intl.NumberFormat('en');

function edits(count: number): string {
  return `${numbers.format(count)} ${count === 1 ? 'edit' : 'edits'}`;
}

/** Words of the history of edits. */
export const historyText = {
  title: 'History',
  list: 'Edits, the latest first',
  now: 'now',
  undone: 'taken back',
  backTo: (label: string): string => `Go back to right after: ${label}`,
  forwardTo: (label: string): string => `Go forward to: ${label}`,
  isNow: (label: string): string => `${label}: the latest edit`,
  begin: 'Before the first edit',
  backToBegin: 'Go back to before the first edit',
  empty: 'No edit yet',
  emptyNext: 'What you change is listed here, and you can go back to any point.',
  note: 'Going back keeps what comes after: go forward again, as long as nothing new is edited.',
  older: 'Older edits are not kept here. Earlier versions hold what the plan was.',
  wentBack: (count: number, label: string): string => `${edits(count)} taken back, now after: ${label}`,
  wentToBegin: (count: number): string => `${edits(count)} taken back`,
  wentForward: (count: number, label: string): string => `${edits(count)} done again, now after: ${label}`,
  goBack: 'Go back',
  close: 'Close',
  ofNode: 'History',
  noneOfNode: 'No edit since this plan was made',
  all: 'All edits…',
  more: (count: number): string => `${numbers.format(count)} more`,
} as const;
