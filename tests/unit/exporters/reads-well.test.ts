import { describe, expect, it } from 'vitest';
import { markdownExporter } from '#core/exporters/markdown/markdown-exporter.ts';
import { toDisposition, type Disposition } from '#core/model/disposition.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { toSource } from '#core/model/source.ts';
import { checkPlan } from '#core/checks/check-plan.ts';
import { planOf } from '#support/build-plan.ts';
import { ch, makeBase, makeMove, makeNode, makePhase, nd, ph } from '#support/plan-parts.ts';

function toMarkdown(plan: Plan): string {
  const options = { phase: null, party: null, without: [] };
  const { files } = markdownExporter.export(plan, checkPlan(plan), options);
  return files.map((file) => String(file.content)).join('\n');
}

describe('the words of the Markdown', () => {
  it('keep the lines of notes apart', () => {
    const notes = 'Only takes keys\n\nUpdates the mirror.\nRestarts the shop';
    const text = toMarkdown(
      planOf({ nodes: [makeNode('dc', 'provider', null), makeNode('gate', 'server', 'dc', { notes })] }),
    );
    expect(text).toContain('Only takes keys; Updates the mirror. Restarts the shop');
  });

  it('say nothing of the place of a new provider, and ask of it what can be asked of a provider', () => {
    const provider = toNode({ id: nd('berg'), kind: 'provider', name: 'Berg', parent: null });
    const add = { ...makeBase('add', '1'), kind: 'add' as const, node: provider, to: null };
    const text = toMarkdown(planOf({ phases: [makePhase('1')], changes: [add] }));
    expect(text).toMatch(/^- \[ \] 1 · Add provider \*\*Berg\*\*<!--\w+-->$/mu);
    expect(text).toMatch(/\| add provider \*\*Berg\*\* \| new \|/u);
    expect(text).toContain('- [ ] **Berg** can be used: contract, access and billing stand');
    expect(text).not.toContain('backed up');
  });

  it('say that a place is not known in a word that fits everywhere', () => {
    const plan = planOf({
      phases: [makePhase('1')],
      nodes: [makeNode('berg', 'provider', null), makeNode('post', 'server', null)],
      changes: [makeMove('m', '1', 'post', 'berg')],
    });
    const text = toMarkdown(plan);
    expect(text).toContain('Move **post** from *an unknown place* to berg');
    expect(text).toContain('bring **post** back to *an unknown place*');
    expect([ch('m'), ph('1')].every((id) => !text.includes(id))).toBe(true);
  });

  it('cite only the place where a source says no more than the name', () => {
    const source = toSource({ id: toId('so', 'so_1'), name: 'page.md', format: 'markdown' });
    const disposition = (quote: string): Disposition =>
      toDisposition({
        id: toId('di', 'di_1'),
        node: nd('old'),
        disposition: 'retire',
        why: 'nobody logs in any more',
        evidence: [{ source: source.id, line: 7, quote, field: 'disposition' }],
      });
    const nodes = [makeNode('berg', 'provider', null), makeNode('old', 'server', 'berg')];
    const written = (quote: string): string =>
      toMarkdown(planOf({ sources: [source], nodes, dispositions: [disposition(quote)] }));
    expect(written('old')).toContain('| nobody logs in any more (page.md:7) |');
    expect(written('may go soon')).toContain('nobody logs in any more: “may go soon” (page.md:7)');
  });
});
