import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Line } from './measure.ts';
import { toTerminalTable } from './print-table.ts';
import { readArguments, type BenchOptions } from './read-arguments.ts';
import { readCommit, readLoad, readMachine } from './read-machine.ts';
import { rows } from './rows.ts';
import { workloads } from './workloads.ts';
import { toMerged, toPage, type Report, type RowResult } from './write-page.ts';

/** A row that takes longer than this has no result, and says so. */
const limitMs = { quick: 300_000, whole: 900_000 };

/** Runs one row in this process and writes its lines, as the child that `runRow` started. */
async function runChild(id: string, quick: boolean, file: string): Promise<void> {
  const row = rows[id];
  if (row === undefined) throw new Error(`no row ${id}`);
  const lines = await row({ quick, runs: quick ? 7 : 15 });
  writeFileSync(file, JSON.stringify(lines));
  // Workers and engines of peers may keep a process alive that has nothing left to do.
  process.exit(0);
}

/** Each row has a process of its own: what one leaves in memory or in the compiler's profile does not slow the next. */
function runRow(id: string, quick: boolean): Promise<Omit<RowResult, 'circumstances'>> {
  const folder = mkdtempSync(join(tmpdir(), 'rehome-bench-'));
  const file = join(folder, 'lines.json');
  const args = [
    ...process.execArgv,
    fileURLToPath(import.meta.url),
    '--child',
    id,
    quick ? 'quick' : 'whole',
    file,
  ];
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.stdout.resume();
    let isLate = false;
    // Browsers and hosts that it started go with it, also when the bench itself is stopped.
    const endAll = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    const stop = (): void => {
      endAll();
      process.exit(130);
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
    const timer = setTimeout(
      () => {
        isLate = true;
        endAll();
      },
      quick ? limitMs.quick : limitMs.whole,
    );
    child.on('close', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', stop).off('SIGTERM', stop);
      const seconds = (performance.now() - started) / 1000;
      const reason = isLate
        ? `it took longer than ${(quick ? limitMs.quick : limitMs.whole) / 1000} s here and was ended`
        : (/^(?:\w*Error): .*$/mu.exec(said)?.[0] ??
          said.trim().split('\n').at(-1) ??
          `it ended with ${code}`);
      const lines: Line[] | null = code === 0 ? JSON.parse(readFileSync(file, 'utf8')) : null;
      rmSync(folder, { recursive: true, force: true });
      resolve({
        id,
        seconds,
        lines: lines ?? [],
        problem: lines === null ? `Not measured: ${reason}` : null,
      });
    });
  });
}

/** The rows of all runs with `--write-docs`, as they were measured; `docs/performance.md` is made of it. */
const resultsFile = join('tests', 'perf', 'results.json');

function readResults(): readonly RowResult[] {
  if (!existsSync(resultsFile)) return [];
  const report: Report = JSON.parse(readFileSync(resultsFile, 'utf8'));
  return report.rows;
}

/** After each row, so that a run that is stopped keeps what it measured. */
function writeResults(report: Report): void {
  const merged = { ...report, rows: toMerged(readResults(), report.rows) };
  writeFileSync(resultsFile, `${JSON.stringify(merged, null, 2)}\n`);
  writeFileSync(join('docs', 'performance.md'), toPage(merged));
}

async function runAll(options: BenchOptions): Promise<void> {
  const machine = readMachine();
  const commit = readCommit();
  const results: RowResult[] = [];
  for (const workload of workloads.filter((each) => options.rows.includes(each.id))) {
    process.stderr.write(`${workload.id} ${workload.title} ...\n`);
    const loadBefore = readLoad();
    const measured = await runRow(workload.id, options.quick);
    const circumstances = { commit, loadBefore, loadAfter: readLoad(), quick: options.quick };
    const result = { ...measured, circumstances };
    results.push(result);
    if (!options.json) console.log(toTerminalTable(workload, result));
    if (options.writeDocs) writeResults({ machine, rows: [result] });
  }
  if (options.json) console.log(JSON.stringify({ machine, rows: results }, null, 2));
  if (options.writeDocs) process.stderr.write('Wrote docs/performance.md.\n');
  process.exitCode = results.some((each) => each.problem !== null) ? 1 : 0;
}

const [first, id = '', extent, file = ''] = process.argv.slice(2);
if (first === '--child') await runChild(id, extent === 'quick', file);
else {
  const options = readArguments(process.argv.slice(2));
  if (typeof options === 'string') {
    console.error(options);
    process.exitCode = 2;
  } else await runAll(options);
}
