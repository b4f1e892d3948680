import type { Severity } from '#core/model/finding.ts';

const numbers = new Intl.NumberFormat('en');
const words: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
};

/** The words of the findings panel. */
export const findingsText = {
  region: 'Findings',
  number: (value: number): string => numbers.format(value),
  severity: (severity: Severity): string => words[severity][0],
  counted: (severity: Severity, count: number): string =>
    `${numbers.format(count)} ${words[severity][count === 1 ? 0 : 1]}`,
  checked: (state: string, states: number): string =>
    `${state} · ${states === 1 ? 'the only state' : `all ${numbers.format(states)} states`} checked`,
  checking: 'Checking every state …',
  after: (name: string): string => `After ${name}`,
  asIs: 'As is',
  toBe: 'To be',
  when: (from: string, until: string): string => (from === until ? from : `${from} → ${until}`),
  onlySelection: 'This selection',
  collapse: 'Close the findings',
  expand: 'Open the findings',
  accept: 'Accept…',
  acceptTitle: 'Accept this finding',
  acceptWhy: 'Why it is all right',
  acceptBy: 'Who accepts it',
  acceptDo: 'Accept',
  reopen: 'Open again',
  acceptedBy: (by: string, why: string): string => `accepted by ${by}: ${why}`,
  none: (states: number): string =>
    states === 1 ? 'No findings as it is' : `No findings in any of the ${numbers.format(states)} states`,
  noneHere: 'No findings about this selection',
  noneNext: 'Checked after every change that you make.',
  more: (count: number): string => `${numbers.format(count)} more`,
} as const;
