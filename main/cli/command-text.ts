import { text } from './text.ts';

const { counted } = text;

const planOut = 'where the plan goes: a file, or - for standard output';
const machine = 'answer as JSON';

function toInputName(path: string): string {
  return path === '-' ? text.files.standardInput : path;
}

/** The words of `rehome import`. */
export const importText = {
  summary: 'Read files and folders into a plan',
  usage: 'import PATH... [--into PLAN] --out PLAN [--format F] [--map FILE] [--accept-uncertain] [--json]',
  into: 'merge into this plan instead of starting a new one',
  out: planOut,
  format: (formats: string): string => `read every file as this format: ${formats}`,
  map: 'a JSON file that says which column means what',
  acceptUncertain: 'take what needs a look too, instead of leaving it for review',
  json: machine,
  notes: [
    'Folders are walked eight levels deep; links, .git, node_modules and .terraform are left out.',
    'What is sure or likely enters the plan, what needs a look waits in the plan for review on the screen.',
  ],
  unknownFormat: (format: string, formats: string): string =>
    `there is no format "${format}". Formats are: ${formats}.`,
  badMap: (path: string): string =>
    `${path} is not a JSON object that maps columns to fields; see the command-line page.`,
  nothing: 'nothing was found in these files; see rehome import --help for what can be read.',
  skipped: (message: string): string => `left out: ${message}`,
  noted: (message: string): string => `note: ${message}`,
  reading: (index: number, all: number): string => `reading ${index} of ${all} files`,
  done: (files: number, out: string, found: string): string =>
    `Imported ${counted(files, 'file')}${out === '-' ? '' : ` into ${out}`}: ${found === '' ? 'nothing new' : found}.`,
  total: (words: string, stated: number, kind: string, found: number, where: string): string =>
    `The text says “${words}” (${where}): ${counted(stated, kind)} stated, ${found} found${stated === found ? '.' : ', please look.'}`,
  questions: (count: number, out: string): string =>
    `${counted(count, 'open question')}: ${out === '-' ? 'the report' : `rehome export ${out} --to questions --out -`} lists ${count === 1 ? 'it' : 'them'}.`,
  conflicts: (count: number): string =>
    `${counted(count, 'value')} on which the sources disagree: both are kept, nothing was guessed.`,
  secrets: (count: number): string =>
    `${counted(count, 'secret')} stood in the sources: masked, never stored. Change what was written down.`,
  pending: (count: number): string =>
    `${counted(count, 'entry', 'entries')} ${count === 1 ? 'waits' : 'wait'} for review (--accept-uncertain takes ${count === 1 ? 'it' : 'them all'}).`,
  changes: (added: number, changed: number, gone: number): string =>
    `Since the last import: ${added} new, ${changed} changed, ${gone} gone (kept, and proposed for removal).`,
  probable: (count: number): string =>
    `${counted(count, 'pair')} that may be one machine: asked as questions, nothing was joined (rehome reconcile).`,
  notUnderstood: (count: number): string =>
    `${counted(count, 'line')} said something that was not understood:`,
  more: (count: number): string => `  … and ${count} more (--json lists all)`,
};

/** The words of `rehome check`. */
export const checkText = {
  summary: 'Check every state of a plan',
  usage: 'check PLAN [--json] [--rule R] [--summary FILE]',
  json: machine,
  rule: 'only the findings of this rule',
  summaryFile: 'add a summary in Markdown to the end of this file, for CI',
  summaryNeedsFile: '--summary needs a file name; standard output carries the answer itself.',
  notes: [
    'Exit code 1 says that there are errors among the findings. Accepted findings are listed and do not count.',
  ],
  unknownRule: (rule: string, rules: string): string => `there is no rule "${rule}". Rules are: ${rules}.`,
  none: 'Nothing to report',
  counts: (error: number, warning: number, info: number): string =>
    [
      counted(error, 'error'),
      counted(warning, 'warning'),
      ...(info === 0 ? [] : [counted(info, 'note')]),
    ].join(', '),
  looked: (states: number, orders: number): string =>
    ` in ${counted(states, 'state')}${orders < 2 ? '' : ` and ${orders} allowed orders`}.`,
  groups: { error: 'Errors', warning: 'Warnings', info: 'Notes', accepted: 'Accepted' },
  icons: { error: '✖', warning: '⚠', info: 'ℹ', accepted: '✓' },
  today: 'today',
  end: 'the changes without a phase',
  from: (from: string, until: string | null): string =>
    until === null ? `from ${from}` : `${from} until ${until}`,
  accepted: (by: string, why: string): string => `accepted by ${by}: ${why}`,
};

/** The words of `rehome state`. */
export const stateText = {
  summary: 'Print the inventory as it is after a phase',
  usage: 'state PLAN [--after PHASE] [--json]',
  after: 'a phase by id or name, or start (as it is, the default) or end (all changes done)',
  json: 'the same: the answer is JSON in any case',
  notes: ['The answer has the form of "inventory" in a plan file.'],
};

/** The words of `rehome do`. */
export const doText = {
  summary: 'Apply commands to a plan, all or none',
  usage: 'do PLAN COMMANDS [--out PLAN] [--json]',
  out: 'where the plan goes instead of back into PLAN',
  json: machine,
  notes: [
    'COMMANDS is a JSON file (or -): an array of { "command": name, ... }. Names may stand for ids, $1 for what the first made.',
  ],
  badJson: (path: string, words: string): string => `${toInputName(path)} is not JSON: ${words}`,
  notAnArray: (path: string): string =>
    `${toInputName(path)} does not hold an array of commands; write [{ "command": "add-phase", "name": "Phase 1" }].`,
  refused: (path: string, message: string): string =>
    `${toInputName(path)}: ${message}${/[.!?]$/u.test(message) ? '' : '.'} Nothing was applied.`,
  done: (count: number, out: string): string =>
    `Applied ${counted(count, 'command')}${out === '-' ? '' : `, wrote ${out}`}.`,
};

/** The words of `rehome export`. */
export const exportText = {
  summary: 'Write a plan as a document, picture, table, calendar, list of issues or sheet of a vendor',
  usage: 'export PLAN --to FORMAT [--phase P] [--party P] [--without sources,notes] --out FILE/FOLDER',
  to: (formats: string): string => `one of ${formats}`,
  phase: 'only this phase, by id or name; for svg and png the estate after it, also start or end',
  party: 'only what concerns this party, by id or name',
  without:
    'leave out parts, separated by commas: sources, notes; of reports also numbers, picture, ... (see the page)',
  out: 'a file; a folder where the format makes several; - for standard output',
  noState: (format: string): string =>
    `--phase start and --phase end are for svg and png; ${format} needs a phase by id or name.`,
  notes: ['The same plan gives the same bytes on every machine.'],
  unknownFormat: (format: string, formats: string): string =>
    `there is no export format "${format}". Formats are: ${formats}.`,
  badWithout: (word: string, parts: string): string => `--without knows ${parts}, not "${word}".`,
  needsFolder: (count: number): string =>
    `this export makes ${counted(count, 'file')}; give --out a folder, not standard output.`,
  wrote: (count: number, out: string): string =>
    `Wrote ${count === 1 ? out : `${counted(count, 'file')} to ${out}`}.`,
  notFitted: (field: string, count: number, examples: string): string =>
    `not in this format: ${field} (${count})${examples === '' ? '' : `, for example ${examples}`}`,
};

/** The words of `rehome serve`. */
export const serveText = {
  summary: 'Open Rehome in a browser on this machine',
  usage: 'serve [--port N]',
  port: 'the port on 127.0.0.1 to listen at',
  cannotServe: (why: string): string => `browser mode could not start: ${why.replace(/\.$/u, '')}.`,
  badPort: (word: string): string => `--port needs a number from 1 to 65535, not "${word}".`,
};

/** The words about names that are looked up in a plan. */
export const lookupText = {
  unknown: (what: string, name: string, known: string): string =>
    `there is no ${what} "${name}" in this plan${known === '' ? ' (it has none)' : `; it has: ${known}`}.`,
  ambiguous: (what: string, name: string, ids: string): string =>
    `more than one ${what} is called "${name}"; give its id instead (${ids}).`,
};
