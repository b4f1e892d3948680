import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, runRehome } from '../cli/run-rehome.ts';

const empty = '{ "format": "rehome/1", "name": "Barn" }\n';

async function planOf(commands: readonly object[]): Promise<string> {
  const folder = makeFolder();
  writeFileSync(join(folder, 'p.json'), empty);
  const answer = await runRehome(folder, ['do', 'p.json', '-'], { input: JSON.stringify(commands) });
  expect(answer).toMatchObject({ code: 0, stderr: '' });
  return folder;
}

describe('the sentences of the command line', () => {
  it('name the file and the command once when a list is refused', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'p.json'), empty);
    writeFileSync(join(folder, 'c.json'), '[{ "command": "edit-node", "node": "barn", "os": "x" }]');
    const answer = await runRehome(folder, ['do', 'p.json', 'c.json']);
    expect(answer).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'rehome: c.json: Command 1 (edit-node): "node": there is no node "barn". Nothing was applied.\n',
    });
    const piped = await runRehome(folder, ['do', 'p.json', '-'], { input: '[null]' });
    expect(piped.stderr).toMatch(/^rehome: standard input: Command 1: /u);
    expect(readFileSync(join(folder, 'p.json'), 'utf8')).toBe(empty);
  });

  it('say when something holds, with changes that have no phase too', async () => {
    const folder = await planOf([
      { command: 'add-node', kind: 'provider', name: 'Fjord' },
      { command: 'add-node', kind: 'server', name: 'old01', parent: 'Fjord' },
      { command: 'add-party', name: 'Ops', kind: 'team' },
      { command: 'add-duty', area: 'operation', subject: 'Fjord', party: 'Ops', role: 'accountable' },
      { command: 'add-duty', area: 'mail', subject: 'old01', party: null, role: 'accountable' },
      { command: 'plan-remove', node: 'old01' },
    ]);
    const { code, stdout } = await runRehome(folder, ['check', 'p.json']);
    expect(code).toBe(1);
    expect(stdout).toContain('[from the changes without a phase; removal-is-agreed]');
    expect(stdout).toContain('[today until the changes without a phase; duty-has-one-accountable]');
  });
});
