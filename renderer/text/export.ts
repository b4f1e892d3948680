/** A format as the export dialog offers it: in which group, what it is for, and what it can be narrowed to. */
export interface FormatText {
  readonly group: 'documents' | 'pictures' | 'tables' | 'work' | 'tools';
  readonly title: string;
  readonly purpose: string;
  /** What `Part` means: the phases that a document is narrowed to, the states that a picture shows, or nothing. */
  readonly part: 'phase' | 'state' | null;
  readonly party: boolean;
  readonly without: boolean;
}

const all = { part: 'phase', party: true, without: true } as const;
const sheet = { group: 'tools', part: 'phase', party: true, without: false } as const;

/** The formats by the names that the command line knows. */
export const formatText: Readonly<Record<string, FormatText>> = {
  markdown: {
    ...all,
    group: 'documents',
    title: 'Markdown',
    purpose: 'The whole plan as a text for GitHub, GitLab or any editor.',
  },
  runbook: {
    ...all,
    group: 'documents',
    title: 'Runbook (Markdown)',
    purpose: 'A phase to work through: go or no-go, steps with their checks, the way back.',
    party: false,
  },
  handover: {
    ...all,
    group: 'documents',
    title: 'Hand-over sheet (Markdown)',
    purpose: 'What a party takes over: from whom, when, with which access and evidence.',
  },
  removals: {
    ...all,
    group: 'documents',
    title: 'Removal list (Markdown)',
    purpose: 'What can go: why, what still needs it, and who has to agree.',
    part: null,
    party: false,
  },
  questions: {
    ...all,
    group: 'documents',
    title: 'Open questions (Markdown)',
    purpose: 'What nobody knows yet, with room for the answers. They come back.',
    part: null,
    party: false,
  },
  html: {
    ...all,
    group: 'documents',
    title: 'Web page (HTML)',
    purpose: 'One page with pictures that opens in any browser, without a network.',
  },
  pdf: {
    ...all,
    group: 'documents',
    title: 'Paper or PDF',
    purpose: 'Prints the report; choose “Save as PDF” as the printer.',
    part: null,
    party: false,
    without: false,
  },
  svg: {
    group: 'pictures',
    title: 'Picture (SVG)',
    purpose: 'The whole map, sharp at any size.',
    part: 'state',
    party: false,
    without: false,
  },
  png: {
    group: 'pictures',
    title: 'Picture (PNG)',
    purpose: 'The whole map for slides, mails and chats.',
    part: 'state',
    party: false,
    without: false,
  },
  mermaid: {
    group: 'pictures',
    title: 'Mermaid',
    purpose: 'A diagram as text for wikis that draw Mermaid.',
    part: 'phase',
    party: false,
    without: false,
  },
  csv: {
    ...all,
    group: 'tables',
    title: 'Tables (CSV)',
    purpose: 'The plan as tables. Importing them again gives the same inventory.',
  },
  xlsx: {
    ...all,
    group: 'tables',
    title: 'Workbook (XLSX)',
    purpose: 'The same tables as sheets for Excel and LibreOffice.',
  },
  json: {
    group: 'tables',
    title: 'Plan file (JSON)',
    purpose: 'Everything, to open again or to keep in Git.',
    part: null,
    party: false,
    without: true,
  },
  ics: {
    ...all,
    group: 'work',
    title: 'Calendar (iCalendar)',
    purpose: 'Phases, steps, windows and tasks. A later export updates the earlier one.',
  },
  'github-issues': {
    ...all,
    group: 'work',
    title: 'GitHub issues',
    purpose: 'Steps, checklists and questions as issues, phases as milestones.',
  },
  'gitlab-csv': {
    ...all,
    group: 'work',
    title: 'GitLab issues (CSV)',
    purpose: 'The same for GitLab’s import of issues.',
  },
  'jira-csv': {
    ...all,
    group: 'work',
    title: 'Jira (CSV)',
    purpose: 'Phases as epics, steps as tasks, checklists as sub-tasks.',
  },
  'aws-migration-hub': {
    ...sheet,
    title: 'AWS Migration Hub',
    purpose: 'Servers for Migration Hub and Application Discovery.',
  },
  'azure-migrate': { ...sheet, title: 'Azure Migrate', purpose: 'Servers for an assessment in Azure.' },
  'google-migration-center': {
    ...sheet,
    title: 'Google Migration Center',
    purpose: 'Machines, disks and labels for an assessment in Google Cloud.',
  },
  konveyor: { ...sheet, title: 'Konveyor', purpose: 'Applications and what each needs.' },
  netbox: {
    ...sheet,
    title: 'NetBox',
    purpose: 'Clusters, devices, virtual machines and addresses for NetBox.',
  },
};

/** Words of the export dialog. */
export const exportText = {
  title: 'Export',
  format: 'Format',
  groups: {
    documents: 'To read',
    pictures: 'Pictures',
    tables: 'Data',
    work: 'To do',
    tools: 'Migration tools',
  },
  part: 'Part',
  state: 'Show the estate',
  wholePlan: 'The whole plan',
  start: 'As it is',
  end: 'To be',
  after: (phase: string): string => `After ${phase}`,
  party: 'For',
  everybody: 'Everybody',
  without: 'Without sources',
  withoutNotes: 'Without notes',
  preview: 'Preview',
  pictureOf: (state: string): string => `The map: ${state}`,
  largePicture: 'The picture is too large to be shown here. Save it and open the file.',
  files: (names: readonly string[]): string => {
    const shown = names.slice(0, 8).join(', ');
    return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
  },
  archive: (name: string): string => `in one archive, ${name}`,
  lossTitle: 'What does not fit',
  nothingLost: 'Everything that this format has a place for is in it.',
  lost: (field: string, count: number): string => `${field} (${count})`,
  names: (examples: readonly string[], count: number): string =>
    `${examples.join(', ')}${count > examples.length ? ' …' : ''}`,
  printHint: 'The report opens and is printed as you see it there.',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy. Save the file instead.',
  drawFailed: 'The picture could not be drawn. Save it as SVG instead.',
  plain: 'What you save is not encrypted and names your machines.',
  save: 'Save',
  print: 'Print…',
  close: 'Close',
} as const;
