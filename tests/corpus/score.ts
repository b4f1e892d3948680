import { writeFileSync } from 'node:fs';
import { hasCorpus, scorePart } from './scoring/run-corpus.ts';
import { listWorst, toReport } from './scoring/to-report.ts';

const page = new URL('../../docs/import-quality.md', import.meta.url);

/**
 * Scores the prose importers on the labelled documents, writes the page on import quality and lists documents, worst first. What is
 * wrong in unseen documents is listed only when asked for: who tunes cues must not look at them.
 */
export function score(showUnseen: boolean): void {
  if (!hasCorpus()) {
    process.stdout.write(
      'The labelled documents (../shared) are not beside the project: nothing was scored.\n',
    );
    return;
  }
  const corpus = {
    tune: scorePart('tune'),
    unseen: scorePart('unseen'),
    seeds: scorePart('seeds'),
    own: scorePart('own'),
    fresh: scorePart('fresh'),
    wide: scorePart('wide'),
    held: scorePart('held'),
    more: scorePart('more'),
    blind: scorePart('blind'),
    late: scorePart('late'),
  };
  const report = toReport(corpus);
  writeFileSync(page, report);
  const shown = showUnseen
    ? Object.values(corpus).flat()
    : [...corpus.late, ...corpus.more, ...corpus.wide, ...corpus.own, ...corpus.seeds, ...corpus.tune];
  process.stdout.write(`${listWorst(shown).join('\n')}\n\n${report}`);
}
