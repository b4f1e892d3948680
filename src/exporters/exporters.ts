import type { Exporter } from './contract.ts';
import { awsMigrationHubExporter } from '#core/exporters/aws-migration-hub/aws-migration-hub-exporter.ts';
import { azureMigrateExporter } from '#core/exporters/azure-migrate/azure-migrate-exporter.ts';
import { csvExporter } from '#core/exporters/csv/csv-exporter.ts';
import { googleMigrationCenterExporter } from '#core/exporters/google-migration-center/google-migration-center-exporter.ts';
import { jsonExporter } from '#core/exporters/json/json-exporter.ts';
import { konveyorExporter } from '#core/exporters/konveyor/konveyor-exporter.ts';
import { markdownExporter } from '#core/exporters/markdown/markdown-exporter.ts';
import { mermaidExporter } from '#core/exporters/mermaid/mermaid-exporter.ts';
import { netBoxExporter } from '#core/exporters/netbox/netbox-exporter.ts';
import { xlsxExporter } from '#core/exporters/xlsx/xlsx-exporter.ts';

/** All ways out of a plan, in the order in which they are offered. */
export const exporters: readonly Exporter[] = [
  markdownExporter,
  mermaidExporter,
  jsonExporter,
  csvExporter,
  xlsxExporter,
  awsMigrationHubExporter,
  azureMigrateExporter,
  googleMigrationCenterExporter,
  konveyorExporter,
  netBoxExporter,
];
