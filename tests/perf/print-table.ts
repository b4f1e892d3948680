import type { Figure, Line } from './measure.ts';
import type { Workload } from './workloads.ts';
import type { RowResult } from './write-page.ts';

/** A number with the digits that mean something. */
export function toNumber(value: number): string {
  if (!Number.isFinite(value)) return '-';
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString('en-US');
  return size >= 10 ? value.toFixed(1) : value.toFixed(size >= 0.095 || size === 0 ? 2 : 4);
}

/** Median and p95, with the number of runs where there are fewer than seven. */
export function toFigureWords(figure: Figure | null, unit: string): string {
  if (figure === null) return '-';
  const few = figure.runs < 7 ? ` (${figure.runs} ${figure.runs === 1 ? 'run' : 'runs'})` : '';
  const words = `${toNumber(figure.median)} / ${toNumber(figure.p95)}`;
  return `${figure.runs === 1 ? toNumber(figure.median) : words} ${unit}${few}`.replace(/ +$/u, '');
}

/** What became of a line's target. */
export function toVerdict({ met }: Line): string {
  return met === null ? '' : met ? 'met' : 'NOT MET';
}

/** The lines of one row for the terminal, aligned. */
export function toTerminalTable(workload: Workload, { lines, problem, seconds }: RowResult): string {
  const head = `\n${workload.id}  ${workload.title} (${Math.round(seconds)} s)\n    against ${workload.peers}; target: ${workload.target}`;
  if (problem !== null) return `${head}\n    ${problem}`;
  const cells = [
    ['', 'ours p50 / p95', 'peer p50 / p95', 'ratio', 'target', ''],
    ...lines.map((line) => [
      line.what,
      toFigureWords(line.ours, line.unit),
      line.theirs === null ? '' : `${toFigureWords(line.theirs, line.unit)}  ${line.peer ?? ''}`,
      line.ratio === null ? '' : `${toNumber(line.ratio)}x`,
      line.target,
      toVerdict(line),
    ]),
  ];
  const widths = (cells[0] ?? []).map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const table = cells.map((row) =>
    `    ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd(),
  );
  const notes = lines.filter((line) => line.note !== '').map((line) => `    * ${line.what}: ${line.note}`);
  return [head, ...table, ...notes].join('\n');
}
