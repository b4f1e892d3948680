import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsePlanFile } from '#core/document/plan-file.ts';
import type { Plan } from '#core/model/plan.ts';
import { makeFolder, runRehome } from '../cli/run-rehome.ts';

/** Sources in which the words of a value are written in another way than the value. */
const sources: readonly (readonly [name: string, content: string, names: readonly string[]])[] = [
  [
    'doubled.csv',
    'name,kind,os,notes,tags\nbarn,server,"the ""old"" one","says ""moo""\nand more","a;""b"""\nloft,server,,plain,\n',
    ['barn', 'loft'],
  ],
  ['guarded.tsv', "name\tkind\tnotes\nbarn\tserver\t'=1+1\n", ['barn']],
  [
    'signs.md',
    '# Our servers\r\n\r\n## münchen\r\n\r\n- Hosts `ümlaut.example`, a **bold** one\r\n',
    ['münchen'],
  ],
  [
    'inside.md',
    '# Services\n\n## Jenkins\n\nBuilds things. It runs on Kubernetes.\n\n## Kubernetes\n\nOur cluster service.\n',
    ['Jenkins', 'Kubernetes'],
  ],
  ['hosts.ini', '[web]\n"barn" ansible_host=10.0.0.4  # the "old" one\nloft[1:2].example\n', ['barn']],
];

function quotesOf(plan: Plan): { line: number; quote: string }[] {
  const rows = [plan.nodes, plan.dependencies, plan.parties, plan.duties, plan.questions, plan.dispositions];
  return rows.flatMap((table) => [...table].flatMap((row) => row.evidence));
}

describe('evidence', () => {
  it.each(sources)('of %s stands word for word on its line', async (name, content, names) => {
    const folder = makeFolder();
    writeFileSync(join(folder, name), content);
    const answer = await runRehome(folder, ['import', name, '--out', 'p.json', '--accept-uncertain']);
    expect(answer.code).toBe(0);
    const plan = parsePlanFile(readFileSync(join(folder, 'p.json'), 'utf8'));
    if (!plan.ok) throw new Error(plan.error.message);
    expect(plan.value.nodes.map((node) => node.name)).toEqual(expect.arrayContaining([...names]));
    const lines = content.split('\n');
    const quotes = quotesOf(plan.value);
    for (const link of plan.value.dependencies) expect(link.evidence).not.toEqual([]);
    expect(plan.value.dependencies.size).toBe(name === 'inside.md' ? 1 : 0);
    expect(quotes.length).toBeGreaterThan(0);
    for (const { line, quote } of quotes) {
      expect(quote).not.toBe('');
      expect(lines[line - 1]).toContain(quote);
    }
  });
});
