import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { isFormula } from '#core/base/formula.ts';
import { toTable } from '#core/base/table.ts';
import type { Exporter, ExportOptions } from '#core/exporters/contract.ts';
import { toJiraText } from '#core/exporters/encode/jira-text.ts';
import { toPlainLine } from '#core/exporters/encode/plain-line.ts';
import { githubIssuesExporter } from '#core/exporters/github-issues/github-issues-exporter.ts';
import { gitlabCsvExporter } from '#core/exporters/gitlab-csv/gitlab-csv-exporter.ts';
import { jiraCsvExporter } from '#core/exporters/jira-csv/jira-csv-exporter.ts';
import { toId } from '#core/model/ids.ts';
import type { Phase } from '#core/model/phase.ts';
import type { Plan } from '#core/model/plan.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { runs } from '#support/counts.ts';
import { emptyReport } from '#support/example-reports.ts';
import { hosterChangePlan } from '#support/hoster-change-plan.ts';
import { hostileNames } from '#support/hostile-names.ts';

const all: ExportOptions = { phase: null, party: null, without: [] };

function fileOf(exporter: Exporter, path: string, plan = clearOutPlan(), options = all): string {
  return String(
    exporter.export(plan, emptyReport, options).files.find((file) => file.path.endsWith(path))?.content,
  );
}

const rowsOf = (text: string): string[][] => Papa.parse<string[]>(text, { skipEmptyLines: true }).data;

interface Issue {
  readonly title: string;
  readonly body: string;
  readonly labels: string[];
  readonly assignees: string[];
  readonly milestone: string | null;
}

/** The plan with every name and text of a hostile sort. */
function renamed(names: readonly string[]): Plan {
  const plan = clearOutPlan();
  const name = (index: number): string => names[index % names.length] ?? '';
  return {
    ...plan,
    nodes: toTable([...plan.nodes].map((node, index) => ({ ...node, name: name(index) }))),
    phases: toTable<Phase>(
      [...plan.phases].map((phase, index) => ({ ...phase, name: name(index), gate: name(index + 1) })),
    ),
    tasks: toTable([...plan.tasks].map((task, index) => ({ ...task, text: name(index) }))),
    questions: toTable([...plan.questions].map((question, index) => ({ ...question, text: name(index) }))),
    changes: toTable(
      [...plan.changes].map((change, index) => ({ ...change, notes: `/close\n${name(index)}` })),
    ),
  };
}

describe('GitHub issues', () => {
  it('are the steps in order, checklists and questions, with the phases as milestones', () => {
    const issues: Issue[] = JSON.parse(fileOf(githubIssuesExporter, 'issues.json'));
    expect(issues.map(({ title, labels, milestone }) => `${labels[1]}: ${title} (${milestone})`))
      .toMatchInlineSnapshot(`
      [
        "remove: Remove news1 (Clear out)",
        "remove: Remove oldwiki (Clear out)",
        "remove: Remove build1 (Clear out)",
        "add: Add ny1 at Northyard (Move the shop)",
        "move: Move shop1 to ny1 (Move the shop)",
        "resize: Resize orders-db2 (Move the shop)",
        "rewire: End shop1 → gate1 (Move the shop)",
        "checklist: Checklist: Clear out (Clear out)",
        "blocking question: Is the newsletter on news1 still in use? (null)",
        "question: Has anybody restored a dump of orders-db? (null)",
      ]
    `);
    expect(issues[0]?.assignees).toEqual(['crumb-ops']);
    expect(issues[0]?.body).toContain(
      'Remove **news1** from Harbour Cloud.\n\n- Phase: Clear out (2026-12-07 to 2026-12-11)\n- Step 1 of 7\n',
    );
    expect(issues[0]?.body).toContain('- [ ] Snapshot news1, then stop it — owner: Operations');
    expect(JSON.parse(fileOf(githubIssuesExporter, 'milestones.json'))).toEqual([
      {
        title: 'Clear out',
        description: 'Go or no-go: the question about the newsletter is answered',
        due_on: '2026-12-11T00:00:00Z',
      },
      { title: 'Move the shop', description: '', due_on: null },
    ]);
  });

  it('have a file for each body, safe names, and narrow to a phase', () => {
    const { files } = githubIssuesExporter.export(renamed(['../..', 'CON', '']), emptyReport, all);
    expect(
      files
        .filter((file) => file.path.startsWith('bodies/'))
        .every((file) => /^bodies\/\d{3}-[^/\\]+\.md$/u.test(file.path)),
    ).toBe(true);
    const phase: Issue[] = JSON.parse(
      fileOf(githubIssuesExporter, 'issues.json', clearOutPlan(), { ...all, phase: toId('ph', 'ph_merge') }),
    );
    expect(phase.every((issue) => issue.milestone === 'Move the shop')).toBe(true);
  });

  it('take the checklist of a hand-over into its step', () => {
    const issues: Issue[] = JSON.parse(fileOf(githubIssuesExporter, 'issues.json', hosterChangePlan()));
    const handOvers = issues.filter((issue) => issue.labels.includes('hand-over'));
    expect(handOvers.length).toBeGreaterThan(0);
    expect(handOvers.some((issue) => issue.body.includes('- ['))).toBe(true);
  });
});

describe('GitLab issues', () => {
  it('have three columns and obey no order of a text', () => {
    const [head, ...rows] = rowsOf(
      fileOf(gitlabCsvExporter, '.csv', renamed(['/close', 'a\n/label ~x', '"; DROP'])),
    );
    expect(head).toEqual(['title', 'description', 'due_date']);
    for (const row of rows) {
      const orders = (row[1] ?? '').split('\n').filter((line) => line.startsWith('/'));
      expect(orders.filter((line) => !/^\/(?:label ~"[a-z -]+"|milestone %"[^"]+")$/u.test(line))).toEqual(
        [],
      );
    }
    expect(rows[0]?.[2]).toBe('2026-12-11');
  });
});

describe('Jira', () => {
  it('gets phases as epics, steps as tasks and checklists as sub-tasks', () => {
    const [head, ...rows] = rowsOf(fileOf(jiraCsvExporter, 'jira.csv'));
    expect(head?.join()).toBe(
      'Summary,Issue Type,Description,Status,Priority,Assignee,Due Date,Issue ID,Parent ID,Labels,Labels,Component',
    );
    const [epic, task, sub] = rows;
    expect([epic?.[0], epic?.[1], epic?.[5], epic?.[6], epic?.[7]]).toEqual([
      'Clear out',
      'Epic',
      'ops@crumb.example',
      '2026-12-11',
      '1',
    ]);
    expect([task?.[0], task?.[1], task?.[8]]).toEqual(['Remove news1', 'Task', '1']);
    expect([sub?.[1], sub?.[8], sub?.[3]]).toEqual(['Sub-task', task?.[7], 'To Do']);
    expect(fileOf(jiraCsvExporter, 'how-to-import.txt')).toContain('yyyy-MM-dd');
  });

  it('shows just the characters of a text', () => {
    fc.assert(
      fc.property(hostileNames(), (name) => {
        const shown = toJiraText(name);
        expect(shown).not.toMatch(/(?<!\\)[{}[\]*_^~|]|[<>@?()]/u);
        const back = shown.replaceAll(
          /\\(.)|&#(\d+);/gu,
          (_, sign: string | undefined, code: string) => sign ?? String.fromCharCode(Number(code)),
        );
        expect(back).toBe(toPlainLine(name));
      }),
      { numRuns: runs('hostileNames') },
    );
  });
});

describe('lists of issues', () => {
  it('hold hostile names: no cell is a formula, every row has its title', () => {
    fc.assert(
      fc.property(fc.array(hostileNames(), { minLength: 1, maxLength: 5 }), (names) => {
        const plan = renamed(names);
        for (const [exporter, path, width] of [
          [gitlabCsvExporter, '.csv', 3],
          [jiraCsvExporter, 'jira.csv', 12],
        ] as const) {
          const rows = rowsOf(fileOf(exporter, path, plan));
          expect(rows.filter((row) => row.length !== width || row[0] === '' || row.some(isFormula))).toEqual(
            [],
          );
        }
        const issues: Issue[] = JSON.parse(fileOf(githubIssuesExporter, 'issues.json', plan));
        expect(issues.filter((issue) => issue.title === '' || issue.title.length > 256)).toEqual([]);
      }),
      { numRuns: runs('property') },
    );
  });
});
