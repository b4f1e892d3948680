import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import described from '../../../package.json' with { type: 'json' };

const { build } = described;
const [plan] = build.fileAssociations;

test('packages are made for each system, in the forms that people install there', () => {
  expect(build.linux.target).toEqual(['AppImage', 'deb', 'tar.gz']);
  expect(build.win.target).toEqual(['nsis', 'portable']);
  expect(build.mac.target).toEqual(['dmg', 'zip']);
  for (const icon of [build.linux.icon, build.win.icon, build.mac.icon]) expect(existsSync(icon)).toBe(true);
});

test('plan files are opened by Rehome; where a system looks at “.json” only, it is offered and takes nothing away', () => {
  expect(build.fileAssociations).toHaveLength(1);
  expect(plan).toMatchObject({ ext: 'rehome.json', role: 'Editor', mimeType: 'application/x-rehome+json' });
  expect(build.mac.fileAssociations).toEqual([
    { ext: 'json', name: 'JSON', role: 'Editor', rank: 'Alternate' },
  ]);
  const script = readFileSync(build.nsis.include, 'utf8');
  const [install = '', uninstall = ''] = script.split('!macro customUnInstall');
  const value = `"Software\\Classes\\.json\\OpenWithProgids" "${plan?.name}"`;
  expect(install).toContain(`WriteRegStr SHELL_CONTEXT ${value} ""`);
  expect(uninstall).toContain(`DeleteRegValue SHELL_CONTEXT ${value}`);
  // The default program of all JSON files stays what it is.
  expect(script).not.toMatch(/WriteRegStr SHELL_CONTEXT "Software\\Classes\\\.json" /u);
});

test('nothing is signed in, fetched or updated by itself', () => {
  expect(Object.keys(build)).not.toContain('publish');
  expect(Object.keys(described)).not.toContain('dependencies');
  expect(JSON.stringify(build)).not.toContain('updater');
});
