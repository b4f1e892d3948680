/** Words about the file that a plan is kept in beside the vault. */
export const linkText = {
  linked: (name: string): string => `The plan is kept in ${name} from now on.`,
  reloaded: (name: string): string => `Take over what stands in ${name}`,
  takeBack: 'Take it back',
  onlyInRehome: (name: string): string => `Saved in Rehome, not in ${name}`,
  changed: (name: string): string => `Another program changed ${name}.`,
  changedRest: 'Nothing was overwritten. Your plan is safe in Rehome.',
  keepBoth: 'Keep both',
  reload: 'Take over the file',
  overwrite: 'Overwrite the file',
  gone: (name: string): string => `${name} is not there any more.`,
  goneRest: 'Your plan is safe in Rehome.',
  writeAgain: 'Write it again',
  unlink: 'Keep it in Rehome alone',
  problemRest: 'Your plan is safe in Rehome; the next edit tries again.',
} as const;
