import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { clearOutPlan } from '#support/clear-out-plan.ts';
import { note } from '#support/figures.ts';
import { makeFolder, runRehome } from '../cli/run-rehome.ts';

/** Places whose days begin at other hours than those of Greenwich, by half and quarter hours too, each with another language. */
const places = [
  ['UTC', 'C'],
  ['America/St_Johns', 'tr_TR.UTF-8'],
  ['Pacific/Kiritimati', 'C'],
  ['Asia/Kathmandu', 'de_DE.UTF-8'],
] as const;

/** Dates that a shift of hours would move: a leap day, and where the clock is changed before the turn of the year. */
const starts = ['2028-02-28', '2027-10-30'] as const;

/** What comes out at a place: dates, findings and exports of one plan, as one sum each. */
async function work(zone: string, language: string, start: string): Promise<readonly string[]> {
  const folder = makeFolder();
  writeFileSync(join(folder, 'p.json'), toPlanFileText(clearOutPlan()));
  const env = { TZ: zone, LANG: language, LC_ALL: language };
  const said: string[] = [];
  for (const words of [
    ['schedule', 'p.json', '--start', start, '--json'],
    ['check', 'p.json', '--json'],
    ['export', 'p.json', '--to', 'ics', '--out', 'plan.ics'],
    ['export', 'p.json', '--to', 'html', '--out', 'plan.html'],
  ]) {
    const answer = await runRehome(folder, words, { env });
    // A plan with errors among its findings is checked, too.
    expect([0, 1]).toContain(answer.code);
    said.push(answer.stdout, answer.stderr);
  }
  const files = ['p.json', 'plan.ics', 'plan.html'].map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(files[0]).toMatch(/"start": "20\d\d-\d\d-\d\d"/u);
  return [...said, ...files].map((text) => createHash('sha256').update(text).digest('hex'));
}

test(
  'F13, E10 a date is a date at every place: the same dates, findings and bytes',
  { timeout: 240_000 },
  async () => {
    for (const start of starts) {
      const [here, ...others] = await Promise.all(
        places.map(([zone, language]) => work(zone, language, start)),
      );
      for (const there of others) expect(there).toEqual(here);
    }
    const held = starts.length * places.length;
    note('F13', 'places and starts with the same dates, findings and bytes', held, held);
  },
);
