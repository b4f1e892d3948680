import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePlanFile } from '#core/document/plan-file.ts';
import { makeFolder, runRehome } from '../cli/run-rehome.ts';

const page = `# Our servers

There are 2 servers in total.

## organ

- 4 GB RAM
- Hosts organ.example
- Not sure who tunes this (?)

## bellows

- uses organ
`;

async function makePlan(): Promise<string> {
  const folder = makeFolder();
  writeFileSync(join(folder, 'choir.md'), page);
  const imported = await runRehome(folder, ['import', 'choir.md', '--out', 'p.json']);
  expect(imported.code).toBe(0);
  const commands = [
    { command: 'edit-node', node: 'organ', notes: 'stands under the stairs' },
    { command: 'plan-remove', node: 'bellows', notes: 'sold to a museum' },
  ];
  const done = await runRehome(folder, ['do', 'p.json', '-'], { input: JSON.stringify(commands) });
  expect(done.code).toBe(0);
  return folder;
}

describe('export --without', () => {
  it('gives a plan file without documents, quotes and notes that still opens', async () => {
    const folder = await makePlan();
    const whole = await runRehome(folder, ['export', 'p.json', '--to', 'json', '--out', '-']);
    expect(whole.stdout).toBe(readFileSync(join(folder, 'p.json'), 'utf8'));
    expect(whole.stdout).toContain('choir.md');
    expect(whole.stdout).toContain('"quote"');

    const options = ['--without', 'sources,notes', '--out', 'shared.json'];
    expect((await runRehome(folder, ['export', 'p.json', '--to', 'json', ...options])).code).toBe(0);
    const shared = readFileSync(join(folder, 'shared.json'), 'utf8');
    for (const word of ['choir.md', '"quote"', 'in total', 'stairs', 'museum'])
      expect(shared).not.toContain(word);
    const [before, after] = [whole.stdout, shared].map((text) => parsePlanFile(text));
    if (before?.ok !== true || after?.ok !== true) throw new Error('both are plans');
    const names = (plan: typeof before.value): string[] => plan.nodes.map((node) => node.name).sort();
    expect(names(after.value)).toEqual(names(before.value));
    expect(after.value.changes.size).toBe(1);
    expect((await runRehome(folder, ['check', 'shared.json'])).code).toBe(1);
  });

  it('takes nothing else away with sources or notes alone', async () => {
    const folder = await makePlan();
    const to = async (without: string): Promise<string> =>
      (await runRehome(folder, ['export', 'p.json', '--to', 'json', '--without', without, '--out', '-']))
        .stdout;
    expect(await to('sources')).toContain('stairs');
    expect(await to('sources')).not.toContain('choir.md');
    expect(await to('notes')).toContain('"quote"');
    expect(await to('notes')).not.toContain('museum');
  });
});
