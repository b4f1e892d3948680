import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { toCheckSummary } from '#core/exporters/markdown/check-summary.ts';
import { planOf } from '#support/build-plan.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { clearOutReport, emptyReport } from '#support/example-reports.ts';
import { makeFolder, runRehome } from './run-rehome.ts';

describe('rehome check --summary', () => {
  it('adds a verdict and a table to the end of a file, once for each plan', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'p.json'), toPlanFileText(clearOutPlan()));
    writeFileSync(join(folder, 's.md'), '# The job\n');
    const plain = await runRehome(folder, ['check', 'p.json']);
    const answer = await runRehome(folder, ['check', 'p.json', '--summary', 's.md']);
    expect(answer).toEqual(plain);
    await runRehome(folder, ['check', 'p.json', '--summary', 's.md', '--json']);
    const text = readFileSync(join(folder, 's.md'), 'utf8');
    expect(text).toMatch(/^# The job\n\n### ✖ Clear out Harbour Cloud\n\n\*\*\d+ errors?\*\*/u);
    expect(text.match(/^### /gmu)).toHaveLength(2);
    expect(text).toMatch(/^\| ✖ error \| .* \| from Clear out \| `[\w-]+` \|$/mu);
  });

  it('refuses standard output and leaves what cannot be written', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'p.json'), toPlanFileText(clearOutPlan()));
    for (const file of ['-', 'no/such/folder/s.md']) {
      const answer = await runRehome(folder, ['check', 'p.json', '--summary', file]);
      expect({ file, ...answer }).toMatchObject({ code: 2, stdout: '' });
    }
  });

  it('says that nothing is wrong, and shows names as they are', () => {
    expect(toCheckSummary(planOf({ name: 'A | <b>' }), emptyReport)).toBe(
      '### ✓ A \\| &lt;b&gt;\n\nno errors and 0 warnings in 1 state.\n',
    );
    expect(toCheckSummary(clearOutPlan(), clearOutReport)).toContain('until Move the shop');
  });
});
