import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { toTable } from '#core/base/table.ts';
import { checkPlan } from '#core/checks/check-plan.ts';
import type { ExportOptions } from '#core/exporters/contract.ts';
import { makeLoss } from '#core/exporters/reading/loss.ts';
import { toMapSvg } from '#core/exporters/svg/map-svg.ts';
import { toRasterSize } from '#core/exporters/svg/raster-size.ts';
import { svgExporter } from '#core/exporters/svg/svg-exporter.ts';
import { toFittingText, toTextWidth } from '#core/exporters/svg/text-width.ts';
import { toId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { runs } from '#support/counts.ts';
import { note } from '#support/figures.ts';
import { hostileNames } from '#support/hostile-names.ts';
import { largePlan } from '#support/large-plan.ts';
import { planOf } from '#support/build-plan.ts';

const all: ExportOptions = { phase: null, party: null, without: [] };
const report = checkPlan(clearOutPlan());

interface Seen {
  readonly counts: Readonly<Record<string, number>>;
  readonly texts: readonly string[];
  readonly titles: readonly string[];
  readonly attributes: readonly string[];
}

/** What a strict parser finds in a picture; throws where it is not well-formed. */
function parsed(svg: string): Seen {
  const counts: Record<string, number> = {};
  const attributes = new Set<string>();
  const texts: string[] = [];
  const titles: string[] = [];
  let open = '';
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    open = tag.name;
    counts[tag.name] = (counts[tag.name] ?? 0) + 1;
    for (const [name, attribute] of Object.entries(tag.attributes))
      attributes.add(`${name}=${attribute.value}`);
  });
  parser.on('text', (text) => (open === 'text' ? texts : titles).push(text));
  parser.write(svg).close();
  return { counts, texts, titles, attributes: [...attributes] };
}

function pictureOf(plan: Plan, state: 'start' | 'end' = 'start'): string {
  return toMapSvg(plan, checkPlan(plan), state, makeLoss()).svg;
}

/** The plan with these names in turn. */
function renamed(...names: readonly string[]): Plan {
  const plan = clearOutPlan();
  const nodes = [...plan.nodes].map((node, index) => ({ ...node, name: names[index % names.length] ?? '' }));
  return { ...plan, name: names[0] ?? '', nodes: toTable(nodes) };
}

const allowed = new Set(['svg', 'g', 'rect', 'path', 'circle', 'text', 'title']);

describe('E5 the picture of the map', () => {
  it('shows every thing by its name, and says its place to whoever asks', () => {
    const { texts, titles } = parsed(pictureOf(clearOutPlan()));
    for (const node of clearOutPlan().nodes)
      expect(titles.some((title) => title.startsWith(`${node.name}, ${node.kind}`))).toBe(true);
    expect(texts).toContain('Clear out Harbour Cloud');
    expect(texts.some((text) => text.startsWith('As it is · 7 servers · 9 dependencies'))).toBe(true);
    expect(texts).toContain('candidate for removal');
  });

  it('is of the state that is asked for: after a phase with what went and moved', () => {
    const after = svgExporter.export(clearOutPlan(), report, { ...all, phase: toId('ph', 'ph_merge') });
    const { titles, texts } = parsed(String(after.files[0]?.content));
    expect(texts.some((text) => text.startsWith('After Move the shop'))).toBe(true);
    expect(
      titles.some((title) => title.startsWith('news1, server') && title.endsWith('removed in phase 1')),
    ).toBe(true);
    expect(titles).toContain('moves in phase 2');
    const end = svgExporter.export(clearOutPlan(), report, { ...all, state: 'end' });
    expect(String(end.files[0]?.content)).toContain('As it shall be');
  });

  it('holds hostile names: well-formed, the same elements, nothing that runs, loads or points outside', () => {
    const usual = parsed(pictureOf(renamed('web')));
    const withoutText = ({ counts }: Seen): Record<string, number> => ({ ...counts, text: 0 });
    fc.assert(
      fc.property(fc.array(hostileNames(), { minLength: 10, maxLength: 10 }), (names) => {
        const found = parsed(pictureOf(renamed(...names.map((name) => `x${name}`))));
        expect(withoutText(found)).toEqual(withoutText(usual));
        expect(Object.keys(found.counts).filter((tag) => !allowed.has(tag))).toEqual([]);
        expect(
          found.attributes.filter((each) =>
            /^(?:on|style|href|xlink|src|class|id)|url\(|javascript:/iu.test(each),
          ),
        ).toEqual([]);
        expect(found.attributes.filter((each) => each.includes('http'))).toEqual([
          'xmlns=http://www.w3.org/2000/svg',
        ]);
      }),
      { numRuns: Math.ceil(runs('hostileNames') / 10) },
    );
    note('E5', 'hostile names in pictures', runs('hostileNames'), runs('hostileNames'));
  });

  it('draws a large estate, and nothing at all', () => {
    const { counts } = parsed(pictureOf(largePlan(600)));
    expect(counts['rect']).toBeGreaterThan(600);
    expect(parsed(pictureOf(planOf())).counts['svg']).toBe(1);
  });

  it('lists names that had to be cut', () => {
    const loss = makeLoss();
    toMapSvg(renamed('a-very-long-name-of-a-server.example.org'), report, 'start', loss);
    expect(loss.toNotFitted()[0]).toMatchObject({
      field: 'names that are cut in the picture (hover shows them whole)',
    });
  });
});

describe('texts of a picture', () => {
  it('fit into their width', () => {
    fc.assert(
      fc.property(hostileNames(), fc.integer({ min: 20, max: 300 }), (name, width) => {
        const shown = toFittingText(name, width, 12);
        expect(toTextWidth(shown, 12)).toBeLessThanOrEqual(Math.max(width, toTextWidth('…', 12)));
      }),
      { numRuns: runs('hostileNames') },
    );
  });
});

describe('toRasterSize', () => {
  it('doubles what is small and keeps within what a canvas takes', () => {
    expect(toRasterSize({ width: 800, height: 600 })).toEqual({ scale: 2, isReduced: false });
    const wide = toRasterSize({ width: 40_000, height: 900 });
    expect(wide.isReduced && wide.scale * 40_000 <= 16_384).toBe(true);
    const square = toRasterSize({ width: 16_000, height: 20_000 });
    expect(square.scale ** 2 * 16_000 * 20_000).toBeLessThanOrEqual(268_000_001);
  });
});
