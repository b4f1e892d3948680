import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePlanFile } from '#core/document/plan-file.ts';
import { makeFolder, runRehome } from '../cli/run-rehome.ts';

const key = 'AAAAC3NzaC1lZDI1NTE5AAAAIBarnBarnBarnBarnBarnBarnBarnBarnBarnBarnBarn';

/** Files that other programs read: nobody wrote a sentence about servers into them. */
const foreign: readonly (readonly [name: string, content: string])[] = [
  ['config', 'Host barn\n  HostName barn.example\n  User ann\n\nHost *\n  ForwardAgent no\n'],
  ['known_hosts.txt', `barn.example ssh-ed25519 ${key}\nloft.example ssh-rsa ${key}\n`],
  ['hosts', '127.0.0.1 localhost\n10.0.0.4 barn barn.example\n::1 localhost\n'],
  ['roster', '# kept by ann\nbarn:\n  host: 10.0.0.4\n  user: root\nloft:\n  host: 10.0.0.5\n'],
  ['top.sls', 'base:\n  "barn*":\n    - nginx\n    - backups\n'],
];

const prose: readonly (readonly [name: string, content: string])[] = [
  [
    'commas.txt',
    '# Servers\n\nbarn01 is old, slow and the database.\nloft01 is new, fast and the web server.\n',
  ],
  [
    'hosts.txt',
    '# Servers\n\n10.0.0.4 is web01 and serves the shop.\n10.0.0.5 is db01 and keeps its orders.\n',
  ],
  ['notes', 'Servers:\n\n- web01: runs the shop and its cache\n- db01: keeps the orders of the shop\n'],
  ['ssh.md', '# Servers\n\n## barn\n\nHost of the shop.\n\nUser ann reaches it through loft.\n'],
];

describe('importing a file of another program', () => {
  it.each(foreign)('never reads %s as prose: by its own importer or not at all', async (name, content) => {
    const folder = makeFolder();
    writeFileSync(join(folder, name), content);
    const answer = await runRehome(folder, ['import', name, '--out', 'p.json']);
    if (answer.code === 0) {
      const plan = parsePlanFile(readFileSync(join(folder, 'p.json'), 'utf8'));
      const formats = plan.ok ? plan.value.sources.map((source) => source.format) : [];
      expect(formats).toHaveLength(1);
      for (const format of ['markdown', 'restructuredtext', 'asciidoc'])
        expect(formats).not.toContain(format);
      return;
    }
    expect(answer).toMatchObject({ code: 2, stdout: '' });
    expect(answer.stderr).toMatch(/^rehome: [^\n]+\.\n$/u);
    expect(existsSync(join(folder, 'p.json'))).toBe(false);
  });

  it.each(prose)('reads %s, which looks a little like it', async (name, content) => {
    const folder = makeFolder();
    writeFileSync(join(folder, name), content);
    const answer = await runRehome(folder, ['import', name, '--out', 'p.json']);
    expect(answer.code).toBe(0);
    expect(existsSync(join(folder, 'p.json'))).toBe(true);
  });
});
