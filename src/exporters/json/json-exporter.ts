import { toPlanFileText } from '#core/document/plan-file.ts';
import { toFileName } from '#core/exporters/encode/file-name.ts';
import type { Exporter } from '#core/exporters/contract.ts';
import { toNarrowedPlan } from './narrowed-plan.ts';

/**
 * The plan file itself, without sources or notes when that is asked. A phase or a party narrows nothing: a file that lost a
 * part of the plan could not be opened as the same plan again.
 */
export const jsonExporter: Exporter = {
  format: 'json',
  title: 'Plan file (JSON)',
  export: (plan, _report, { without }) => ({
    files: [
      {
        path: `${toFileName(plan.name)}.rehome.json`,
        content: toPlanFileText(toNarrowedPlan(plan, without)),
      },
    ],
    notFitted: [],
  }),
};
