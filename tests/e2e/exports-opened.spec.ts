import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect, test as base, type Browser, type Page } from '@playwright/test';
import * as fc from 'fast-check';
import { toTable } from '#core/base/table.ts';
import { checkPlan } from '#core/checks/check-plan.ts';
import type { Exporter } from '#core/exporters/contract.ts';
import { htmlExporter } from '#core/exporters/html/html-exporter.ts';
import { toPlanMarkdown } from '#core/exporters/markdown/plan-markdown.ts';
import { mermaidExporter } from '#core/exporters/mermaid/mermaid-exporter.ts';
import { svgExporter } from '#core/exporters/svg/svg-exporter.ts';
import type { Plan } from '#core/model/plan.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { runs } from '#support/counts.ts';
import { findChromium } from '#support/find-chromium.ts';
import { largePlan } from '#support/large-plan.ts';
import { hostileNames } from '#support/hostile-names.ts';

const all = { phase: null, party: null, without: [] } as const;

/** A browser without the app: what a stranger opens an exported file with. */
const test = base.extend<{ reader: Browser }>({
  reader: async ({ playwright }, use) => {
    const browser = await playwright.chromium.launch({
      executablePath: findChromium(),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    await use(browser);
    await browser.close();
  },
});

function makeNames(seed: number): (index: number) => string {
  const names = fc.sample(hostileNames(), { numRuns: 30, seed }).map((name) => `x${name}`);
  const attacks = [
    '"><script>alert(1)</script>',
    '</title><image href=x onerror=alert(1)>',
    ']]><svg onload=alert(1)>',
    'url(http://evil.example/x)',
  ];
  return (index) => [...attacks, ...names][index % (attacks.length + names.length)] ?? '';
}

/** The nodes of a plan with hostile names everywhere, thirty of them. */
function withNames(plan: Plan, seed: number): Plan['nodes'] {
  const name = makeNames(seed);
  return toTable(
    [...plan.nodes].map((node, index) => ({ ...node, name: name(index + seed), notes: name(index) })),
  );
}

function hostilePlan(seed: number): Plan {
  const name = makeNames(seed);
  const plan = clearOutPlan();
  return {
    ...plan,
    name: name(seed),
    nodes: withNames(plan, seed),
    questions: toTable(
      [...plan.questions].map((question, index) => ({ ...question, text: name(index + 3) })),
    ),
  };
}

/** Opens a file as a stranger would, with every protection of the page switched off, and counts what it asks for and does. */
async function open(
  reader: Browser,
  path: string,
): Promise<{ page: Page; requests: string[]; dialogs: string[] }> {
  const context = await reader.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const [requests, dialogs]: [string[], string[]] = [[], []];
  const address = pathToFileURL(path).href;
  page.on('request', (request) => {
    if (request.url() !== address) requests.push(request.url());
  });
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.goto(address);
  return { page, requests, dialogs };
}

function contentOf(exporter: Exporter, plan: Plan): string {
  return String(exporter.export(plan, checkPlan(plan), all).files[0]?.content);
}

for (const [exporter, ending] of [
  [svgExporter, 'svg'],
  [htmlExporter, 'html'],
] as const) {
  test(`${ending}: opened by a browser it shows the estate, asks for nothing and runs nothing`, async ({
    reader,
  }, info) => {
    test.setTimeout(180_000);
    for (let seed = 1; seed <= Math.max(3, runs('fuzz') / 10); seed += 1) {
      const path = info.outputPath(`plan${seed}.${ending}`);
      await writeFile(path, contentOf(exporter, seed === 1 ? clearOutPlan() : hostilePlan(seed)));
      const { page, requests, dialogs } = await open(reader, path);
      await page.waitForTimeout(100);
      expect({ seed, requests, dialogs }).toEqual({ seed, requests: [], dialogs: [] });
      expect(await page.locator('parsererror').count()).toBe(0);
      expect(await page.locator('rect').count()).toBeGreaterThan(15);
      expect(await page.locator('script, foreignObject, image, [onload], [onerror]').count()).toBe(0);
      if (seed === 1)
        await expect(
          page.locator('text').filter({ hasText: 'Clear out Harbour Cloud' }).first(),
        ).toBeVisible();
      await page.context().close();
    }
  });
}

test('names stay inside of their boxes with the fonts of this machine', async ({ reader }, info) => {
  const path = info.outputPath('map.svg');
  await writeFile(path, contentOf(svgExporter, clearOutPlan()));
  const { page } = await open(reader, path);
  const outside = await page.evaluate(() =>
    [...document.querySelectorAll('g')].flatMap((group) => {
      const box = group.querySelector(':scope > rect')?.getBoundingClientRect();
      const text = group.querySelector(':scope > text');
      const words = text?.getBoundingClientRect();
      return box !== undefined && words !== undefined && words.right > box.right + 1
        ? [text?.textContent ?? '']
        : [];
    }),
  );
  expect(outside).toEqual([]);
});

interface MermaidWindow extends Window {
  readonly mermaid: {
    readonly initialize: (options: object) => void;
    readonly render: (id: string, text: string) => Promise<{ readonly svg: string }>;
  };
}

/** A page of a stranger with Mermaid itself in it, and what it draws of a block: boxes, and whatever could run. */
async function openMermaid(reader: Browser): Promise<{
  readonly draw: (block: string) => Promise<{ nodes: number; bad: number; error: boolean }>;
  readonly dialogs: string[];
}> {
  const page = await (await reader.newContext()).newPage();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.setContent('<!DOCTYPE html><div id="at"></div>');
  await page.addScriptTag({ path: 'node_modules/mermaid/dist/mermaid.min.js' });
  const draw = (block: string) =>
    page.evaluate(async (source) => {
      const { mermaid } = window as unknown as MermaidWindow;
      mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
      const { svg } = await mermaid.render('picture', source);
      const holder = document.createElement('div');
      holder.innerHTML = svg;
      return {
        nodes: holder.querySelectorAll('g.node').length,
        bad: holder.querySelectorAll('script, img, iframe, a, [onclick], [onload], [onerror]').length,
        error: holder.textContent.includes('Syntax error'),
      };
    }, block);
  return { draw, dialogs };
}

function countBoxes(block: string): number {
  return block.split('\n').filter((line) => /^\s*n\d+[[({]/u.test(line)).length;
}

test('Mermaid itself draws every diagram: as many boxes as there are, nothing that runs', async ({
  reader,
}) => {
  test.setTimeout(180_000);
  const { draw, dialogs } = await openMermaid(reader);
  for (let seed = 1; seed <= Math.max(4, runs('fuzz') / 10); seed += 1) {
    const text = contentOf(mermaidExporter, seed === 1 ? clearOutPlan() : hostilePlan(seed));
    expect({ seed, ...(await draw(text)) }).toEqual({ seed, nodes: countBoxes(text), bad: 0, error: false });
  }
  expect(dialogs).toEqual([]);
});

test('Mermaid itself draws every picture of a report: the front and one a provider', async ({ reader }) => {
  test.setTimeout(180_000);
  const { draw, dialogs } = await openMermaid(reader);
  const large = largePlan(240);
  const strange = { ...large, nodes: withNames(large, 5) };
  for (const [plan, pictures] of [
    [clearOutPlan(), 1],
    [large, 4],
    [strange, 4],
  ] as const) {
    const text = toPlanMarkdown(plan, checkPlan(plan), all);
    const blocks = [...text.matchAll(/^```mermaid\n([\s\S]*?)\n```$/gmu)].map(([, block]) => block ?? '');
    expect(blocks).toHaveLength(pictures);
    for (const block of blocks)
      expect(await draw(block)).toEqual({ nodes: countBoxes(block), bad: 0, error: false });
  }
  expect(dialogs).toEqual([]);
});
