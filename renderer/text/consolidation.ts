function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}

/** The words of the consolidation assistant. */
export const consolidationText = {
  title: 'Consolidate',
  intro: 'Looks for an arrangement that does with less, and proves how good it is.',
  objective: 'Have least of',
  objectives: { hosts: 'Hosts', cost: 'Cost', moves: 'Moves' },
  hosts: 'Hosts that may take servers',
  noHosts:
    'There is no host in this plan yet. Say below which new ones there could be, or add hosts to the inventory.',
  all: 'All',
  none: 'None',
  addNew: 'New hosts could come…',
  newHosts: 'New hosts',
  newName: 'Name',
  newCount: 'At most',
  vcpu: 'vCPU',
  memory: 'Memory in GB',
  disk: 'Disk in GB',
  cost: 'Cost a month',
  currency: 'Currency',
  progress: 'Looking for a better arrangement',
  result: 'Proposal',
  before: 'Hosts today',
  after: 'Hosts after',
  bound: 'Proven minimum',
  best: 'No arrangement does with fewer: this is proven.',
  gap: (gap: number): string =>
    `At most ${counted(gap, 'host')} better than this, if that is possible at all.`,
  money: (before: string, after: string, bound: string): string =>
    `${before} a month today, ${after} after; at least ${bound}.`,
  fewestMoves: (moves: number, bound: number): string =>
    `${counted(moves, 'move')}; at least ${bound} are needed.`,
  conflict: 'Not all of this can be kept at once',
  dropRule: 'Drop this rule',
  moves: (count: number): string => counted(count, 'move'),
  noMoves: 'No move is proposed',
  noMovesNext: 'Everything stands where it should, or can’t be moved yet.',
  newCome: (names: string): string => `New: ${names}`,
  freed: (names: string): string => `Free afterwards: ${names}`,
  phases: (count: number): string => `In ${count} phases, because the plan limits the moves of a phase.`,
  stays: (count: number): string => `${counted(count, 'thing')} that stay`,
  merges: 'Could be merged',
  mergesNote: 'What is ticked is planned too; its doubts become questions.',
  merge: (name: string, into: string): string => `${name} into ${into}`,
  apply: (count: number): string => (count === 0 ? 'Apply' : `Apply ${counted(count, 'step')}`),
  label: (moves: number): string => `Consolidate: ${counted(moves, 'move')}`,
  show: (name: string): string => `Show ${name}`,
} as const;
