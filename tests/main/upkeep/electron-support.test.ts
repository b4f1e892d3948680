import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * When a major version of Electron gets no more fixes: the day on which the third one after it comes out. Electron publishes a major
 * version every eight weeks, 45.0.0 on 2026-10-21; the days are counted from there.
 */
const endOfSupport: Readonly<Record<string, string>> = {
  45: '2027-04-07',
  46: '2027-06-02',
  47: '2027-07-28',
};

/** How long before the end an upgrade has to be planned. */
const noticeDays = 56;

/** The warning for a version on a day, or null while nothing has to be done. */
function toWarning(major: string, today: Date): string | null {
  const end = endOfSupport[major];
  if (end === undefined)
    return `Electron ${major} is not in the table: add the day on which its support ends.`;
  const days = Math.floor((Date.parse(end) - today.getTime()) / 86_400_000);
  if (days < 0) return `Electron ${major} has had no fixes since ${end}: upgrade before the next release.`;
  return days < noticeDays
    ? `Electron ${major} gets fixes for ${days} more days (until ${end}): plan the upgrade.`
    : null;
}

const manifest: unknown = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8'));
const version =
  typeof manifest === 'object' && manifest !== null ? String(Reflect.get(manifest, 'version')) : '';
const major = version.split('.')[0] ?? '';

test('H-13 the installed Electron is in the table, and the end of its support is said in time', () => {
  expect(endOfSupport[major]).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
  // A build of an old release has to go on working, so this warns and does not fail.
  const warning = toWarning(major, new Date());
  if (warning !== null) console.warn(warning);
});

test('H-13 the warning comes eight weeks before, stays after, and an unknown version is noticed', () => {
  const at = (day: string) => toWarning('45', new Date(`${day}T00:00:00Z`));
  expect(at('2027-01-01')).toBeNull();
  expect(at('2027-03-01')).toContain('37 more days');
  expect(at('2027-04-10')).toContain('no fixes since 2027-04-07');
  expect(toWarning('44', new Date())).toContain('not in the table');
});

test('the version that is packed is the one that is installed', () => {
  const project: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(project).toMatchObject({
    devDependencies: { electron: version },
    build: { electronVersion: version },
  });
});
