import { describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { toTable } from '#core/base/table.ts';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { readReportEdits } from '#core/intake/markdown-edits/read-report-edits.ts';
import { toReviewCommands } from '#core/intake/markdown-edits/review-commands.ts';
import type { Plan, RecordByCollection } from '#core/model/plan.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { habits, planWithEdits, reportOf, reviewOf } from '#support/edited-reports.ts';
import { largePlan } from '#support/large-plan.ts';
import { hosterChangePlan } from '#support/hoster-change-plan.ts';
import { doCommands, makeCountingIds } from '#support/run-commands.ts';

const plan = clearOutPlan();
const exported = reportOf(plan);

/** Replaces a piece of an export that must be there, as a person with a text editor would. */
function edit(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`not in the export: ${from}`);
  return text.replace(from, to);
}

const taskOf = (of: Plan, text: string) => of.tasks.filter((task) => task.text === text)[0];
const watch = 'Watch the incoming connections of news1 for a week';

describe('edits of a report', () => {
  it('are ticks, owners, dates, words and evidence of tasks', () => {
    let text = edit(
      exported,
      `- [ ] ${watch} — owner: @crumb-ops — due: 2026-11-30 (T-7)`,
      `- [x] ${watch} — owner: Mia Brandt — due: T-5`,
    );
    text = edit(text, 'evidence: mail of 1\n  December', 'evidence: mail of 2\n  December');
    text = edit(
      text,
      'Cancel the contract of what is gone — owner: *nobody yet*',
      'Cancel the contract — owner: mia brandt',
    );
    expect(reviewOf(plan, text)).toMatchObject({ conflicts: [], unknown: [] });
    const after = planWithEdits(plan, text);
    expect(taskOf(after, watch)).toMatchObject({ done: true, owner: 'pa_mia', due: 'T-5' });
    expect(taskOf(after, 'Tell everybody that the old machines go')?.evidence).toBe('mail of 2 December');
    expect(taskOf(after, 'Cancel the contract')?.owner).toBe('pa_mia');
  });

  it('are the dates, the owner and the gate of a phase', () => {
    const text = edit(
      exported,
      '2026-12-07 to 2026-12-11 · owner: Operations · go when: the question about the newsletter is answered',
      '2026-12-08 to 2026-12-12 · owner: Mia Brandt · go when: everybody has read the mail',
    );
    expect(planWithEdits(plan, text).phases.get('ph_clear')).toMatchObject({
      start: '2026-12-08',
      end: '2026-12-12',
      owner: 'pa_mia',
      gate: 'everybody has read the mail',
    });
    const second = edit(exported, 'No dates yet · owner: *nobody yet*', 'from 2027-01-04 · owner: nobody');
    expect(planWithEdits(plan, second).phases.get('ph_merge')).toMatchObject({
      start: '2027-01-04',
      end: null,
      owner: null,
    });
  });

  it('are answers with who gave them, and answers that are taken back', () => {
    const text = edit(exported, '- answer:', '- answer: No, the list\n     moved away — by Ole');
    const question = planWithEdits(plan, text).questions.filter(
      (row) => row.answer?.startsWith('No,') === true,
    )[0];
    expect(question).toMatchObject({
      status: 'answered',
      answer: 'No, the list moved away',
      answeredBy: 'Ole',
    });
    const back = edit(
      exported,
      '**Who reads oldwiki?** Nobody since 2024. — answered by Mia Brandt',
      '**Who reads oldwiki?**',
    );
    expect(
      planWithEdits(plan, back).questions.filter((row) => row.text === 'Who reads oldwiki?'),
    ).toMatchObject([{ status: 'open', answer: null, answeredBy: null }]);
  });

  it('are notes of steps and of things, agreements and conditions', () => {
    let text = edit(exported, '| cheaper by half |', '| cheaper by two thirds |');
    text = edit(text, '☐ the hosted builds are set up | not yet', '✓ the hosted builds are set up | by Ole');
    const after = planWithEdits(plan, text);
    expect(after.changes.filter((row) => row.notes === 'cheaper by two thirds')).toHaveLength(1);
    const build = after.nodes.filter((node) => node.name === 'build1')[0]?.id;
    expect(after.dispositions.filter((row) => row.node === build)).toMatchObject([
      { agreed: true, agreedBy: 'Ole', conditions: [{ met: true }] },
    ]);
  });

  it('are accepted hand-overs with their evidence, and none without', () => {
    const hoster = hosterChangePlan();
    const report = reportOf(hoster);
    const text = edit(
      report,
      'Phase 2: Go live | offered | –',
      'Phase 2: Go live | accepted by Brackwater | the test alarm came',
    );
    expect(planWithEdits(hoster, text).handovers.filter((row) => row.area === 'monitoring')).toMatchObject([
      { status: 'accepted', acceptedBy: 'Brackwater', evidence: 'the test alarm came' },
    ]);
    const bare = edit(report, 'Phase 2: Go live | offered | –', 'Phase 2: Go live | accepted | –');
    expect(reviewOf(hoster, bare)).toMatchObject({ edits: [], unknown: [{ why: { code: 'no-evidence' } }] });
  });

  it('are new lines of checklists, at the step, hand-over or phase that they stand under', () => {
    let text = edit(exported, '### Before\n\n', '### Before\n\n- [ ] Warn the office — owner: Ole Hansen\n');
    text = edit(
      text,
      '\n- [ ] 2 · Remove',
      '\n  * [x] Copy its address book — evidence: on the share\n- [ ] 2 · Remove',
    );
    const after = planWithEdits(plan, text);
    const ole = after.parties.filter((party) => party.name === 'Ole Hansen')[0];
    expect(taskOf(after, 'Warn the office')).toMatchObject({
      on: 'ph_clear',
      owner: ole?.id,
      due: 'T-1',
      done: false,
    });
    expect(taskOf(after, 'Copy its address book')).toMatchObject({
      on: 'ch_1',
      done: true,
      evidence: 'on the share',
    });
  });

  it('are ticks of lines that Rehome wrote itself: they are kept as tasks and shown at their line', () => {
    let text = edit(exported, '- [ ] 2 · Remove **oldwiki**', '- [x] 2 · Remove **oldwiki**');
    text = edit(
      text,
      '- [ ] Nobody misses oldwiki.crumb.example',
      '- [x] Nobody misses oldwiki.crumb.example',
    );
    const after = planWithEdits(plan, text);
    expect(after.tasks.size).toBe(plan.tasks.size + 2);
    const again = reportOf(after);
    expect(again).toContain('- [x] 2 · Remove **oldwiki** from Harbour Cloud');
    expect(again).toContain('- [x] Nobody misses oldwiki.crumb.example');
    expect(again.match(/Nobody misses oldwiki/gu)).toHaveLength(1);
    expect(again.match(/Remove \*\*oldwiki\*\* from/gu)).toHaveLength(1);
    const off = edit(again, '- [x] 2 · Remove **oldwiki**', '- [ ] 2 · Remove **oldwiki**');
    expect(
      planWithEdits(after, off).tasks.filter((task) => task.text.startsWith('Remove oldwiki')),
    ).toMatchObject([{ done: false }]);
  });

  it('are another order of steps, in the table or in the checklist', () => {
    const row = (number: number): string =>
      new RegExp(`^\\| ${number}<!--.*$`, 'mu').exec(exported)?.[0] ?? '';
    const text = exported.replace(`${row(1)}\n${row(2)}\n${row(3)}`, `${row(3)}\n${row(1)}\n${row(2)}`);
    expect(text).not.toBe(exported);
    const names = (of: Plan): string[] =>
      reportOf(of)
        .split('\n')
        .flatMap((line) => /^- \[ \] \d · Remove \*\*(\w+)/u.exec(line)?.[1] ?? []);
    expect(names(plan)).toEqual(['news1', 'oldwiki', 'build1']);
    expect(names(planWithEdits(plan, text))).toEqual(['build1', 'news1', 'oldwiki']);
    const step = (number: number): string =>
      new RegExp(`^- \\[ \\] ${number} · .*\n(?:  .*\n)*`, 'mu').exec(exported)?.[0] ?? '';
    const listed = exported.replace(`${step(1)}${step(2)}${step(3)}`, `${step(1)}${step(3)}${step(2)}`);
    expect(names(planWithEdits(plan, listed))).toEqual(['news1', 'build1', 'oldwiki']);
    const moved = exported.replace(`${row(3)}\n`, '').replace(`${row(4)}\n`, `${row(4)}\n${row(3)}\n`);
    expect(planWithEdits(plan, moved).changes.filter((each) => each.phase === 'ph_merge')).toHaveLength(5);
  });

  it('are crossed-out lines', () => {
    let text = edit(exported, watch, `~~${watch}~~`);
    text = edit(text, '| remove **build1** |', '| ~~remove **build1**~~ |');
    text = edit(
      text,
      '2. **Has anybody restored a dump of orders-db?**',
      '2. ~~**Has anybody restored a dump of orders-db?**~~',
    );
    const after = planWithEdits(plan, text);
    expect(taskOf(after, watch)).toBeUndefined();
    expect(after.changes.size).toBe(plan.changes.size - 1);
    expect(after.questions.size).toBe(plan.questions.size - 1);
  });
});

describe('what is no edit', () => {
  /** So large that its report has a picture of each provider. */
  const manyPictures: Plan = {
    ...plan,
    nodes: toTable<RecordByCollection['nodes']>([...plan.nodes, ...largePlan(120).nodes]),
  };

  it('is a picture of each provider, to begin with', () => {
    expect(reportOf(manyPictures).match(/^```mermaid$/gmu)?.length).toBeGreaterThan(4);
  });

  for (const [habit, change] of Object.entries(habits)) {
    it(`${habit} changes nothing`, () => {
      for (const own of [plan, hosterChangePlan(), manyPictures]) {
        const text = own === plan ? exported : reportOf(own);
        expect(change(text)).not.toBe(habit === 'typographic quotation marks and dots' ? '' : text);
        expect(reviewOf(own, change(text))).toEqual({ edits: [], conflicts: [], unknown: [] });
      }
    });
  }

  it('is listed by line: new text, changed words of Rehome, lines that are gone', () => {
    let text = edit(exported, '## Removal candidates', 'I think this is too early.\n\n## Removal candidates');
    text = edit(text, '| Harbour Cloud → gone |', '| Harbour Cloud → archive |');
    text = text
      .replace(/^- \[ \] Watch the incoming.*\n/mu, '')
      .replace('- Undo 1: start **news1** again at Harbour Cloud\n', '');
    const { edits, unknown } = reviewOf(plan, text);
    expect(edits).toEqual([]);
    expect(unknown.map((each) => [each.line === null, each.why.code])).toEqual([
      [false, 'not-editable'],
      [false, 'new-text'],
      [true, 'gone-line'],
      [true, 'gone-text'],
    ]);
    const at = text.split('\n').findIndex((line) => line.startsWith('I think')) + 1;
    expect(unknown[1]).toMatchObject({ line: at, text: 'I think this is too early.' });
  });

  it('is a date that is none, an unknown state, a party whose name two have', () => {
    const wrong = edit(exported, 'due: 2026-11-30 (T-7)', 'due: next week');
    expect(reviewOf(plan, wrong)).toMatchObject({ edits: [], unknown: [{ why: { code: 'not-a-date' } }] });
    const leap = edit(exported, 'due: 2026-11-30 (T-7)', 'due: 2026-02-30');
    expect(reviewOf(plan, leap)).toMatchObject({ edits: [], unknown: [{ why: { code: 'refused' } }] });
  });
});

describe('an edited report and a plan that went on', () => {
  it('takes edits of what the plan left alone, and shows both values of the rest', () => {
    const later = doCommands(
      plan,
      { command: 'edit-task', task: watch, due: 'T-3' },
      { command: 'edit-task', task: 'Snapshot news1, then stop it', owner: 'Mia Brandt' },
    ).plan;
    let text = edit(exported, `- [ ] ${watch}`, `- [x] ${watch}`);
    text = edit(text, '2026-11-30 (T-7)', 'T-9');
    const review = reviewOf(later, text);
    expect(review.edits).toMatchObject([{ field: 'done' }]);
    expect(review.conflicts).toMatchObject([{ field: 'due', before: '2026-12-04 (T-3)', after: 'T-9' }]);
    const all = toReviewCommands([...review.edits, ...review.conflicts]);
    const taken = applyCommands(later, all, { makeId: makeCountingIds() });
    expect(taken.ok && taskOf(taken.value.plan, watch)).toMatchObject({ done: true, due: 'T-9' });
    expect(taken.ok && taskOf(taken.value.plan, 'Snapshot news1, then stop it')?.owner).toBe('pa_mia');
  });

  it('says that a thing is gone, and finds a line whose mark was lost by its words', () => {
    const without = doCommands(plan, { command: 'remove-task', task: watch }).plan;
    const text = edit(exported, `- [ ] ${watch}`, `- [x] ${watch}`);
    expect(reviewOf(without, text)).toMatchObject({ edits: [], unknown: [{ why: { code: 'gone-thing' } }] });
    const bare = text.replace(/(Watch the incoming.*)<!--\w+-->/u, '$1');
    expect(reviewOf(plan, bare)).toMatchObject({ edits: [{ field: 'done' }], unknown: [] });
  });

  it('is refused without its memory, with a damaged one, and for another plan', () => {
    const read = (text: string): unknown => {
      const result = readReportEdits(plan, checkPlan(plan), text, makeCountingIds());
      return result.ok ? 'read' : result.error.code;
    };
    expect(read('# Something else\n')).toBe('no-memory');
    expect(read(exported.replace(/^= .*$/mu, '= nonsense!'))).toBe('damaged');
    expect(read(exported.replace('report 1 pl_test', 'report 9 pl_test'))).toBe('newer');
    expect(read(exported.replace('report 1 pl_test', 'report 1 pl_other'))).toBe('other-plan');
    expect(read(reportOf(plan, 'markdown', { without: ['marks'] }))).toBe('no-memory');
  });
});
