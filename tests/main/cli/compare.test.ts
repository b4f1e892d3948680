import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { planOf } from '#support/build-plan.ts';
import { makeMerge, makeNode } from '#support/plan-parts.ts';
import { makeFolder, runRehome } from './run-rehome.ts';

function makePlans(): string {
  const folder = makeFolder();
  const nodes = [
    makeNode('hoster', 'provider'),
    makeNode('web', 'server', 'hoster'),
    makeNode('wiki', 'server', 'hoster'),
  ];
  writeFileSync(join(folder, 'a.json'), toPlanFileText(planOf({ name: 'As it is', nodes })));
  const changes = [makeMerge('1', null, 'wiki', 'web')];
  writeFileSync(join(folder, 'b.json'), toPlanFileText(planOf({ name: 'Merged', nodes, changes })));
  return folder;
}

describe('rehome compare', () => {
  it('says in words what the other plan does otherwise', async () => {
    const answer = await runRehome(makePlans(), ['compare', 'a.json', 'b.json']);
    expect(answer).toMatchObject({ code: 0, stderr: '' });
    expect(answer.stdout).toContain('Compared with a.json, b.json ends with 1 server fewer, ');
  });

  it('answers as JSON', async () => {
    const answer = await runRehome(makePlans(), ['compare', 'a.json', 'b.json', 'a.json', '--json']);
    expect(JSON.parse(answer.stdout)).toMatchObject({
      plans: [
        { file: 'a.json', name: 'As it is', servers: 2, differences: [] },
        { file: 'b.json', name: 'Merged', servers: 1 },
        { file: 'a.json', differences: [] },
      ],
    });
  });

  it('needs two plans that can be read', async () => {
    const folder = makePlans();
    expect((await runRehome(folder, ['compare', 'a.json'])).code).toBe(2);
    expect((await runRehome(folder, ['compare', 'a.json', 'none.json'])).code).toBe(2);
  });
});
