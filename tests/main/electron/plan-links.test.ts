import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeDisk } from '#main/vault/node-disk.ts';
import { openJsonFile } from '#main/vault/json-file.ts';
import { makePlanLinks, type PlanLinks } from '#main/electron/plan-links.ts';
import { note } from '#support/figures.ts';

let folder = '';
let path = '';
const bytes = (text: string) => new TextEncoder().encode(text);
const planId = 'pl_a';

/** Links whose handles are the paths themselves. */
function open(chosen: string | null = null): PlanLinks {
  return makePlanLinks(openJsonFile(nodeDisk, join(folder, 'data'), 'files.json'), {
    findPath: (handle) => (handle.startsWith('/') ? handle : null),
    toHandle: (each) => each,
    choosePath: async () => chosen,
  });
}

const write = (links: PlanLinks, text: string, how: 'check' | 'overwrite' | 'beside' = 'check') =>
  links.write({ planId, bytes: bytes(text), how });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rehome-links-'));
  await mkdir(join(folder, 'data'));
  path = join(folder, 'move.rehome.json');
  await writeFile(path, 'first');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function linked(): Promise<PlanLinks> {
  const links = open();
  await links.link({ planId, handle: path, suggestedName: '' });
  expect(await write(links, 'mine')).toEqual({
    ok: true,
    value: { name: 'move.rehome.json', state: 'same' },
  });
  return links;
}

const changed = { ok: true, value: { name: 'move.rehome.json', state: 'changed' } };

describe('F10 the file of a plan', () => {
  test('is written, and known again after a restart, by any of its names', async () => {
    await linked();
    expect(await readFile(path, 'utf8')).toBe('mine');
    const again = open();
    expect(await again.find(planId)).toMatchObject({ value: { state: 'same' } });
    await symlink(path, join(folder, 'other-name.json'));
    expect(await again.findPlan(join(folder, 'other-name.json'))).toEqual({ ok: true, value: planId });
    expect(await again.findPlan(join(folder, 'another.json'))).toEqual({ ok: true, value: null });
    expect(await write(again, 'mine 2')).toMatchObject({ value: { state: 'same' } });
  });

  test('edited by another program: nothing is overwritten, also when its time and size stay', async () => {
    const links = await linked();
    const { mtime, atime } = await lstat(path);
    await writeFile(path, 'hers');
    await utimes(path, atime, mtime);
    expect(await write(links, 'more')).toEqual(changed);
    expect(await readFile(path, 'utf8')).toBe('hers');
    expect(await open().find(planId)).toEqual(changed);
  });

  test('touched but not changed is no conflict', async () => {
    const links = await linked();
    await utimes(path, new Date(0), new Date(0));
    expect(await write(links, 'more')).toMatchObject({ value: { state: 'same' } });
  });

  test('keep both: the other program’s stays, the plan goes beside it and is kept there', async () => {
    const links = await linked();
    await writeFile(path, 'hers');
    const name = 'move (from Rehome).rehome.json';
    expect(await write(links, 'mine', 'beside')).toEqual({ ok: true, value: { name, state: 'same' } });
    expect(await readFile(path, 'utf8')).toBe('hers');
    expect(await readFile(join(folder, name), 'utf8')).toBe('mine');
    await writeFile(join(folder, name), 'hers too');
    expect(await write(links, 'again', 'beside')).toMatchObject({ ok: true });
    expect((await readdir(folder)).filter((each) => each.endsWith('.json'))).toHaveLength(3);
  });

  test('overwrite and reload do what they say', async () => {
    const links = await linked();
    await writeFile(path, 'hers');
    expect(await links.read(planId)).toMatchObject({ ok: true, value: { bytes: bytes('hers') } });
    expect(await links.find(planId)).toMatchObject({ value: { state: 'same' } });
    await writeFile(path, 'hers again');
    expect(await write(links, 'mine', 'overwrite')).toMatchObject({ value: { state: 'same' } });
    expect(await readFile(path, 'utf8')).toBe('mine');
  });

  test('deleted, or moved away: said, and not made again without being asked', async () => {
    const links = await linked();
    await rename(path, join(folder, 'elsewhere.json'));
    expect(await write(links, 'more')).toMatchObject({ value: { state: 'gone' } });
    expect(await readdir(folder)).not.toContain('move.rehome.json');
    expect(await write(links, 'more', 'overwrite')).toMatchObject({ value: { state: 'same' } });
    expect(await readFile(join(folder, 'elsewhere.json'), 'utf8')).toBe('mine');
  });

  test('replaced by a folder, or by a link to nowhere that turns into one: a sentence, nothing is removed', async () => {
    const links = await linked();
    await rm(path);
    await mkdir(path);
    await writeFile(join(path, 'inside'), 'x');
    expect(await write(links, 'more')).toMatchObject({ ok: false });
    expect(await write(links, 'more', 'overwrite')).toMatchObject({ ok: false });
    expect(await readdir(path)).toEqual(['inside']);
  });

  test('in a folder that may not be written: a sentence, the file stays, no temporary file is left', async () => {
    if (process.getuid?.() === 0) {
      // The superuser may write everywhere; a folder that is gone gives the same answer.
      const links = await linked();
      const { find, ...rest } = links;
      expect(typeof find).toBe('function');
      await rename(folder, `${folder}-moved`);
      expect(await rest.write({ planId, bytes: bytes('x'), how: 'overwrite' })).toMatchObject({ ok: false });
      await rename(`${folder}-moved`, folder);
      expect(await readFile(path, 'utf8')).toBe('mine');
      return;
    }
    const links = await linked();
    await chmod(folder, 0o500);
    expect(await write(links, 'more')).toMatchObject({ ok: false });
    await chmod(folder, 0o700);
    expect(await readFile(path, 'utf8')).toBe('mine');
    expect((await readdir(folder)).filter((each) => each.endsWith('.tmp'))).toEqual([]);
  });

  test('a link stays a link', async () => {
    const link = join(folder, 'link.rehome.json');
    await symlink(path, link);
    const links = open();
    await links.link({ planId, handle: link, suggestedName: '' });
    expect(await write(links, 'mine')).toMatchObject({ value: { state: 'same' } });
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readFile(path, 'utf8')).toBe('mine');
    note('F10', 'things that happen to the file of a plan', 9, 9);
  });
});

describe('choosing a file', () => {
  test('a new one is made by the first write; cancelling links nothing', async () => {
    const target = join(folder, 'new.rehome.json');
    const links = open(target);
    expect(await links.link({ planId, handle: null, suggestedName: 'x' })).toMatchObject({ ok: true });
    expect(await write(links, 'mine')).toMatchObject({ value: { name: 'new.rehome.json', state: 'same' } });
    expect(await open().link({ planId: 'pl_b', handle: null, suggestedName: 'x' })).toEqual({
      ok: true,
      value: null,
    });
    expect(await open().find('pl_b')).toEqual({ ok: true, value: null });
  });

  test('a handle that was not given out is refused; so is a plan without a file', async () => {
    const links = open();
    expect(await links.link({ planId, handle: 'nobody', suggestedName: '' })).toMatchObject({ ok: false });
    expect(await write(links, 'x')).toMatchObject({ ok: false });
    expect(await links.read(planId)).toMatchObject({ ok: false });
  });

  test('S5 a plan that is forgotten leaves nothing in the list, and its file alone', async () => {
    const links = await linked();
    await links.unlink(planId);
    expect(await readFile(join(folder, 'data', 'files.json'), 'utf8')).toBe('{}\n');
    expect((await lstat(join(folder, 'data', 'files.json'))).mode & 0o777).toBe(0o600);
    expect(await readFile(path, 'utf8')).toBe('mine');
  });

  test('a list that is damaged is the same as none', async () => {
    await linked();
    await writeFile(join(folder, 'data', 'files.json'), '{"pl_a":');
    expect(await open().find(planId)).toEqual({ ok: true, value: null });
  });
});
