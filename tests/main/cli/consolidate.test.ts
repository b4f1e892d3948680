import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { toId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { planOf, type PlanRows } from '#support/build-plan.ts';
import { makeNode, memory, nd } from '#support/plan-parts.ts';
import { makeFolder, runRehome } from './run-rehome.ts';

const rows: PlanRows = {
  nodes: [
    makeNode('hoster', 'provider'),
    makeNode('h1', 'host', 'hoster', { capacity: memory(16_384) }),
    makeNode('h2', 'host', 'hoster', { capacity: memory(16_384) }),
    makeNode('a', 'server', 'h1', { usage: memory(4096) }),
    makeNode('b', 'server', 'h2', { usage: memory(4096) }),
  ],
};

function makePlan(more: PlanRows = {}): string {
  const folder = makeFolder();
  writeFileSync(join(folder, 'p.json'), toPlanFileText(planOf({ ...rows, ...more })));
  return folder;
}

function readPlan(folder: string, name: string): Plan {
  const plan = parsePlanFile(readFileSync(join(folder, name), 'utf8'));
  if (!plan.ok) throw new Error(plan.error.message);
  return plan.value;
}

describe('rehome consolidate', () => {
  it('reports and changes nothing without --out', async () => {
    const folder = makePlan();
    const before = readFileSync(join(folder, 'p.json'), 'utf8');
    const answer = await runRehome(folder, ['consolidate', 'p.json']);
    expect(answer).toMatchObject({ code: 0, stderr: '' });
    expect(answer.stdout).toMatch(
      /^2 hosts in use, 1 after: at least 1 is needed \(proven\), so there is nothing better\.\n/u,
    );
    expect(readFileSync(join(folder, 'p.json'), 'utf8')).toBe(before);
  });

  it('answers as JSON and writes the plan with the moves', async () => {
    const folder = makePlan();
    const answer = await runRehome(folder, ['consolidate', 'p.json', '--out', 'q.json', '--json']);
    expect(answer.code).toBe(0);
    expect(JSON.parse(answer.stdout)).toMatchObject({
      hostsBefore: 2,
      hostsAfter: 1,
      lowerBound: 1,
      gap: 0,
      moves: [{ name: expect.any(String), toName: expect.any(String), why: expect.any(String) }],
      conflict: null,
    });
    expect(readPlan(folder, 'q.json').changes.map((change) => change.kind)).toEqual(['move']);
    expect((await runRehome(folder, ['check', 'q.json'])).code).toBe(0);
  });

  it('says which rules contradict each other, exits with 1 and writes nothing', async () => {
    const rule = (id: string, kind: 'apart' | 'together') => ({
      id: toId('ru', `ru_${id}`),
      kind,
      nodes: [nd('a'), nd('b')],
      value: null,
    });
    const folder = makePlan({ rules: [rule('1', 'apart'), rule('2', 'together')] });
    const answer = await runRehome(folder, ['consolidate', 'p.json', '--out', 'q.json', '--json']);
    expect(answer.code).toBe(1);
    expect(JSON.parse(answer.stdout)).toMatchObject({
      conflict: [{ rule: 'ru_1' }, { rule: 'ru_2' }, { kind: 'room' }],
    });
    expect(existsSync(join(folder, 'q.json'))).toBe(false);
  });

  it('reads targets, by name', async () => {
    const folder = makePlan();
    writeFileSync(join(folder, 't.json'), JSON.stringify({ hosts: ['H2'] }));
    const words = ['consolidate', 'p.json', '--targets', 't.json', '--json'];
    const answer = await runRehome(folder, words);
    expect(JSON.parse(answer.stdout)).toMatchObject({ moves: [{ name: 'a', toName: 'h2' }] });
  });

  it.each([
    ['{ "hosts": ["nowhere"] }', /t\.json: there is no node "nowhere"/u],
    ['{ "hosts": ["hoster"] }', /t\.json: hoster is no host/u],
    ['{ "types": [{ "name": "Big" }] }', /t\.json: "types 1\.capacity" is missing/u],
    ['{ "place": 1 }', /t\.json: /u],
    ['{', /t\.json is not JSON/u],
  ])('refuses the targets %s', async (targets, sentence) => {
    const folder = makePlan();
    writeFileSync(join(folder, 't.json'), targets);
    const answer = await runRehome(folder, [
      'consolidate',
      'p.json',
      '--targets',
      't.json',
      '--out',
      'q.json',
    ]);
    expect(answer).toMatchObject({ code: 2, stdout: '' });
    expect(answer.stderr).toMatch(sentence);
    expect(existsSync(join(folder, 'q.json'))).toBe(false);
  });

  it('refuses an objective that it does not know', async () => {
    const answer = await runRehome(makePlan(), ['consolidate', 'p.json', '--objective', 'joy']);
    expect(answer).toMatchObject({ code: 2, stdout: '' });
  });
});
