import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { csvExporter } from '#core/exporters/csv/csv-exporter.ts';
import { toCsv } from '#core/exporters/encode/csv-cell.ts';
import { readRecords } from '#core/importers/csv/records.ts';
import { toReviewCommands } from '#core/intake/markdown-edits/review-commands.ts';
import type { ReportReview } from '#core/intake/markdown-edits/review-types.ts';
import { readTableEdits } from '#core/intake/table-edits/read-table-edits.ts';
import type { Plan } from '#core/model/plan.ts';
import { arbitraryPlan } from '#support/arbitrary-plan.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { runs } from '#support/counts.ts';
import { hostileNames } from '#support/hostile-names.ts';
import { makeCountingIds } from '#support/run-commands.ts';

const settings = { numRuns: runs('roundTrips') } as const;
const longest = 300_000;
const names = ['changes', 'tasks', 'questions'] as const;
const nothing = { edits: [], conflicts: [], unknown: [] };
const plans = arbitraryPlan({ nodes: 10, changes: 8, least: 2 });

function tableOf(plan: Plan, name: string): string {
  const { files } = csvExporter.export(plan, checkPlan(plan), { phase: null, party: null, without: [] });
  return String(files.find((file) => file.path === `${name}.csv`)?.content);
}

function reviewOf(plan: Plan, text: string): ReportReview {
  const review = readTableEdits(plan, checkPlan(plan), text, makeCountingIds());
  if (review === null) throw new Error('this is one of our tables');
  return review;
}

function taken(plan: Plan, review: ReportReview): Plan {
  const done = applyCommands(plan, toReviewCommands(review.edits), { makeId: makeCountingIds() });
  if (!done.ok) throw new Error(done.error.message);
  return done.value.plan;
}

/** The table with one cell changed, as a spreadsheet would write it. */
function withCell(text: string, id: string, column: string, value: string): string {
  const [head, ...rows] = readRecords(text.replaceAll('\r\n', '\n'), ',').records.map((record) => [
    ...record.cells,
  ]);
  const at = head?.indexOf(column) ?? -1;
  const own = head?.indexOf('id') ?? -1;
  return toCsv(
    head ?? [],
    rows.map((row) =>
      row.map((cell, index) => (index === at && row[own] === id ? value : cell.replace(/^'/u, ''))),
    ),
  );
}

describe('tables of steps, tasks and questions and the way back', () => {
  it(
    'an export that nobody edited changes nothing, whatever became of the plan since',
    () => {
      fc.assert(
        fc.property(plans, fc.constantFrom(...names), (plan, name) => {
          const text = tableOf(plan, name);
          expect(reviewOf(plan, text)).toEqual(nothing);
          const later = applyCommands(plan, [{ command: 'edit-task', task: 'ta_0', text: 'Later' }], {
            makeId: makeCountingIds(),
          });
          if (later.ok) expect(reviewOf(later.value.plan, text).edits).toEqual([]);
          // A spreadsheet saves with other ends of lines.
          expect(reviewOf(plan, text.replaceAll('\r\n', '\n'))).toEqual(nothing);
        }),
        settings,
      );
    },
    longest,
  );

  it(
    'any words that are written into a cell are the words of the plan then',
    () => {
      fc.assert(
        fc.property(hostileNames(), (words) => {
          const plan = clearOutPlan();
          const [task] = [...plan.tasks];
          const clean = words.toWellFormed().replaceAll('\u0000', '').trim();
          if (task === undefined || clean === '') return;
          const review = reviewOf(plan, withCell(tableOf(plan, 'tasks'), task.id, 'evidence', clean));
          expect(review.unknown).toEqual([]);
          const after = taken(plan, review).tasks.get(task.id)?.evidence ?? '';
          expect(after.replaceAll(/\s+/gu, ' ').trim()).toBe(clean.replaceAll(/\s+/gu, ' ').trim());
          // The old table says nothing new of it.
          expect(reviewOf(taken(plan, review), tableOf(plan, 'tasks'))).toEqual(nothing);
        }),
        settings,
      );
    },
    longest,
  );
});

describe('edits of a table', () => {
  const plan = clearOutPlan();
  const [task] = [...plan.tasks];
  const [change] = [...plan.changes];
  if (task === undefined || change === undefined) throw new Error('the plan has tasks and steps');

  it.each<[string, string, string, string, (after: Plan) => unknown, unknown]>([
    ['tasks', task.id, 'done', 'WAHR', (after) => after.tasks.get(task.id)?.done, task.done],
    ['tasks', task.id, 'done', 'TRUE', (after) => after.tasks.get(task.id)?.done, true],
    ['tasks', task.id, 'due', 'T-3', (after) => after.tasks.get(task.id)?.due, 'T-3'],
    ['tasks', task.id, 'due', 'next week', (after) => after.tasks.get(task.id)?.due, task.due],
    [
      'changes',
      change.id,
      'start',
      '2027-02-01',
      (after) => after.changes.get(change.id)?.start,
      '2027-02-01',
    ],
    ['changes', change.id, 'durationDays', '3', (after) => after.changes.get(change.id)?.durationDays, 3],
    [
      'changes',
      change.id,
      'durationDays',
      'long',
      (after) => after.changes.get(change.id)?.durationDays,
      change.durationDays,
    ],
    [
      'changes',
      change.id,
      'phase',
      'No such phase',
      (after) => after.changes.get(change.id)?.phase,
      change.phase,
    ],
    ['changes', change.id, 'phase', '', (after) => after.changes.get(change.id)?.phase, null],
    ['changes', change.id, 'notes', 'Ask Mia', (after) => after.changes.get(change.id)?.notes, 'Ask Mia'],
  ])('%s: %s, %s becomes “%s”', (name, id, column, value, read, wanted) => {
    const review = reviewOf(plan, withCell(tableOf(plan, name), id, column, value));
    expect(review.edits.length + review.unknown.length).toBe(1);
    expect(read(taken(plan, review))).toEqual(wanted);
  });

  it('tells of what can’t be edited there, of rows of nothing, and takes a new row as a new task', () => {
    const text = tableOf(plan, 'tasks');
    const other = reviewOf(plan, withCell(text, task.id, 'onName', 'elsewhere'));
    expect(other).toMatchObject({ edits: [], unknown: [{ why: { code: 'not-editable' } }] });
    const gone = reviewOf(plan, withCell(text, task.id, 'id', 'ta_nothing'));
    expect(gone.unknown).toMatchObject([{ why: { code: 'gone-thing' } }]);
    const [head = ''] = text.split('\r\n');
    const row = `${head}\r\n,${change.id},,,Tell the neighbours,,T-1,,x,,\r\n,,,,Nowhere,,,,,,\r\n`;
    const made = reviewOf(plan, row);
    expect(made.unknown).toMatchObject([{ line: 3, why: { code: 'no-place' } }]);
    const found = [...taken(plan, made).tasks].filter((each) => each.text === 'Tell the neighbours');
    expect(found).toMatchObject([{ on: change.id, due: 'T-1', done: true }]);
  });

  it('is a conflict where the plan was changed at the same place since the export, and says both', () => {
    const text = withCell(tableOf(plan, 'tasks'), task.id, 'text', 'Their words');
    const edit = { command: 'edit-task', task: task.id, text: 'Our words' };
    const later = applyCommands(plan, [edit], { makeId: makeCountingIds() });
    if (!later.ok) throw new Error(later.error.message);
    expect(reviewOf(later.value.plan, text)).toMatchObject({
      edits: [],
      conflicts: [{ before: 'Our words', after: 'Their words' }],
    });
  });

  it('is nothing for any other text', () => {
    for (const text of ['', '# Plan', 'id,name\n1,a\n', tableOf(plan, 'nodes'), '"id']) {
      expect(readTableEdits(plan, checkPlan(plan), text, makeCountingIds())).toBeNull();
    }
  });
});
