import type { ExportedFile, Exporter } from '#core/exporters/contract.ts';
import { toFileName } from '#core/exporters/encode/file-name.ts';
import { toPlainLine } from '#core/exporters/encode/plain-line.ts';
import { toIssueBody } from '#core/exporters/issues/issue-body.ts';
import { tellIssueLosses, toLimited, toTitle } from '#core/exporters/issues/losses.ts';
import { toPhaseName, toWorkItems, type WorkItem } from '#core/exporters/issues/work-items.ts';
import { makeLoss, type Loss } from '#core/exporters/reading/loss.ts';
import { toPartName } from '#core/exporters/reading/part-title.ts';
import { toPlanReader, type PlanReader } from '#core/exporters/reading/plan-reader.ts';
import type { PartyId } from '#core/model/ids.ts';
import { readme } from './readme.ts';

/** What GitHub takes at most. */
const limits = { title: 256, body: 65_536 };

function findLogin(reader: PlanReader, party: PartyId | null): string | null {
  const contacts = reader.plan.parties.get(party)?.contacts ?? [];
  const login = contacts.find((contact) => /^@[a-z\d](?:[a-z\d-]{0,37}[a-z\d])?$/iu.test(contact));
  return login?.slice(1) ?? null;
}

interface Issue {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly milestone: string | null;
}

function toIssue(reader: PlanReader, item: WorkItem, loss: Loss): Issue {
  const title = toTitle(item.title, 'Question');
  const login = findLogin(reader, item.owner);
  if (item.owner !== null && login === null) loss.add('owners without a login', reader.nameOf(item.owner));
  if (item.due !== null && item.part === null) loss.add('due days of single issues', title);
  const phase = toPhaseName(item);
  return {
    title: toLimited(title, limits.title, 'title', loss),
    body: toLimited(toIssueBody(reader, item), limits.body, 'body', loss),
    labels: ['rehome', item.kind],
    assignees: login === null ? [] : [login],
    milestone: phase === null ? null : toPlainLine(phase),
  };
}

function toMilestones(reader: PlanReader): { title: string; description: string; due_on: string | null }[] {
  const { phase: wanted } = reader.options;
  return reader.parts.flatMap((part) => {
    const { phase } = part;
    if (phase === null || (wanted !== null && phase.id !== wanted)) return [];
    return [
      {
        title: toPlainLine(toPartName(part)),
        description: phase.gate === null ? '' : `Go or no-go: ${toPlainLine(phase.gate)}`,
        due_on:
          phase.end === null || !/^\d{4}-\d{2}-\d{2}$/u.test(phase.end) ? null : `${phase.end}T00:00:00Z`,
      },
    ];
  });
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * The work of a plan as issues for GitHub, which imports no CSV: lists in the form of its REST API, and each body as a file for
 * its command line. The README in the folder says how both are used. Source: GitHub "REST API endpoints for issues".
 */
export const githubIssuesExporter: Exporter = {
  format: 'github-issues',
  title: 'GitHub issues',
  export: (plan, report, options) => {
    const reader = toPlanReader(plan, report, options);
    const loss = makeLoss();
    const issues = toWorkItems(reader).map((item) => toIssue(reader, item, loss));
    tellIssueLosses(reader, loss);
    const bodies = issues.map(({ title, body }, index): ExportedFile => {
      const number = String(index + 1).padStart(3, '0');
      return { path: `bodies/${number}-${toFileName(title, 'issue')}.md`, content: `${body}\n` };
    });
    return {
      files: [
        { path: 'README.md', content: readme },
        { path: 'milestones.json', content: toJson(toMilestones(reader)) },
        { path: 'issues.json', content: toJson(issues) },
        ...bodies,
      ],
      notFitted: loss.toNotFitted(),
    };
  },
};
