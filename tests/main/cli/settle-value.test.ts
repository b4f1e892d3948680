import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, runRehome } from './run-rehome.ts';

const files = {
  'a.csv': 'Name,OS,RAM (GB),Host\nweb:1,Debian 12,8,pve1\ndb1,Debian 12,16,pve1\n',
  'b.csv': 'Name,OS,RAM (GB),Host\nweb:1,Debian 12,8,pve2\ndb1,Debian 11,32,pve1\n',
};

async function makePlan(): Promise<(...words: string[]) => ReturnType<typeof runRehome>> {
  const folder = makeFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  await runRehome(folder, ['import', ...Object.keys(files), '--out', 'p.json']);
  return (...words) =>
    words[0] === 'read'
      ? Promise.resolve({ code: 0, stdout: readFileSync(join(folder, 'p.json'), 'utf8'), stderr: '' })
      : runRehome(folder, words);
}

describe('rehome reconcile --settle', () => {
  it('gives a contested field one of its values, by its words or its source, and later imports hold to it', async () => {
    const run = await makePlan();
    const settle = (value: string): ReturnType<typeof runRehome> =>
      run('reconcile', 'p.json', '--settle', value);
    expect(await settle('db1:memory=32 gib')).toMatchObject({
      code: 0,
      stdout: 'Settle memory of db1: 32 GiB. Wrote p.json.\n',
    });
    expect(await settle('db1:os=b.csv')).toMatchObject({ code: 0 });
    expect(await settle('web:1:place=pve2')).toMatchObject({
      code: 0,
      stdout: 'Settle place of web:1: pve2. Wrote p.json.\n',
    });
    expect((await run('reconcile', 'p.json')).stdout).toBe('The sources agree; nothing is open.\n');
    const before = (await run('read')).stdout;
    await run('import', 'a.csv', 'b.csv', '--into', 'p.json', '--out', 'p.json');
    expect((await run('read')).stdout).toBe(before);
    const state: unknown = JSON.parse((await run('state', 'p.json', '--json')).stdout);
    const db = expect.objectContaining({
      name: 'db1',
      os: 'Debian 11',
      capacity: expect.objectContaining({ memoryMiB: 32_768 }),
    });
    expect(state).toMatchObject({ nodes: expect.arrayContaining([db]) });
  });

  it('tells as JSON what it did', async () => {
    const run = await makePlan();
    const answer = await run('reconcile', 'p.json', '--settle', 'db1:capacity.memoryMiB=a.csv', '--json');
    expect(JSON.parse(answer.stdout)).toMatchObject({ label: 'Settle memory of db1: 16 GiB', notes: [] });
  });

  it.each([
    [
      'db1:memory=64 GiB',
      'no source says "64 GiB" of memory of db1; there is: 16 GiB (a.csv), 32 GiB (b.csv).',
    ],
    ['db1:disk=64 GiB', 'the sources agree on "disk" of db1; open:'],
    ['db9:memory=8 GiB', 'db9'],
    ['db1 memory 8', '--settle needs a name, a field and a value'],
    ['db1=8', '--settle needs a name, a field and a value'],
    [':memory=8', '--settle needs a name, a field and a value'],
  ])('refuses %s and changes nothing', async (value, words) => {
    const run = await makePlan();
    const before = (await run('read')).stdout;
    const answer = await run('reconcile', 'p.json', '--settle', value);
    expect(answer.code).toBe(2);
    expect(answer.stderr).toContain(words);
    expect((await run('read')).stdout).toBe(before);
  });
});
