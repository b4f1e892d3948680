import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareText } from '#core/base/compare.ts';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { makeFolder, runRehome } from './run-rehome.ts';

function makePlan(): string {
  const folder = makeFolder();
  writeFileSync(join(folder, 'p.json'), toPlanFileText(clearOutPlan()));
  return folder;
}

const commands = JSON.stringify([
  { command: 'add-phase', name: 'Last things' },
  { command: 'plan-remove', node: 'orders-db2', phase: '$1' },
]);

describe('rehome do', () => {
  it('applies commands and puts the plan back in place', async () => {
    const folder = makePlan();
    writeFileSync(join(folder, 'c.json'), commands);
    const answer = await runRehome(folder, ['do', 'p.json', 'c.json']);
    expect(answer).toMatchObject({ code: 0, stderr: '' });
    expect(answer.stdout).toMatch(/^Applied 2 commands, wrote p\.json\.\n/u);
    const plan = parsePlanFile(readFileSync(join(folder, 'p.json'), 'utf8'));
    expect(plan.ok ? plan.value.phases.map((phase) => phase.name) : []).toContain('Last things');
    expect(readdirSync(folder).sort()).toEqual(['c.json', 'p.json']);
  });

  it('reads commands from standard input, leaves PLAN alone with --out, and answers as JSON', async () => {
    const folder = makePlan();
    const answer = await runRehome(folder, ['do', 'p.json', '-', '--out', 'q.json', '--json'], {
      input: commands,
    });
    expect(answer.code).toBe(0);
    expect(JSON.parse(answer.stdout)).toMatchObject({
      applied: 2,
      made: [[expect.any(String)], [expect.any(String)]],
      revision: 1,
    });
    expect(readFileSync(join(folder, 'p.json'), 'utf8')).toBe(toPlanFileText(clearOutPlan()));
  });

  it('applies all or nothing', async () => {
    const folder = makePlan();
    const wrong = [
      '[{"command":"add-phase","name":"x"},{"command":"plan-remove","node":"nobody-knows-it","phase":"$1"}]',
      '[{"command":"destroy-everything"}]',
      '[{"command":"add-phase"}]',
      '{"command":"add-phase","name":"x"}',
      '[null]',
      'not json',
      '',
    ];
    for (const input of wrong) {
      const answer = await runRehome(folder, ['do', 'p.json', '-'], { input });
      expect({ input, ...answer }).toMatchObject({ code: 2, stdout: '' });
      expect(answer.stderr).toMatch(/^rehome: [^\n]+\n$/u);
    }
    expect(readFileSync(join(folder, 'p.json'), 'utf8')).toBe(toPlanFileText(clearOutPlan()));
  });
});

describe('rehome state', () => {
  it('prints the inventory after a phase, by name, in the form of the plan file', async () => {
    const folder = makePlan();
    const namesAfter = async (...after: string[]): Promise<string[]> => {
      const { code, stdout } = await runRehome(folder, ['state', 'p.json', ...after, '--json']);
      expect(code).toBe(0);
      const inventory: { nodes: { name: string }[] } = JSON.parse(stdout);
      expect(Object.keys(inventory)).toEqual(['nodes', 'dependencies', 'parties', 'duties', 'questions']);
      return inventory.nodes.map((node) => node.name);
    };
    expect(await namesAfter()).toContain('news1');
    expect(await namesAfter('--after', 'start')).toContain('news1');
    const cleared = await namesAfter('--after', 'clear OUT');
    expect(cleared).not.toContain('news1');
    expect(cleared).not.toContain('ny1');
    expect(await namesAfter('--after', 'ph_merge')).toContain('ny1');
    expect(await namesAfter('--after', 'end')).toContain('ny1');
  });

  it('names the phases when it does not know one', async () => {
    const answer = await runRehome(makePlan(), ['state', 'p.json', '--after', 'Never']);
    expect(answer).toMatchObject({ code: 2, stdout: '' });
    expect(answer.stderr).toContain('Clear out, Move the shop');
  });
});

describe('rehome export', () => {
  it('writes Markdown to a file and to standard output, the same bytes in any zone and locale', async () => {
    const folder = makePlan();
    const answer = await runRehome(folder, ['export', 'p.json', '--to', 'markdown', '--out', 'plan.md']);
    expect(answer).toEqual({ code: 0, stdout: '', stderr: 'Wrote plan.md.\n' });
    const written = readFileSync(join(folder, 'plan.md'), 'utf8');
    const env = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    const piped = await runRehome(folder, ['export', 'p.json', '--to', 'markdown', '--out', '-'], { env });
    expect(piped).toEqual({ code: 0, stdout: written, stderr: '' });
    expect(written).toMatch(/^# Clear out Harbour Cloud\n/u);
  });

  it('narrows to a phase by name and leaves sources out', async () => {
    const words = [
      'export',
      'p.json',
      '--to',
      'markdown',
      '--phase',
      'Clear out',
      '--without',
      'sources,notes',
      '--out',
      '-',
    ];
    const { code, stdout } = await runRehome(makePlan(), words);
    expect(code).toBe(0);
    expect(stdout).toContain('## Phase 1 · Clear out');
    expect(stdout).not.toMatch(/## Phase 2|machines\.md/u);
  });

  it('writes a folder of tables, and the plan file and a picture', async () => {
    const folder = makePlan();
    expect(await runRehome(folder, ['export', 'p.json', '--to', 'csv', '--out', 'tables/now'])).toMatchObject(
      { code: 0, stdout: '' },
    );
    expect(readdirSync(join(folder, 'tables/now')).sort()).toEqual([
      'changes.csv',
      'dependencies.csv',
      'duties.csv',
      'nodes.csv',
      'questions.csv',
      'tasks.csv',
    ]);
    const json = await runRehome(folder, ['export', 'p.json', '--to', 'json', '--out', '-']);
    expect(json.stdout).toBe(toPlanFileText(clearOutPlan()));
    const picture = await runRehome(folder, ['export', 'p.json', '--to', 'mermaid', '--out', '-']);
    expect(picture.stdout).toContain('flowchart LR\n');
  });

  it('refuses with one sentence', async () => {
    const folder = makePlan();
    const wrong = [
      ['export', 'p.json', '--out', 'x'],
      ['export', 'p.json', '--to', 'markdown'],
      ['export', 'p.json', '--to', 'word', '--out', 'x'],
      ['export', 'p.json', '--to', 'csv', '--out', '-'],
      ['export', 'p.json', '--to', 'markdown', '--phase', 'Never', '--out', 'x'],
      ['export', 'p.json', '--to', 'markdown', '--party', 'Nobody', '--out', 'x'],
      ['export', 'p.json', '--to', 'markdown', '--without', 'secrets', '--out', 'x'],
      ['export', 'p.json', '--to', 'markdown', '--out', '/proc/nowhere/x'],
    ];
    for (const words of wrong) {
      const answer = await runRehome(folder, words);
      expect({ words, ...answer }).toMatchObject({ code: 2, stdout: '' });
      expect(answer.stderr).toMatch(/^rehome: [^\n]+\n$/u);
    }
    expect(readdirSync(folder)).toEqual(['p.json']);
  });

  it('says what is in the way where a folder has to be', async () => {
    const folder = makePlan();
    const answer = await runRehome(folder, ['export', 'p.json', '--to', 'csv', '--out', 'p.json']);
    expect(answer).toEqual({
      code: 2,
      stdout: '',
      stderr: 'rehome: p.json is a file; name a folder, or a new one, to write to.\n',
    });
    expect(readFileSync(join(folder, 'p.json'), 'utf8')).toBe(toPlanFileText(clearOutPlan()));
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'leaves nothing half done behind when it is cancelled: %s',
    async (signal) => {
      const folder = makeFolder();
      const plan = clearOutPlan();
      const long = plan.nodes.map((node) => ({ ...node, notes: 'x'.repeat(4_000_000) }));
      writeFileSync(join(folder, 'p.json'), toPlanFileText({ ...plan, nodes: plan.nodes.put(long) }));
      writeFileSync(join(folder, 'q.json'), 'old');
      const words = [
        'main/launch/rehome.mjs',
        'export',
        join(folder, 'p.json'),
        '--to',
        'json',
        '--out',
        join(folder, 'q.json'),
      ];
      const child = spawn(process.execPath, words, { stdio: 'ignore' });
      const ended = new Promise<number | null>((done) => child.on('close', (code) => done(code)));
      const isWriting = (): boolean => readdirSync(folder).some((name) => name.endsWith('.tmp'));
      while (child.exitCode === null && !isWriting()) await new Promise((done) => setTimeout(done, 1));
      process.kill(child.pid ?? 0, signal);
      await ended;
      expect(readdirSync(folder).toSorted(compareText)).toEqual(['p.json', 'q.json']);
      expect(['old', readFileSync(join(folder, 'p.json'), 'utf8')]).toContain(
        readFileSync(join(folder, 'q.json'), 'utf8'),
      );
    },
  );

  it('replaces a file without changing who may read it', async () => {
    const folder = makePlan();
    writeFileSync(join(folder, 'plan.md'), 'old', { mode: 0o600 });
    await runRehome(folder, ['export', 'p.json', '--to', 'markdown', '--out', 'plan.md']);
    expect(statSync(join(folder, 'plan.md')).mode & 0o777).toBe(0o600);
  });
});
