import { sortedBy } from '#core/base/compare.ts';
import { toFieldValue, toFieldWords } from '#core/checks/conflict-words.ts';
import { mdText } from '#core/exporters/encode/markdown-text.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { toCitation } from './citation.ts';
import { stacked } from './section.ts';
import { listedUpTo } from './words.ts';
import { wrap } from './wrap.ts';

const most = 20;

/** Values on which sources disagree, each with its source: nothing is guessed. */
function toConflicts(reader: PlanReader, nodes: readonly InventoryNode[]): string[] {
  return nodes.flatMap((node) =>
    node.conflicts.flatMap((conflict) => {
      const { field } = conflict;
      const values = conflict.values.map(({ value, evidence }) => {
        const cited = toCitation(reader, evidence[0]);
        const words = mdText(toFieldValue(field, value, (id) => reader.plan.nodes.get(id)?.name ?? null));
        return cited === '' ? words : `${words}: ${cited}`;
      });
      return wrap(
        `**${mdText(node.name)}**, ${mdText(toFieldWords(field))}: the sources disagree: ${values.join(' or ')}`,
        '- ',
        '  ',
      );
    }),
  );
}

function toLine(words: string, nodes: readonly InventoryNode[]): string[] {
  if (nodes.length === 0) return [];
  return wrap(
    `${words}: ${listedUpTo(
      nodes.map((node) => mdText(node.name)),
      most,
    )}`,
    '- ',
    '  ',
  );
}

/** What is not known about the estate, said plainly: things without a place, of unknown number or state, and conflicts. */
export function unknownSection(reader: PlanReader): readonly string[] {
  const { phase, party } = reader.options;
  if (phase !== null || party !== null) return [];
  const nodes = sortedBy(
    reader.start.nodes,
    (node) => node.name,
    (node) => node.id,
  );
  const unplaced = nodes.filter(
    (node) => node.parent === null && node.kind !== 'provider' && node.type !== 'saas',
  );
  const lines = [
    ...toLine('Nobody says where it runs', unplaced),
    ...toLine(
      'Nobody says how many there are',
      nodes.filter((node) => node.count === null),
    ),
    ...toLine(
      'Nobody knows whether it still works',
      nodes.filter((node) => node.status === 'unknown'),
    ),
    ...toConflicts(reader, nodes).slice(0, 60),
  ];
  return lines.length === 0 ? [] : stacked(['## Not known'], lines);
}
