import { text } from './text.ts';

const { counted } = text;

/** The words of `rehome scenario`. */
export const scenarioText = {
  summary: 'Branch a plan: another way to go, as a plan of its own',
  usage: 'scenario PLAN --name NAME --out PLAN [--json]',
  name: 'what the alternative is called',
  out: 'where the alternative goes: a file other than PLAN, or - for standard output',
  json: 'answer as JSON',
  notes: [
    'The alternative keeps the ids of everything, so "rehome compare" can say how they differ and "rehome take" brings steps across.',
    'Rename one with the command rename-plan of "rehome do"; drop one by deleting its file.',
  ],
  noName: 'an alternative needs a name: give --name.',
  noOut: 'an alternative is a file of its own: give --out.',
  sameFile: '--out is the plan itself; an alternative is a file of its own.',
  sameName: (name: string): string =>
    `the plan itself is called "${name}"; give the alternative another name.`,
  done: (name: string, of: string, out: string): string =>
    `"${name}" branched from "${of}"${out === '-' ? '' : `, wrote ${out}`}.`,
};

/** The words of `rehome take`. */
export const takeText = {
  summary: 'Take steps of another alternative across',
  usage: 'take PLAN OTHER [--steps STEPS] [--out PLAN] [--json]',
  steps: 'which steps, by name or id, with commas between them; "all" for every step that differs',
  out: 'where the plan goes instead of back into PLAN',
  json: 'answer as JSON',
  notes: [
    'Without --steps it lists the steps in which the two differ, and changes nothing.',
    'Afterwards each step is as in OTHER: made, changed, or withdrawn where OTHER does not have it. What a step needs comes along.',
  ],
  onlyOneInput: 'only one of the two plans can come from standard input ("-"); name a file for the other.',
  none: 'Both plans take the same steps.',
  head: (count: number): string => `${counted(count, 'step')} ${count === 1 ? 'differs' : 'differ'}:`,
  onlyHere: (name: string, phase: string): string => `  only here: ${name} (${phase})`,
  onlyThere: (name: string, phase: string): string => `  only there: ${name} (${phase})`,
  changed: (here: string, there: string): string => `  otherwise there: ${here}; there ${there}`,
  inPhase: (name: string, phase: string): string => `${name} (${phase})`,
  done: (label: string, out: string): string => `${label}${out === '-' ? '' : `, wrote ${out}`}.`,
  same: 'Nothing changed: the steps are like that already.',
};
