import { existsSync, readFileSync } from 'node:fs';
import { readText } from '../../unit/importers/prose/read-text.ts';
import { readLabels } from './read-labels.ts';
import { type DocumentScore, scoreDocument } from './score-document.ts';

export const parts = [
  'tune',
  'unseen',
  'seeds',
  'own',
  'fresh',
  'wide',
  'held',
  'more',
  'blind',
  'late',
] as const;
export type Part = (typeof parts)[number];

const shared = new URL('../../../../shared/', import.meta.url);
const labels = new URL('../labels/', import.meta.url);
const inside = new URL('../', import.meta.url);

const isInside = (path: string): boolean => /^(?:own|fresh|wide|held|more|blind|late)\//u.test(path);

/** Where a labelled document stands: our own ones here, the others beside the project. */
function documentUrl(path: string): URL {
  if (isInside(path)) return new URL(path, inside);
  return new URL(path.startsWith('seeds/') ? path : `data/${path}`, shared);
}

/** Whether the documents are beside the project. */
export function hasCorpus(): boolean {
  return existsSync(new URL('data/prose/', shared)) && existsSync(new URL('seeds/', shared));
}

/** Imports and scores all labelled documents of a part; `own`: only those that are in the project, not those beside it. */
export function scorePart(part: Part, which: 'own' | 'all' = 'all'): DocumentScore[] {
  const documents = readLabels(readFileSync(new URL(`${part}.txt`, labels), 'utf8'));
  const taken = which === 'own' ? documents.filter(({ path }) => isInside(path)) : documents;
  return taken.map((document) =>
    scoreDocument(
      document,
      readText(readFileSync(documentUrl(document.path), 'utf8'), undefined, document.path),
    ),
  );
}
