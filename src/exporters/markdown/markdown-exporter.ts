import type { Exporter } from '#core/exporters/contract.ts';
import { toFileName } from '#core/exporters/encode/file-name.ts';
import { toPlanMarkdown } from './plan-markdown.ts';

/** The whole plan as one Markdown document. */
export const markdownExporter: Exporter = {
  format: 'markdown',
  title: 'Markdown',
  export: (plan, report, options) => ({
    files: [{ path: `${toFileName(plan.name)}.md`, content: toPlanMarkdown(plan, report, options) }],
    notFitted: [],
  }),
};
