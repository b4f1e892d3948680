import type { Exporter } from '#core/exporters/contract.ts';
import { toFileName } from '#core/exporters/encode/file-name.ts';
import { toPlainLine } from '#core/exporters/encode/plain-line.ts';
import { toRawCsv, type RawCell } from '#core/exporters/encode/raw-csv.ts';
import { toIssueBody } from '#core/exporters/issues/issue-body.ts';
import { tellIssueLosses, toLimited, toTitle } from '#core/exporters/issues/losses.ts';
import { toPhaseName, toWorkItems, type WorkItem } from '#core/exporters/issues/work-items.ts';
import { makeLoss, type Loss } from '#core/exporters/reading/loss.ts';
import { toPlanReader, type PlanReader } from '#core/exporters/reading/plan-reader.ts';

/** What GitLab takes at most. */
const limits = { title: 255, description: 1_048_576 };

/** A line that begins with a slash is an order to GitLab: only our own may be one. */
function withoutOrders(body: string): string {
  return body.replace(/^\//gmu, ' /');
}

/** A name between the quotes of an order. */
function toQuoted(name: string): string {
  return `"${toPlainLine(name).replace(/["\\]/gu, "'")}"`;
}

function toRow(reader: PlanReader, item: WorkItem, loss: Loss): RawCell[] {
  const title = toTitle(item.title, 'Question');
  const phase = toPhaseName(item);
  const orders = [
    `/label ~${toQuoted(item.kind)}`,
    ...(phase === null ? [] : [`/milestone %${toQuoted(phase)}`]),
  ];
  if (item.owner !== null)
    loss.add('owners as assignees (they stand in the text)', reader.nameOf(item.owner));
  const description = [withoutOrders(toIssueBody(reader, item)), orders.join('\n')].filter(
    (part) => part !== '',
  );
  return [
    toLimited(title, limits.title, 'title', loss),
    toLimited(description.join('\n\n'), limits.description, 'description', loss),
    item.due,
  ];
}

/**
 * The work of a plan as the CSV that GitLab imports as issues. Labels and milestones (one a phase, which has to be there) are set by
 * quick actions at the end of each text. Source: GitLab "Importing issues from a CSV file".
 */
export const gitlabCsvExporter: Exporter = {
  format: 'gitlab-csv',
  title: 'GitLab issues (CSV)',
  export: (plan, report, options) => {
    const reader = toPlanReader(plan, report, options);
    const loss = makeLoss();
    const rows = toWorkItems(reader).map((item) => toRow(reader, item, loss));
    tellIssueLosses(reader, loss);
    const content = toRawCsv({ headings: ['title', 'description', 'due_date'], rows }, loss);
    return {
      files: [{ path: `${toFileName(plan.name)}-gitlab.csv`, content }],
      notFitted: loss.toNotFitted(),
    };
  },
};
