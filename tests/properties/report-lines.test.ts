import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { toTable } from '#core/base/table.ts';
import { checkPlan } from '#core/checks/check-plan.ts';
import { reportFormats, toReportMarkdown } from '#core/exporters/markdown/plan-markdown.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Question } from '#core/model/question.ts';
import type { Task } from '#core/model/task.ts';
import { arbitraryPlan } from '#support/arbitrary-plan.ts';
import { runs } from '#support/counts.ts';
import { hostileNames } from '#support/hostile-names.ts';

const most = 120;

/** Lines that are too long though they could have been broken; tables are one line a row, and a single word stays whole. */
function findLong(text: string): readonly string[] {
  // In a picture a character is written as its number where it could be markup.
  return text
    .replaceAll(/#\d+;/gu, '?')
    .split('\n')
    .filter((line) => !line.startsWith('|') && [...line].length > most)
    .filter(
      (line) =>
        !line
          .trim()
          .split(' ')
          .some((word) => [...word].length > most / 3),
    );
}

it('reports keep their raw lines within 120 columns outside of tables, whatever things are called', () => {
  fc.assert(
    fc.property(
      arbitraryPlan({ nodes: 10, changes: 8, least: 2 }),
      fc.array(hostileNames(), { minLength: 4, maxLength: 4 }),
      fc.constantFrom(...reportFormats),
      (plan, names, format) => {
        const text = names.join(' and ');
        const named: Plan = {
          ...plan,
          nodes: toTable(
            [...plan.nodes].map((node, at) => ({ ...node, name: names[at % 4] ?? '', notes: text })),
          ),
          tasks: toTable([...plan.tasks].map((task): Task => ({ ...task, text, evidence: text }))),
          questions: toTable([...plan.questions].map((question): Question => ({ ...question, text }))),
        };
        const options = { phase: null, party: null, without: [] } as const;
        expect(findLong(toReportMarkdown(format, named, checkPlan(named), options))).toEqual([]);
      },
    ),
    { numRuns: runs('property') },
  );
}, 300_000);
