import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function isLock(value: unknown): value is { readonly packages: Readonly<Record<string, LockedPackage>> } {
  return typeof value === 'object' && value !== null && 'packages' in value;
}

const lock: unknown = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));

describe('package-lock.json', () => {
  it('holds the optional packages of every platform, without which npm ci refuses it', () => {
    expect(isLock(lock)).toBe(true);
    if (!isLock(lock)) return;
    const wanted = Object.entries(lock.packages).flatMap(([place, each]) =>
      Object.keys(each.optionalDependencies ?? {}).map((name) => ({ place, name })),
    );
    expect(wanted.length).toBeGreaterThan(20);
    const missing = wanted.filter(
      ({ place, name }) =>
        lock.packages[`node_modules/${name}`] === undefined &&
        lock.packages[`${place}/node_modules/${name}`] === undefined,
    );
    expect(missing).toEqual([]);
  });

  it('H-12 needs no script at its installation: the one package that has one only packs for Windows', () => {
    const packages = isLock(lock) ? Object.entries(lock.packages) : [];
    const scripts = packages.filter(([, each]) => each.hasInstallScript === true).map(([place]) => place);
    expect(scripts).toEqual(['node_modules/electron-winstaller']);
  });

  it('goes with exact versions', () => {
    expect(manifest).not.toMatchObject({ dependencies: expect.anything() });
    const text = JSON.stringify(manifest);
    expect(/"devDependencies":\{[^}]*"[\^~]/u.test(text)).toBe(false);
  });
});
