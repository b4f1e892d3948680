import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { reportFormats } from '#core/exporters/markdown/plan-markdown.ts';
import { readReportEdits } from '#core/intake/markdown-edits/read-report-edits.ts';
import type { Plan } from '#core/model/plan.ts';
import { arbitraryPlan } from '#support/arbitrary-plan.ts';
import { runs } from '#support/counts.ts';
import { editedInto, habits, planWithEdits, reportOf, reviewOf } from '#support/edited-reports.ts';
import { makeCountingIds } from '#support/run-commands.ts';

const settings = { numRuns: runs('roundTrips') } as const;
const longest = 600_000;
const plans = arbitraryPlan({ nodes: 10, changes: 8, least: 2 });
const formats = fc.constantFrom(...reportFormats);
const nothing = { edits: [], conflicts: [], unknown: [] };

/** The bytes of a plan without what a way through Markdown cannot keep: revision and the ids of what is new. */
const toBytes = (plan: Plan): string =>
  toPlanFileText({ ...plan, revision: 0 }).replace(/"(?:ta|pa)_made\d+"/gu, '"new"');

const words = fc.constantFrom(
  'Ask Mia',
  'nobody misses it',
  'web | db',
  'a_b *c* <d>',
  '50 % done',
  '#1 @all',
  'a'.repeat(90),
);
const day = fc.constantFrom('2027-02-01', '2027-02-28');
const number = fc.nat({ max: 9 });
const name = (value: string) => fc.constant(value);

/** Edits that a report has a place for, as commands. */
const legal: fc.Arbitrary<object> = fc.oneof(
  fc.record({ command: name('tick-task'), task: number.map((each) => `ta_${each % 2}`) }),
  fc.record({ command: name('edit-task'), task: number.map((each) => `ta_${each % 2}`), text: words }),
  fc.record({ command: name('edit-task'), task: name('ta_0'), owner: fc.constantFrom('pa_0', 'pa_1', null) }),
  fc.record({ command: name('edit-task'), task: name('ta_1'), due: fc.oneof(day, name('T-3')) }),
  fc.record({ command: name('edit-task'), task: name('ta_1'), evidence: words }),
  fc.record({ command: name('remove-task'), task: name('ta_0') }),
  fc.record({ command: name('edit-phase'), phase: number.map((each) => `ph_${each % 3}`), start: day }),
  fc.record({ command: name('edit-phase'), phase: name('ph_0'), start: name('2027-02-01'), end: day }),
  fc.record({ command: name('edit-phase'), phase: name('ph_1'), owner: name('pa_0'), gate: words }),
  fc.record({ command: name('edit-change'), change: number.map((each) => `ch_${each}`), notes: words }),
  fc.record({ command: name('answer-question'), question: name('qu_0'), answer: words }),
  fc.record({
    command: name('answer-question'),
    question: name('qu_1'),
    answer: words,
    by: name('Mia Brandt'),
  }),
  fc.record({ command: name('accept-hand-over'), handover: name('ho_0'), by: name('Ole'), evidence: words }),
  fc.record({ command: name('offer-hand-over'), handover: name('ho_1') }),
);

describe('reports and the way back', () => {
  it(
    'an export that nobody edited changes nothing, whatever the plan',
    () => {
      fc.assert(
        fc.property(plans, formats, (plan, format) => {
          expect(reviewOf(plan, reportOf(plan, format))).toEqual(nothing);
        }),
        settings,
      );
    },
    longest,
  );

  it(
    'what editors and formatters do by themselves is no edit',
    () => {
      fc.assert(
        fc.property(
          plans,
          formats,
          fc.constantFrom(...Object.entries(habits)),
          (plan, format, [habit, change]) => {
            expect([habit, reviewOf(plan, change(reportOf(plan, format)))]).toEqual([habit, nothing]);
          },
        ),
        settings,
      );
    },
    longest,
  );

  it(
    'legal edits come back exactly',
    () => {
      let tried = 0;
      fc.assert(
        fc.property(plans, fc.array(legal, { minLength: 1, maxLength: 6 }), (random, list) => {
          // An owner without a name of its own cannot be written down.
          const named = random.parties.map((party) => ({ ...party, name: `Team ${party.id}` }));
          const plan = { ...random, parties: random.parties.put(named) };
          const steps = list.filter(
            (command) => applyCommands(plan, [command], { makeId: makeCountingIds() }).ok,
          );
          const wanted = applyCommands(plan, steps, { makeId: makeCountingIds() });
          fc.pre(wanted.ok && steps.length > 0);
          tried += 1;
          const edited = editedInto(reportOf(plan), reportOf(wanted.value.plan));
          const review = reviewOf(plan, crossedOut(edited, plan, wanted.value.plan));
          expect(review.conflicts).toEqual([]);
          const back = planWithEdits(plan, crossedOut(edited, plan, wanted.value.plan));
          expect(toBytes(back)).toBe(toBytes(wanted.value.plan));
        }),
        settings,
      );
      expect(tried).toBeGreaterThan(10);
    },
    longest,
  );

  it(
    'hostile Markdown gets words, and nothing of the plan is touched',
    () => {
      const bits = fc.constantFrom(
        '- [x] ',
        '<!--',
        '-->',
        '| a | b |\n|---|---|\n',
        '```',
        '~~',
        '# ',
        '> ',
        '\n',
        '<b>',
        '[a](javascript:x)',
      );
      const garbage = fc.array(fc.oneof(bits, fc.string({ unit: 'binary', maxLength: 12 })), {
        maxLength: 20,
      });
      fc.assert(
        fc.property(plans, garbage, fc.nat(), (plan, parts, at) => {
          const text = reportOf(plan);
          const cut = at % (text.length + 1);
          const edited = text.slice(0, cut) + parts.join('') + text.slice(cut);
          const before = toPlanFileText(plan);
          const read = readReportEdits(plan, checkPlan(plan), edited, makeCountingIds());
          if (read.ok) planWithEdits(plan, edited);
          else expect(['no-memory', 'damaged', 'newer', 'other-plan']).toContain(read.error.code);
          expect(readReportEdits(plan, checkPlan(plan), parts.join(''), makeCountingIds())).toMatchObject({
            ok: false,
            error: { code: 'no-memory' },
          });
          expect(toPlanFileText(plan)).toBe(before);
        }),
        settings,
      );
    },
    longest,
  );
});

/** Removed tasks are not simply gone from an edited report: a person crosses them out. */
function crossedOut(edited: string, before: Plan, after: Plan): string {
  const gone = before.tasks.filter((task) => !after.tasks.has(task.id));
  if (gone.length === 0) return edited;
  const lines = reportOf(before).split('\n');
  return gone.reduce((text, task) => {
    const own = reportOf({
      ...before,
      tasks: before.tasks.drop([...before.tasks].map((row) => row.id)).put([task]),
    });
    const line = own
      .split('\n')
      .find((each) => /^\s*- \[[ x]\] .*<!--t\w{7}-->$/u.test(each) && lines.includes(each));
    const struck = line?.replace(/^\s*- \[([ x])\] (.*?)( — owner: .*)$/u, '- [$1] ~~$2~~$3') ?? '';
    return text.replace(/\n## /u, `\n${struck}\n\n## `);
  }, edited);
}
