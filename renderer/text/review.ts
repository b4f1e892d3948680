import type { Confidence, ProposedItem } from '#core/importers/contract.ts';

const n = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** Words of the import review. */
export const reviewText = {
  region: 'Import review',
  newPlan: 'New plan',
  decided: 'Decided',
  ofDecided: (done: number, all: number): string => `${done} of ${all} decided`,
  later: (count: number): string => `${count} left for later`,
  undo: 'Undo',
  redo: 'Redo',
  cancel: 'Cancel',
  acceptAll: 'Accept all',
  acceptAllHint: 'Takes what is sure or likely; what needs a look is left for later',
  openMap: 'Open the map',
  taking: {
    handing: 'Handing over what was found',
    working: 'Working out what becomes of your plan',
    bringing: 'Bringing it into your plan',
  },
  takeCounts: (done: number, total: number): string =>
    `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`,
  takeThings: (total: number): string => n(total, 'thing'),
  takeFailed:
    'This could not be taken into your plan: working it out stopped by itself. Nothing was changed.',
  accept: 'Accept',
  reject: 'Reject',
  answer: 'Answer…',
  askLater: 'Ask later',
  answerLabel: 'Answer',
  answerBy: 'Who says so',
  answerSave: 'Save the answer',
  answered: (answer: string, by: string): string =>
    by === '' ? `Answered: ${answer}` : `Answered: ${answer} (${by})`,
  effects: { changed: 'adds to a known one', same: 'known already', conflict: 'says otherwise' },
  alsoIn: (sources: readonly string[]): string => `also in ${sources.join(', ')}`,
  acceptThese: (count: number): string => `Accept these ${count}`,
  totals: {
    servers: 'Servers',
    services: 'Services',
    dependencies: 'Dependencies',
    removals: 'Removal candidates',
    questions: 'Questions',
    notUnderstood: 'Not understood',
    secrets: 'Secrets',
  },
  textSays: (stated: number): string => `the text says ${stated}`,
  noTotal: 'no total is stated',
  placed: (count: number): string => `${count} with a known place`,
  inDoubt: (count: number): string => (count === 0 ? 'none in doubt' : `${count} in doubt`),
  conditions: (count: number): string => (count === 0 ? 'no conditions' : n(count, 'condition')),
  blocking: (count: number): string =>
    count === 0 ? 'none blocks a step' : `${n(count, 'blocks', 'block')} a step`,
  linesOf: (count: number, lines: number): string => {
    if (count === 0) return 'everything was read';
    return lines === 0 ? 'lines' : `lines of ${lines.toLocaleString('en')}`;
  },
  secretsFound: (count: number): string => (count === 0 ? 'none in the files' : 'never stored'),
  groups: {
    first: 'Answer first',
    conflict: 'Sources contradict',
    pair: 'Same machine?',
    gone: 'Gone from the source',
    provider: 'Providers',
    site: 'Sites',
    host: 'Hosts',
    server: 'Servers',
    service: 'Services',
    dependency: 'Dependencies',
    disposition: 'Removal candidates',
    fate: 'What becomes of the others',
    party: 'Parties',
    duty: 'Duties',
    phase: 'Phases',
    move: 'Moves',
    question: 'Questions',
  },
  groupCounts: (accepted: number, open: number, rejected: number, later: number): string =>
    [
      accepted > 0 ? `${accepted} accepted` : '',
      open > 0 ? `${open} to decide` : '',
      rejected > 0 ? `${rejected} rejected` : '',
      later > 0 ? `${later} left for later` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  filter: 'Show',
  all: 'All',
  filters: {
    server: 'Servers',
    service: 'Services',
    dependency: 'Dependencies',
    disposition: 'Removals',
    question: 'Questions',
  },
  list: 'What was found',
  states: { accept: 'accepted', reject: 'rejected', later: 'left for later', open: 'to decide' },
  confidence: { sure: 'Sure', likely: 'Likely', uncertain: 'Please look' } satisfies Record<
    Confidence,
    string
  >,
  blocks: 'Blocks',
  what: (item: ProposedItem, place: string | null): string => {
    switch (item.is) {
      case 'node':
        if (place !== null) return `on ${place}`;
        return item.kind === 'provider' ? '' : 'place not known';
      case 'dependency':
        return item.type.replaceAll('-', ' ');
      case 'duty':
        return `${item.role}${place === null ? '' : `, ${place}`}`;
      case 'question':
        return place === null ? '' : `about ${place}`;
      case 'disposition':
        return item.conditions.length === 0
          ? item.disposition
          : `${item.disposition}, ${item.conditions.join(', ')}`;
      case 'party':
        return item.kind;
      case 'move':
        return place === null ? '' : `in ${place}`;
      case 'phase':
        return [item.start, item.end].filter((date) => date !== undefined).join(' to ');
    }
  },
  rowWords: (name: string, what: string): string => (what === '' ? name : `${name}, ${what}`),
  fields: {
    name: 'Name',
    kind: 'Kind',
    place: 'Place',
    status: 'Status',
    type: 'Type',
    text: 'Question',
    blocking: 'It blocks the steps that rest on it',
    area: 'Area',
    why: 'Why',
  },
  placeUnknown: 'Not known',
  reasons: 'Why',
  next: (name: string): string => `next: ${name}`,
  kinds: { provider: 'Provider', site: 'Site', host: 'Host', server: 'Server', service: 'Service' },
  statuses: { active: 'Active', dormant: 'Dormant', unknown: 'Unknown', planned: 'Planned' },
  source: 'Source',
  sourceFile: 'Document',
  lines: (count: number): string => n(count, 'line'),
  quotesFor: (count: number, name: string): string => `${n(count, 'quote')} for ${name}`,
  previousQuote: 'Previous quote',
  nextQuote: 'Next quote',
  notes: 'Notes',
  onlyRead: 'Of tables and structured files only what was read is kept: these are the words of each line.',
  noQuotes: 'No quotes',
  notUnderstoodMark: 'not understood',
  problemsTitle: (count: number): string => n(count, 'note about the files', 'notes about the files'),
  nothing: 'Nothing of this kind was found',
} as const;
