import type { Detection, ImportProblem, Importer, Proposal, SourceText } from '#core/importers/contract.ts';
import { maskSecrets } from '#core/importers/secrets.ts';
import type { Dialect } from '#core/importers/prose/outline/block.ts';
import { chooseDialect, weighDialects } from '#core/importers/prose/outline/dialect.ts';
import { findMachineText } from './machine-text.ts';
import { readDocument } from './read-document.ts';

/** Scores of prose: it is the last resort, below the signatures of structured formats. */
const scores = { chosen: 45, named: 55, other: 15, none: 0 } as const;

const structuredEnding = /\.(?:json|ya?ml|csv|tsv|ini|tfstate|tf|xlsx?|xml|toml|cfg|conf|hosts|sls)$/iu;

/** Whether a text is made of words: not JSON, not bytes, with letters and blanks. */
function isProse(file: SourceText): boolean {
  const start = file.text.slice(0, 20_000);
  if (start.includes('\0') || (/^\s*[{[]/u.test(start) && /[}\]]\s*$/u.test(file.text.slice(-200))))
    return false;
  return /\p{L}{2}/u.test(start);
}

function detectDialect(dialect: Dialect, file: SourceText): Detection {
  if (!isProse(file)) return { score: scores.none, because: 'it is not made of words' };
  const machine = findMachineText(file.name, file.lines);
  if (machine !== null) return { score: scores.none, because: `it is ${machine}` };
  const weighed = weighDialects(file.name, file.lines);
  if (structuredEnding.test(file.name))
    return {
      score: dialect === 'markdown' ? 10 : scores.none,
      because: 'its name is that of a structured file',
    };
  if (chooseDialect(file.name, file.lines) !== dialect)
    return {
      score: weighed.scores[dialect] > 0 ? scores.other : scores.none,
      because: weighed.because[dialect],
    };
  const sign = weighed.because[dialect];
  return {
    score: weighed.named === dialect ? scores.named : scores.chosen,
    because: sign === '' ? `its name says ${dialect}` : `it has ${sign}`,
  };
}

function parse(dialect: Dialect, file: SourceText): Proposal {
  const masked = maskSecrets(file.text);
  const lines = masked.text.split('\n').map((line) => line.replace(/\r$/u, ''));
  const facts = readDocument(dialect, lines);
  const problems: ImportProblem[] = facts.notes.slice(0, 50).map((note) => ({
    code: 'not-followed',
    file: file.name,
    line: note.line,
    message: `Line ${note.line} points at another file, which is not opened. Import that file as well if it matters.`,
    severity: 'note',
  }));
  return {
    source: {
      name: file.name,
      format: dialect,
      sha256: file.sha256,
      text: masked.text,
      totals: facts.totals,
      secrets: masked.secrets,
    },
    items: facts.items,
    notUnderstood: facts.notUnderstood,
    problems,
  };
}

function toImporter(dialect: Dialect, title: string): Importer {
  return {
    format: dialect,
    title,
    detect: (file) => detectDialect(dialect, file),
    parse: (file) => parse(dialect, file),
  };
}

/** Markdown, and plain text. */
export const markdownImporter: Importer = toImporter('markdown', 'Markdown or plain text');

/** reStructuredText. */
export const restructuredTextImporter: Importer = toImporter('restructuredtext', 'reStructuredText');

/** AsciiDoc. */
export const asciiDocImporter: Importer = toImporter('asciidoc', 'AsciiDoc');
