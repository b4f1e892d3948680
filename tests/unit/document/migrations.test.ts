import { describe, expect, it } from 'vitest';
import {
  firstFormat,
  migrateFile,
  migrations,
  toNewestFormat,
  type Migration,
} from '#core/document/migrations.ts';

describe('the list of migrations', () => {
  it('leads from the first format to the newest without a gap', () => {
    expect(migrations.map(({ to }) => to)).toEqual(migrations.map((_, index) => firstFormat + 1 + index));
    for (const { description } of migrations) expect(description).not.toBe('');
  });

  it('is append only: what was released stands here in its order', () => {
    const released: readonly string[] = [];
    expect(migrations.map(({ description }) => description).slice(0, released.length)).toEqual(released);
  });
});

describe('migrating', () => {
  const list: readonly Migration[] = [
    { to: 2, description: 'names', migrate: (file) => ({ ...file, names: [file['name']] }) },
    { to: 3, description: 'titles', migrate: ({ names, ...file }) => ({ ...file, titles: names }) },
  ];

  it('runs the steps that a file still needs, in order', () => {
    expect(migrateFile({ name: 'x' }, 1, list)).toEqual({ name: 'x', titles: ['x'] });
    expect(migrateFile({ names: ['y'] }, 2, list)).toEqual({ titles: ['y'] });
    expect(migrateFile({ titles: ['z'] }, 3, list)).toEqual({ titles: ['z'] });
    expect([toNewestFormat(list), toNewestFormat([])]).toEqual([3, firstFormat]);
  });

  it('leaves the data it was given alone', () => {
    const file = Object.freeze({ name: 'x' });
    migrateFile(file, 1, list);
    expect(file).toEqual({ name: 'x' });
  });
});
