import type { Exporter } from '#core/exporters/contract.ts';
import { toCsv } from '#core/exporters/encode/csv-cell.ts';
import { makeLoss } from '#core/exporters/reading/loss.ts';
import { toPlanReader } from '#core/exporters/reading/plan-reader.ts';
import { toPlanTables } from './plan-tables.ts';
import { tellTableLosses } from './table-losses.ts';

/** The plan as a folder of tables, for spreadsheets and scripts. */
export const csvExporter: Exporter = {
  format: 'csv',
  title: 'Tables (CSV)',
  export: (plan, report, options) => {
    const reader = toPlanReader(plan, report, options);
    const loss = makeLoss();
    tellTableLosses(reader, loss);
    return {
      files: toPlanTables(reader).map(([name, table]) => ({
        path: `${name}.csv`,
        content: toCsv(table.headings, table.rows),
      })),
      notFitted: loss.toNotFitted(),
    };
  },
};
