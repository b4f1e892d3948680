import { sortedBy } from '#core/base/compare.ts';
import { mdQuote, mdText } from '#core/exporters/encode/markdown-text.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { Source, StatedTotal } from '#core/model/source.ts';
import { stacked } from './section.ts';
import { counted } from './words.ts';
import { wrap } from './wrap.ts';

function toTotal({ text, kind, stated, found, line }: StatedTotal): string {
  const verdict = stated === found ? '' : ' — **please look**';
  return `${counted(stated, mdText(kind))} stated, ${found} found (${mdQuote(text)}, line ${line})${verdict}`;
}

function toLines(source: Source): string[] {
  const lines =
    source.text === null ? '' : ` (${counted(source.text.replace(/\n$/u, '').split('\n').length, 'line')})`;
  const secrets =
    source.secrets.length === 0
      ? []
      : [
          `${counted(source.secrets.length, 'secret')} stood in it and ${source.secrets.length === 1 ? 'was' : 'were'} left out: change what was written down`,
        ];
  const pending =
    source.pending.length === 0
      ? []
      : [
          `${counted(source.pending.length, 'entry', 'entries')} ${source.pending.length === 1 ? 'waits for review and is' : 'wait for review and are'} not in this plan`,
        ];
  const facts = [...source.totals.map(toTotal), ...secrets, ...pending];
  const head = `**${mdText(source.name)}**${lines}`;
  if (facts.length <= 1) return wrap([head, ...facts].join(': '), '- ', '  ');
  return [...wrap(`${head}:`, '- ', '  '), ...facts.flatMap((fact) => wrap(fact, '  - ', '    '))];
}

/** The documents that the inventory came from, with the totals that they state beside what was found. */
export function sourcesSection(reader: PlanReader): readonly string[] {
  const { party, without } = reader.options;
  if (party !== null || without.includes('sources') || reader.plan.sources.size === 0) return [];
  const sources = sortedBy(
    reader.plan.sources,
    (source) => source.name,
    (source) => source.id,
  );
  return stacked(['## Sources'], sources.flatMap(toLines));
}
