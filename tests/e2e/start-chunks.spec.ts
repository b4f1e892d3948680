import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '#support/launch-app.ts';

const folder = join('out', 'renderer');

/** What a script of the build imports before it runs; what it loads when it is asked for is not among it. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(folder, path), 'utf8');
  const pattern = /(?:^|[;}\s])(?:import|export)(?:[^;"'`()]*?from)?\s*["']\.\/([^"']+\.js)["']/gu;
  return [...text.matchAll(pattern)].map((match) => `assets/${match[1] ?? ''}`);
}

/** The scripts that the window loads before it can show anything. */
function eagerScripts(): ReadonlySet<string> {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const open = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/gu)].map((match) => match[1] ?? '');
  const seen = new Set<string>();
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    open.push(...importsOf(path));
  }
  return seen;
}

/** Words that only the code of these parts has. */
const later = {
  'React Flow': 'react-flow__',
  'the database': 'chromeTransactionDurability',
  'the checks': 'blocking-question-is-answered',
  'Markdown for people': 'markdown-it',
  'the report': '```mermaid',
} as const;

test('the window loads its start page and nothing else before it shows something', () => {
  const eager = eagerScripts();
  const bytes = [...eager].reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  expect(eager.size).toBeGreaterThan(1);
  expect(bytes).toBeGreaterThan(100_000);
  expect(bytes).toBeLessThan(600_000);
  const all = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));
  const texts = all.map(
    (name) => [`assets/${name}`, readFileSync(join(folder, 'assets', name), 'utf8')] as const,
  );
  for (const [part, word] of Object.entries(later)) {
    const holders = texts.flatMap(([path, text]) => (text.includes(word) ? [path] : []));
    // Where nothing has the word it says nothing that the first scripts have it not.
    expect(holders, part).not.toEqual([]);
    expect(
      holders.filter((path) => eager.has(path)),
      part,
    ).toEqual([]);
  }
});
