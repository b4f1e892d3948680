import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { wikiText } from '#support/bakery-inventory.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { makeFolder, runRehome, table } from './run-rehome.ts';

const isSentence = /^rehome: [^\n]{10,}\n$/u;

describe('rehome import', () => {
  it('makes a plan of a table, named after the file, and says what was found', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'estate.csv'), table);
    const answer = await runRehome(folder, ['import', 'estate.csv', '--out', 'p.rehome.json']);
    expect(answer).toMatchObject({ code: 0, stderr: '' });
    expect(answer.stdout).toMatch(/^Imported 1 file into p\.rehome\.json: 1 provider, 3 servers/u);
    const plan = parsePlanFile(readFileSync(join(folder, 'p.rehome.json'), 'utf8'));
    expect(plan).toMatchObject({ ok: true, value: { name: 'estate' } });
  });

  it('calls what it found by words of people', async () => {
    const folder = makeFolder();
    writeFileSync(
      join(folder, 'page.md'),
      '# Servers\n\n## old1\n\n* nginx\n* To be removed after the move.\n',
    );
    const { stdout } = await runRehome(folder, ['import', 'page.md', '--out', 'p.json']);
    expect(stdout).toMatch(/: 1 server, 1 service, 1 note on what becomes of something\.$/mu);
  });

  it('answers as JSON in the documented form', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'estate.csv'), table);
    const { code, stdout } = await runRehome(folder, ['import', 'estate.csv', '--out', 'p.json', '--json']);
    expect(code).toBe(0);
    const answer: unknown = JSON.parse(stdout);
    expect(Object.keys(answer ?? {})).toEqual([
      'found',
      'questions',
      'conflicts',
      'totals',
      'secrets',
      'notUnderstood',
      'pending',
      'changes',
      'matches',
      'probable',
    ]);
    expect(answer).toMatchObject({ found: { server: 3, provider: 1 }, conflicts: [], secrets: [] });
  });

  it('says how open questions are listed, and that lists them', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'machines.md'), wikiText);
    const { stdout } = await runRehome(folder, ['import', 'machines.md', '--out', 'p.json']);
    const said =
      /^(\d) open questions?: rehome (export p\.json --to questions --out -) lists (?:it|them)\.$/mu.exec(
        stdout,
      );
    const listed = await runRehome(folder, (said?.[2] ?? '').split(' '));
    expect(listed.stdout.match(/^\d+\. \*\*/gmu)).toHaveLength(Number(said?.[1]));
  });

  it('compares the totals that a text states with what was found', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'machines.md'), wikiText);
    const { code, stdout } = await runRehome(folder, ['import', 'machines.md', '--out', 'p.json', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      found: { server: 7 },
      totals: [{ source: 'machines.md', line: 3, kind: 'server', stated: 7, found: 7 }],
    });
    const checked = await runRehome(folder, ['check', 'p.json', '--json', '--rule', 'total-matches-source']);
    expect(checked.code).toBe(0);
    const { stdout: markdown } = await runRehome(folder, [
      'export',
      'p.json',
      '--to',
      'markdown',
      '--out',
      '-',
    ]);
    expect(markdown).toMatch(/7 servers stated, 7 found/u);
    expect(markdown).toMatch(/news1[^\n]*Still in use \(\?\)/u);
  });

  it('gives imported things the same ids for everybody and the plan a new one', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'estate.csv'), table);
    const [first, second] = await Promise.all(
      ['a.json', 'b.json'].map(async (out) => {
        await runRehome(folder, ['import', 'estate.csv', '--out', out]);
        const plan = parsePlanFile(readFileSync(join(folder, out), 'utf8'));
        return plan.ok ? plan.value : null;
      }),
    );
    expect(first?.nodes.map((node) => node.id).sort()).toEqual(second?.nodes.map((node) => node.id).sort());
    expect(first?.id).not.toBe(second?.id);
  });

  it('reads standard input and writes standard output', async () => {
    const folder = makeFolder();
    const answer = await runRehome(folder, ['import', '-', '--out', '-'], { input: table });
    expect(answer.code).toBe(0);
    expect(parsePlanFile(answer.stdout)).toMatchObject({ ok: true });
    expect(answer.stderr).toMatch(/^Imported 1 file: 1 provider, 3 servers/mu);
  });

  it('walks folders, but no links and no package folders', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'in/deep/node_modules'), { recursive: true });
    writeFileSync(join(folder, 'in/deep/a.csv'), table);
    writeFileSync(join(folder, 'in/deep/node_modules/b.csv'), table.replaceAll('01', '02'));
    writeFileSync(join(folder, 'outside.csv'), table.replaceAll('01', '03'));
    symlinkSync(join(folder, 'outside.csv'), join(folder, 'in/link.csv'));
    symlinkSync(folder, join(folder, 'in/loop'));
    const { code, stdout } = await runRehome(folder, ['import', 'in', '--out', 'p.json', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ found: { server: 3 } });
    const plan = parsePlanFile(readFileSync(join(folder, 'p.json'), 'utf8'));
    expect(plan.ok ? plan.value.sources.map((source) => source.name) : []).toEqual(['deep/a.csv']);
  });

  it('merges into a plan and keeps what is there', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'old.rehome.json'), toPlanFileText(clearOutPlan()));
    writeFileSync(join(folder, 'estate.csv'), table);
    const words = ['import', 'estate.csv', '--into', 'old.rehome.json', '--out', 'new.rehome.json'];
    expect(await runRehome(folder, words)).toMatchObject({ code: 0 });
    const plan = parsePlanFile(readFileSync(join(folder, 'new.rehome.json'), 'utf8'));
    const names = plan.ok ? plan.value.nodes.map((node) => node.name) : [];
    expect(names).toEqual(expect.arrayContaining(['news1', 'web01', 'old01']));
    expect(readFileSync(join(folder, 'old.rehome.json'), 'utf8')).toBe(toPlanFileText(clearOutPlan()));
  });

  it('refuses with one sentence and leaves every file as it was', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'p.json'), 'mine');
    writeFileSync(join(folder, 'empty.csv'), '');
    writeFileSync(join(folder, 'bad-map.json'), '[');
    writeFileSync(join(folder, 'estate.csv'), table);
    const wrong = [
      ['import', 'nothing.csv', '--out', 'p.json'],
      ['import', 'empty.csv', '--out', 'p.json'],
      ['import', 'estate.csv', '--out', 'p.json', '--format', 'word'],
      ['import', 'estate.csv', '--out', 'p.json', '--map', 'bad-map.json'],
      ['import', 'estate.csv', '--out', 'p.json', '--into', 'estate.csv'],
      ['import', 'estate.csv', '--out', 'no/such/folder/p.json'],
      ['import', 'estate.csv', '--out', '.'],
      ['import', 'estate.csv'],
      ['import', '/dev/zero', '--out', 'p.json'],
      ['import', 'estate.csv', '--out', '-', '--json'],
    ];
    for (const words of wrong) {
      const answer = await runRehome(folder, words);
      expect({ words, ...answer }).toMatchObject({ code: 2, stdout: '' });
      expect(answer.stderr).toMatch(isSentence);
      expect(answer.stderr).not.toMatch(/\bat .*:\d+:\d+|node_modules/u);
    }
    expect(readFileSync(join(folder, 'p.json'), 'utf8')).toBe('mine');
    expect(readdirSync(folder).sort()).toEqual(['bad-map.json', 'empty.csv', 'estate.csv', 'p.json']);
  });
});

describe('rehome check', () => {
  it('exits 1 and lists the errors in words, by severity', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'p.json'), toPlanFileText(clearOutPlan()));
    const { code, stdout, stderr } = await runRehome(folder, ['check', 'p.json']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/^\d+ errors?, \d+ warnings?.* in 8 states/u);
    expect(stdout.indexOf('\nErrors\n')).toBeLessThan(stdout.indexOf('\nWarnings\n'));
    expect(stdout).toMatch(/✖ .*news1.*\[from Clear out; blocking-question-is-answered\]/u);
  });

  it('lets no name steer the terminal, turn the words around or add a line of its own', async () => {
    const folder = makeFolder();
    const name = 'x\u001b]0;title\u0007\u001b[2J\r\n::error::made up\u009b1m \u202eevil';
    const nodes = [{ id: 'nd_a', kind: 'server', name }];
    const file = JSON.stringify({ format: 'rehome/1', id: 'pl_x', name: 'X', inventory: { nodes } });
    writeFileSync(join(folder, 'p.json'), file);
    const commands = JSON.stringify([{ command: 'add-party', name }]);
    writeFileSync(join(folder, 'c.json'), commands);
    const checked = await runRehome(folder, ['check', 'p.json']);
    expect(checked.stdout).toContain('x]0;title[2J ::error::made up1m \\u202eevil');
    const answers = [
      checked,
      await runRehome(folder, ['do', 'p.json', 'c.json', '--out', 'q.json']),
      await runRehome(folder, ['diff', 'p.json', 'q.json']),
    ];
    for (const { stdout, stderr } of answers) {
      // oxlint-disable-next-line eslint/no-control-regex -- they are what must not be there
      expect(`${stdout}${stderr}`).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|^::/mu);
    }
    const json = await runRehome(folder, ['check', 'p.json', '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ names: [name] })]),
    });
  });

  it('answers as JSON in the form of the contract, also from standard input', async () => {
    const folder = makeFolder();
    const input = toPlanFileText(clearOutPlan());
    const { code, stdout } = await runRehome(folder, ['check', '-', '--json'], { input });
    expect(code).toBe(1);
    const answer: { findings: Record<string, unknown>[]; counts: Record<string, number> } =
      JSON.parse(stdout);
    expect(Object.keys(answer.counts)).toEqual(['error', 'warning', 'info', 'accepted', 'states', 'orders']);
    for (const finding of answer.findings) {
      expect(Object.keys(finding)).toEqual(
        expect.arrayContaining([
          'id',
          'rule',
          'severity',
          'message',
          'nodes',
          'names',
          'phase',
          'until',
          'after',
          'repair',
          'accepted',
        ]),
      );
    }
  });

  it('narrows to a rule and counts only its findings', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'p.json'), toPlanFileText(clearOutPlan()));
    const all = await runRehome(folder, ['check', 'p.json', '--json', '--rule', 'condition-is-met']);
    const { findings, counts }: { findings: { rule: string }[]; counts: { error: number } } = JSON.parse(
      all.stdout,
    );
    expect(new Set(findings.map((finding) => finding.rule))).toEqual(new Set(['condition-is-met']));
    expect(counts.error).toBe(findings.length);
    const unknown = await runRehome(folder, ['check', 'p.json', '--rule', 'is-pretty']);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toContain('condition-is-met');
  });

  it('names file and line of a plan that is broken', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'p.json'), '{\n  "format": "rehome/1",\n  "id": }\n');
    const answer = await runRehome(folder, ['check', 'p.json']);
    expect(answer).toMatchObject({ code: 2, stdout: '' });
    expect(answer.stderr).toMatch(/^rehome: p\.json:3: /u);
  });
});
