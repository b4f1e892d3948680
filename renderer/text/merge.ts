const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** Words of the merge of the open plan with another copy of it. */
export const mergeText = {
  title: 'Merge with another copy…',
  intro:
    'Two people edited copies of one plan: what only one of them changed is taken from both. This plan changes when you press Merge, as one step that can be undone.',
  side: 'The other copy',
  sides: { plan: 'Another plan', file: 'A file' },
  plan: 'Plan',
  file: 'Choose a plan file…',
  noPlan: 'There is no other plan. “Try another way” makes one; a colleague’s copy comes as a file.',
  chooseFirst: 'Choose the other copy.',
  looking: 'Looking for the state that both copies come from…',
  base: 'The state that both come from',
  baseNow: 'This plan as it is now',
  baseNone: 'None is known: what differs is a conflict',
  baseFile: 'Choose the file of that state…',
  nothing: (name: string): string => `${name}: there is nothing in it that this plan does not have.`,
  outcome: (name: string, differences: number, conflicts: number): string =>
    `${name}: ${counted(differences, 'difference')} come${differences === 1 ? 's' : ''} into this plan${conflicts === 0 ? '' : `, ${counted(conflicts, 'conflict')} to decide`}.`,
  result: 'What the merge does',
  conflicts: 'Conflicts',
  conflictsIntro:
    'Both copies changed these, each in another way. What this plan says stands until the other is chosen.',
  ours: 'This plan',
  theirs: 'The other copy',
  before: (value: string): string => `before: ${value}`,
  notTaken: 'This can’t be taken beside the other choices.',
  broke: 'What the combination breaks',
  brokeIntro: 'Each copy alone is fine here. After the merge these are among the findings.',
  checking: 'Checking the merged plan…',
  brokeNothing: 'The checks find nothing that either copy alone does not have.',
  repairs: 'Set right',
  cancel: 'Cancel',
  merge: 'Merge',
  label: (name: string): string => `Merge with ${name}`,
} as const;
