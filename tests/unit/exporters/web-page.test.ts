import * as fc from 'fast-check';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { toTable } from '#core/base/table.ts';
import type { ExportOptions } from '#core/exporters/contract.ts';
import { htmlExporter } from '#core/exporters/html/html-exporter.ts';
import { toMarkdownBody } from '#core/exporters/html/markdown-body.ts';
import type { Phase } from '#core/model/phase.ts';
import type { Plan } from '#core/model/plan.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { runs } from '#support/counts.ts';
import { clearOutReport, emptyReport } from '#support/example-reports.ts';
import { hostileNames } from '#support/hostile-names.ts';

const all: ExportOptions = { phase: null, party: null, without: [] };

function pageOf(plan: Plan, options = all): string {
  return String(htmlExporter.export(plan, clearOutReport, options).files[0]?.content);
}

function documentOf(html: string): Window['document'] {
  const window = new Window({ settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true } });
  window.document.write(html);
  return window.document;
}

function renamed(name: string): Plan {
  const plan = clearOutPlan();
  return {
    ...plan,
    name,
    nodes: toTable([...plan.nodes].map((node) => ({ ...node, name, notes: name }))),
    questions: toTable([...plan.questions].map((question) => ({ ...question, text: name }))),
    phases: toTable<Phase>([...plan.phases].map((phase) => ({ ...phase, name, gate: name }))),
  };
}

describe('the web page', () => {
  it('has the words of the report, a list of contents whose links lead somewhere, and two pictures', () => {
    const page = documentOf(pageOf(clearOutPlan()));
    expect(page.querySelector('h1')?.textContent).toBe('Clear out Harbour Cloud');
    expect(page.querySelectorAll('figure svg')).toHaveLength(2);
    expect(page.querySelectorAll('nav a').length).toBeGreaterThan(5);
    const lost = [...page.querySelectorAll('a')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((target) => page.getElementById(target.slice(1)) === null);
    expect(lost).toEqual([]);
    expect(page.querySelectorAll('.box[aria-label="done"]').length).toBeGreaterThan(0);
    expect(page.body.textContent).not.toMatch(/\[[ x]\] |flowchart LR|Dashed: goes|<!--/u);
  });

  it('stands alone: no script, nothing that is loaded, no link to outside', () => {
    const html = pageOf(clearOutPlan());
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    const page = documentOf(html);
    expect(
      page.querySelectorAll(
        'script, link, img, iframe, object, embed, form, base, [src], [onclick], [onload]',
      ),
    ).toHaveLength(0);
    expect(html).not.toMatch(/@import|url\(/u);
  });

  it('holds hostile names: the same elements as with harmless ones', () => {
    const tagsOf = (html: string): Set<string> =>
      new Set([...documentOf(html).querySelectorAll('*')].map((each) => each.tagName.toLowerCase()));
    const usual = tagsOf(pageOf(renamed('web')));
    fc.assert(
      fc.property(hostileNames(), (name) => {
        const page = documentOf(pageOf(renamed(`x${name}`)));
        const found = [...page.querySelectorAll('*')];
        expect(found.map((each) => each.tagName.toLowerCase()).filter((tag) => !usual.has(tag))).toEqual([]);
        const bad = found.flatMap((each) =>
          [...each.attributes].filter(
            ({ name: key, value }) =>
              /^on|^src$/iu.test(key) ||
              (key === 'style' && !/^text-align:(?:left|right|center)$/u.test(value ?? '')) ||
              (/javascript:|^https?:/iu.test(value ?? '') && key !== 'xmlns'),
          ),
        );
        expect(bad.map(({ name: key, value }) => `${key}=${value}`)).toEqual([]);
      }),
      { numRuns: Math.ceil(runs('hostileNames') / 20) },
    );
  });

  it('runs no markup of a text and follows no link of one', () => {
    const { html } = toMarkdownBody(
      '# a\n\n<script>alert(1)</script> [x](https://evil.example) ![y](https://evil.example/y.png)\n\n- [x] done\n- [ ] open <!-- rehome:ta_1 -->\n',
    );
    expect(html).not.toMatch(/<script|<img|<a /u);
    expect(html).toContain('☑</span> done');
    expect(html).toContain('☐</span> open');
    expect(html).not.toContain('rehome:ta_1');
  });

  it('leaves the picture out for one party', () => {
    const party = [...clearOutPlan().parties][0]?.id ?? null;
    const made = htmlExporter.export(clearOutPlan(), emptyReport, { ...all, party });
    expect(String(made.files[0]?.content)).not.toContain('<svg');
  });
});
