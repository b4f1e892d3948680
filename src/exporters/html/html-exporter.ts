import type { ExportOptions, Exporter } from '#core/exporters/contract.ts';
import { toFileName } from '#core/exporters/encode/file-name.ts';
import { toPlainLine } from '#core/exporters/encode/plain-line.ts';
import { toPlanMarkdown } from '#core/exporters/markdown/plan-markdown.ts';
import { makeLoss, type Loss } from '#core/exporters/reading/loss.ts';
import { toMapSvg } from '#core/exporters/svg/map-svg.ts';
import type { CheckReport } from '#core/model/finding.ts';
import type { Plan } from '#core/model/plan.ts';
import { phasesInOrder } from '#core/state/plan-states.ts';
import { toMarkdownBody } from './markdown-body.ts';
import { toPage } from './page.ts';

/** A larger map is no picture to read on a page: it is exported by itself. */
const mostPictureNodes = 4000;

/** The map as it is and, where something is planned, as it shall be; of one phase what is there after it. */
function toPictures(plan: Plan, report: CheckReport, options: ExportOptions, loss: Loss): string[] {
  if (plan.nodes.size === 0 || options.party !== null) return [];
  const last = phasesInOrder(plan).at(-1)?.id;
  const planned = options.phase ?? (plan.changes.size === 0 ? null : (last ?? 'end'));
  const points = planned === null ? (['start'] as const) : (['start', planned] as const);
  if (plan.nodes.size > mostPictureNodes) {
    loss.add('picture of the map: too large for a page, export it as SVG', plan.name);
    return [];
  }
  return points.map((point) => toMapSvg(plan, report, point, makeLoss()).svg);
}

/** The whole plan as one page of HTML for people who have nothing else: the words of the Markdown export with pictures of the map. */
export const htmlExporter: Exporter = {
  format: 'html',
  title: 'Web page (HTML)',
  export: (plan, report, options) => {
    const loss = makeLoss();
    const title = toPlainLine(plan.name) || 'Plan';
    // What lets edits of a Markdown report come back has no use on a page, and the page has pictures of its own.
    const without = [...options.without, 'marks' as const, 'picture' as const];
    const body = toMarkdownBody(toPlanMarkdown(plan, report, { ...options, without }));
    const content = toPage({ title, body, pictures: toPictures(plan, report, options, loss) });
    return { files: [{ path: `${toFileName(plan.name)}.html`, content }], notFitted: loss.toNotFitted() };
  },
};
