import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkRules } from '#core/checks/rules.ts';

const severities = ['error', 'warning', 'info'] as const;
const headings = { error: 'Errors', warning: 'Warnings', info: 'Information' } as const;

/** The docstring above the rule, as one paragraph. */
function meaningOf(name: string): string {
  const text = readFileSync(`src/checks/rules/${name}.ts`, 'utf8');
  const blocks = [...text.matchAll(/\/\*\*\n((?: \*.*\n)+?) \*\/\nexport const \w+/gu)];
  const one = [...text.matchAll(/\/\*\* (.*) \*\/\nexport const \w+/gu)];
  const found = blocks.at(-1)?.[1] ?? one.at(-1)?.[1] ?? '';
  return found
    .split('\n')
    .map((line) => line.replace(/^ \* ?/u, ''))
    .join(' ')
    .trim();
}

function wrap(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    if (line !== '' && line.length + word.length + 1 > 110) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

function toDocument(): string {
  const parts = severities.flatMap((severity) => {
    const rules = checkRules.filter((rule) => rule.severity === severity);
    return rules.length === 0
      ? []
      : [`## ${headings[severity]}`, ...rules.map((rule) => `### ${rule.name}\n\n${wrap(meaningOf(rule.name))}`)];
  });
  const head = [
    '# What is checked',
    wrap(
      'Rehome checks the estate as it is today, after each change in the planned order, and at the end of each phase. The name of a rule is the assertion that was broken. This page is made from the rules themselves.',
    ),
  ];
  return `${[...head, ...parts].join('\n\n')}\n`;
}

describe('docs/checks.md', () => {
  it('says of every rule what it means', () => {
    for (const rule of checkRules) expect(meaningOf(rule.name).length, rule.name).toBeGreaterThan(60);
  });

  it('is what the rules say today (REHOME_GOLDEN=write makes it anew)', () => {
    const text = toDocument();
    if (process.env['REHOME_GOLDEN'] === 'write') writeFileSync('docs/checks.md', text);
    expect(readFileSync('docs/checks.md', 'utf8')).toBe(text);
  });
});
