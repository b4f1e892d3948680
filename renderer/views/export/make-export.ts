import type { Exported, ExportOptions } from '#core/exporters/contract.ts';
import { toFileName } from '#core/exporters/encode/file-name.ts';
import { exporters } from '#core/exporters/exporters.ts';
import { makeLoss } from '#core/exporters/reading/loss.ts';
import { toMapSvg, type MapPicture } from '#core/exporters/svg/map-svg.ts';
import { toRasterSize } from '#core/exporters/svg/raster-size.ts';
import type { CheckReport } from '#core/model/finding.ts';
import type { Plan } from '#core/model/plan.ts';
import { formatText, type FormatText } from '#text/export.ts';

/** What the dialog shows of an export before it is saved. */
export interface MadeExport extends Exported {
  /** For pictures of the map: what is shown, and drawn when it is saved. */
  readonly picture: MapPicture | null;
}

/** Every format that the dialog offers, in the order of the planner; pixels and paper are made by the window. */
export const formats: readonly string[] = [...exporters.map((each) => each.format), 'png', 'pdf'];

const groups: readonly FormatText['group'][] = ['documents', 'pictures', 'tables', 'work', 'tools'];

/** What is said of a format; one without words of its own stands with the documents under its own name. */
export function toFormatText(format: string): FormatText {
  const title = exporters.find((each) => each.format === format)?.title ?? format;
  return (
    formatText[format] ?? {
      group: 'documents',
      title,
      purpose: '',
      part: 'phase',
      party: true,
      without: true,
    }
  );
}

/** The formats by group, in the order of the groups. */
export function toFormatGroups(): readonly {
  readonly group: FormatText['group'];
  readonly formats: readonly string[];
}[] {
  return groups.map((group) => ({
    group,
    formats: formats.filter((format) => toFormatText(format).group === group),
  }));
}

function toPicture(plan: Plan, report: CheckReport, options: ExportOptions, format: string): MadeExport {
  const loss = makeLoss();
  const picture = toMapSvg(plan, report, options.state ?? 'start', loss);
  if (format === 'png' && toRasterSize(picture).isReduced) {
    loss.add('sharpness: the picture is so large that it was drawn smaller', plan.name);
  }
  const path = `${toFileName(plan.name)}.${format}`;
  return {
    files: [{ path, content: format === 'svg' ? picture.svg : '' }],
    notFitted: loss.toNotFitted(),
    picture,
  };
}

/** Makes an export; that of a PNG holds the picture, which is drawn when it is saved. */
export function makeExport(
  format: string,
  plan: Plan,
  report: CheckReport,
  options: ExportOptions,
): MadeExport {
  if (format === 'svg' || format === 'png') return toPicture(plan, report, options, format);
  const exporter = exporters.find((each) => each.format === format);
  return { ...(exporter?.export(plan, report, options) ?? { files: [], notFitted: [] }), picture: null };
}
