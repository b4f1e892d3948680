import { assertNever } from '#core/base/assert-never.ts';
import { compareText } from '#core/base/compare.ts';
import type { ImportProblem, Importer, Proposal, SourceFile, SourceText, TableSample } from './contract.ts';
import type { ColumnMapping } from './csv/column-mapping.ts';
import { toSheetImporter, toTableImporter } from './csv/csv.ts';
import { detectFormat } from './detect.ts';
import { toImportError, toImportNote } from './import-problem.ts';
import { importers } from './importers.ts';
import { toJsonImporter } from './json/json-fallback.ts';
import { limits, toLimitMessage } from './limits.ts';
import { readSources } from './read-sources.ts';
import { settleSheets } from './xlsx/settle-sheets.ts';

/** What a person may decide before the files are read. */
export interface ImportOptions {
  /** The format of all files; without it each file is looked at. */
  readonly format?: string;
  /** What the columns of tables mean. */
  readonly mapping?: ColumnMapping;
  /** What a person said of earlier tables: it holds for tables of the same headings (see `findRememberedMappings`). */
  readonly remembered?: readonly ColumnMapping[];
  /** Told before each source is read: how many are done, of how many. */
  readonly onSource?: (done: number, of: number) => void;
}

/** What all files hold. `problems` are those of the files that could not be read and those of the proposals. */
export interface ImportOutcome {
  readonly proposals: readonly Proposal[];
  readonly problems: readonly ImportProblem[];
  /** The tables of people among the sources, also those of which nothing could be read. */
  readonly tables: readonly TableSample[];
}

interface Chosen {
  readonly importer: Importer | null;
  readonly problems: readonly ImportProblem[];
}

function chooseByName(name: string, file: string): Chosen {
  const importer = importers.find((each) => each.format === name);
  if (importer !== undefined) return { importer, problems: [] };
  const known = importers.map((each) => each.format).join(', ');
  const message = `There is no format "${name}". Formats: ${known}.`;
  return { importer: null, problems: [toImportError('no-such-format', file, message)] };
}

function chooseByContent(source: SourceText): Chosen {
  const outcome = detectFormat(source, importers);
  switch (outcome.kind) {
    case 'unknown': {
      const message = 'No format fits the content. Name it with --format, or import the text behind it.';
      return { importer: null, problems: [toImportError('unknown-format', source.name, message)] };
    }
    case 'tie': {
      const formats = outcome.fitting.map((each) => `${each.importer.format} (${each.because})`).join(' or ');
      const message = `It could be ${formats}. Say which with --format.`;
      return { importer: null, problems: [toImportError('format-tie', source.name, message)] };
    }
    case 'found': {
      const { best, second } = outcome;
      if (second === null || second.score < 50) return { importer: best.importer, problems: [] };
      const message = `Read as ${best.importer.format} (${best.because}); ${second.importer.format} would fit too: ${second.because}. Choose with --format.`;
      return { importer: best.importer, problems: [toImportNote('two-formats-fit', source.name, message)] };
    }
    default:
      return assertNever(outcome);
  }
}

function parseSafely(
  importer: Importer,
  source: SourceText,
  others: readonly SourceText[],
): Proposal | string {
  try {
    return importer.parse(source, others);
  } catch (error) {
    return error instanceof Error ? error.message : 'unexpected content';
  }
}

/** Tables of people take a mapping; the sheets of vendors have fixed columns. */
function withMapping(importer: Importer, { mapping, remembered = [] }: ImportOptions): Importer {
  const decided = mapping === undefined ? remembered : [mapping, ...remembered];
  if (decided.length === 0) return importer;
  if (importer.format === 'csv') return toTableImporter(decided);
  if (importer.format === 'json') return toJsonImporter(decided);
  return importer.format === 'xlsx' ? toSheetImporter(decided) : importer;
}

function readOne(source: SourceText, others: readonly SourceText[], options: ImportOptions): ImportOutcome {
  const chosen =
    options.format === undefined ? chooseByContent(source) : chooseByName(options.format, source.name);
  if (chosen.importer === null) return { proposals: [], problems: chosen.problems, tables: [] };
  const importer = withMapping(chosen.importer, options);
  const proposal = parseSafely(importer, source, others);
  if (typeof proposal === 'string') {
    const message = `It could not be read as ${importer.format} (${proposal}). Nothing of it was imported.`;
    return {
      proposals: [],
      problems: [...chosen.problems, toImportError('not-readable', source.name, message)],
      tables: [],
    };
  }
  const isRefused = proposal.problems.some((problem) => problem.severity === 'error');
  const problems = [...chosen.problems, ...proposal.problems];
  const tables = proposal.table === undefined ? [] : [proposal.table];
  return { proposals: isRefused ? [] : [{ ...proposal, problems }], problems, tables };
}

/** Two files of one name with other content are two sources; the same content twice is one. */
function withUniqueNames(sources: readonly SourceText[]): readonly SourceText[] {
  const ordered = [...sources].sort((a, b) => compareText(a.name, b.name) || compareText(a.sha256, b.sha256));
  const used = new Map<string, Set<string>>();
  return ordered.flatMap((source) => {
    const shas = used.get(source.name) ?? new Set<string>();
    used.set(source.name, shas);
    if (shas.has(source.sha256)) return [];
    shas.add(source.sha256);
    return [shas.size === 1 ? source : { ...source, name: `${source.name} (${shas.size})` }];
  });
}

/**
 * Reads files of any known format. It never throws: a file that can't be read gives a problem with a sentence, the others
 * are still read. The order of the files does not matter, the answer is sorted by file name.
 */
export function importFiles(files: readonly SourceFile[], options: ImportOptions = {}): ImportOutcome {
  if (files.length > limits.files) {
    const message = toLimitMessage('Files', files.length, limits.files);
    const problem = toImportError('too-many-files', files[0]?.name ?? '', message);
    return { proposals: [], problems: [problem], tables: [] };
  }
  const { sources: read, problems } = readSources(files);
  const sources = withUniqueNames(read);
  const each = sources.map((source, done) => {
    options.onSource?.(done, sources.length);
    return readOne(
      source,
      sources.filter((other) => other !== source),
      options,
    );
  });
  const outcomes = settleSheets(sources, each);
  const all = [...problems, ...outcomes.flatMap((outcome) => outcome.problems)];
  return {
    proposals: outcomes.flatMap((outcome) => outcome.proposals),
    tables: each.flatMap((outcome) => outcome.tables),
    problems: all.sort((a, b) => compareText(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0)),
  };
}
