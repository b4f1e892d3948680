import type { IntakeSummary } from '#core/intake/intake-types.ts';
import { importText } from '#main/cli/command-text.ts';
import { text } from '#main/cli/text.ts';

const shownLines = 5;

/** The kinds in the order in which a person thinks of them; others follow by name. */
const kinds = ['provider', 'site', 'host', 'server', 'service', 'dependency', 'party', 'duty', 'question'];
/** One and several of a kind, where they are called otherwise than the kind. */
const names: Readonly<Record<string, readonly [one: string, several: string] | undefined>> = {
  dependency: ['dependency', 'dependencies'],
  party: ['party', 'parties'],
  duty: ['duty', 'duties'],
  disposition: ['note on what becomes of something', 'notes on what becomes of things'],
};

function toFound(found: Readonly<Record<string, number>>): string {
  const rank = (kind: string): number => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length);
  return Object.entries(found)
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map(([kind, count]) => text.counted(count, ...(names[kind] ?? ([kind, `${kind}s`] as const))))
    .join(', ');
}

/** What an import did, for a person: what was found, the totals of the text, and what needs a look. */
export function toImportWords(summary: IntakeSummary, files: number, out: string): string[] {
  const { changes, conflicts, notUnderstood, probable, pending, questions, secrets, totals } = summary;
  const ifAny = (rows: readonly unknown[], words: (count: number) => string): string[] =>
    rows.length === 0 ? [] : [words(rows.length)];
  const rest = notUnderstood.length - shownLines;
  return [
    importText.done(files, out, toFound(summary.found)),
    ...totals.map((total) =>
      importText.total(total.text, total.stated, total.kind, total.found, `${total.source}:${total.line}`),
    ),
    ...ifAny([...changes.added, ...changes.changed, ...changes.gone], () =>
      importText.changes(changes.added.length, changes.changed.length, changes.gone.length),
    ),
    ...ifAny(probable, importText.probable),
    ...ifAny(questions, (count) => importText.questions(count, out)),
    ...ifAny(conflicts, importText.conflicts),
    ...ifAny(secrets, importText.secrets),
    ...ifAny(pending, importText.pending),
    ...ifAny(notUnderstood, importText.notUnderstood),
    ...notUnderstood.slice(0, shownLines).map((each) => `  ${each.source}:${each.line}: ${each.text.trim()}`),
    ...(rest > 0 ? [importText.more(rest)] : []),
  ];
}
