import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePlanFile } from '#core/document/plan-file.ts';
import type { InventoryNode } from '#core/model/node.ts';
import { makeFolder, runRehome } from './run-rehome.ts';

const march = 'Box,Blurb,Goes to,Turn\nweb02,front,esx9,1\nesx9,,,\n';
const map = { columns: { Box: 'name', Blurb: 'notes', 'Goes to': 'moveTo', Turn: 'phase' } };

function nodesOf(folder: string): readonly InventoryNode[] {
  const plan = parsePlanFile(readFileSync(join(folder, 'p.json'), 'utf8'));
  if (!plan.ok) throw new Error(plan.error.message);
  expect([...plan.value.changes]).toMatchObject([{ kind: 'merge' }]);
  expect([...plan.value.phases]).toMatchObject([{ name: 'Turn 1' }]);
  return [...plan.value.nodes];
}

describe('rehome import --map', () => {
  it('makes phases and moves of a wave and a target, and is remembered for tables of the same headings', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'a.csv'), march);
    writeFileSync(join(folder, 'map.json'), JSON.stringify(map));
    const first = await runRehome(folder, ['import', 'a.csv', '--map', 'map.json', '--out', 'p.json']);
    expect(first.code).toBe(0);
    expect(nodesOf(folder).map((node) => [node.name, node.notes])).toContainEqual(['web02', 'front']);

    writeFileSync(join(folder, 'a.csv'), march.replace('front', 'back'));
    writeFileSync(join(folder, 'b.csv'), 'Turn,box,Goes to,BLURB\n,db1,,heart\n');
    writeFileSync(join(folder, 'c.csv'), 'Box,Blurb\nmx1,mail\n');
    const later = await runRehome(folder, [
      'import',
      'a.csv',
      'b.csv',
      'c.csv',
      '--into',
      'p.json',
      '--out',
      'p.json',
    ]);
    expect(later.code).toBe(2);
    expect(later.stderr).toContain('c.csv');
    await runRehome(folder, ['import', 'a.csv', 'b.csv', '--into', 'p.json', '--out', 'p.json']);
    const notes = nodesOf(folder).map((node) => [node.name, node.notes]);
    expect(notes).toContainEqual(['web02', 'back']);
    expect(notes).toContainEqual(['db1', 'heart']);
    const before = readFileSync(join(folder, 'p.json'), 'utf8');
    await runRehome(folder, ['import', 'a.csv', 'b.csv', '--into', 'p.json', '--out', 'p.json']);
    expect(readFileSync(join(folder, 'p.json'), 'utf8')).toBe(before);
  });
});
