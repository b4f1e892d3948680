import { checkPlan } from '#core/checks/check-plan.ts';
import type { Exported, ExportOptions } from '#core/exporters/contract.ts';
import type { CheckReport } from '#core/model/finding.ts';
import { exporters } from '#core/exporters/exporters.ts';
import { reportParts, type ReportPart } from '#core/exporters/report-parts.ts';
import type { Plan } from '#core/model/plan.ts';
import { exportText } from '#main/cli/command-text.ts';
import type { CliCommand, CommandArguments } from '#main/cli/command.ts';
import { standardStream } from '#main/cli/files/read-input.ts';
import { writeFolder, writeOutput } from '#main/cli/files/write-output.ts';
import { refuse, type Outcome } from '#main/cli/outcome.ts';
import { writeMessage } from '#main/cli/streams.ts';
import { exportPng } from '#main/cli/pictures/png-export.ts';
import { text } from '#main/cli/text.ts';
import { findByName } from './find-by-name.ts';
import { readPlan } from './read-plan.ts';

function readWithout(words: string | null): Outcome<ExportOptions['without']> {
  const found = new Set<ReportPart>();
  for (const word of (words ?? '').split(',').map((each) => each.trim())) {
    const part = reportParts.find((each) => each === word);
    if (part !== undefined) found.add(part);
    else if (word !== '') return refuse(exportText.badWithout(word, reportParts.join(', ')));
  }
  return { ok: true, value: [...found] };
}

/** Formats that show one state of the estate. */
const pictures: ReadonlySet<string> = new Set(['svg', 'png']);

function readOptions(args: CommandArguments, plan: Plan, format: string): Outcome<ExportOptions> {
  const without = readWithout(args.value('without'));
  if (!without.ok) return without;
  const wantedPhase = args.value('phase');
  const wantedParty = args.value('party');
  const state = wantedPhase === 'start' || wantedPhase === 'end' ? wantedPhase : null;
  if (state !== null && !pictures.has(format)) return refuse(exportText.noState(format));
  const phase = wantedPhase === null || state !== null ? null : findByName('phase', plan.phases, wantedPhase);
  if (phase !== null && !phase.ok) return phase;
  const party = wantedParty === null ? null : findByName('party', plan.parties, wantedParty);
  if (party !== null && !party.ok) return party;
  return {
    ok: true,
    value: {
      phase: phase?.value.id ?? null,
      party: party?.value.id ?? null,
      without: without.value,
      ...(state === null ? {} : { state }),
    },
  };
}

type MakeExport = (plan: Plan, report: CheckReport, options: ExportOptions) => Exported | Promise<Exported>;

/** Every format by its name; what needs more than plain code (pixels) is made here and not in the planner. */
const makers: ReadonlyMap<string, MakeExport> = new Map<string, MakeExport>([
  ...exporters.map((exporter) => [exporter.format, exporter.export] as const),
  ['png', exportPng],
]);
const formats = [...makers.keys()].join(', ');

/** `rehome export`. */
export const exportCommand: CliCommand = {
  name: 'export',
  summary: exportText.summary,
  usage: exportText.usage,
  notes: exportText.notes,
  options: [
    { name: 'to', placeholder: 'FORMAT', says: exportText.to(formats) },
    { name: 'phase', placeholder: 'P', says: exportText.phase },
    { name: 'party', placeholder: 'P', says: exportText.party },
    { name: 'without', placeholder: 'PARTS', says: exportText.without },
    { name: 'out', placeholder: 'PATH', says: exportText.out },
  ],
  positionals: { min: 1, max: 1 },
  run: async (args) => {
    const format = args.value('to');
    const out = args.value('out');
    if (format === null) return refuse(text.usage.missingOption('to', exportText.usage));
    if (out === null) return refuse(text.usage.missingOption('out', exportText.usage));
    const make = makers.get(format);
    if (make === undefined) return refuse(exportText.unknownFormat(format, formats));
    const plan = await readPlan(args.positionals[0] ?? '');
    if (!plan.ok) return plan;
    const options = readOptions(args, plan.value, format);
    if (!options.ok) return options;
    const { files, notFitted } = await make(plan.value, checkPlan(plan.value), options.value);
    const [only] = files;
    const single = files.length === 1 && only !== undefined;
    if (!single && out === standardStream) return refuse(exportText.needsFolder(files.length));
    const written = single ? await writeOutput(out, only.content) : await writeFolder(out, files);
    if (!written.ok) return written;
    for (const each of notFitted) {
      await writeMessage(exportText.notFitted(each.field, each.count, each.examples.join(', ')));
    }
    if (out !== standardStream) await writeMessage(exportText.wrote(files.length, out));
    return { ok: true, value: 0 };
  },
};
