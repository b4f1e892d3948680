import { ansibleIniImporter } from './ansible-ini/ansible-ini.ts';
import { ansibleYamlImporter } from './ansible-yaml/ansible-yaml.ts';
import type { Importer } from './contract.ts';
import { csvImporter } from './csv/csv.ts';
import { rehomeTablesImporter } from './rehome-tables/rehome-tables.ts';
import { xlsxImporter } from './xlsx/xlsx.ts';
import { awsMigrationHubImporter } from './aws-migration-hub/aws-migration-hub.ts';
import { azureMigrateImporter } from './azure-migrate/azure-migrate.ts';
import { cloudMigrationFactoryImporter } from './cloud-migration-factory/cloud-migration-factory.ts';
import { googleMigrationCenterImporter } from './google-migration-center/google-migration-center.ts';
import { konveyorImporter } from './konveyor/konveyor.ts';
import { netBoxImporter } from './netbox/netbox.ts';
import { rvToolsImporter } from './rvtools/rvtools.ts';
import { ansibleListImporter } from './ansible-list/ansible-list.ts';
import { ansibleVarsImporter } from './ansible-folder/ansible-vars.ts';
import { backstageImporter } from './backstage/backstage.ts';
import { cloudImporters } from './cloud-cli/cloud-cli.ts';
import { composeImporter } from './compose/compose.ts';
import { factImporters } from './facts/facts.ts';
import { hostsFileImporter } from './hosts-file/hosts-file.ts';
import { jsonFallbackImporter } from './json/json-fallback.ts';
import { nagiosImporter } from './nagios/nagios.ts';
import { prometheusImporter } from './prometheus/prometheus.ts';
import { saltImporter } from './salt/salt.ts';
import { sshConfigImporter } from './ssh-config/ssh-config.ts';
import { terraformHintsImporter } from './terraform-hints/terraform-hints.ts';
import { terraformStateImporter } from './terraform-state/terraform-state.ts';
import { asciiDocImporter, markdownImporter, restructuredTextImporter } from './prose/prose-importer.ts';

/** Every importer, in the order in which they are offered to a person. Within a family the earlier one wins a tie. */
export const importers: readonly Importer[] = [
  csvImporter,
  xlsxImporter,
  rehomeTablesImporter,
  rvToolsImporter,
  awsMigrationHubImporter,
  cloudMigrationFactoryImporter,
  azureMigrateImporter,
  googleMigrationCenterImporter,
  konveyorImporter,
  netBoxImporter,
  ansibleIniImporter,
  ansibleYamlImporter,
  ansibleListImporter,
  ansibleVarsImporter,
  terraformStateImporter,
  terraformHintsImporter,
  ...cloudImporters,
  composeImporter,
  sshConfigImporter,
  prometheusImporter,
  backstageImporter,
  nagiosImporter,
  hostsFileImporter,
  ...factImporters,
  saltImporter,
  jsonFallbackImporter,
  markdownImporter,
  restructuredTextImporter,
  asciiDocImporter,
];

/** Formats that read the same sort of text: between them the better score decides, and a person is never asked. */
export const formatFamilies: Readonly<Record<string, string>> = {
  markdown: 'prose',
  restructuredtext: 'prose',
  asciidoc: 'prose',
  'ansible-ini': 'ansible',
  'ansible-yaml': 'ansible',
  'ansible-list': 'ansible',
  'ansible-vars': 'ansible',
  // A vendor's sheet is a table too: its own headings are the better fit.
  csv: 'table',
  xlsx: 'table',
  'rehome-tables': 'table',
  rvtools: 'table',
  'aws-migration-hub': 'table',
  'cloud-migration-factory': 'table',
  'azure-migrate': 'table',
  'google-migration-center': 'table',
  konveyor: 'table',
  netbox: 'table',
};

/** Formats of loose text: what is valid JSON is never one of them, whatever its commas and brackets look like. */
export const neverJson: ReadonlySet<string> = new Set([
  'csv',
  'ansible-ini',
  'markdown',
  'restructuredtext',
  'asciidoc',
]);
