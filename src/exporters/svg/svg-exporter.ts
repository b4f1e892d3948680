import type { Exporter } from '#core/exporters/contract.ts';
import { toFileName } from '#core/exporters/encode/file-name.ts';
import { makeLoss } from '#core/exporters/reading/loss.ts';
import { toMapSvg } from './map-svg.ts';

/** The map as a picture: the whole estate in one state. A party narrows nothing, as a part of a map says little. */
export const svgExporter: Exporter = {
  format: 'svg',
  title: 'Picture of the map (SVG)',
  export: (plan, report, options) => {
    const loss = makeLoss();
    const { svg } = toMapSvg(plan, report, options.state ?? options.phase ?? 'start', loss);
    return {
      files: [{ path: `${toFileName(plan.name)}.svg`, content: svg }],
      notFitted: loss.toNotFitted(),
    };
  },
};
