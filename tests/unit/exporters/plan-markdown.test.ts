import * as fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { toTable } from '#core/base/table.ts';
import type { ExportOptions } from '#core/exporters/contract.ts';
import { toReportMarkdown } from '#core/exporters/markdown/plan-markdown.ts';
import type { Dependency } from '#core/model/dependency.ts';
import { toId } from '#core/model/ids.ts';
import type { Plan, RecordByCollection } from '#core/model/plan.ts';
import { toChangeBase } from '#core/model/change.ts';
import { node } from '#support/bakery-inventory.ts';
import { planOf } from '#support/build-plan.ts';
import { runs } from '#support/counts.ts';
import { clearOutPlan, inventoryOnlyPlan } from '#support/clear-out-plan.ts';
import { hosterChangePlan } from '#support/hoster-change-plan.ts';
import { makeLink, makeNode, makePhase, makeRemove } from '#support/plan-parts.ts';
import { largePlan } from '#support/large-plan.ts';
import { clearOutReport, emptyReport } from '#support/example-reports.ts';
import { hostileNames } from '#support/hostile-names.ts';

const all: ExportOptions = { phase: null, party: null, without: [] };
const markdown = new MarkdownIt({ html: true });

/** The plan with every text of it replaced by one of the names, in turn. */
function renamed(plan: Plan, names: readonly string[]): Plan {
  let at = 0;
  const next = (): string => {
    at += 1;
    return names[at % names.length] ?? '';
  };
  return {
    ...plan,
    name: next(),
    sources: toTable<RecordByCollection['sources']>(plan.sources.map((each) => ({ ...each, name: next() }))),
    nodes: toTable<RecordByCollection['nodes']>(
      plan.nodes.map((each) => ({
        ...each,
        name: next(),
        notes: next(),
        domains: [next()],
        environment: next(),
        type: next(),
        os: next(),
      })),
    ),
    parties: toTable<RecordByCollection['parties']>(plan.parties.map((each) => ({ ...each, name: next() }))),
    duties: toTable<RecordByCollection['duties']>(plan.duties.map((each) => ({ ...each, area: next() }))),
    questions: toTable<RecordByCollection['questions']>(
      plan.questions.map((each) => ({
        ...each,
        text: next(),
        evidence: each.evidence.map((evidence) => ({ ...evidence, quote: next() })),
      })),
    ),
    dispositions: toTable<RecordByCollection['dispositions']>(
      plan.dispositions.map((each) => ({ ...each, why: next() })),
    ),
    phases: toTable<RecordByCollection['phases']>(
      plan.phases.map((each) => ({ ...each, name: next(), gate: next() })),
    ),
    tasks: toTable<RecordByCollection['tasks']>(
      plan.tasks.map((each) => ({ ...each, text: next(), evidence: next() })),
    ),
    handovers: toTable<RecordByCollection['handovers']>(
      plan.handovers.map((each) => ({ ...each, area: next(), evidence: next() })),
    ),
  };
}

/** The only HTML of a report: marks and its memory, comments of letters and digits. */
function isOwnComment(html: string): boolean {
  return /^<!--(?:[tpcsqhdn][0-9A-Za-z]{7}|\nRehome keeps here [\w\s=.,]+)-->\s*$/u.test(html);
}

/** How many cells each row of each table has in the raw text: pipes that no backslash escapes. */
function cellsByTable(text: string): Set<number>[] {
  return [...text.matchAll(/(?:^\|.*\n)+/gmu)].map(
    ([table]) =>
      new Set(
        table
          .trim()
          .split('\n')
          .map((row) => row.replaceAll(/\\./gu, '').split('|').length),
      ),
  );
}

describe('a report of the whole plan', () => {
  it('has steps of several days due on the last of them', () => {
    const plan = clearOutPlan();
    const changes = plan.changes.map((change) => ({ ...change, start: '2027-02-01', end: '2027-02-03' }));
    const dated = { ...plan, changes: plan.changes.put(changes) };
    const text = toReportMarkdown('runbook', dated, clearOutReport, all);
    const due = [...text.matchAll(/^- \[.\] \d+ · [^]*?— due:\s+(\S{10})/gmu)].map(([, day]) => day);
    expect(new Set(due)).toEqual(new Set(['2027-02-03']));
    expect(due).toHaveLength(plan.changes.size);
  });

  it('calls waves waves, and parts thousands everywhere', () => {
    const count = 1234;
    const nodes = Array.from({ length: count }, (_, at) => makeNode(`srv${at}`, 'server'));
    const phases = [makePhase('1', 'Wave 1'), makePhase('2', 'wave 2: the rest'), makePhase('3', 'Wave 7')];
    const changes = ['1', '2', '3'].map((at) => makeRemove(at, at, `srv${at}`));
    const text = toReportMarkdown('markdown', planOf({ nodes, phases, changes }), emptyReport, all);
    expect(text.match(/^## (?:Wave|Phase) .*$/gmu)).toEqual([
      '## Wave 1',
      '## Wave 2 · the rest',
      '## Phase 3 · Wave 7',
    ]);
    expect(text).toContain('1,234 servers today → **1,231 at the end.**');
    expect(text).toContain('| servers | 1,234 | 1,233 | 1,232 | 1,231 |');
    expect(text).toContain('| servers without a known owner | 1,234 |');
  });

  it('says what an overview by places leaves out', () => {
    const sites = Array.from({ length: 12 }, (_, at) => makeNode(`site${at}`, 'site'));
    const servers = Array.from({ length: 120 }, (_, at) => makeNode(`srv${at}`, 'server', `site${at % 12}`));
    const nodes = [...sites, ...servers, makeNode('new1', 'host'), makeNode('new2', 'host')];
    const text = (dependencies: readonly Dependency[]): string =>
      toReportMarkdown('markdown', planOf({ nodes, dependencies }), emptyReport, all).replaceAll('\n', ' ');
    expect(text([])).toContain('*Servers are only counted; without a place, so not drawn: 2 hosts.*');
    const many = servers.flatMap((_, a) =>
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((b) => makeLink(`srv${a}`, 'uses', `srv${(a + b) % 120}`)),
    );
    expect(text(many)).toMatch(/\*Servers are only counted; \d+ more lines are left out; without a place/u);
  });

  it('is no way in for hostile texts anywhere in a plan', () => {
    fc.assert(
      fc.property(
        fc.array(hostileNames(), { minLength: 5, maxLength: 20 }),
        fc.boolean(),
        (names, moving) => {
          const plan = renamed(moving ? hosterChangePlan() : clearOutPlan(), names);
          const text = toReportMarkdown('markdown', plan, moving ? emptyReport : clearOutReport, all);
          const blocks = markdown.parse(text, {});
          const inline = blocks.flatMap((token) => token.children ?? []);
          expect(
            [...blocks, ...inline].filter(
              (token) => /html|image|code_(?:inline|block)/u.test(token.type) && !isOwnComment(token.content),
            ),
          ).toEqual([]);
          expect(blocks.filter((token) => token.type === 'fence').map((token) => token.info)).toEqual([
            'mermaid',
          ]);
          const links = inline
            .filter((token) => token.type === 'link_open')
            .map((token) => token.attrGet('href'));
          expect(links.filter((href) => !/^#[a-z-]+$/u.test(String(href)))).toEqual([]);
          for (const counts of cellsByTable(text)) expect(counts.size).toBe(1);
        },
      ),
      { numRuns: Math.max(20, runs('hostileNames') / 100) },
    );
  });

  it('says only what is there when the plan is empty', () => {
    const text = toReportMarkdown('markdown', planOf({ name: 'Empty' }), emptyReport, all);
    expect(text).toMatch(/^# Empty\n/u);
    expect(text).not.toMatch(/```mermaid|undefined|NaN|\[object/u);
  });

  it('shows the estate first where nothing is planned, and last where something is', () => {
    const inventory = toReportMarkdown('markdown', inventoryOnlyPlan(), emptyReport, all);
    expect(inventory.indexOf('## What runs where')).toBeLessThan(inventory.indexOf('## Open questions'));
    const plan = toReportMarkdown('markdown', clearOutPlan(), clearOutReport, all);
    expect(plan.indexOf('## What runs where')).toBeGreaterThan(plan.indexOf('## Checked'));
  });

  it('leaves out sources with their words, and notes', () => {
    const text = toReportMarkdown('markdown', clearOutPlan(), clearOutReport, {
      ...all,
      without: ['sources', 'notes'],
    });
    expect(text).not.toMatch(/machines\.md|“|cheaper by half/u);
    expect(toReportMarkdown('markdown', clearOutPlan(), clearOutReport, all)).toMatch(
      /machines\.md:14.*[\s\S]*cheaper by half/u,
    );
  });

  it('narrows to a phase and to a party', () => {
    const phase = toReportMarkdown('markdown', clearOutPlan(), clearOutReport, {
      ...all,
      phase: toId('ph', 'ph_merge'),
    });
    expect(phase).toContain('## Phase 2 · Move the shop');
    expect(phase).not.toContain('## Phase 1');
    expect(phase).not.toContain('news1 is removed');
    const party = toReportMarkdown('markdown', hosterChangePlan(), emptyReport, {
      ...all,
      party: toId('pa', 'pa_keel'),
    });
    expect(party).toContain('The alarms of Keelhost are switched off');
    expect(party).not.toContain('Brackwater receives a test alarm');
  });

  it('speaks of a large estate in groups, draws its places and stays small', () => {
    const text = toReportMarkdown('markdown', largePlan(1000), emptyReport, all);
    expect(text.length).toBeLessThan(30_000);
    expect(text).toContain('| Delta | production |');
    expect(text).not.toContain('**vm-0001**');
    expect(/```mermaid\n([\s\S]*?)```/u.exec(text)?.[1]).toMatch(/Fjord - 334 servers/u);
  });

  it('draws each place where the front has no room for all, under the limits of GitHub', () => {
    const text = toReportMarkdown('markdown', largePlan(400), emptyReport, all);
    const [front, ...blocks] = [...text.matchAll(/```mermaid\n([\s\S]*?)```/gu)].map(
      ([, block]) => block ?? '',
    );
    expect(front).toContain('Fjord - 134 servers');
    expect(blocks).toHaveLength(3);
    for (const block of blocks) {
      expect(block.length).toBeLessThan(50_000);
      expect(block.split('\n').filter((line) => /-->|-\.->/u.test(line)).length).toBeLessThan(500);
    }
    const names = blocks.flatMap((block) => block.match(/vm-\d{4}/gu) ?? []);
    expect(new Set(names).size).toBe(400);
    expect(text).toMatch(/## Pictures of the places\n\n### Delta\n/u);
  });

  it('draws of a place that is too large what the plan touches, counts the others and names what it cannot draw', () => {
    const plan = largePlan(600);
    const change = { ...toChangeBase({ id: toId('ch', 'ch_1'), order: 'a1' }), kind: 'remove' as const };
    const changes = toTable<RecordByCollection['changes']>([{ ...change, node: node('vm-0300') }]);
    const removed = { ...plan, changes };
    const text = toReportMarkdown('markdown', removed, emptyReport, all);
    const at = text.indexOf('## Pictures of the places');
    expect(text.slice(at)).toMatch(/vm-0300 - removed at the end[\s\S]*and 1\d\d more/u);
    expect(text.slice(at)).toMatch(/drawn in parts by the\s+Mermaid export: Mesa \(200 boxes\)/u);
  });

  it('draws no places where the front shows all, for one party, for one phase and without pictures', () => {
    const has = (plan: Plan, options: Partial<ExportOptions>): boolean =>
      toReportMarkdown('markdown', plan, emptyReport, { ...all, ...options }).includes(
        'Pictures of the places',
      );
    expect(has(clearOutPlan(), {})).toBe(false);
    expect(has(largePlan(400), {})).toBe(true);
    expect(has(largePlan(400), { without: ['picture'] })).toBe(false);
    expect(has(largePlan(400), { party: toId('pa', 'pa_none') })).toBe(false);
    expect(has(largePlan(400), { phase: toId('ph', 'ph_none') })).toBe(false);
  });

  it('gives the same bytes whatever the order of the records', () => {
    const plan = clearOutPlan();
    const turned: Plan = {
      ...plan,
      nodes: toTable([...plan.nodes].toReversed()),
      dependencies: toTable([...plan.dependencies].toReversed()),
      questions: toTable([...plan.questions].toReversed()),
      tasks: toTable([...plan.tasks].toReversed()),
      dispositions: toTable([...plan.dispositions].toReversed()),
    };
    expect(toReportMarkdown('markdown', turned, clearOutReport, all)).toBe(
      toReportMarkdown('markdown', plan, clearOutReport, all),
    );
  });

  it('lets a removal candidate wait for questions that block, and for no others', () => {
    const base = clearOutPlan();
    const waits = (blocking: boolean): boolean => {
      const questions = toTable<RecordByCollection['questions']>(
        base.questions.map((each) => ({ ...each, blocking, status: 'open' as const })),
      );
      const text = toReportMarkdown('markdown', { ...base, questions }, clearOutReport, all);
      return /^\| \*\*news1\*\*<!--\w+--> \|.*waits for question/mu.test(text);
    };
    expect([waits(true), waits(false)]).toEqual([true, false]);
  });
});
