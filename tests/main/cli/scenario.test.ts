import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import type { Plan } from '#core/model/plan.ts';
import { movePlan } from '#support/move-plan.ts';
import { doCommands } from '#support/run-commands.ts';
import { makeFolder, runRehome } from './run-rehome.ts';

const start = doCommands(movePlan, { command: 'plan-move', node: 'web', to: 'hel', phase: 'One' }).plan;

function makePlan(): string {
  const folder = makeFolder();
  writeFileSync(join(folder, 'a.json'), toPlanFileText(start));
  return folder;
}

function readBack(folder: string, file: string): Plan {
  const plan = parsePlanFile(readFileSync(join(folder, file), 'utf8'));
  if (!plan.ok) throw new Error(plan.error.message);
  return plan.value;
}

/** The folder with a plan and an alternative that drops its step and removes the database. */
async function makeAlternative(): Promise<string> {
  const folder = makePlan();
  await runRehome(folder, ['scenario', 'a.json', '--name', 'Small', '--out', 'b.json']);
  const commands = [
    { command: 'withdraw-change', change: 'move web' },
    { command: 'add-phase', name: 'Three' },
    { command: 'plan-remove', node: 'db', phase: 'Three' },
  ];
  writeFileSync(join(folder, 'do.json'), JSON.stringify(commands));
  await runRehome(folder, ['do', 'b.json', 'do.json']);
  return folder;
}

describe('rehome scenario', () => {
  it('branches a plan into a file of its own', async () => {
    const folder = makePlan();
    const answer = await runRehome(folder, [
      'scenario',
      'a.json',
      '--name',
      'Small',
      '--out',
      'b.json',
      '--json',
    ]);
    expect(answer).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(answer.stdout)).toMatchObject({ name: 'Small', scenarioOf: 'pl_test' });
    const [a, b] = [readBack(folder, 'a.json'), readBack(folder, 'b.json')];
    expect(b.id).not.toBe(a.id);
    expect(b.changes.map((row) => row.id)).toEqual(a.changes.map((row) => row.id));
  });

  it('refuses what is no branch: no name, no file, the plan itself', async () => {
    const folder = makePlan();
    const words = async (...rest: string[]) =>
      (await runRehome(folder, ['scenario', 'a.json', ...rest])).code;
    expect(await words('--out', 'b.json')).toBe(2);
    expect(await words('--name', 'B')).toBe(2);
    expect(await words('--name', 'B', '--out', 'a.json')).toBe(2);
    expect(await words('--name', 'Test plan', '--out', 'b.json')).toBe(2);
    expect(readBack(folder, 'a.json').name).toBe('Test plan');
  });
});

describe('rehome take', () => {
  it('lists the steps that differ and changes nothing', async () => {
    const folder = await makeAlternative();
    const answer = await runRehome(folder, ['take', 'a.json', 'b.json']);
    expect(answer.stdout).toBe(
      '2 steps differ:\n  only here: Move web to hel (One)\n  only there: Remove db (Three)\n',
    );
    expect(readBack(folder, 'a.json').revision).toBe(start.revision);
    expect((await runRehome(folder, ['take', 'a.json', 'a.json'])).stdout).toBe(
      'Both plans take the same steps.\n',
    );
  });

  it('takes one step by name, with the phase that it needs', async () => {
    const folder = await makeAlternative();
    const answer = await runRehome(folder, ['take', 'a.json', 'b.json', '--steps', 'remove db']);
    expect(answer.stdout).toBe(
      'Take "remove db" from Small, wrote a.json.\n  Came along, because it is needed: Three.\n',
    );
    expect(
      readBack(folder, 'a.json')
        .changes.map((row) => row.kind)
        .sort(),
    ).toEqual(['move', 'remove']);
  });

  it('takes all of them, and then nothing is left to take', async () => {
    const folder = await makeAlternative();
    const args = ['take', 'a.json', 'b.json', '--steps', 'all', '--json'];
    expect(JSON.parse((await runRehome(folder, args)).stdout)).toMatchObject({
      label: 'Take 2 steps from Small',
    });
    expect(readBack(folder, 'a.json').changes.map((row) => row.kind)).toEqual(['remove']);
    const again = await runRehome(folder, ['take', 'a.json', 'b.json', '--json']);
    expect(JSON.parse(again.stdout)).toEqual({ steps: [] });
  });

  it('refuses a step that does not differ', async () => {
    const folder = await makeAlternative();
    const answer = await runRehome(folder, ['take', 'a.json', 'b.json', '--steps', 'remove web']);
    expect(answer).toMatchObject({ code: 2, stdout: '' });
    expect(answer.stderr).toContain('remove db');
  });
});

describe('rehome compare, with an alternative', () => {
  it('lists steps and risks', async () => {
    const answer = await runRehome(await makeAlternative(), ['compare', 'a.json', 'b.json']);
    expect(answer.stdout).toContain(
      '2 steps differ (here is a.json, there is b.json):\n  only here: Move web to hel',
    );
    expect(answer.stdout).toMatch(/\d+ risks? only in b\.json:\n {2}error: /u);
  });
});
