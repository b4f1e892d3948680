import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, runRehome } from './run-rehome.ts';

async function makePlan(): Promise<string> {
  const folder = makeFolder();
  writeFileSync(join(folder, 'a.csv'), 'Name,OS\nweb-02,Debian 12\ndb1,Debian 12\n');
  writeFileSync(join(folder, 'b.csv'), 'Name,OS\nweb2,Debian 12\ndb1,Debian 11\n');
  const answer = await runRehome(folder, ['import', 'a.csv', 'b.csv', '--out', 'p.json']);
  expect(answer).toMatchObject({ code: 0, stderr: '' });
  expect(answer.stdout).toContain('1 pair that may be one machine');
  return folder;
}

describe('rehome reconcile', () => {
  it('lists what is open', async () => {
    const folder = await makePlan();
    const { code, stdout } = await runRehome(folder, ['reconcile', 'p.json']);
    expect(code).toBe(0);
    expect(stdout).toContain('Are "web-02" (a.csv) and "web2" (b.csv) one machine?');
    expect(stdout).toContain('db1, operating system: Debian 12 or Debian 11');
    const json = await runRehome(folder, ['reconcile', 'p.json', '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      pairs: [{ nodes: expect.arrayContaining([expect.objectContaining({ name: 'web2' })]) }],
      conflicts: [{ name: 'db1', field: 'os' }],
      gone: [],
      preferred: [],
    });
  });

  it('joins, splits, keeps apart and prefers, and a later import holds to it', async () => {
    const folder = await makePlan();
    const run = (...words: string[]): ReturnType<typeof runRehome> =>
      runRehome(folder, ['reconcile', 'p.json', ...words]);
    expect(await run('--join', 'web-02=web2')).toMatchObject({
      code: 0,
      stdout: 'Join web2 with web-02. Wrote p.json.\n',
    });
    expect(await run('--prefer', 'b.csv')).toMatchObject({ code: 0 });
    const before = readFileSync(join(folder, 'p.json'), 'utf8');
    await runRehome(folder, ['import', 'a.csv', 'b.csv', '--into', 'p.json', '--out', 'p.json']);
    expect(readFileSync(join(folder, 'p.json'), 'utf8')).toBe(before);
    expect((await run()).stdout).toBe('The sources agree; nothing is open.\nTrusted first: b.csv\n');
    expect(await run('--split', 'web-02=b.csv')).toMatchObject({ code: 0 });
    expect((await run()).stdout).toBe('The sources agree; nothing is open.\nTrusted first: b.csv\n');
  });

  it('lists what is gone after another import', async () => {
    const folder = await makePlan();
    writeFileSync(join(folder, 'b.csv'), 'Name,OS\ndb1,Debian 13\n');
    const answer = await runRehome(folder, ['import', 'b.csv', '--into', 'p.json', '--out', 'p.json']);
    expect(answer.stdout).toContain('Since the last import: 0 new, 1 changed, 1 gone');
    expect((await runRehome(folder, ['reconcile', 'p.json'])).stdout).toContain('web2 (b.csv)');
  });

  it('refuses in one sentence and changes nothing', async () => {
    const folder = await makePlan();
    const before = readFileSync(join(folder, 'p.json'), 'utf8');
    for (const words of [
      ['--join', 'web-02'],
      ['--join', 'web-02=nothing'],
      ['--join', 'web-02=web2', '--apart', 'web-02=web2'],
      ['--split', 'web2=a.csv'],
      ['--prefer', 'z.csv'],
      ['--out', '-', '--json'],
    ]) {
      const { code, stdout, stderr } = await runRehome(folder, ['reconcile', 'p.json', ...words]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^rehome: [^\n]{10,}\n$/u);
    }
    expect(readFileSync(join(folder, 'p.json'), 'utf8')).toBe(before);
  });
});
