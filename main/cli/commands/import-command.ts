import { basename, resolve } from 'node:path';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { importFiles } from '#core/importers/import-files.ts';
import { importers } from '#core/importers/importers.ts';
import type { ImportProblem, SourceFile } from '#core/importers/contract.ts';
import { findRememberedMappings } from '#core/intake/remembered-mappings.ts';
import { acceptProposals } from '#core/intake/accept-proposals.ts';
import { toEmptyPlan, type Plan } from '#core/model/plan.ts';
import { importText } from '#main/cli/command-text.ts';
import type { CliCommand, CommandArguments } from '#main/cli/command.ts';
import { readInput, standardStream } from '#main/cli/files/read-input.ts';
import { walkPaths, type InputFile } from '#main/cli/files/walk-paths.ts';
import { writeOutput } from '#main/cli/files/write-output.ts';
import { refuse, type Outcome } from '#main/cli/outcome.ts';
import { writeMessage, writeProgress, writeResult, writeWordsBeside } from '#main/cli/streams.ts';
import { text } from '#main/cli/text.ts';
import { toImportWords } from './import-words.ts';
import { makeRandomId } from './random-id.ts';
import { readPlan } from './read-plan.ts';
import { readMapping } from './read-mapping.ts';

/** The name of a new plan: that of the first path that the person named, without folders and ending. */
function toPlanName(path: string): string {
  const base = path === standardStream ? text.files.standardInputName : basename(resolve(path));
  return base.replace(/(?<=.)\.[^.]*$/u, '') || text.newPlan;
}

/** The bytes of all files; one that came from a folder and can't be read is left out with a message. */
async function readAll(inputs: readonly InputFile[]): Promise<Outcome<readonly SourceFile[]>> {
  const files: SourceFile[] = [];
  for (const [index, input] of inputs.entries()) {
    if (inputs.length > 20) writeProgress(importText.reading(index + 1, inputs.length));
    const bytes = await readInput(input.path);
    if (bytes.ok) files.push({ name: input.name, bytes: bytes.value });
    else if (!input.walked) return bytes;
    else await writeMessage(importText.skipped(bytes.error));
  }
  if (inputs.length > 20) writeProgress('');
  return { ok: true, value: files };
}

function toProblemWords(problem: ImportProblem): string {
  const place = `${problem.file}${problem.line === null ? '' : `:${problem.line}`}`;
  return problem.message.startsWith(problem.file) ? problem.message : `${place}: ${problem.message}`;
}

/** The problem that stops the import: any of a file that the person named; in a folder only an undecided format. */
function findStop(
  problems: readonly ImportProblem[],
  inputs: readonly InputFile[],
): ImportProblem | undefined {
  const walked = new Set(inputs.filter((input) => input.walked).map((input) => input.name));
  return problems.find(
    (problem) => problem.severity === 'error' && (!walked.has(problem.file) || problem.code === 'format-tie'),
  );
}

async function start(into: string | null, path: string): Promise<Outcome<Plan>> {
  if (into !== null) return readPlan(into);
  return { ok: true, value: toEmptyPlan(makeRandomId('pl'), toPlanName(path)) };
}

function check(args: CommandArguments): Outcome<string> {
  const out = args.value('out');
  if (out === null) return refuse(text.usage.missingOption('out', importText.usage));
  if (out === standardStream && args.has('json')) return refuse(text.usage.bothToOutput);
  const format = args.value('format');
  if (format !== null && !importers.some((importer) => importer.format === format)) {
    return refuse(importText.unknownFormat(format, formats));
  }
  const inputs = [...args.positionals, args.value('into'), args.value('map')];
  return inputs.filter((each) => each === standardStream).length > 1
    ? refuse(text.usage.bothFromInput)
    : { ok: true, value: out };
}

const formats = importers.map((importer) => importer.format).join(', ');

/** `rehome import`. */
export const importCommand: CliCommand = {
  name: 'import',
  summary: importText.summary,
  usage: importText.usage,
  notes: importText.notes,
  options: [
    { name: 'into', placeholder: 'PLAN', says: importText.into },
    { name: 'out', placeholder: 'PLAN', says: importText.out },
    { name: 'format', placeholder: 'F', says: importText.format(formats) },
    { name: 'map', placeholder: 'FILE', says: importText.map },
    { name: 'accept-uncertain', placeholder: null, says: importText.acceptUncertain },
    { name: 'json', placeholder: null, says: importText.json },
  ],
  positionals: { min: 1, max: Number.POSITIVE_INFINITY },
  run: async (args) => {
    const out = check(args);
    if (!out.ok) return out;
    const mapping = await readMapping(args.value('map'));
    if (!mapping.ok) return mapping;
    const inputs = await walkPaths(args.positionals);
    if (!inputs.ok) return inputs;
    const plan = await start(args.value('into'), args.positionals[0] ?? '');
    if (!plan.ok) return plan;
    const files = await readAll(inputs.value);
    if (!files.ok) return files;
    const format = args.value('format');
    const read = importFiles(files.value, {
      ...(format === null ? {} : { format }),
      ...(mapping.value === null ? {} : { mapping: mapping.value }),
      remembered: findRememberedMappings(plan.value),
    });
    const stop = findStop(read.problems, inputs.value);
    if (stop !== undefined) return refuse(toProblemWords(stop));
    if (read.proposals.length === 0) {
      const [first] = read.problems;
      return refuse(first === undefined ? importText.nothing : toProblemWords(first));
    }
    for (const problem of read.problems) {
      const words = toProblemWords(problem);
      await writeMessage(problem.severity === 'error' ? importText.skipped(words) : importText.noted(words));
    }
    const accept = args.has('accept-uncertain') ? 'all' : 'sure-and-likely';
    const { edit, summary } = acceptProposals(
      plan.value,
      read.proposals,
      { accept },
      { makeId: makeRandomId },
    );
    const written = await writeOutput(out.value, toPlanFileText(edit.plan));
    if (!written.ok) return written;
    if (args.has('json')) await writeResult(`${JSON.stringify(summary, null, 2)}\n`);
    else await writeWordsBeside(out.value, toImportWords(summary, read.proposals.length, out.value));
    return { ok: true, value: 0 };
  },
};
