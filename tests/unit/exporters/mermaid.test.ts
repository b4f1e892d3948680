import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTable } from '#core/base/table.ts';
import type { ExportOptions } from '#core/exporters/contract.ts';
import { mermaidExporter } from '#core/exporters/mermaid/mermaid-exporter.ts';
import { planOf } from '#support/build-plan.ts';
import { runs } from '#support/counts.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { largePlan } from '#support/large-plan.ts';
import { emptyReport } from '#support/example-reports.ts';
import { hostileNames } from '#support/hostile-names.ts';

const all: ExportOptions = { phase: null, party: null, without: [] };

function filesOf(plan: Parameters<typeof mermaidExporter.export>[0]): { path: string; content: string }[] {
  return mermaidExporter
    .export(plan, emptyReport, all)
    .files.map(({ path, content }) => ({ path, content: String(content) }));
}

/** Every line of a flowchart that we write, and nothing else. */
const grammar = [
  /^flowchart LR$/u,
  /^%% Left out or told in words: [\w ,.:-]+$/u,
  /^ *subgraph g\d+\["(?:[\w .,-]|#\d+;)*"\]$/u,
  /^ *end$/u,
  /^ *n\d+(?:\["(?:[\w .,-]|#\d+;)*"\]|\("(?:[\w .,-]|#\d+;)*"\)|\[\("(?:[\w .,-]|#\d+;)*"\)\])$/u,
  /^ *[ng]\d+ (?:-->|-\.->)(?:\|"(?:[\w .,-]|#\d+;)*"\|)? [ng]\d+$/u,
  /^ *classDef (?:gone|moved|added|rest) [a-z0-9:, -]+$/u,
  /^ *class n\d+(?:,n\d+)* (?:gone|moved|added|rest)$/u,
];

function strangeLines(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .filter((line) => !grammar.some((form) => form.test(line)));
}

describe('the Mermaid export', () => {
  it('draws a small estate in one block, with the marks and ways of the plan', () => {
    const [only, ...rest] = filesOf(clearOutPlan());
    expect(rest).toEqual([]);
    expect(only?.path).toBe('Clear-out-Harbour-Cloud.mmd');
    expect(only?.content).toContain('news1 - newsletter - removed in phase 1');
    expect(only?.content).toMatch(/n\d+ -\.->\|"5 move"\| n\d+/u);
    expect(only?.content).toContain('6 are reached through it');
    expect(strangeLines(only?.content ?? '')).toEqual([]);
  });

  it('writes nothing but its own few forms, whatever things are called', () => {
    fc.assert(
      fc.property(fc.array(hostileNames(), { minLength: 3, maxLength: 9 }), (names) => {
        const plan = clearOutPlan();
        let at = 0;
        const nodes = plan.nodes.map((node) => {
          at += 1;
          return { ...node, name: names[at % names.length] ?? '' };
        });
        for (const file of filesOf({ ...plan, nodes: toTable(nodes) }))
          expect(strangeLines(file.content)).toEqual([]);
      }),
      { numRuns: Math.max(20, runs('hostileNames') / 100) },
    );
  });

  it('splits a large estate under the limits of Mermaid and says what is left out', () => {
    const { files, notFitted } = mermaidExporter.export(largePlan(1000), emptyReport, all);
    expect(files.map((file) => file.path)).toContain('00-overview.mmd');
    expect(files.length).toBeGreaterThan(7);
    for (const file of files) {
      const text = String(file.content);
      expect(text.length).toBeLessThanOrEqual(50_000);
      expect(text.split('\n').filter((line) => /--?>|-\.->/u.test(line)).length).toBeLessThanOrEqual(500);
      expect(strangeLines(text)).toEqual([]);
    }
    const boxes = files.slice(1).flatMap((file) => String(file.content).match(/vm-\d{4}/gu) ?? []);
    expect(new Set(boxes).size).toBe(1000);
    for (const each of notFitted) expect(each.count).toBeGreaterThan(0);
  });

  it('makes a block even of nothing', () => {
    expect(filesOf(planOf())).toEqual([{ path: 'Test-plan.mmd', content: 'flowchart LR\n' }]);
  });
});
