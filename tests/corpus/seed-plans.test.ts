import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importFiles } from '#core/importers/import-files.ts';
import { acceptProposals } from '#core/intake/accept-proposals.ts';
import { toId } from '#core/model/ids.ts';
import { toEmptyPlan, type Plan } from '#core/model/plan.ts';
import { makeCountingIds } from '#support/run-commands.ts';
import { phase } from '#support/worked/inventory-commands.ts';
import { findLeftErrors, workThrough, type WorkedExample } from '#support/worked/worked-example.ts';

const folder = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url));

/** All that was found in a seed, as a plan. */
function toPlan(start: string): Plan {
  const name = readdirSync(folder).find((each) => each.startsWith(start)) ?? '';
  const bytes = new Uint8Array(readFileSync(`${folder}${name}`));
  const { proposals } = importFiles([{ name, bytes }], { remembered: [] });
  const empty = toEmptyPlan(toId('pl', 'pl_seed'), name);
  return acceptProposals(empty, proposals, { accept: 'all' }, { makeId: makeCountingIds() }).edit.plan;
}

type SeedPlan = Pick<WorkedExample, 'plan' | 'repairs'> & { readonly breaks: readonly string[] };

const remove = (node: string) => ({ command: 'plan-remove', node, phase: 'First' });
const agree = (node: string) => ({ command: 'agree-removal', node, by: 'the team' });
const answer = (plan: Plan) =>
  plan.questions
    .filter((each) => each.blocking)
    .map(({ id }) => ({
      command: 'answer-question',
      question: id,
      answer: 'It was found out.',
      by: 'the team',
    }));
const prove = (on: string) => [
  { command: 'add-task', on, text: `Restore it (${on})` },
  { command: 'tick-task', task: `Restore it (${on})`, evidence: 'it came back' },
];

const candidates = ['sendy', 'wiki', 'dev02', 'dev', 'drone', 'drone-test'];

/** The plan that each seed hints at, and what mends it. */
const plans: Readonly<Record<string, (plan: Plan) => SeedPlan>> = {
  '000': () => ({
    plan: [
      phase('First'),
      { command: 'plan-add', name: 'reporting7', kind: 'server', to: 'Amazon Web Services', phase: 'First' },
      { command: 'plan-move', node: 'MySQL', to: 'reporting7', phase: 'First' },
      remove('reporting6'),
    ],
    repairs: [
      agree('reporting6'),
      ...prove('move MySQL'),
      { command: 'add-duty', area: 'operation', subject: 'reporting6', party: 'devops', role: 'accountable' },
    ],
    breaks: ['removal-is-agreed', 'restore-is-proven'],
  }),
  '001': (plan) => ({
    plan: [phase('First'), ...candidates.map(remove)],
    repairs: [
      ...answer(plan),
      ...candidates.map(agree),
      ...['drone', 'drone-test'].map((node) => ({
        command: 'meet-condition',
        change: `remove ${node}`,
        condition: 'after deployment of Travis',
      })),
    ],
    breaks: ['removal-is-agreed', 'blocking-question-is-answered', 'condition-is-met'],
  }),
  '002': (plan) => ({
    plan: [
      phase('First'),
      { command: 'plan-hand-over', area: 'monitoring', subject: 'Mail Server', to: 'gocept', phase: 'First' },
      { command: 'plan-hand-over', area: 'backup', subject: 'Mail Server', to: 'gocept', phase: 'First' },
    ],
    repairs: [
      ...answer(plan),
      ...['monitoring', 'backup'].map((area) => ({
        command: 'accept-hand-over',
        handover: `${area} of Mail Server`,
        by: 'gocept',
        evidence: 'it was tried',
      })),
      ...prove('First'),
    ],
    breaks: ['hand-over-is-accepted', 'restore-is-proven'],
  }),
  '003': () => ({
    plan: [
      phase('First'),
      { command: 'plan-rewire', dependency: 'Rails -> CouchDB', encrypted: true, phase: 'First' },
      remove('IrisCouch'),
    ],
    repairs: [
      agree('IrisCouch'),
      { command: 'plan-rewire', id: 'ch_cron', dependency: 'Cron -> IrisCouch', to: null, phase: 'First' },
      { command: 'order-change', change: 'ch_cron', before: 'remove IrisCouch' },
    ],
    breaks: ['removal-is-agreed', 'removed-node-is-not-needed'],
  }),
  '004': () => ({
    plan: [
      phase('First'),
      { command: 'plan-hand-over', area: 'alert receipt', subject: 'Prometheus', to: 'OCP', phase: 'First' },
    ],
    repairs: [
      {
        command: 'accept-hand-over',
        handover: 'alert receipt of Prometheus',
        by: 'OCP',
        evidence: 'a test alarm arrived',
      },
    ],
    breaks: ['hand-over-is-accepted'],
  }),
};

if (!existsSync(folder)) {
  describe('plans of the seed documents', () => {
    it('are not made: the documents are not there', () => {
      process.stderr.write(
        'seed documents not found beside the repository: their plans are not made in this run\n',
      );
      expect(existsSync(folder)).toBe(false);
    });
  });
} else {
  describe('the plan that a seed document hints at', () => {
    it.each(Object.keys(plans))('of seed %s is made, breaks what it must, and can be mended', (start) => {
      const imported = toPlan(start);
      const { breaks, ...work } = plans[start]?.(imported) ?? { breaks: [], plan: [], repairs: [] };
      const stages = workThrough(imported, { inventory: [], ...work });
      const broken = new Set(stages.planned.report.findings.map((each) => each.rule));
      for (const rule of breaks) expect(broken).toContain(rule);
      expect(findLeftErrors(stages).map((each) => each.message)).toEqual([]);
    });
  });
}
