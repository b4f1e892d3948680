import { factKinds } from './read-labels.ts';
import type { DocumentScore } from './score-document.ts';
import { qualityOf, type Score, summarise } from './summary.ts';
import type { Part } from './run-corpus.ts';

/** Scored documents by part. */
export type Corpus = Readonly<Record<Part, readonly DocumentScore[]>>;

const titles = {
  server: 'servers and hosts',
  service: 'services',
  place: 'place of a service',
  provider: 'providers',
  site: 'sites',
  party: 'parties',
  dep: 'dependencies',
  duty: 'duties',
  question: 'questions',
  remove: 'removal candidates',
  total: 'stated totals',
  fact: 'sizes, costs, ports and other values',
} as const;

const number = (value: number): string => value.toFixed(2);

function toCells(score: Score): string {
  if (score.documents === 0) return '- | - | - | - | 0';
  return [score.precision, score.recall, score.f1, score.byDocument]
    .map(number)
    .concat(String(score.labelled))
    .join(' | ');
}

function toTable(documents: readonly DocumentScore[]): string[] {
  return [
    '| kind | precision | recall | F1 | F1 by document | labelled |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...factKinds.map((kind) => `| ${titles[kind]} | ${toCells(summarise(documents, kind))} |`),
  ];
}

function toQuiet(documents: readonly DocumentScore[]): string {
  const none = documents.filter((each) => each.none);
  const quiet = none.filter((each) => each.nodes <= 1);
  return `Documents that describe no estate: ${none.length}; ${quiet.length} of them give at most one node.`;
}

/** Documents of a part, worst first, with what is missing and what is too much. */
export function listWorst(documents: readonly DocumentScore[]): string[] {
  return documents
    .toSorted((a, b) => qualityOf(a) - qualityOf(b) || (a.path < b.path ? -1 : 1))
    .flatMap((document) => {
      const lines = factKinds.flatMap((kind) => {
        const { missing, extra } = document.tallies[kind];
        return [
          ...(missing.length === 0 ? [] : [`  ${kind} missing: ${missing.join('; ')}`]),
          ...(extra.length === 0 ? [] : [`  ${kind} too much: ${extra.join('; ')}`]),
        ];
      });
      const noise = document.none ? `, no estate, nodes: ${document.nodes}` : '';
      const quotes = document.wrongQuotes.map((quote) => `  quote not at its line: ${quote}`);
      return [`${number(qualityOf(document))} ${document.path}${noise}`, ...lines, ...quotes];
    });
}

function toWorstTable(documents: readonly DocumentScore[]): string[] {
  const worst = documents
    .toSorted((a, b) => qualityOf(a) - qualityOf(b) || (a.path < b.path ? -1 : 1))
    .slice(0, 10);
  return [
    '| score | document |',
    '| ---: | --- |',
    ...worst.map((each) => `| ${number(qualityOf(each))} | ${each.path.split('/').at(-1) ?? ''} |`),
  ];
}

/** The page on how well prose is read. */
export function toReport(corpus: Corpus): string {
  const counted = `${corpus.tune.length} documents to tune on, ${corpus.unseen.length} unseen ones and ${corpus.seeds.length} seeds`;
  return [
    '# How well prose is read',
    '',
    'Written by `npm run corpus`; do not edit.',
    '',
    `Measured: the Markdown, reStructuredText and AsciiDoc importers on ${counted}, all labelled by hand before any`,
    'cue was tuned (`tests/corpus/labels`). What enters a plan without a person is compared with the labels; things that wait for',
    'review count as not found.',
    '',
    '- Precision: how much of what was found is right. Recall: how much of what is there was found. F1 joins both over all facts; "F1 by',
    '  document" is the mean of each document on its own, so that one long table does not drown the rest.',
    '- Labels with a question mark, on which two careful readers could differ, count neither way. Duties are labelled in part, so their',
    '  precision is flattering; their recall is not.',
    '- The labels are those of one reader. A name counts as found when it or an alias is the labelled one, in any case.',
    '- The halves are parted by a hash of the path. Both hold documents of the same teams, so the unseen half is unseen text, not always an',
    '  unseen style.',
    '- Who tuned the cues had labelled, and so read, both halves; the results for single unseen documents were not looked at while tuning.',
    '- Labels of the seeds were corrected twice after the first measurement (direction of a flow, questions that the design asks for, one',
    '  edge made optional); those of the other documents were not touched.',
    '- Kinds with few labels (dependencies, removal candidates, stated totals outside the seeds) are measured too thinly to trust the number.',
    '- One cue (a cell that holds only a question mark) and one on lists of machines to be retired were made from the general rules of',
    '  reading, not from a document of the half to tune on.',
    '',
    '## The unseen half',
    '',
    ...toTable(corpus.unseen),
    '',
    toQuiet(corpus.unseen),
    '',
    '## The half that cues were tuned on',
    '',
    ...toTable(corpus.tune),
    '',
    toQuiet(corpus.tune),
    '',
    '## The seeds',
    '',
    ...toTable(corpus.seeds),
    '',
    '## Our own documents',
    '',
    `${corpus.own.length} short documents in many styles (\`tests/corpus/own\`), written and labelled before the importer saw them, then tuned on.`,
    '',
    ...toTable(corpus.own),
    '',
    toQuiet(corpus.own),
    '',
    '## Fresh documents of our own',
    '',
    `${corpus.fresh.length} more of that sort (\`tests/corpus/fresh\`), written and labelled after the tuning. Their words were not tuned on, but after the first run two general slips that they showed were mended (orders like "Ask Ann", more headings for a column of owners), later a third one (a verb behind "and" taken for a member of a list).`,
    '',
    ...toTable(corpus.fresh),
    '',
    toQuiet(corpus.fresh),
    '',
    '## Documents in a wide range of styles, tuned on',
    '',
    `${corpus.wide.length} more (\`tests/corpus/wide\`), labelled before the first run.`,
    '',
    ...toTable(corpus.wide),
    '',
    '## Documents in a wide range of styles, held out',
    '',
    `${corpus.held.length} of the same sort (\`tests/corpus/held\`), by the same hand on the same day. They were scored before the tuning on their sisters and a few times after it; what was wrong in them was never listed. Whoever made the cues had written them, though, so they are unseen by the eye, not by the mind. Before that tuning: servers 0.86, services 0.55, places 0.57, dependencies 0.52, parties 0.27, removals 0.40, values 0.48.`,
    '',
    ...toTable(corpus.held),
    '',
    '## Twelve more, tuned on',
    '',
    'Six documents of our own (`tests/corpus/more`) and six public ones that had no label yet, labelled before the first run. Before the tuning: servers 0.74, services 0.44, places 0.47, sites 0.40, parties 0.36, dependencies 0.48, duties 0.25, removals 0.57, values 0.38.',
    '',
    ...toTable(corpus.more),
    '',
    toQuiet(corpus.more),
    '',
    '## Twelve more, held out',
    '',
    'The other halves of both (`tests/corpus/blind`); public ones are parted by the order of their hashes. What is wrong in them was never listed, their figures were looked at after each round. Whoever made the cues had written or read them; a few words of general lists (cities, products) stand in them too. Before the tuning: servers 0.85, services 0.59, places 0.29, sites 0.00, parties 0.19, dependencies 0.70, duties 0.13, removals 0.75, values 0.32.',
    '',
    ...toTable(corpus.blind),
    '',
    toQuiet(corpus.blind),
    '',
    '## Twelve late ones, tuned on',
    '',
    'Twelve of our own (`tests/corpus/late`): wiki pages, tickets, a mail, a table copied from a wiki, labelled before the first run. Before the tuning: servers 0.81, services 0.61, places 0.60, sites 0.63, parties 0.80, dependencies 0.42, duties 0.45, removals 0.78, values 0.59.',
    '',
    ...toTable(corpus.late),
    '',
    toQuiet(corpus.late),
    '',
    '## Worst of the half that cues were tuned on',
    '',
    'The score is the mean F1 over the kinds that a document holds.',
    '',
    ...toWorstTable(corpus.tune),
    '',
    '## Worst of the unseen half',
    '',
    ...toWorstTable(corpus.unseen),
    '',
  ].join('\n');
}
