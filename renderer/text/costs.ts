/** Words of what the plan costs. */
export const costsText = {
  title: 'Costs a month',
  today: 'Today',
  during: (phase: string): string => `While ${phase} goes on`,
  after: (phase: string): string => `After ${phase}`,
  noPhase: 'what has no phase',
  inAll: (amounts: string, days: number): string =>
    `${amounts} in all ${days} ${days === 1 ? 'day' : 'days'}`,
  amount: (amount: number, currency: string): string => `${amount.toLocaleString()} ${currency}`,
  nothingKnown: 'not known',
  unknown: (count: number): string => `${count} unknown`,
  doubled: (names: readonly string[]): string => `paid for twice: ${names.join(', ')}`,
  none: 'Nobody said yet what anything costs. Costs are edited in the facts of a host, server or service.',
} as const;
