import { describe, expect, it } from 'vitest';
import { toLine, type Line } from '../../perf/measure.ts';
import { toFigureWords, toNumber, toTerminalTable } from '../../perf/print-table.ts';
import { workloads } from '../../perf/workloads.ts';
import { toMerged, toPage, type Report } from '../../perf/write-page.ts';

const figure = (median: number, runs = 7) => ({ median, p95: median * 2, runs });

const reached = toLine({
  what: 'a thing',
  ours: figure(2),
  peer: 'elk | js',
  theirs: figure(20),
  target: '5 times faster',
  met: true,
});
const missed = toLine({
  what: 'another',
  ours: figure(30),
  peer: 'React Flow',
  theirs: figure(10),
  target: '10 ms',
  met: false,
  note: 'it took 30 ms',
});

const circumstances = {
  commit: 'abc1234',
  loadBefore: '0.1 0.2 0.3',
  loadAfter: '1.0 0.5 0.3',
  quick: false,
};

function report(lines: readonly Line[], problem: string | null = null): Report {
  return {
    machine: {
      cores: '2 x test',
      memoryGiB: 8,
      system: 'linux 6',
      node: 'v20.19.0',
      chromium: 'Chromium 1',
      peers: ['elkjs 1.0.0'],
    },
    rows: [{ id: 'P4', seconds: 12, lines, problem, circumstances }],
  };
}

function sectionOf(page: string, title: string): string {
  return page.split('\n## ').find((part) => part.startsWith(title)) ?? '';
}

describe('the page of the bench', () => {
  it('has the machine, the versions and the load', () => {
    const page = toPage(report([reached]));
    for (const words of ['2 x test', 'v20.19.0', 'Chromium 1', 'elkjs 1.0.0']) expect(page).toContain(words);
    expect(sectionOf(page, 'P4')).toContain('At `abc1234`; load 0.1 0.2 0.3 before and 1.0 0.5 0.3 after.');
    const quick = report([reached]);
    const row = { ...quick.rows[0], id: 'P4', seconds: 1, lines: [reached], problem: null };
    expect(
      toPage({ ...quick, rows: [{ ...row, circumstances: { ...circumstances, quick: true } }] }),
    ).toContain('At `abc1234`, fewer runs (`--quick`); load');
  });

  it('has a row of a table for each line, whatever is in its words', () => {
    const page = toPage(report([reached, missed]));
    expect(page).toContain(
      '| a thing | 2.00 / 4.00 ms | elk \\| js: 20.0 / 40.0 ms | 10.0 | 5 times faster | met |',
    );
    expect(page).toContain(
      '| another | 30.0 / 60.0 ms | React Flow: 10.0 / 20.0 ms | 0.33 | 10 ms | NOT MET |',
    );
    expect(page).toContain('- another: it took 30 ms');
  });

  it('says where a target was missed and why, and where a peer is ahead by how much', () => {
    const page = toPage(report([reached, missed]));
    expect(sectionOf(page, 'Where a target')).toContain('- P4, another: 10 ms. it took 30 ms');
    expect(sectionOf(page, 'Where a target')).not.toContain('a thing');
    expect(sectionOf(page, 'Where a peer')).toContain('- P4, another: React Flow is 3.00 times ahead.');
    const good = toPage(report([reached]));
    expect(good.match(/Nowhere\./gu)).toHaveLength(2);
  });

  it('names a row that could not be measured', () => {
    const page = toPage(report([], 'Not measured: no Chromium'));
    expect(sectionOf(page, 'Where a target')).toContain('- P4: Not measured: no Chromium.');
    expect(sectionOf(page, 'P4')).toContain('Not measured: no Chromium.');
  });
});

describe('rows that are measured anew', () => {
  const rowOf = (id: string, seconds: number) => ({ id, seconds, lines: [], problem: null, circumstances });

  it('take the place of their last figures; the others stay, in the order of the table', () => {
    const merged = toMerged([rowOf('P1', 1), rowOf('P9', 9)], [rowOf('P4', 4), rowOf('P1', 11)]);
    expect(merged.map(({ id, seconds }) => [id, seconds])).toEqual([
      ['P1', 11],
      ['P4', 4],
      ['P9', 9],
    ]);
  });

  it('leave out what the table no longer has', () => {
    expect(toMerged([rowOf('P99', 1)], [])).toEqual([]);
  });
});

describe('the table of the terminal', () => {
  const [, , , workload] = workloads;

  it('is aligned and ends with the notes', () => {
    if (workload === undefined) throw new Error('P4 is a row');
    const table = toTerminalTable(workload, {
      id: 'P4',
      seconds: 3,
      lines: [reached, missed],
      problem: null,
      circumstances,
    });
    const ends = table
      .split('\n')
      .filter((line) => line.startsWith('    a'))
      .map((line) => line.search(/5 times|10 ms/u));
    expect(table).toContain('NOT MET');
    expect(table.trimEnd().endsWith('* another: it took 30 ms')).toBe(true);
    expect(ends).toHaveLength(3);
    expect(ends[1]).toBe(ends[2]);
    expect(
      toTerminalTable(workload, {
        id: 'P4',
        seconds: 3,
        lines: [],
        problem: 'Not measured: x',
        circumstances,
      }),
    ).toContain('Not measured: x');
  });

  it('prints numbers with the digits that mean something', () => {
    expect([12_345, 99.96, 9.999, 0.5, 0.01234, 0, Number.NaN].map(toNumber)).toEqual([
      '12,345',
      '100.0',
      '10.00',
      '0.50',
      '0.0123',
      '0.00',
      '-',
    ]);
    expect(toFigureWords(figure(5, 3), 'ms')).toBe('5.00 / 10.0 ms (3 runs)');
    expect(toFigureWords(figure(5, 1), 'MiB')).toBe('5.00 MiB (1 run)');
    expect(toFigureWords(null, 'ms')).toBe('-');
  });
});
