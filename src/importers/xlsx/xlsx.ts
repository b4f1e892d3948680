import { toSheetImporter } from '../csv/csv.ts';
import type { Importer } from '../contract.ts';

/** Sheets of Excel workbooks with the headings that people write: read as tables are. */
export const xlsxImporter: Importer = toSheetImporter();
