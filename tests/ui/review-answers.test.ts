import { makeCountingIds } from '#support/run-commands.ts';
import { previewIntake } from '#core/intake/preview-intake.ts';
import { acceptProposals } from '#core/intake/accept-proposals.ts';
import { describe, expect, it } from 'vitest';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { invertDiff, applyDiff } from '#core/commands/records-diff.ts';
import type { IdMaker } from '#core/model/ids.ts';
import { toId } from '#core/model/ids.ts';
import { planOf } from '#support/build-plan.ts';
import type { Proposal } from '#core/importers/contract.ts';
import { withAnswers } from '#stores/review-answers.ts';
import { toEffectKeys, toEffects } from '#core/intake/effect-keys.ts';
import { atOnce } from '#core/base/steps.ts';
import { toReviewRows } from '#stores/review-rows.ts';

function makeIds(): IdMaker {
  let last = 0;
  return (prefix) => toId(prefix, `${prefix}_test${(last += 1)}`);
}

function addQuestions() {
  const makeId = makeIds();
  const before = planOf({});
  const commands = ['Who owns it?', 'Which room?'].map((text) => ({ command: 'add-question', text }));
  const applied = applyCommands(before, commands, { makeId });
  if (!applied.ok) throw new Error(applied.error.message);
  return { before, edit: applied.value, makeId };
}

describe('withAnswers', () => {
  it('answers what was asked, as the same step for undo', () => {
    const { before, edit, makeId } = addQuestions();
    const answered = withAnswers(edit, [{ question: 'Which room?', answer: 'Hall B', by: 'Ana' }], {
      makeId,
    });
    const found = [...answered.plan.questions].map(({ text, status, answer }) => [text, status, answer]);
    expect(found).toContainEqual(['Which room?', 'answered', 'Hall B']);
    expect(found).toContainEqual(['Who owns it?', 'open', null]);
    expect(answered.plan.revision).toBe(edit.plan.revision);
    expect([...applyDiff(answered.plan, invertDiff(answered.diff)).questions]).toEqual([...before.questions]);
  });

  it('leaves an edit alone when the question was not taken over', () => {
    const { edit, makeId } = addQuestions();
    expect(withAnswers(edit, [{ question: 'Gone?', answer: 'yes', by: '' }], { makeId })).toBe(edit);
  });
});

describe('rows of several sources', () => {
  const proposal = (name: string, server: string): Proposal => ({
    source: { name, format: 'markdown', text: '', totals: [], secrets: [], sha256: name },
    items: [
      {
        is: 'node',
        key: 'server:one',
        kind: 'server',
        name: server,
        confidence: 'sure',
        reasons: [],
        evidence: [],
      },
    ],
    notUnderstood: [],
    problems: [],
  });

  it('says where else the same machine is named', () => {
    const rows = atOnce(
      toReviewRows([proposal('a.md', 'Web01'), proposal('b.csv', 'web01'), proposal('c.md', 'web02')]),
    );
    expect(rows.map((row) => row.alsoIn)).toEqual([['b.csv'], ['a.md'], []]);
  });

  it('says what is known already in the open plan', () => {
    const empty = planOf();
    const known = acceptProposals(
      empty,
      [proposal('a.md', 'Web01')],
      { accept: 'all' },
      { makeId: makeCountingIds() },
    );
    const again = [proposal('a.md', 'Web01'), proposal('c.md', 'web02')];
    const { items } = previewIntake(known.edit.plan, again);
    const rows = atOnce(toReviewRows(again, toEffects(toEffectKeys(items))));
    expect(rows.map((row) => row.effect)).toEqual(['same', null]);
  });
});
