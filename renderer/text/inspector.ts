import { assertNever } from '#core/base/assert-never.ts';
import type { ChangeKind } from '#core/model/change.ts';
import type { DispositionKind } from '#core/model/disposition.ts';
import type { Access, DutyRole } from '#core/model/duty.ts';
import type { NodeKind, NodeStatus } from '#core/model/node.ts';
import type { Fact, FactKey } from '#core/projections/inspector-facts.ts';

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

const factNames: Readonly<Record<FactKey, string>> = {
  kind: 'Kind',
  type: 'Type',
  place: 'Place',
  region: 'Region',
  runs: 'Runs',
  status: 'Status',
  count: 'Count',
  environment: 'Used for',
  os: 'System',
  vcpu: 'vCPU',
  memoryMiB: 'Memory',
  diskGiB: 'Disk',
  addresses: 'Address',
  domains: 'Domains',
  aliases: 'Also',
  jurisdiction: 'Country',
  data: 'Data',
  cost: 'Cost',
  notes: 'Notes',
};

const statuses: Readonly<Record<NodeStatus, string>> = {
  active: 'In use',
  dormant: 'Dormant',
  unknown: 'Not known',
  planned: 'Planned',
};

const kinds: Readonly<Record<NodeKind, string>> = {
  provider: 'Provider',
  site: 'Site',
  host: 'Host',
  server: 'Server',
  service: 'Service',
};

/** MiB as people say it: "1 GB", "512 MB". */
export function memoryWords(mib: number): string {
  return mib >= 1024 ? `${numbers.format(mib / 1024)} GB` : `${numbers.format(mib)} MB`;
}

/** GiB as people say it: "640 GB", "2 TB". */
export function diskWords(gib: number): string {
  return gib >= 1024 ? `${numbers.format(gib / 1024)} TB` : `${numbers.format(gib)} GB`;
}

function factWords(fact: Fact): string | null {
  const { key, value } = fact;
  if (value === null) return null;
  if (typeof value === 'number') {
    return key === 'memoryMiB'
      ? memoryWords(value)
      : key === 'diskGiB'
        ? diskWords(value)
        : numbers.format(value);
  }
  if (typeof value !== 'string') return value.join(', ');
  if (key === 'kind') return kinds[value as NodeKind];
  if (key === 'status') return statuses[value as NodeStatus];
  return key === 'cost' ? value.replace('/month', '/mo').replace('/year', '/yr') : value;
}

/** What a disposition is called; `null` for a text that is none. */
export function dispositionText(value: string): string | null {
  return new Map<string, string>(Object.entries(dispositions)).get(value) ?? null;
}

const dispositions: Readonly<Record<DispositionKind, string>> = {
  retain: 'Stays',
  rehost: 'Moves as it is',
  relocate: 'Relocates',
  replatform: 'New platform',
  refactor: 'Rebuilt',
  repurchase: 'Replaced by a product',
  retire: 'Removal',
};

function changeWords(kind: ChangeKind): string {
  switch (kind) {
    case 'move':
      return 'Moves';
    case 'merge':
      return 'Merged';
    case 'remove':
      return 'Removed';
    case 'add':
      return 'New';
    case 'resize':
      return 'Resized';
    case 'rewire':
      return 'Rewired';
    case 'hand-over':
      return 'Handed over';
    default:
      return assertNever(kind);
  }
}

const roles: Readonly<Record<DutyRole, string>> = {
  accountable: 'accountable',
  responsible: 'responsible',
  consulted: 'consulted',
  informed: 'informed',
};

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** The words of the inspector. */
export const inspectorText = {
  region: 'Inspector',
  number: (value: number): string => numbers.format(value),
  kind: (kind: NodeKind): string => kinds[kind],
  fact: (key: FactKey): string => factNames[key],
  value: factWords,
  notKnown: 'Not known',
  edit: (what: string): string => `Edit ${what.toLowerCase()}`,
  facts: 'Facts',
  moreFacts: 'More facts',
  fewerFacts: 'Fewer facts',
  noValue: (words: string, fact: string): string =>
    `“${words}” can’t be read as ${fact.toLowerCase()}: nothing was changed.`,
  questions: 'Questions',
  quoteSays: 'The text says',
  blocks: 'Blocks a step',
  open: 'Open',
  answered: (answer: string, by: string | null): string => (by === null ? answer : `${answer} (${by})`),
  answer: 'Answer',
  answerLabel: 'Answer',
  answerBy: 'Who says so',
  save: 'Save',
  cancel: 'Cancel',
  neededBy: 'Who needs it',
  impact: (count: number): string => `impact: ${numbers.format(count)} ${count === 1 ? 'node' : 'nodes'}`,
  needs: 'What it needs',
  nobodyNeeds: 'Nothing that is known',
  needsNothing: 'Nothing that is known',
  inDoubt: 'in doubt',
  partOf: (name: string): string => `by ${name}`,
  duties: 'Duties',
  nobodyOwns: 'Nobody owns it',
  nobody: 'nobody yet',
  role: (role: DutyRole): string => roles[role],
  fromPlace: (name: string): string => `from ${name}`,
  addDuty: 'Add a duty',
  dutyArea: 'Area',
  dutyParty: 'Who',
  dutyRole: 'Role',
  dutyPartyHint: 'A team, person or vendor',
  removeDuty: 'Delete this duty',
  tasks: 'Tasks',
  tasksDone: (done: number, all: number): string => `${done} of ${all} done`,
  addTask: 'Add a task',
  taskText: 'What is to be done',
  noChange: 'A checklist hangs on a step of the plan: plan a move or removal first.',
  moveTo: 'Move to…',
  phase: 'Phase…',
  agree: 'Agree',
  agreeTitle: 'Agree the removal',
  agreeBy: 'Who agrees',
  agreeOf: (names: readonly string[]): string =>
    `${list.format(names)} ${names.length === 1 ? 'is' : 'are'} removed, and all that is inside. What still needs ${names.length === 1 ? 'it' : 'them'} stays among the findings.`,
  removal: 'Mark for removal',
  takeBack: 'Keep it',
  assignPhase: 'Assign to phase…',
  planRemoval: 'Plan the removal',
  withdraw: 'Withdraw from the plan',
  deleteNode: 'Delete from the inventory',
  show: 'Show on the map',
  more: 'More',
  menuOf: (name: string): string => `Actions on ${name}`,
  candidate: 'Removal candidate',
  agreed: 'Removal agreed',
  notAgreed: 'not agreed',
  agreedBy: (by: string): string => `agreed by ${by}`,
  disposition: (kind: DispositionKind): string => dispositions[kind],
  change: changeWords,
  phaseNumber: (number: number | null): string => (number === null ? 'No phase' : `Phase ${number}`),
  waitsFor: (text: string): string => `Waits: ${text}`,
  isAway: 'Not there in the shown state',
  conflicts: (count: number): string =>
    `${count} ${count === 1 ? 'field' : 'fields'} on which sources disagree`,
  nothing: 'Nothing selected',
  nothingNext: 'Press a box on the map, or a name in the list.',
  totals: 'This plan',
  total: {
    server: 'Servers',
    service: 'Services',
    host: 'Hosts',
    site: 'Sites',
    provider: 'Providers',
    dependencies: 'Dependencies',
    changes: 'Changes',
    phases: 'Phases',
    openQuestions: 'Open questions',
    blocking: 'of them blocking',
    sources: 'Sources',
  },
  access: (access: Access): string => (access === 'none' ? 'no access' : `${access} access`),
  parties: 'Parties',
  noParty: 'Nobody yet',
  partiesNote: 'Accountable for so many duties in the shown state.',
  several: (count: number): string => `${numbers.format(count)} selected`,
  dependency: 'Dependency',
  dependencies: (count: number): string => `${numbers.format(count)} dependencies`,
  byType: 'By type',
  from: 'From',
  to: 'To',
  typeName: 'Type',
  port: 'Port',
  protocol: 'Protocol',
  encrypted: 'Encrypted',
  latency: 'Latency',
  yes: 'Yes',
  no: 'No',
  encryptedChoices: { yes: 'Yes', no: 'No', unknown: 'Not known' },
  deleteDependency: 'Delete this dependency',
  addDependency: 'Add a dependency',
  sourceTitle: (name: string, line: number): string => `${name}, line ${line}`,
  sourceWithoutText: 'Tables and machine output are not kept as text. The quoted words:',
  close: 'Close',
} as const;
