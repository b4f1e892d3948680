import { toPlanTables } from '#core/exporters/csv/plan-tables.ts';
import { tellTableLosses } from '#core/exporters/csv/table-losses.ts';
import type { Exporter } from '#core/exporters/contract.ts';
import { toFileName } from '#core/exporters/encode/file-name.ts';
import { makeLoss } from '#core/exporters/reading/loss.ts';
import { toPlanReader } from '#core/exporters/reading/plan-reader.ts';
import { mostCellCharacters } from './sheet-xml.ts';
import { toWorkbook } from './workbook.ts';

/** The plan as one workbook: the tables of the CSV export, a sheet each. */
export const xlsxExporter: Exporter = {
  format: 'xlsx',
  title: 'Workbook (XLSX)',
  export: (plan, report, options) => {
    const reader = toPlanReader(plan, report, options);
    const loss = makeLoss();
    const tables = toPlanTables(reader);
    tellTableLosses(reader, loss);
    for (const [name, table] of tables) {
      for (const row of table.rows) {
        for (const [index, cell] of row.entries()) {
          if (typeof cell !== 'string' || cell.length <= mostCellCharacters) continue;
          loss.add(
            `${name}, ${table.headings[index] ?? ''}: cut after ${mostCellCharacters} characters`,
            cell,
          );
        }
      }
    }
    return {
      files: [{ path: `${toFileName(plan.name)}.xlsx`, content: toWorkbook(tables) }],
      notFitted: loss.toNotFitted(),
    };
  },
};
