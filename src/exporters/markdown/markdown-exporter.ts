import type { Exporter } from '#core/exporters/contract.ts';
import { toFileName } from '#core/exporters/encode/file-name.ts';
import { toReportMarkdown, type ReportFormat } from './plan-markdown.ts';

function toExporter(format: ReportFormat, title: string): Exporter {
  const suffix = format === 'markdown' ? '' : `-${format}`;
  return {
    format,
    title,
    export: (plan, report, options) => ({
      files: [
        {
          path: `${toFileName(plan.name)}${suffix}.md`,
          content: toReportMarkdown(format, plan, report, options),
        },
      ],
      notFitted: [],
    }),
  };
}

/** The whole plan as one Markdown document. */
export const markdownExporter: Exporter = toExporter('markdown', 'Markdown');

/** What one reader needs of a plan, as Markdown: a phase's runbook, a party's sheet, the removals, the questions. */
export const reportExporters: readonly Exporter[] = [
  toExporter('runbook', 'Runbook (Markdown)'),
  toExporter('handover', 'Hand-over sheet (Markdown)'),
  toExporter('removals', 'Removal list (Markdown)'),
  toExporter('questions', 'Open questions (Markdown)'),
];
