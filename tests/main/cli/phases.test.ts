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
    expect(inPlace.stdout).not.toContain('0 dependencies');
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

  it('keeps sets together and makes excluded days freezes', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'p.json'), toPlanFileText(unphased()));
    const args = ['phases', 'p.json', '--together', 'news1+oldwiki', '--exclude', '2026-12-19..2027-01-06'];
    expect((await runRehome(folder, args)).code).toBe(0);
    const plan = parsePlanFile(readFileSync(join(folder, 'p.json'), 'utf8'));
    if (!plan.ok) throw new Error(plan.error.message);
    expect(plan.value.calendar.map(({ kind, start, end }) => [kind, start, end])).toContainEqual([
      'freeze',
      '2026-12-19',
      '2027-01-06',
    ]);
    const phaseOf = (name: string) => {
      const node = plan.value.nodes.filter((each) => each.name === name)[0]?.id;
      return plan.value.changes.filter((each) => each.kind === 'remove' && each.node === node)[0]?.phase;
    };
    expect(phaseOf('news1')).toEqual(expect.any(String));
    expect(phaseOf('news1')).toBe(phaseOf('oldwiki'));
  });

  it('refuses days that are none and things that are not there', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'p.json'), toPlanFileText(unphased()));
    const ask = async (...rest: string[]) => runRehome(folder, ['phases', 'p.json', ...rest]);
    expect(await ask('--exclude', '2027-01-06..2026-12-19')).toMatchObject({ code: 2, stdout: '' });
    expect((await ask('--exclude', 'Christmas')).stderr).toContain('not "Christmas"');
    expect((await ask('--together', 'news1+nowhere')).code).toBe(2);
    expect(readFileSync(join(folder, 'p.json'), 'utf8')).toBe(toPlanFileText(unphased()));
  });
});
