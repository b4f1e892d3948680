import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCode } from './source-files.ts';

const product = [...readCode('src'), ...readCode('main'), ...readCode('renderer')];

/** Names of exports that have no docstring directly above them. */
function undocumented(text: string): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const name = /^export (?:declare )?(?:async )?(?:function\*?|const|interface|type|class) (\w+)/u.exec(
      line,
    )?.[1];
    if (name === undefined) return [];
    return (lines[index - 1] ?? '').trimEnd().endsWith('*/') ? [] : [name];
  });
}

describe('style', () => {
  it('sees the files', () => {
    expect(product.length).toBeGreaterThan(100);
  });

  it('keeps every file within 300 lines', () => {
    const all = [...product, ...readCode('tests')];
    expect(all.filter((file) => file.text.split('\n').length > 301).map((file) => file.path)).toEqual([]);
  });

  it('documents every public name of src', () => {
    expect(undocumented('export function bare(): void {}')).toEqual(['bare']);
    expect(undocumented('/** Said. */\nexport const said = 1;')).toEqual([]);
    const found = product
      .filter((file) => file.path.startsWith('src/'))
      .flatMap((file) => undocumented(file.text).map((name) => `${file.path}: ${name}`));
    expect(found).toEqual([]);
  });

  it('has only the top level that the layout names', () => {
    const known = new Set([
      'package.json',
      'package-lock.json',
      'electron.config.ts',
      'tsconfig.json',
      'src',
      'renderer',
      'main',
      'assets',
      'tests',
      'docs',
      'README.md',
      'LICENSE',
    ]);
    const made = new Set(['node_modules', 'out', 'dist', 'test-results', 'playwright-report', 'coverage']);
    expect(
      readdirSync('.').filter((name) => !name.startsWith('.') && !known.has(name) && !made.has(name)),
    ).toEqual([]);
  });

  it('imports nothing from node, the DOM or the clock in src', () => {
    const banned =
      /from 'node:|\bDate\.now\(|\bMath\.random\(|new Date\(\)|localeCompare|\bfetch\(|process\.env/u;
    const found = product.filter((file) => file.path.startsWith('src/') && banned.test(file.text));
    expect(found.map((file) => file.path)).toEqual([]);
  });

  it('leaves nothing unfinished', () => {
    const unfinished = /\bTODO\b|\bFIXME\b|\bXXX\b|not implemented/u;
    const lexicon = /importers\//u;
    const found = product.filter((file) => !lexicon.test(file.path) && unfinished.test(file.text));
    expect(found.map((file) => file.path)).toEqual([]);
  });
});
