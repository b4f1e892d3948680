import { expect, test } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { exporters } from '#core/exporters/exporters.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';

// E8 asks that every scalar of a YAML export is quoted. There is no such export; whoever adds one has to meet E8, and this test.
test('E8 no way out of a plan writes YAML, as a file or at the head of one', () => {
  const plan = clearOutPlan();
  const report = checkPlan(plan);
  const files = exporters.flatMap(
    (each) => each.export(plan, report, { phase: null, party: null, without: [] }).files,
  );
  expect(files.length).toBeGreaterThan(exporters.length - 1);
  for (const { path, content } of files) {
    expect(path).not.toMatch(/\.ya?ml$/u);
    expect(typeof content === 'string' && content.startsWith('---\n'), path).toBe(false);
  }
});
