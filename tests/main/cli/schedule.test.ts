import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import type { Plan } from '#core/model/plan.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { doCommands } from '#support/run-commands.ts';
import { makeFolder, runRehome } from './run-rehome.ts';

function write(plan: Plan): string {
  const folder = makeFolder();
  writeFileSync(join(folder, 'p.json'), toPlanFileText(plan));
  return folder;
}

function read(folder: string, name: string): Plan {
  const plan = parsePlanFile(readFileSync(join(folder, name), 'utf8'));
  if (!plan.ok) throw new Error(plan.error.message);
  return plan.value;
}

describe('rehome schedule', () => {
  it('gives every change a date that holds, in place', async () => {
    const folder = write(clearOutPlan());
    const answer = await runRehome(folder, ['schedule', 'p.json', '--start', '2027-02-01']);
    expect(answer).toMatchObject({ code: 0, stderr: '' });
    expect(answer.stdout).toMatch(/^7 changes from 2027-\d\d-\d\d to 2027-\d\d-\d\d: .+\n/u);
    expect(answer.stdout).toContain('Critical path: ');
    // A phase of one day names it once.
    expect(answer.stdout).toMatch(/^ {2}2027-\d\d-\d\d(?: to 2027-\d\d-\d\d| +) {2}\S/mu);
    expect(answer.stdout).not.toMatch(/^ {2}(\S+) to \1 /mu);
    expect(read(folder, 'p.json').changes.filter(({ start, end }) => start === null || end === null)).toEqual(
      [],
    );
    const check = await runRehome(folder, ['check', 'p.json', '--rule', 'dates-hold', '--json']);
    expect(JSON.parse(check.stdout)).toMatchObject({ findings: [] });
  });

  it('answers as JSON, leaves PLAN alone with --out, and starts where the plan starts', async () => {
    const folder = write(clearOutPlan());
    const answer = await runRehome(folder, ['schedule', 'p.json', '--out', 'q.json', '--json']);
    expect(answer.code).toBe(0);
    const parsed: unknown = JSON.parse(answer.stdout);
    expect(parsed).toMatchObject({
      start: expect.stringMatching(/^2026-12-/u),
      changes: expect.arrayContaining([
        expect.objectContaining({ id: 'ch_1', slackDays: expect.any(Number) }),
      ]),
      criticalPath: expect.arrayContaining([expect.any(String)]),
      revision: 1,
    });
    expect(readFileSync(join(folder, 'p.json'), 'utf8')).toBe(toPlanFileText(clearOutPlan()));
    const again = await runRehome(folder, ['schedule', 'p.json', '--out', 'r.json', '--json']);
    expect(JSON.parse(again.stdout)).toEqual(parsed);
    expect([...read(folder, 'q.json').changes]).toEqual([...read(folder, 'r.json').changes]);
  });

  it('says in a sentence what is missing or cannot hold, and changes nothing', async () => {
    const undated = doCommands(clearOutPlan(), {
      command: 'edit-phase',
      phase: 'ph_clear',
      start: null,
      end: null,
    }).plan;
    const shut = { command: 'add-calendar-entry', kind: 'freeze', name: 'For good', start: '2020-01-01' };
    const folder = write(doCommands(undated, shut).plan);
    const before = readFileSync(join(folder, 'p.json'), 'utf8');
    for (const [words, sentence] of [
      [[], 'No phase has a date yet'],
      [['--start', 'tomorrow'], '"tomorrow" is no date'],
      [['--start', '2027-02-01'], 'because of freezes (For good)'],
    ] as const) {
      const answer = await runRehome(folder, ['schedule', 'p.json', ...words]);
      expect(answer).toMatchObject({ code: 2, stdout: '' });
      expect(answer.stderr).toMatch(/^rehome: [^\n]+\n$/u);
      expect(answer.stderr).toContain(sentence);
    }
    expect(readFileSync(join(folder, 'p.json'), 'utf8')).toBe(before);
  });
});
