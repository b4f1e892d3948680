import { describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { exporters } from '#core/exporters/exporters.ts';
import { acceptProposals } from '#core/intake/accept-proposals.ts';
import { previewIntake } from '#core/intake/preview-intake.ts';
import { importFiles } from '#core/importers/import-files.ts';
import { planOf } from '#support/build-plan.ts';
import { writtenCanaries as files } from '#support/canary-files.ts';
import { context } from '../intake/take-files.ts';

const options = { phase: null, party: null, without: [] };
const encoder = new TextEncoder();
const sources = files.map(({ name, text }) => ({ name, bytes: encoder.encode(text) }));

describe('S1: secrets of sources', () => {
  it('are sixty, each of its own, in twelve files', () => {
    const all = files.flatMap((file) => file.secrets);
    expect([files.length, new Set(all).size]).toEqual([12, 60]);
    for (const { text, secrets } of files) for (const secret of secrets) expect(text).toContain(secret);
  });

  it.each(files.map((file) => file.name))(
    'leave no trace of %s in proposals, review and problems',
    (name) => {
      const file = sources.find((each) => each.name === name);
      const outcome = importFiles(file === undefined ? [] : [file]);
      expect(outcome.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
      expect(outcome.proposals.flatMap((proposal) => proposal.items).length).toBeGreaterThan(0);
      const preview = [...previewIntake(planOf(), outcome.proposals).items];
      const said = JSON.stringify([outcome, preview]);
      const secrets = files.find((each) => each.name === name)?.secrets ?? [];
      expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
    },
  );

  it('leave no trace in the plan, its findings and any export, and are findings', () => {
    const { proposals } = importFiles(sources);
    expect(proposals).toHaveLength(files.length);
    const { edit, summary } = acceptProposals(planOf(), proposals, { accept: 'all' }, context);
    const again = acceptProposals(edit.plan, importFiles(sources).proposals, { accept: 'all' }, context);
    const report = checkPlan(edit.plan);
    const exported = exporters.flatMap((exporter) => exporter.export(edit.plan, report, options).files);
    const written = [
      toPlanFileText(edit.plan),
      toPlanFileText(again.edit.plan),
      JSON.stringify([summary, again.summary, report.findings]),
      ...exported.map((file) => JSON.stringify([file.path, file.content])),
    ].join('\n');
    const all = files.flatMap((file) => file.secrets);
    expect(all.filter((secret) => written.includes(secret))).toEqual([]);
    const found = report.findings.filter((finding) => finding.rule === 'secret-was-in-source');
    expect(found.length).toBeGreaterThanOrEqual(10);
  });
});
