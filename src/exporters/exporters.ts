import type { Exporter } from './contract.ts';
import { csvExporter } from '#core/exporters/csv/csv-exporter.ts';
import { jsonExporter } from '#core/exporters/json/json-exporter.ts';
import { markdownExporter, reportExporters } from '#core/exporters/markdown/markdown-exporter.ts';
import { mermaidExporter } from '#core/exporters/mermaid/mermaid-exporter.ts';

/** All ways out of a plan, in the order in which they are offered. */
export const exporters: readonly Exporter[] = [
  markdownExporter,
  ...reportExporters,
  jsonExporter,
  csvExporter,
  mermaidExporter,
];
