// @vitest-environment happy-dom
import mermaid from 'mermaid';
import { describe, expect, it } from 'vitest';
import { toTable } from '#core/base/table.ts';
import type { ExportOptions } from '#core/exporters/contract.ts';
import { mermaidExporter } from '#core/exporters/mermaid/mermaid-exporter.ts';
import type { Plan } from '#core/model/plan.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { hosterChangePlan } from '#support/hoster-change-plan.ts';
import { largePlan } from '#support/large-plan.ts';
import { emptyReport } from '#support/example-reports.ts';

const all: ExportOptions = { phase: null, party: null, without: [] };

const strange = [
  'end',
  '"]; click n1 href "javascript:alert(1)"',
  '%%{init: {}}%%',
  'a --> b',
  '1. list',
  '<b>x</b>',
  'subgraph',
  '`md`',
  '#quot;',
];

function strangelyNamed(plan: Plan): Plan {
  return {
    ...plan,
    nodes: toTable(
      [...plan.nodes].map((node, index) => ({ ...node, name: strange[index % strange.length] ?? '' })),
    ),
  };
}

describe('E4 Mermaid itself', () => {
  const plans = {
    clearOut: clearOutPlan(),
    hosterChange: hosterChangePlan(),
    strange: strangelyNamed(clearOutPlan()),
    large: largePlan(400),
  };
  for (const [name, plan] of Object.entries(plans)) {
    it(`reads every block of the plan "${name}"`, async () => {
      const { files } = mermaidExporter.export(plan, emptyReport, all);
      for (const file of files) {
        await expect(mermaid.parse(String(file.content))).resolves.toMatchObject({
          diagramType: 'flowchart-v2',
        });
      }
    });
  }

  it('refuses what is no flowchart, so that the test above can fail', async () => {
    await expect(mermaid.parse('flowchart LR\n  n1["a"] --')).rejects.toThrow(/Parse error/u);
  });
});
