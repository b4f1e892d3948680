import { readFileSync, writeFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { compareText } from '#core/base/compare.ts';
import { builtInTemplates } from '#core/commands/built-in-templates.ts';
import { commandDefinitions } from '#core/commands/registry.ts';
import { commands } from '#main/cli/commands.ts';
import { toCommandHelp } from '#main/cli/help.ts';

const page = 'docs/command-line.md';
const start = '<!-- made from the commands themselves';

/** The part of the page that is made: each command as its own help says it. */
function toReference(): string {
  const parts = commands.flatMap((command) => [
    `### rehome ${command.name}`,
    '',
    '```',
    toCommandHelp(command).trimEnd(),
    '```',
    '',
  ]);
  return parts.join('\n').trimEnd();
}

describe(page, () => {
  it('ends with a reference that is what the commands say today (REHOME_GOLDEN=write makes it anew)', () => {
    const text = readFileSync(page, 'utf8');
    const at = text.indexOf('\n', text.indexOf(start));
    const wanted = `${text.slice(0, at)}\n\n${toReference()}\n`;
    if (process.env['REHOME_GOLDEN'] === 'write') writeFileSync(page, wanted);
    expect(readFileSync(page, 'utf8')).toBe(wanted);
  });

  it('tells of every command in words too', () => {
    const text = readFileSync(page, 'utf8');
    for (const { name } of commands) {
      expect(text).toContain(`](#${name})`);
      expect(text.match(new RegExp(`^## ${name}$`, 'gmu'))).toHaveLength(1);
      expect(text.match(new RegExp(`^\\| \\[\`${name}\`\\]`, 'gmu'))).toHaveLength(1);
    }
  });

  it('lists each command of `rehome do` once, and each checklist template', () => {
    const table = /^## do\n[\s\S]*?\n## /mu.exec(readFileSync(page, 'utf8'))?.[0] ?? '';
    const listed = [...table.matchAll(/^\| ((?:`[a-z-]+`(?:, )?)+) \|/gmu)].flatMap(([, cell = '']) =>
      cell.split(', '),
    );
    expect(listed.toSorted(compareText)).toEqual(
      commandDefinitions.map(({ name }) => `\`${name}\``).toSorted(compareText),
    );
    for (const { id } of builtInTemplates) expect(table).toContain(`\`${id}\``);
  });
});

describe('docs/plans-in-git.md', () => {
  it('shows workflows that are YAML, use the command line as it is, and the four lines for Git', () => {
    const text = readFileSync('docs/plans-in-git.md', 'utf8');
    const blocks = [...text.matchAll(/```yaml\n([\s\S]*?)```/gu)].map(([, block = '']) => block);
    expect(blocks.length).toBe(2);
    for (const block of blocks) {
      expect(load(block)).toBeTypeOf('object');
      expect(block).toContain('check "$plan" --summary');
    }
    for (const line of [
      '*.rehome.json diff=rehome merge=rehome',
      'diff.rehome.command "rehome diff --git"',
      'merge.rehome.driver "rehome merge %O %A %B --out %A"',
    ]) {
      expect(text).toContain(line);
    }
  });
});
