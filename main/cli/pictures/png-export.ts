import type { ExportOptions, Exported } from '#core/exporters/contract.ts';
import { toFileName } from '#core/exporters/encode/file-name.ts';
import { makeLoss } from '#core/exporters/reading/loss.ts';
import { toMapSvg } from '#core/exporters/svg/map-svg.ts';
import { toRasterSize } from '#core/exporters/svg/raster-size.ts';
import type { CheckReport } from '#core/model/finding.ts';
import type { Plan } from '#core/model/plan.ts';
import { toPng } from './to-png.ts';

/** Scripts and signs that the font of the command line does not have. */
const foreign =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}\u{1F300}-\u{1FAFF}]/u;

/** The picture of the map as PNG: the SVG, drawn with a font of its own. */
export async function exportPng(plan: Plan, report: CheckReport, options: ExportOptions): Promise<Exported> {
  const loss = makeLoss();
  const picture = toMapSvg(plan, report, options.state ?? options.phase ?? 'start', loss);
  const { scale, isReduced } = toRasterSize(picture);
  if (isReduced)
    loss.add('sharpness: the picture is so large that it was drawn smaller', `${Math.round(scale * 100)} %`);
  for (const { name } of plan.nodes) {
    if (foreign.test(name)) loss.add('letters that the font of PNG does not have (SVG shows them)', name);
  }
  return {
    files: [{ path: `${toFileName(plan.name)}.png`, content: await toPng(picture.svg, scale) }],
    notFitted: loss.toNotFitted(),
  };
}
