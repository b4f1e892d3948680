import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { hosterChangePlan } from '#support/hoster-change-plan.ts';
import { makeFolder, runRehome } from './run-rehome.ts';

/** Every format of the contract, and the files that it writes of the example plan. */
const formats: Readonly<Record<string, readonly string[]>> = {
  markdown: ['out'],
  html: ['out'],
  mermaid: ['out'],
  svg: ['out'],
  png: ['out'],
  json: ['out'],
  csv: ['changes.csv', 'dependencies.csv', 'duties.csv', 'nodes.csv', 'questions.csv', 'tasks.csv'],
  xlsx: ['out'],
  ics: ['out'],
  'github-issues': ['README.md', 'bodies', 'issues.json', 'milestones.json'],
  'gitlab-csv': ['out'],
  'jira-csv': ['how-to-import.txt', 'jira.csv'],
  'aws-migration-hub': ['out'],
  'azure-migrate': ['out'],
  'google-migration-center': ['out'],
  konveyor: ['out'],
  netbox: ['netbox-1-clusters.csv', 'netbox-3-virtual-machines.csv'],
};

function makePlan(plan = clearOutPlan()): string {
  const folder = makeFolder();
  writeFileSync(join(folder, 'p.json'), toPlanFileText(plan));
  return folder;
}

/** A hash of a file or of everything in a folder, names included. */
function hashOf(path: string): string {
  const hash = createHash('sha256');
  if (!statSync(path).isDirectory()) return hash.update(readFileSync(path)).digest('hex');
  for (const name of readdirSync(path).sort()) hash.update(`${name}\0${hashOf(join(path, name))}\0`);
  return hash.digest('hex');
}

describe('rehome export, every format', () => {
  it.each(Object.entries(formats))(
    '%s is written, the same bytes in any zone and language',
    async (format, files) => {
      const folder = makePlan();
      const zones = [
        { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
        { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' },
      ];
      const made: string[] = [];
      for (const [at, env] of zones.entries()) {
        const out = `out${at}`;
        const answer = await runRehome(folder, ['export', 'p.json', '--to', format, '--out', out], { env });
        expect(answer).toMatchObject({ code: 0, stdout: '' });
        expect(answer.stderr).toMatch(
          /^(?:not in this format: [^\n]+\n)*Wrote (?:out\d|\d+ files to out\d)\.\n$/u,
        );
        made.push(hashOf(join(folder, out)));
      }
      expect(made[1]).toBe(made[0]);
      const out = join(folder, 'out0');
      expect(statSync(out).isDirectory() ? readdirSync(out).sort() : ['out']).toEqual(files);
    },
  );

  it('draws a PNG of twice the size of the picture, of any state', async () => {
    const folder = makePlan();
    for (const state of ['start', 'end', 'Move the shop']) {
      const answer = await runRehome(folder, [
        'export',
        'p.json',
        '--to',
        'png',
        '--phase',
        state,
        '--out',
        'map.png',
      ]);
      expect(answer.code).toBe(0);
      await runRehome(folder, ['export', 'p.json', '--to', 'svg', '--phase', state, '--out', 'map.svg']);
      const [, width, height] =
        /width="(\d+)" height="(\d+)"/u.exec(readFileSync(join(folder, 'map.svg'), 'utf8')) ?? [];
      const png = readFileSync(join(folder, 'map.png'));
      expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(width) * 2, Number(height) * 2]);
      // Nothing but pixels: no texts with names or dates.
      expect(png.toString('latin1')).not.toMatch(/tEXt|iTXt|tIME/u);
    }
  });

  it('says what did not fit, by column and with names', async () => {
    const folder = makePlan(hosterChangePlan());
    const { stderr } = await runRehome(folder, [
      'export',
      'p.json',
      '--to',
      'azure-migrate',
      '--out',
      'a.csv',
    ]);
    expect(stderr).toMatch(
      /^not in this format: servers left out, because a needed value is not known \(\d+\), for example /mu,
    );
    expect(stderr).toMatch(/^not in this format: duties \(\d+\), for example /mu);
  });

  it('knows start and end of pictures only, and lists its formats', async () => {
    const folder = makePlan();
    const state = await runRehome(folder, [
      'export',
      'p.json',
      '--to',
      'csv',
      '--phase',
      'end',
      '--out',
      'x',
    ]);
    expect(state).toMatchObject({ code: 2, stdout: '' });
    expect(state.stderr).toContain('--phase end are for svg and png');
    const unknown = await runRehome(folder, ['export', 'p.json', '--to', 'word', '--out', 'x']);
    expect(unknown.code).toBe(2);
    for (const format of Object.keys(formats)) expect(unknown.stderr).toContain(format);
  });

  it('writes text to standard output, and refuses several files there', async () => {
    const folder = makePlan();
    const svg = await runRehome(folder, ['export', 'p.json', '--to', 'svg', '--out', '-']);
    expect(svg.stdout).toMatch(/^<\?xml[^>]*\?>\n<svg /u);
    const folderNeeded = await runRehome(folder, ['export', 'p.json', '--to', 'jira-csv', '--out', '-']);
    expect(folderNeeded).toMatchObject({ code: 2, stdout: '' });
  });
});
