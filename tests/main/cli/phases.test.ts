import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import type { Plan } from '#core/model/plan.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { doCommands } from '#support/run-commands.ts';
import { makeFolder, runRehome } from './run-rehome.ts';

/** The plan of the bakery with all its steps, but in no phase. */
function unphased(): Plan {
  const commands = ['ph_clear', 'ph_merge'].map((phase) => ({ command: 'remove-phase', phase }));
  return doCommands(clearOutPlan(), ...commands).plan;
}

describe('rehome phases', () => {
  it('puts every change into a phase, says why, and the same on every run', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'p.json'), toPlanFileText(unphased()));
    const asked = await runRehome(folder, [
      'phases',
      'p.json',
      '--max-size',
      '3',
      '--out',
      'q.json',
      '--json',
    ]);
    expect(asked).toMatchObject({ code: 0, stderr: '' });
    const parsed: unknown = JSON.parse(asked.stdout);
    expect(parsed).toMatchObject({
      phases: expect.arrayContaining([expect.objectContaining({ why: expect.stringMatching(/\.$/u) })]),
      measure: { crossPhase: expect.any(Number), longestBridge: expect.any(Number) },
      byHand: { crossPhase: expect.any(Number) },
    });
    const again = await runRehome(folder, [
      'phases',
      'p.json',
      '--max-size',
      '3',
      '--out',
      'r.json',
      '--json',
    ]);
    expect(JSON.parse(again.stdout)).toEqual(parsed);
    expect(readFileSync(join(folder, 'p.json'), 'utf8')).toBe(toPlanFileText(unphased()));
    const inPlace = await runRehome(folder, ['phases', 'p.json']);
    expect(inPlace.stdout).toMatch(/^7 changes in \d new phases?:\n {2}/u);
    const plan = parsePlanFile(readFileSync(join(folder, 'p.json'), 'utf8'));
    expect(plan.ok ? plan.value.changes.filter(({ phase }) => phase === null) : ['unreadable']).toEqual([]);
    const more = await runRehome(folder, ['phases', 'p.json']);
    expect(more).toMatchObject({ code: 0, stdout: 'Every change has a phase already.\n' });
  });

  it.each(['0', '-1', 'many', '2.5'])('refuses the size %s', async (size) => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'p.json'), toPlanFileText(unphased()));
    const answer = await runRehome(folder, ['phases', 'p.json', `--max-size=${size}`]);
    expect(answer).toMatchObject({ code: 2, stdout: '' });
    expect(answer.stderr).toContain(`--max-size needs a whole number from 1, not "${size}"`);
  });
});
