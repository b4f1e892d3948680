/** The pages of the documentation that the window has with it, in the order of their list. */
export const helpPages = [
  'guide',
  'checks',
  'command-line',
  'plan-file',
  'plans-in-git',
  'reliability',
] as const;

/** One of them. */
export type HelpPage = (typeof helpPages)[number];

/** A heading of a page; without one it is shown from its begin. */
export interface HelpPlace {
  readonly page: HelpPage;
  readonly heading: string | null;
}

function guide(heading: string): HelpPlace {
  return { page: 'guide', heading };
}

const see = guide('3. See the estate');
const table = guide('The table');
const plan = guide('4. Plan');
const history = guide('Back and forward');
const agree = guide('5. Answer, agree, check');
const duties = guide('6. Hand duties over');
const report = guide('7. Give everybody the plan');
const data = guide('Where your data is');

/** Where the help of a screen, view or panel begins (a test looks for each heading). */
export const helpPlaces = {
  start: guide('1. Start'),
  review: guide('2. Look over what was found'),
  map: see,
  board: guide('The board'),
  table,
  timeline: plan,
  duties,
  questions: agree,
  report,
  export: report,
  apply: report,
  compare: guide('Compare, and try another way'),
  scenarios: guide('Compare, and try another way'),
  history,
  about: data,
  passphrase: data,
  delete: data,
  agree,
  answer: agree,
  move: plan,
  phase: plan,
  phases: plan,
  connect: plan,
  edges: plan,
  palette: plan,
  calendar: plan,
  rename: plan,
  shortcuts: plan,
  'add-target': plan,
  'propose-phases': plan,
  'propose-dates': plan,
  consolidation: plan,
} as const satisfies Readonly<Record<string, HelpPlace>>;

/** Words of the help. */
export const helpText = {
  title: 'Help',
  here: 'Help on what is shown',
  contents: 'Contents',
  page: 'Page',
  pages: {
    guide: 'User guide',
    checks: 'What is checked',
    'command-line': 'Command line',
    'plan-file': 'The plan file',
    'plans-in-git': 'Plans in Git',
    reliability: 'What was tried to lose a plan',
  } satisfies Readonly<Record<HelpPage, string>>,
  text: 'Text of the help',
  loading: 'Opening the page…',
  tour: 'Take the tour',
  shortcuts: 'Keyboard shortcuts',
  close: 'Close',
  ofRule: (rule: string): string => `Help on ${rule}`,
} as const;
