import { ansibleIniImporter } from './ansible-ini/ansible-ini.ts';
import { ansibleYamlImporter } from './ansible-yaml/ansible-yaml.ts';
import type { Importer } from './contract.ts';
import { csvImporter } from './csv/csv.ts';
import { xlsxImporter } from './xlsx/xlsx.ts';
import { asciiDocImporter, markdownImporter, restructuredTextImporter } from './prose/prose-importer.ts';

/** Every importer, in the order in which they are offered to a person. Within a family the earlier one wins a tie. */
export const importers: readonly Importer[] = [
  csvImporter,
  xlsxImporter,
  ansibleIniImporter,
  ansibleYamlImporter,
  markdownImporter,
  restructuredTextImporter,
  asciiDocImporter,
];

/** Formats that read the same sort of text: between them the better score decides, and a person is never asked. */
export const formatFamilies: Readonly<Record<string, string>> = {
  markdown: 'prose',
  restructuredtext: 'prose',
  asciidoc: 'prose',
};
