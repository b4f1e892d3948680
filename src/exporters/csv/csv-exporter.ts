import type { Exporter } from '#core/exporters/contract.ts';
import { toCsv } from '#core/exporters/encode/csv-cell.ts';
import { toPlanReader } from '#core/exporters/reading/plan-reader.ts';
import { toChangeRows, toQuestionRows, toTaskRows } from './plan-rows.ts';
import type { CsvTable } from './csv-table.ts';
import { toDependencyRows, toDutyRows, toNodeRows } from './inventory-rows.ts';

/** The plan as a folder of tables, for spreadsheets and scripts. */
export const csvExporter: Exporter = {
  format: 'csv',
  title: 'Tables (CSV)',
  export: (plan, report, options) => {
    const reader = toPlanReader(plan, report, options);
    const tables: readonly (readonly [string, CsvTable])[] = [
      ['nodes.csv', toNodeRows(reader)],
      ['dependencies.csv', toDependencyRows(reader)],
      ['duties.csv', toDutyRows(reader)],
      ['changes.csv', toChangeRows(reader)],
      ['tasks.csv', toTaskRows(reader)],
      ['questions.csv', toQuestionRows(reader)],
    ];
    return {
      files: tables.map(([path, table]) => ({ path, content: toCsv(table.headings, table.rows) })),
      notFitted: [],
    };
  },
};
