import type { Exporter } from './contract.ts';
import { awsMigrationHubExporter } from '#core/exporters/aws-migration-hub/aws-migration-hub-exporter.ts';
import { azureMigrateExporter } from '#core/exporters/azure-migrate/azure-migrate-exporter.ts';
import { csvExporter } from '#core/exporters/csv/csv-exporter.ts';
import { googleMigrationCenterExporter } from '#core/exporters/google-migration-center/google-migration-center-exporter.ts';
import { githubIssuesExporter } from '#core/exporters/github-issues/github-issues-exporter.ts';
import { gitlabCsvExporter } from '#core/exporters/gitlab-csv/gitlab-csv-exporter.ts';
import { htmlExporter } from '#core/exporters/html/html-exporter.ts';
import { icsExporter } from '#core/exporters/ics/ics-exporter.ts';
import { jiraCsvExporter } from '#core/exporters/jira-csv/jira-csv-exporter.ts';
import { jsonExporter } from '#core/exporters/json/json-exporter.ts';
import { konveyorExporter } from '#core/exporters/konveyor/konveyor-exporter.ts';
import { markdownExporter, reportExporters } from '#core/exporters/markdown/markdown-exporter.ts';
import { mermaidExporter } from '#core/exporters/mermaid/mermaid-exporter.ts';
import { netBoxExporter } from '#core/exporters/netbox/netbox-exporter.ts';
import { svgExporter } from '#core/exporters/svg/svg-exporter.ts';
import { xlsxExporter } from '#core/exporters/xlsx/xlsx-exporter.ts';

/** All ways out of a plan, in the order in which they are offered. */
export const exporters: readonly Exporter[] = [
  markdownExporter,
  ...reportExporters,
  htmlExporter,
  mermaidExporter,
  svgExporter,
  jsonExporter,
  csvExporter,
  xlsxExporter,
  icsExporter,
  githubIssuesExporter,
  gitlabCsvExporter,
  jiraCsvExporter,
  awsMigrationHubExporter,
  azureMigrateExporter,
  googleMigrationCenterExporter,
  konveyorExporter,
  netBoxExporter,
];
