import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { makeFolder, runRehome } from './run-rehome.ts';

async function exportReport(to = 'markdown'): Promise<{ readonly folder: string; readonly text: string }> {
  const folder = makeFolder();
  writeFileSync(join(folder, 'p.json'), toPlanFileText(clearOutPlan()));
  const answer = await runRehome(folder, ['export', 'p.json', '--to', to, '--out', 'r.md']);
  expect(answer.code).toBe(0);
  return { folder, text: readFileSync(join(folder, 'r.md'), 'utf8') };
}

describe('rehome apply of a table', () => {
  it('takes edits of tasks in a spreadsheet, new ones among them, and nothing from a table that nobody edited', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'p.json'), toPlanFileText(clearOutPlan()));
    await runRehome(folder, ['export', 'p.json', '--to', 'csv', '--out', 'csv']);
    for (const name of ['changes', 'tasks', 'questions']) {
      const { code, stdout } = await runRehome(folder, ['apply', 'p.json', `csv/${name}.csv`]);
      expect([code, stdout]).toEqual([0, 'No edit was taken, wrote p.json.\n']);
    }
    const table = readFileSync(join(folder, 'csv', 'tasks.csv'), 'utf8');
    const edited = `${table.replace(',T-7,2026-11-30,false', ',T-7,2026-11-30,TRUE')},ch_1,,,Tell all,,T-2,,,,\r\n`;
    writeFileSync(join(folder, 'tasks.csv'), edited);
    const answer = await runRehome(folder, ['apply', 'p.json', 'tasks.csv', '--out', 'q.json']);
    expect(answer.code).toBe(0);
    expect(answer.stdout).toContain('Took 2 edits, wrote q.json.');
    const plan = parsePlanFile(readFileSync(join(folder, 'q.json'), 'utf8'));
    const tasks = plan.ok ? [...plan.value.tasks] : [];
    expect(tasks.find((task) => task.id === 'ta_1')?.done).toBe(true);
    expect(tasks.filter((task) => task.text === 'Tell all')).toMatchObject([{ on: 'ch_1', due: 'T-2' }]);
    const other = await runRehome(folder, ['apply', 'p.json', 'csv/nodes.csv']);
    expect([other.code, other.stderr]).toEqual([2, expect.stringContaining('rehome import --into')]);
  });
});

describe('rehome apply', () => {
  it('takes nothing from a report that nobody edited, whichever it is', async () => {
    for (const to of ['markdown', 'runbook', 'handover', 'removals', 'questions']) {
      const { folder } = await exportReport(to);
      const answer = await runRehome(folder, ['apply', 'p.json', 'r.md']);
      expect({ to, ...answer }).toEqual({
        to,
        code: 0,
        stdout: 'No edit was taken, wrote p.json.\n',
        stderr: '',
      });
      expect(readFileSync(join(folder, 'p.json'), 'utf8')).toBe(toPlanFileText(clearOutPlan()));
    }
  });

  it('takes edits, lists what it does not understand by line, and says all that as JSON too', async () => {
    const { folder, text } = await exportReport();
    const edited = text
      .replace('- [ ] Watch the incoming', '- [x] Watch the incoming')
      .replace('## Removal candidates', 'Too early!\n\n## Removal candidates');
    writeFileSync(join(folder, 'r.md'), edited);
    const answer = await runRehome(folder, ['apply', 'p.json', 'r.md', '--out', 'q.json']);
    const line = edited.split('\n').findIndex((each) => each.startsWith('- [x] Watch')) + 1;
    expect(answer.code).toBe(0);
    expect(answer.stdout).toContain('Took 1 edit, wrote q.json.\n');
    expect(answer.stdout).toContain(
      `  line ${line}: task “Watch the incoming connections of news1 for a week”: done\n`,
    );
    expect(answer.stdout).toMatch(/ {2}line \d+: “Too early!”: text that the export did not have\n/u);
    const plan = parsePlanFile(readFileSync(join(folder, 'q.json'), 'utf8'));
    expect(plan.ok && plan.value.tasks.filter((task) => task.done)).toHaveLength(2);
    const data = await runRehome(folder, ['apply', 'p.json', '-', '--json', '--out', 'q.json'], {
      input: edited,
    });
    expect(JSON.parse(data.stdout)).toMatchObject({
      applied: [{ line, field: 'done', commands: [{ command: 'tick-task' }] }],
      conflicts: [],
      unknown: [{ why: 'new-text', text: 'Too early!' }],
      revision: 1,
    });
  });

  it('keeps what the plan says in a conflict, shows both values, and ends with 1', async () => {
    const { folder, text } = await exportReport();
    const command = { command: 'edit-phase', phase: 'Clear out', end: '2026-12-18' };
    await runRehome(folder, ['do', 'p.json', '-'], { input: JSON.stringify([command]) });
    writeFileSync(join(folder, 'r.md'), text.replace('to 2026-12-11', 'to 2026-12-12'));
    const answer = await runRehome(folder, ['apply', 'p.json', 'r.md']);
    expect(answer.code).toBe(1);
    expect(answer.stdout).toContain(
      'Clear out: end: the plan says “2026-12-18”, the report says “2026-12-12”\n',
    );
    expect(readFileSync(join(folder, 'p.json'), 'utf8')).toContain('"end": "2026-12-18"');
  });

  it('refuses what is no report of this plan, and leaves every file as it was', async () => {
    const { folder, text } = await exportReport();
    writeFileSync(join(folder, 'none.md'), '# Not ours\n');
    writeFileSync(join(folder, 'other.md'), text.replace('report 1 pl_test', 'report 1 pl_other'));
    const before = readFileSync(join(folder, 'p.json'), 'utf8');
    for (const words of [
      ['p.json', 'none.md'],
      ['p.json', 'other.md'],
      ['p.json', 'gone.md'],
      ['p.json'],
      ['-', '-'],
    ]) {
      const answer = await runRehome(folder, ['apply', ...words]);
      expect({ words, ...answer }).toMatchObject({ code: 2, stdout: '' });
      expect(answer.stderr).toMatch(/^rehome: [^\n]+\n$/u);
    }
    expect(readFileSync(join(folder, 'p.json'), 'utf8')).toBe(before);
  });

  it('writes the same report in every language and time zone', async () => {
    const { folder, text } = await exportReport();
    for (const env of [
      { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' },
      { LANG: 'C', LC_ALL: 'C', TZ: 'America/St_Johns' },
    ]) {
      const answer = await runRehome(folder, ['export', 'p.json', '--to', 'markdown', '--out', '-'], { env });
      expect(answer.stdout).toBe(text);
    }
  });

  it('leaves out chosen parts of a report, and knows no others', async () => {
    const { folder } = await exportReport();
    const words = ['export', 'p.json', '--to', 'markdown', '--out', '-', '--without'];
    const some = await runRehome(folder, [...words, 'picture,inventory,marks']);
    expect(some.stdout).not.toMatch(/mermaid|What runs where|<!--/u);
    const none = await runRehome(folder, [...words, 'colours']);
    expect(none).toMatchObject({ code: 2, stdout: '' });
  });
});
