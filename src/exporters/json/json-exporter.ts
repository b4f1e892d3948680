import { toPlanFileText } from '#core/document/plan-file.ts';
import { toFileName } from '#core/exporters/encode/file-name.ts';
import type { Exporter } from '#core/exporters/contract.ts';

/** The plan file itself. Options narrow nothing: a file that lost a part could not be opened as the same plan again. */
export const jsonExporter: Exporter = {
  format: 'json',
  title: 'Plan file (JSON)',
  export: (plan) => ({
    files: [{ path: `${toFileName(plan.name)}.rehome.json`, content: toPlanFileText(plan) }],
    notFitted: [],
  }),
};
