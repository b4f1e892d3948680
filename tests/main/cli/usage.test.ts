import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isFresh, toFingerprint } from '../../../main/launch/ensure-built.mjs';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { makeFolder, runRehome } from './run-rehome.ts';

const commands = ['import', 'check', 'state', 'do', 'phases', 'schedule', 'export', 'serve'];

describe('rehome', () => {
  it('shows help for the whole and for each command, on standard output', async () => {
    const folder = makeFolder();
    const whole = await runRehome(folder, ['--help']);
    expect(whole).toMatchObject({ code: 0, stderr: '' });
    for (const name of commands) {
      expect(whole.stdout).toContain(`\n  ${name} `);
      const one = await runRehome(folder, [name, '--help']);
      expect(one).toMatchObject({ code: 0, stderr: '' });
      expect(one.stdout).toContain(`  rehome ${name}`);
    }
  });

  it('refuses what it does not know with a sentence and exit code 2', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'p.json'), toPlanFileText(clearOutPlan()));
    const wrong = [
      ['fly'],
      ['--version-of-what'],
      ['check'],
      ['check', 'p.json', 'q.json'],
      ['check', 'p.json', '--frobnicate'],
      ['check', 'p.json', '--rule'],
      ['check', 'p.json', '--rule', ''],
      ['check', 'p.json', '--json=yes'],
      ['check', 'p.json', '--rule', 'is-placed', '--rule', 'has-owner'],
      ['check', 'p.json\u0000'.slice(0, 6), '--', '--json', 'x'],
      ['serve', '--port', 'http'],
      ['state', 'p.json', '--after', '__proto__'],
    ];
    for (const words of wrong) {
      const answer = await runRehome(folder, words);
      expect({ words, ...answer }).toMatchObject({ code: 2, stdout: '' });
      expect(answer.stderr).toMatch(/^rehome: [^\n]+\n$/u);
    }
    expect(await runRehome(folder, [])).toMatchObject({ code: 2, stdout: '' });
  });

  it('reads no pipe, device, folder, loop or giant, and does not hang', async () => {
    const folder = makeFolder();
    spawnSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'pipe')]);
    mkdirSync(join(folder, 'folder'));
    symlinkSync(join(folder, 'loop'), join(folder, 'loop'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
    writeFileSync(join(folder, 'giant'), '');
    truncateSync(join(folder, 'giant'), 2 ** 30);
    for (const path of ['pipe', 'folder', 'loop', 'dangling', 'giant', '/dev/zero', '/dev/stdin/x']) {
      const started = Date.now();
      const answer = await runRehome(folder, ['check', path]);
      expect({ path, ...answer }).toMatchObject({ code: 2, stdout: '' });
      expect(answer.stderr).toMatch(/^rehome: [^\n]+\n$/u);
      expect(Date.now() - started).toBeLessThan(10_000);
    }
  });

  it('writes into a device and never replaces it', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'p.json'), toPlanFileText(clearOutPlan()));
    expect(await runRehome(folder, ['export', 'p.json', '--to', 'json', '--out', '/dev/null'])).toMatchObject(
      { code: 0 },
    );
    expect(readFileSync('/dev/null', 'utf8')).toBe('');
  });

  it('writes through a link and keeps the link', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'p.json'), toPlanFileText(clearOutPlan()));
    writeFileSync(join(folder, 'real.md'), 'old');
    symlinkSync('real.md', join(folder, 'link.md'));
    await runRehome(folder, ['export', 'p.json', '--to', 'markdown', '--out', 'link.md']);
    expect(readFileSync(join(folder, 'real.md'), 'utf8')).toMatch(/^# Clear out/u);
  });

  it('takes relative paths from where npm was called', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'p.json'), toPlanFileText(clearOutPlan()));
    const env = { INIT_CWD: folder, npm_lifecycle_event: 'rehome' };
    const answer = await runRehome(resolve('.'), ['state', 'p.json'], { env });
    expect(answer).toMatchObject({ code: 0, stderr: '' });
    expect(await runRehome(folder, ['state', 'p.json'], { env: { ...env, INIT_CWD: '/' } })).toMatchObject({
      code: 0,
    });
  });

  it('builds once and notices when the sources are others', async () => {
    await runRehome(makeFolder(), ['--help']);
    expect(isFresh('cli')).toBe(true);
    expect(toFingerprint('cli')).toMatch(/^[0-9a-f]{64}$/u);
    expect(toFingerprint('app')).not.toBe(toFingerprint('cli'));
  });
});
