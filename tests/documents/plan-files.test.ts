import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { firstFormat, toNewestFormat } from '#core/document/migrations.ts';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { collectionNames } from '#core/model/plan.ts';

const folder = new URL('.', import.meta.url);
const newest = toNewestFormat();
const formats = Array.from({ length: newest - firstFormat + 1 }, (_, index) => firstFormat + index);
const read = (format: number) => readFileSync(new URL(`rehome-${format}.json`, folder), 'utf8');

it('has one frozen file for each format that there was', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  expect(files.sort()).toEqual(formats.map((format) => `rehome-${format}.json`).sort());
});

it.each(formats)('reads the frozen file of format %d', (format) => {
  const result = parsePlanFile(read(format));
  expect(result.ok ? 'ok' : result.error.message).toBe('ok');
  if (!result.ok) return;
  for (const name of collectionNames) expect(result.value[name].size, name).toBeGreaterThan(0);
  const kinds = new Set(result.value.changes.map(({ kind }) => kind));
  expect(kinds.size).toBe(7);
});

it('writes the file of the newest format back, byte for byte', () => {
  const text = read(newest);
  const result = parsePlanFile(text);
  expect(result.ok && toPlanFileText(result.value)).toBe(text);
});
