import type { Line } from './measure.ts';
import { toFigureWords, toNumber, toVerdict } from './print-table.ts';
import type { Machine } from './read-machine.ts';
import { workloads } from './workloads.ts';

/** What came of one row: its lines, or why there are none. */
export interface RowResult {
  readonly id: string;
  readonly seconds: number;
  readonly lines: readonly Line[];
  readonly problem: string | null;
  readonly circumstances: Circumstances;
}

/** What one has to know to judge the figures of a row: rows may come from different runs. */
export interface Circumstances {
  /** Short name of the commit, with `-dirty` where the sources differed from it. */
  readonly commit: string;
  readonly loadBefore: string;
  readonly loadAfter: string;
  readonly quick: boolean;
}

/** The rows of one run, or of several where some were measured anew. */
export interface Report {
  readonly machine: Machine;
  readonly rows: readonly RowResult[];
}

/** The rows of an earlier report with those of a newer one in their place, in the order of the table. */
export function toMerged(earlier: readonly RowResult[], newer: readonly RowResult[]): RowResult[] {
  const byId = new Map([...earlier, ...newer].map((row) => [row.id, row]));
  return workloads.flatMap(({ id }) => byId.get(id) ?? []);
}

const introduction = `# Performance

This page is made by \`npm run bench -- --write-docs\`; don't edit it by hand. \`npm run bench\` prints the same table,
\`--only P4\` one row (with \`--write-docs\` it takes the place of its last figures here), \`--quick\` fewer runs, \`--json\` what
a program can read. The peers are installed on first use into
\`tests/perf/\` and are no part of the product.

Every row runs ours and the peer in turn, after a warm-up, in the same process or the same browser. A figure is the median and
the 95th percentile of its runs. The machine was shared while this was measured, so what counts is the ratio (the peer's median by ours:
above 1 we are faster or smaller), not the milliseconds. A figure of fewer than seven runs says so.

Frames, long tasks, paints and marks are read from the trace of Chromium, not from a counter inside the page. A frame is the time
from one picture on the screen to the next, in whole refreshes of 60 Hz; where the display is said to set no limit, Chromium
runs without a frame rate. The long tasks are those of the page's main thread during a gesture and a quarter of a second after it.

The estates come from \`tests/support/estate/generate-estate.ts\`, the same for the same seed: 10 servers a host, 40 hosts a
provider, applications of 2 to about 40 servers with a long tail, 2.5 dependencies a server of which four of five stay inside of
the application and the rest go to a few hubs, three quarters of the applications moving. Sizes are those of the usual instance families
with shares that fall with the size (35, 30, 20, 12 and 3 of 100). These shares and degrees are assumptions of
ours; they were not fitted to a published trace. The peers draw the servers and their dependencies only, at
the positions of our layout; ours draws hosts, providers and services too.`;

function toCircumstancesWords({ circumstances, lines }: RowResult): string {
  const { commit, loadBefore, loadAfter, quick } = circumstances;
  const extent = quick && lines.length > 0 ? ', fewer runs (`--quick`)' : '';
  return `At \`${commit}\`${extent}; load ${loadBefore} before and ${loadAfter} after.`;
}

function toLines({ lines, problem }: RowResult): string[] {
  if (problem !== null) return [`${problem}.`, ''];
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const notes = lines.filter((line) => line.note !== '').map((line) => `- ${line.what}: ${line.note}`);
  return [
    '| | ours, median / p95 | peer, median / p95 | ratio | target | |',
    '|---|---|---|---|---|---|',
    ...lines.map((line) => {
      const peer = line.theirs === null ? '' : `${line.peer ?? ''}: ${toFigureWords(line.theirs, line.unit)}`;
      const ratio = line.ratio === null ? '' : toNumber(line.ratio);
      return `| ${[line.what, toFigureWords(line.ours, line.unit), peer, ratio, line.target, toVerdict(line)].map(cell).join(' | ')} |`;
    }),
    '',
    ...(notes.length === 0 ? [] : [...notes, '']),
  ];
}

function toShortfalls(rows: readonly RowResult[]): string[] {
  const missed = rows.flatMap(({ id, lines }) =>
    lines
      .filter((line) => line.met === false)
      .map((line) => `- ${id}, ${line.what}: ${line.target}. ${line.note}`.trimEnd()),
  );
  const lost = rows.flatMap(({ id, lines }) =>
    lines
      .filter((line) => line.ratio !== null && line.ratio < 1)
      .map(
        (line) =>
          `- ${id}, ${line.what}: ${line.peer ?? 'the peer'} is ${toNumber(1 / (line.ratio ?? 1))} times ahead.`,
      ),
  );
  const unmeasured = rows.flatMap(({ id, problem }) => (problem === null ? [] : [`- ${id}: ${problem}.`]));
  return [
    '## Where a target was not reached',
    '',
    ...(missed.length + unmeasured.length === 0 ? ['Nowhere.'] : [...missed, ...unmeasured]),
    '',
    '## Where a peer is ahead',
    '',
    ...(lost.length === 0 ? ['Nowhere.'] : lost),
    '',
  ];
}

/** `docs/performance.md`. */
export function toPage({ machine, rows }: Report): string {
  const asked = rows.flatMap((row) => {
    const workload = workloads.find((each) => each.id === row.id);
    if (workload === undefined) return [];
    return [
      `## ${workload.id}: ${workload.title}`,
      '',
      `Against ${workload.peers}. Target: ${workload.target}.`,
      '',
      toCircumstancesWords(row),
      '',
      ...toLines(row),
    ];
  });
  return [
    introduction,
    '',
    `Measured on ${machine.cores}, ${machine.memoryGiB} GiB, ${machine.system}, Node ${machine.node}, ${machine.chromium}, no`,
    'graphics card. Each row says at which commit, and how busy the machine was (load of the last 1, 5 and 15 minutes).',
    '',
    `Peers: ${machine.peers.join(', ')}.`,
    '',
    ...toShortfalls(rows),
    ...asked,
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
