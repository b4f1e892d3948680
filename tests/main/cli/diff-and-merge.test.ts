import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { makeFolder, runRehome } from './run-rehome.ts';

/** A folder with one plan three times: as it was, ours, theirs. */
function makePlans(): string {
  const folder = makeFolder();
  for (const name of ['base', 'ours', 'theirs']) {
    writeFileSync(join(folder, `${name}.json`), toPlanFileText(clearOutPlan()));
  }
  return folder;
}

async function edit(folder: string, file: string, ...commands: object[]): Promise<void> {
  const answer = await runRehome(folder, ['do', file, '-'], { input: JSON.stringify(commands) });
  expect(answer).toMatchObject({ code: 0 });
}

const upgrade = { command: 'edit-node', node: 'shop1', os: 'Debian 12' };
const note = { command: 'edit-node', node: 'shop1', notes: 'ask Mia' };
const memory = (memoryMiB: number): object => ({
  command: 'edit-node',
  node: 'shop1',
  capacity: { memoryMiB },
});

describe('rehome diff', () => {
  it('ends with 0 and says so when nothing differs', async () => {
    const folder = makePlans();
    expect(await runRehome(folder, ['diff', 'base.json', 'ours.json'])).toEqual({
      code: 0,
      stdout: 'No differences.\n',
      stderr: '',
    });
  });

  it('says differences in words, and as data with --json, with exit code 1', async () => {
    const folder = makePlans();
    await edit(folder, 'ours.json', upgrade, { command: 'add-phase', name: 'Later' });
    const words = await runRehome(folder, ['diff', 'base.json', 'ours.json']);
    expect(words).toEqual({
      code: 1,
      stdout: '2 differences:\n  shop1: operating system Debian 12 (was: nothing)\n  Later: new\n',
      stderr: '',
    });
    const data = await runRehome(folder, ['diff', 'base.json', 'ours.json', '--json']);
    expect(data.code).toBe(1);
    expect(JSON.parse(data.stdout)).toMatchObject({
      counts: { added: 1, removed: 0, changed: 1 },
      differences: [
        {
          collection: 'nodes',
          what: 'changed',
          replaces: null,
          fields: [{ field: 'os', from: null, to: 'Debian 12' }],
        },
        { collection: 'phases', what: 'added', words: 'Later: new' },
      ],
    });
  });

  it('takes the arguments that Git gives to a diff driver, and always ends with 0', async () => {
    const folder = makePlans();
    await edit(folder, 'ours.json', upgrade);
    const seven = ['p.rehome.json', 'base.json', 'aaa', '100644', 'ours.json', 'bbb', '100644'];
    expect(await runRehome(folder, ['diff', '--git', ...seven])).toEqual({
      code: 0,
      stdout: 'p.rehome.json\n  shop1: operating system Debian 12 (was: nothing)\n',
      stderr: '',
    });
    const added = ['p.rehome.json', '/dev/null', '.', '.', 'ours.json', 'bbb', '100644'];
    expect((await runRehome(folder, ['diff', '--git', ...added])).stdout).toContain('shop1: new, server');
    const unmerged = await runRehome(folder, ['diff', '--git', 'p.rehome.json']);
    expect(unmerged).toMatchObject({ code: 0 });
    expect(unmerged.stdout).toContain('unresolved conflict');
    writeFileSync(join(folder, 'broken.json'), '<<<<<<< ours\n{}');
    const broken = ['p.rehome.json', 'base.json', 'aaa', '100644', 'broken.json', 'bbb', '100644'];
    const answer = await runRehome(folder, ['diff', '--git', ...broken]);
    expect(answer).toMatchObject({ code: 0, stderr: '' });
    expect(answer.stdout).toContain('not shown: broken.json:1:');
  });

  it('refuses wrong usage and unreadable files in one sentence', async () => {
    const folder = makePlans();
    writeFileSync(join(folder, 'bad.json'), '{');
    for (const words of [
      ['diff', 'base.json'],
      ['diff', 'base.json', 'ours.json', 'theirs.json'],
      ['diff', 'base.json', 'none.json'],
      ['diff', 'base.json', 'bad.json'],
      ['diff', '-', '-'],
    ]) {
      const answer = await runRehome(folder, words);
      expect({ words, ...answer }).toMatchObject({ code: 2, stdout: '' });
      expect(answer.stderr).toMatch(/^rehome: [^\n]+\n$/u);
    }
  });
});

describe('rehome merge', () => {
  it('takes the edits of both; the output may be ours', async () => {
    const folder = makePlans();
    await edit(folder, 'ours.json', upgrade);
    await edit(folder, 'theirs.json', note);
    const answer = await runRehome(folder, [
      'merge',
      'base.json',
      'ours.json',
      'theirs.json',
      '--out',
      'ours.json',
    ]);
    expect(answer).toEqual({
      code: 0,
      stdout: 'Merged: 1 edit of theirs taken over, wrote ours.json.\n',
      stderr: '',
    });
    const plan = parsePlanFile(readFileSync(join(folder, 'ours.json'), 'utf8'));
    const shop = plan.ok ? plan.value.nodes.filter((node) => node.name === 'shop1')[0] : undefined;
    expect(shop).toMatchObject({ os: 'Debian 12', notes: 'ask Mia' });
  });

  it('keeps ours in a conflict, lists it with both values, and ends with 1', async () => {
    const folder = makePlans();
    await edit(folder, 'ours.json', memory(16384));
    await edit(folder, 'theirs.json', memory(32768));
    const words = ['merge', 'base.json', 'ours.json', 'theirs.json', '--out', 'm.json'];
    const answer = await runRehome(folder, words);
    expect(answer.code).toBe(1);
    expect(answer.stdout).toContain('  shop1, memory: we say 16 GiB, they say 32 GiB (before: 8 GiB).\n');
    expect(parsePlanFile(readFileSync(join(folder, 'm.json'), 'utf8')).ok).toBe(true);
    const data = await runRehome(folder, [...words, '--json']);
    expect(JSON.parse(data.stdout)).toMatchObject({
      counts: { conflicts: 1 },
      conflicts: [
        { collection: 'nodes', field: 'capacity.memoryMiB', base: 8192, ours: 16384, theirs: 32768 },
      ],
    });
  });

  it('says what the combination broke though each side alone was fine', async () => {
    const folder = makePlans();
    const server = (name: string): object => ({
      command: 'add-node',
      kind: 'server',
      name,
      parent: 'Harbour Cloud',
    });
    await edit(folder, 'base.json', server('till1'), server('fax1'));
    copyFileSync(join(folder, 'base.json'), join(folder, 'ours.json'));
    copyFileSync(join(folder, 'base.json'), join(folder, 'theirs.json'));
    await edit(folder, 'ours.json', { command: 'plan-remove', node: 'fax1', phase: 'Clear out' });
    await edit(folder, 'theirs.json', {
      command: 'add-dependency',
      from: 'till1',
      to: 'fax1',
      type: 'uses',
    });
    const answer = await runRehome(folder, [
      'merge',
      'base.json',
      'ours.json',
      'theirs.json',
      '--out',
      'm.json',
    ]);
    expect(answer.code).toBe(0);
    expect(answer.stdout).toContain('that neither side had alone');
    expect(answer.stdout).toContain('till1');
  });

  it('takes an empty base for an empty plan, and refuses what cannot be read without touching a file', async () => {
    const folder = makePlans();
    writeFileSync(join(folder, 'empty.json'), '');
    await edit(folder, 'theirs.json', note);
    const answer = await runRehome(folder, [
      'merge',
      'empty.json',
      'base.json',
      'theirs.json',
      '--out',
      'm.json',
    ]);
    expect(answer).toMatchObject({ code: 0, stderr: '' });
    writeFileSync(join(folder, 'bad.json'), '{');
    const before = readFileSync(join(folder, 'ours.json'), 'utf8');
    for (const words of [
      ['merge', 'base.json', 'ours.json', 'bad.json', '--out', 'ours.json'],
      ['merge', 'base.json', 'ours.json', '--out', 'ours.json'],
      ['merge', 'base.json', 'ours.json', 'theirs.json'],
      ['merge', '-', '-', 'theirs.json', '--out', 'ours.json'],
    ]) {
      const refused = await runRehome(folder, words);
      expect({ words, ...refused }).toMatchObject({ code: 2, stdout: '' });
    }
    expect(readFileSync(join(folder, 'ours.json'), 'utf8')).toBe(before);
  });
});

/** Runs Git in a folder with nothing of this machine's own configuration. */
function git(folder: string, ...words: string[]): { readonly code: number; readonly output: string } {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: join(folder, '.none'),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@crumb.example',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@crumb.example',
    GIT_PAGER: 'cat',
  };
  try {
    return {
      code: 0,
      output: execFileSync('git', words, { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' }),
    };
  } catch (error) {
    const { status, stdout, stderr } = Object(error);
    return { code: Number(status), output: `${String(stdout)}${String(stderr)}` };
  }
}

/** A repository whose plans are compared and merged by Rehome, set up with the four lines of the documentation. */
function makeRepository(): string {
  const folder = makeFolder();
  const rehome = `"${process.execPath}" "${resolve('main/launch/rehome.mjs')}"`;
  git(folder, 'init', '-b', 'main');
  writeFileSync(join(folder, '.gitattributes'), '*.rehome.json diff=rehome merge=rehome\n');
  git(folder, 'config', 'diff.rehome.command', `${rehome} diff --git`);
  git(folder, 'config', 'merge.rehome.name', 'Rehome plans, by entity and field');
  git(folder, 'config', 'merge.rehome.driver', `${rehome} merge %O %A %B --out %A`);
  writeFileSync(join(folder, 'move.rehome.json'), toPlanFileText(clearOutPlan()));
  git(folder, 'add', '.');
  git(folder, 'commit', '-m', 'A plan');
  return folder;
}

async function commitEdit(folder: string, ...commands: object[]): Promise<void> {
  await edit(folder, 'move.rehome.json', ...commands);
  expect(git(folder, 'commit', '-am', 'An edit').code).toBe(0);
}

describe('Git with Rehome as its drivers', () => {
  it('shows what changed in words', async () => {
    const folder = makeRepository();
    await edit(folder, 'move.rehome.json', upgrade);
    expect(git(folder, 'diff').output).toBe(
      'move.rehome.json\n  shop1: operating system Debian 12 (was: nothing)\n',
    );
    expect(git(folder, 'log', '-p', '--ext-diff', '-1').output).toContain(
      'shop1: new, server on Harbour Cloud',
    );
  });

  it('merges two branches that edited the same thing', async () => {
    const folder = makeRepository();
    git(folder, 'checkout', '-b', 'other');
    await commitEdit(folder, note);
    git(folder, 'checkout', 'main');
    await commitEdit(folder, upgrade);
    expect(git(folder, 'merge', 'other')).toMatchObject({ code: 0 });
    const text = readFileSync(join(folder, 'move.rehome.json'), 'utf8');
    expect(text).toContain('"os": "Debian 12"');
    expect(text).toContain('"notes": "ask Mia"');
    expect(git(folder, 'status', '--porcelain').output).toBe('');
  });

  it('leaves a real conflict open, named in words, with a file that opens', async () => {
    const folder = makeRepository();
    git(folder, 'checkout', '-b', 'other');
    await commitEdit(folder, memory(32768));
    git(folder, 'checkout', 'main');
    await commitEdit(folder, memory(16384));
    const merged = git(folder, 'merge', 'other');
    expect(merged.code).toBe(1);
    expect(merged.output).toContain('we say 16 GiB, they say 32 GiB');
    expect(git(folder, 'status', '--porcelain').output).toContain('UU move.rehome.json');
    expect(parsePlanFile(readFileSync(join(folder, 'move.rehome.json'), 'utf8')).ok).toBe(true);
  });

  it('merges a file that both branches added', async () => {
    const folder = makeRepository();
    git(folder, 'checkout', '-b', 'other');
    copyFileSync(join(folder, 'move.rehome.json'), join(folder, 'new.rehome.json'));
    await edit(folder, 'new.rehome.json', note);
    git(folder, 'add', '.');
    git(folder, 'commit', '-m', 'One');
    git(folder, 'checkout', 'main');
    copyFileSync(join(folder, 'move.rehome.json'), join(folder, 'new.rehome.json'));
    git(folder, 'add', '.');
    git(folder, 'commit', '-m', 'Other');
    expect(git(folder, 'merge', 'other')).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'new.rehome.json'), 'utf8')).toContain('"notes": "ask Mia"');
  });
});
