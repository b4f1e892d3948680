// `npm test`: every check of the project, in the order in which a mistake is cheapest to find. Each step prints how long
// it took; the last line is `N passed, N failed`. A step that is not a test runner counts as one test.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {{ passed: number, failed: number, sentences?: readonly string[] }} Counts */

const bin = (/** @type {string} */ name) => join('node_modules', '.bin', name);

/**
 * Runs a command with its output shown and answers its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<number>}
 */
function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/**
 * A step that is right or wrong as a whole.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {() => Promise<Counts>}
 */
const whole = (command, args) => async () => {
  const code = await run(command, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

/**
 * A test runner that writes its counts as JSON; a runner that dies or runs nothing is a failure.
 * @param {(report: string) => Promise<number>} start
 * @param {(json: any) => Counts} read
 * @returns {() => Promise<Counts>}
 */
const counted = (start, read) => async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rehome-test-'));
  try {
    const report = join(folder, 'report.json');
    const code = await start(report);
    const counts = await readFile(report, 'utf8').then(
      (text) => read(JSON.parse(text)),
      () => ({ passed: 0, failed: 1 }),
    );
    const dead = counts.passed + counts.failed === 0 || (code !== 0 && counts.failed === 0);
    return dead ? { ...counts, failed: counts.failed + 1 } : counts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/**
 * What failed, a line each, so that the end of a long log says it again.
 * @param {any} json the report of vitest
 * @returns {string[]}
 */
function namesOfVitest(json) {
  return json.testResults.flatMap((/** @type {any} */ file) => {
    const failed = file.assertionResults.filter((/** @type {any} */ each) => each.status === 'failed');
    if (failed.length === 0 && file.status === 'failed') return [`${file.name}: ${file.message}`];
    return failed.map(
      (/** @type {any} */ each) => `${file.name} > ${each.fullName}\n    ${each.failureMessages[0] ?? ''}`,
    );
  });
}

/**
 * The same for Playwright, whose specs are nested in suites.
 * @param {any} suite
 * @returns {string[]}
 */
function namesOfPlaywright(suite) {
  const isFlaky = (/** @type {any} */ spec) =>
    spec.tests.some((/** @type {any} */ test) => test.status === 'flaky');
  const own = (suite.specs ?? []).filter((/** @type {any} */ spec) => !spec.ok || isFlaky(spec));
  return [
    ...own.map(
      (/** @type {any} */ spec) =>
        `${spec.file}:${spec.line} > ${spec.title}${spec.ok ? ' (only at the second attempt)' : ''}`,
    ),
    ...(suite.suites ?? []).flatMap(namesOfPlaywright),
  ];
}

/** @type {readonly { name: string, start: () => Promise<Counts> }[]} */
const steps = [
  { name: 'types', start: whole(bin('tsc'), ['-b']) },
  { name: 'lint', start: whole(bin('oxlint'), ['--type-aware', '--deny-warnings']) },
  { name: 'format', start: whole(bin('oxfmt'), ['--check']) },
  { name: 'dead code', start: whole(bin('knip'), []) },
  { name: 'dead code in the product', start: whole(bin('knip'), ['--production']) },
  {
    name: 'unit, property and golden tests',
    start: counted(
      (report) =>
        run(bin('vitest'), [
          'run',
          '--config',
          'tests/vitest.config.ts',
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${report}`,
        ]),
      (json) => ({
        passed: json.numPassedTests,
        failed: json.numFailedTests + (json.success ? 0 : json.numFailedTests === 0 ? 1 : 0),
        sentences: namesOfVitest(json),
      }),
    ),
  },
  { name: 'package', start: whole(process.execPath, ['tests/support/run/package.mjs']) },
  { name: 'sabotages', start: whole(process.execPath, ['tests/support/run/teeth.mjs', '--some']) },
  {
    name: 'end-to-end tests',
    start: counted(
      (report) =>
        run(process.execPath, ['tests/support/run/e2e.mjs'], { PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
      (json) => ({
        // There is a second attempt on CI alone; what needed it is named below.
        passed: json.stats.expected + json.stats.flaky,
        failed: json.stats.unexpected,
        sentences: json.suites.flatMap(namesOfPlaywright),
      }),
    ),
  },
];

const only = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
/** @type {string[]} */
const summary = [];
for (const step of steps) {
  if (only.length > 0 && !only.some((word) => step.name.includes(word))) continue;
  console.log(`\n== ${step.name}`);
  const before = Date.now();
  const counts = await step.start();
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = Math.round((Date.now() - before) / 100) / 10;
  summary.push(
    `${counts.failed === 0 ? 'ok  ' : 'FAIL'} ${step.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`,
    ...(counts.sentences ?? []).map((each) => `     ${each.slice(0, 1200)}`),
  );
}
console.log(`\n${summary.join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
