// `npm run test:faults`: every fault, kill, damage and sabotage with its full count, and the figures of it as docs/reliability.md. It
// takes a while; `npm test` runs the same tests with fewer rounds.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPackage } from './package.mjs';
import { toReliabilityPage } from './reliability-page.mjs';
import { runTeeth } from './teeth.mjs';

const folder = mkdtempSync(join(tmpdir(), 'rehome-faults-'));
const figures = join(folder, 'figures.ndjson');
writeFileSync(figures, '');
const env = { ...process.env, REHOME_COUNTS: 'long', REHOME_FIGURES: figures };

/** @param {readonly string[]} words @returns {Promise<boolean>} */
function run(words) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...words], { stdio: 'inherit', env });
    child.on('close', (code) => resolve(code === 0));
  });
}

const vitest = join('node_modules', 'vitest', 'vitest.mjs');
const files = [
  ...['vault', 'web', 'electron', 'upkeep'].map((name) => `tests/main/${name}`),
  'tests/ui/database-upgrade.test.ts',
  'tests/unit/document/hostile-plan-files.test.ts',
  'tests/unit/exporters/encoders.test.ts',
  'tests/unit/exporters/hostile-json.test.ts',
  'tests/unit/exporters/map-picture.test.ts',
  'tests/unit/importers/hostile-files.test.ts',
];
const specs = ['shell', 'story-kept'].map((name) => `tests/e2e/${name}`);
const isUnitGood = await run([vitest, 'run', '--config', 'tests/vitest.config.ts', ...files]);
const isEndToEndGood = await run(['tests/support/run/e2e.mjs', ...specs]);
const packed = await checkPackage();
const teeth = await runTeeth({});

/** @type {{ id: string, what: string, held: number, of: number }[]} */
const noted = readFileSync(figures, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));
noted.push(
  { id: 'A4', what: 'checks of the package', held: packed.checks - packed.failed, of: packed.checks },
  { id: 'C6', what: 'sabotages of the build', held: teeth.tried - teeth.missed.length, of: teeth.tried },
);
writeFileSync(join('docs', 'reliability.md'), toReliabilityPage(noted));
rmSync(folder, { recursive: true, force: true });
const isGood = isUnitGood && isEndToEndGood && packed.failed === 0 && teeth.missed.length === 0;
console.log(isGood ? 'docs/reliability.md is written.' : 'Not all held; docs/reliability.md says what did.');
process.exitCode = isGood ? 0 : 1;
