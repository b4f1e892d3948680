import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect, test as base, type Browser, type Page } from '@playwright/test';
import * as fc from 'fast-check';
import { toTable } from '#core/base/table.ts';
import { checkPlan } from '#core/checks/check-plan.ts';
import type { Exporter } from '#core/exporters/contract.ts';
import { htmlExporter } from '#core/exporters/html/html-exporter.ts';
import { mermaidExporter } from '#core/exporters/mermaid/mermaid-exporter.ts';
import { svgExporter } from '#core/exporters/svg/svg-exporter.ts';
import type { Plan } from '#core/model/plan.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { runs } from '#support/counts.ts';
import { findChromium } from '#support/find-chromium.ts';
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

/** The plan with hostile names everywhere, thirty of them. */
function hostilePlan(seed: number): Plan {
  const names = fc.sample(hostileNames(), { numRuns: 30, seed }).map((name) => `x${name}`);
  const attacks = [
    '"><script>alert(1)</script>',
    '</title><image href=x onerror=alert(1)>',
    ']]><svg onload=alert(1)>',
    'url(http://evil.example/x)',
  ];
  const name = (index: number): string =>
    [...attacks, ...names][index % (attacks.length + names.length)] ?? '';
  const plan = clearOutPlan();
  return {
    ...plan,
    name: name(seed),
    nodes: toTable(
      [...plan.nodes].map((node, index) => ({ ...node, name: name(index + seed), notes: name(index) })),
    ),
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

test('Mermaid itself draws every diagram: as many boxes as there are, nothing that runs', async ({
  reader,
}) => {
  test.setTimeout(180_000);
  const page = await (await reader.newContext()).newPage();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.setContent('<!DOCTYPE html><div id="at"></div>');
  await page.addScriptTag({ path: 'node_modules/mermaid/dist/mermaid.min.js' });
  for (let seed = 1; seed <= Math.max(4, runs('fuzz') / 10); seed += 1) {
    const text = contentOf(mermaidExporter, seed === 1 ? clearOutPlan() : hostilePlan(seed));
    const drawn = await page.evaluate(async (source) => {
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
    }, text);
    const boxes = text.split('\n').filter((line) => /^\s*n\d+[[({]/u.test(line)).length;
    expect({ seed, ...drawn }).toEqual({ seed, nodes: boxes, bad: 0, error: false });
  }
  expect(dialogs).toEqual([]);
});
