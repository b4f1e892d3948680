import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../perf/read-arguments.ts';
import { workloads } from '../../perf/workloads.ts';

const ids = Array.from({ length: 16 }, (_, at) => `P${at + 1}`);

describe('the bench', () => {
  it('has every row of the design once, in order, with a target and somebody to compare with', () => {
    expect(workloads.map((each) => each.id)).toEqual(ids);
    for (const each of workloads) {
      expect(each.title.length, each.id).toBeGreaterThan(10);
      expect(each.target, each.id).toMatch(/\d/u);
      expect(each.peers.length, each.id).toBeGreaterThan(3);
    }
  });

  it('runs every row when none is named', () => {
    const all = { json: false, quick: false, writeDocs: false, rows: ids };
    expect(readArguments([])).toEqual(all);
    expect(readArguments(['--', '--quick', '--json', '--write-docs'])).toEqual({
      json: true,
      quick: true,
      writeDocs: true,
      rows: ids,
    });
  });

  it('takes rows in any form and keeps their order', () => {
    const rowsOf = (...words: string[]) => {
      const options = readArguments(words);
      return typeof options === 'string' ? options : options.rows;
    };
    expect(rowsOf('--only', 'P4')).toEqual(['P4']);
    expect(rowsOf('--only=p12,P3')).toEqual(['P3', 'P12']);
    expect(rowsOf('--only', 'P9', '--only', 'P1')).toEqual(['P1', 'P9']);
  });

  it('says what means nothing', () => {
    expect(readArguments(['--only'])).toMatch(/--only needs a row/u);
    expect(readArguments(['--only', 'P17'])).toMatch(/no row "P17".*P16/u);
    expect(readArguments(['--only', ''])).toMatch(/no row ""/u);
    expect(readArguments(['--fast'])).toMatch(/"--fast" means nothing/u);
    expect(readArguments(['P4'])).toMatch(/"P4" means nothing/u);
  });

  it('pins every program that it compares with', () => {
    const manifest: unknown = JSON.parse(readFileSync('tests/perf/package.json', 'utf8'));
    const lock: unknown = JSON.parse(readFileSync('tests/perf/package-lock.json', 'utf8'));
    const isPinned = (value: unknown): value is { readonly dependencies: Record<string, string> } =>
      typeof value === 'object' && value !== null && 'dependencies' in value;
    if (!isPinned(manifest)) throw new Error('no dependencies');
    expect(Object.values(manifest.dependencies).filter((each) => !/^\d+\.\d+\.\d+$/u.test(each))).toEqual([]);
    expect(lock).toMatchObject({ packages: { '': { dependencies: manifest.dependencies } } });
  });
});
