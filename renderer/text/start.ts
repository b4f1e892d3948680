/** Words of the start page. */
export const startText = {
  title: 'Move servers without finding out afterwards what they did',
  lead: 'Point Rehome at what you already have. See what runs where, plan the move, and check every step of it before you take one.',
  drop: 'Drop files or a folder anywhere in this window',
  dropFormats: 'Wiki pages, spreadsheets, Ansible, Terraform and cloud exports, several at once',
  importInventory: 'Import an inventory',
  openPlan: 'Open a plan',
  tryExample: 'Try an example',
  recent: 'Recent plans',
  examples: 'Examples, one per kind of company',
  tour: 'Take the tour',
  tourHint: 'five steps on the first example',
  servers: (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'server' : 'servers'}`,
  serversThen: (now: number, then: number): string =>
    now === then
      ? `${now.toLocaleString('en')} ${now === 1 ? 'server' : 'servers'}`
      : `${now.toLocaleString('en')} → ${then.toLocaleString('en')} servers`,
  notOpenedYet: 'Not opened here yet',
  damaged: 'Damaged: open it to see what is left',
  noFindings: 'No findings',
  theme: { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' },
  promise: 'Everything stays on this disk. No account, no agent, no network.',
  where: (folder: string): string => `Plans are kept in ${folder}`,
  more: (name: string): string => `More about ${name}`,
  newer: 'Stored by a newer version of Rehome',
  exportCopy: 'Export a copy…',
  versions: 'Earlier versions…',
  remove: 'Delete the plan…',
  removeTitle: 'Delete this plan?',
  removeWords: (name: string): string =>
    `${name} is deleted with its history and its versions, and undo cannot bring it back. Save a copy first if in doubt.`,
  removeNow: 'Delete the plan',
  keep: 'Keep it',
  cannotList: 'The stored plans can’t be listed:',
  cannotOpen: 'The plan can’t be opened:',
} as const;
