import type { Exporter } from '#core/exporters/contract.ts';
import { toRawCsv } from '#core/exporters/encode/raw-csv.ts';
import { tellIssueLosses } from '#core/exporters/issues/losses.ts';
import { makeLoss } from '#core/exporters/reading/loss.ts';
import { toPlanReader } from '#core/exporters/reading/plan-reader.ts';
import { jiraHeadings, toJiraRows } from './jira-rows.ts';

/** What stands beside the file: what Jira's import asks. */
const advice = `How to import jira.csv into Jira

1. Choose "Import issues from CSV" (System, External system import; or in the issue search, Import).
2. Encoding UTF-8, delimiter comma, date format: yyyy-MM-dd
3. Map the columns by their names. "Issue ID" and "Parent ID" make the hierarchy: phases are Epics, steps are Tasks, lines of
   checklists are Sub-tasks. Only "Summary" has to be there; leave out what your project does not have.
4. Map the values of "Status" to those of your project.
`;

/** The work of a plan as the CSV that Jira imports, and what its import asks. Source: Atlassian "Importing data from CSV". */
export const jiraCsvExporter: Exporter = {
  format: 'jira-csv',
  title: 'Jira (CSV)',
  export: (plan, report, options) => {
    const reader = toPlanReader(plan, report, options);
    const loss = makeLoss();
    const content = toRawCsv({ headings: jiraHeadings, rows: toJiraRows(reader, loss) }, loss);
    tellIssueLosses(reader, loss);
    return {
      files: [
        { path: 'jira.csv', content },
        { path: 'how-to-import.txt', content: advice },
      ],
      notFitted: loss.toNotFitted(),
    };
  },
};
