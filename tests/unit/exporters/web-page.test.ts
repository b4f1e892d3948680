import * as fc from 'fast-check';
import { Window } from 'happy-dom';
import { SaxesParser } from 'saxes';
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

/** One window for all pages: thousands of them would not fit into the memory. */
const window = new Window({ settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true } });

function documentOf(html: string): Window['document'] {
  window.document.open();
  window.document.write(html);
  window.document.close();
  return window.document;
}

/** The elements and attributes of the page's body as a strict parser finds them; throws where it is not well-formed. */
function partsOf(html: string): {
  readonly tags: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
} {
  const tags = new Set<string>();
  const attributes = new Set<string>();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    tags.add(tag.name);
    for (const [name, value] of Object.entries(tag.attributes)) attributes.add(`${name}=${value}`);
  });
  parser.write(html.slice(html.indexOf('<body>'), html.indexOf('</html>'))).close();
  return { tags, attributes };
}

/** The plan with every name and text of a list of others. */
function renamed(names: readonly string[]): Plan {
  const plan = clearOutPlan();
  const name = (index: number): string => names[index % names.length] ?? '';
  return {
    ...plan,
    name: name(0),
    nodes: toTable(
      [...plan.nodes].map((node, index) => ({ ...node, name: name(index), notes: name(index + 1) })),
    ),
    questions: toTable(
      [...plan.questions].map((question, index) => ({ ...question, text: name(index + 2) })),
    ),
    phases: toTable<Phase>(
      [...plan.phases].map((phase, index) => ({ ...phase, name: name(index + 3), gate: name(index + 4) })),
    ),
  };
}

describe('E9 the web page', () => {
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

  it('holds hostile names: well-formed, the same elements as with harmless ones, nothing that runs or loads', () => {
    const usual = partsOf(pageOf(renamed(['web'])));
    fc.assert(
      fc.property(fc.array(hostileNames(), { minLength: 10, maxLength: 10 }), (names) => {
        const { tags, attributes } = partsOf(pageOf(renamed(names.map((name) => `x${name}`))));
        expect([...tags].filter((tag) => !usual.tags.has(tag))).toEqual([]);
        const bad = [...attributes].filter(
          (each) =>
            /^(?:on|src=|xlink|action)|javascript:|="?https?:/iu.test(each) &&
            each !== 'xmlns=http://www.w3.org/2000/svg',
        );
        const styles = [...attributes].filter(
          (each) => each.startsWith('style=') && !/^style=text-align:(?:left|right|center)$/u.test(each),
        );
        const links = [...attributes].filter(
          (each) => each.startsWith('href=') && !each.startsWith('href=#'),
        );
        expect([...bad, ...styles, ...links]).toEqual([]);
      }),
      { numRuns: Math.ceil(runs('hostileNames') / 10) },
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
