import { describe, expect, it } from 'vitest';
import type { Importer, SourceText } from '#core/importers/contract.ts';
import { detectFormat } from '#core/importers/detect.ts';
import { parseColumnMapping, toHeaderSignature } from '#core/importers/csv/column-mapping.ts';
import { proposeMapping } from '#core/importers/csv/propose-mapping.ts';
import { headingSynonyms } from '#core/importers/csv/headings.ts';
import { findHeading } from '#core/importers/csv/lookup-heading.ts';

const file: SourceText = { name: 'x', sha256: '', text: '', lines: [] };

function importerOf(format: string, score: number): Importer {
  return {
    format,
    title: format,
    detect: () => ({ score, because: `says ${format}` }),
    parse: () => ({
      source: { name: 'x', format, sha256: '', text: null, totals: [], secrets: [] },
      items: [],
      notUnderstood: [],
      problems: [],
    }),
  };
}

describe('detectFormat', () => {
  it('takes the best, and names the next of another family', () => {
    const outcome = detectFormat(file, [
      importerOf('csv', 60),
      importerOf('ansible-ini', 90),
      importerOf('markdown', 20),
    ]);
    expect(outcome).toMatchObject({
      kind: 'found',
      best: { importer: { format: 'ansible-ini' } },
      second: { score: 60 },
    });
  });

  it('asks when two are within 10 points', () => {
    const outcome = detectFormat(file, [importerOf('csv', 80), importerOf('ansible-ini', 89)]);
    expect(outcome.kind === 'tie' && outcome.fitting.map((each) => each.importer.format)).toEqual([
      'ansible-ini',
      'csv',
    ]);
    expect(detectFormat(file, [importerOf('csv', 80), importerOf('ansible-ini', 90)]).kind).toBe('found');
  });

  it('does not ask within a family: the better one, else the earlier one', () => {
    const prose = [
      importerOf('markdown', 50),
      importerOf('restructuredtext', 50),
      importerOf('asciidoc', 49),
    ];
    expect(detectFormat(file, prose)).toMatchObject({
      kind: 'found',
      best: { importer: { format: 'markdown' } },
      second: null,
    });
  });

  it('knows nothing below the least score', () => {
    expect(detectFormat(file, [importerOf('csv', 10)]).kind).toBe('unknown');
  });
});

describe('column headings', () => {
  it('finds every synonym of the table, the first field that has it', () => {
    const first = new Map<string, string>();
    for (const [field, list] of headingSynonyms) {
      for (const words of list.split(', '))
        if (!first.has(words.replaceAll(' ', ''))) first.set(words.replaceAll(' ', ''), field);
    }
    expect(first.size).toBeGreaterThan(400);
    const needUnit = new Set(['size', 'capacity', 'used', 'inuse', 'consumed']);
    for (const [key, field] of first) {
      if (!needUnit.has(key)) expect([key, findHeading(key)?.field]).toEqual([key, field]);
    }
  });

  it.each([
    ['RAM (GB)', 'memory', 'GiB'],
    ['Memory_MiB', 'memory', 'MiB'],
    ['RAM.TotalSizeInMB', 'memory', 'MiB'],
    ['*Memory (In MB)', 'memory', 'MiB'],
    ['diskGiB', 'disk', 'GiB'],
    ['Total disk capacity MiB', 'disk', 'MiB'],
    ['Capacity MiB', 'disk', 'MiB'],
    ['CPU %', 'usedVcpu', '%'],
    ['Primary IP Address', 'addresses', null],
    ['SERVER-NAME', 'name', null],
    ['PrimaryIPAddress(optional)', 'addresses', null],
    ['Business Owner', 'owner', null],
    ['6R', 'disposition', null],
  ])('reads "%s"', (heading, field, unit) => {
    expect(findHeading(heading)).toMatchObject({ field, unit });
  });

  it.each(['Capacity', 'Lines of Code', 'Backup server room temperature', '', '   ', '__proto__'])(
    'does not guess at "%s"',
    (heading) => {
      expect(findHeading(heading)).toBeUndefined();
    },
  );

  it('knows a table again by its headings, in any order and spelling', () => {
    const one = toHeaderSignature(['Server Name', 'RAM (GB)', 'Owner']);
    expect(toHeaderSignature(['owner', 'server_name', 'Ram GB'])).toBe(one);
    expect(toHeaderSignature(['owner', 'server_name'])).not.toBe(one);
  });

  it('guesses a unit that no heading names, and says so', () => {
    const rows = [4, 8, 16].map((ram, line) => ({ line, cells: ['x', String(ram)] }));
    const [, memory] = proposeMapping(['Name', 'RAM'], rows).columns;
    expect(memory).toMatchObject({ field: 'memory', unit: 'GiB', confidence: 'likely' });
    const large = rows.map((row) => ({ ...row, cells: ['x', String(Number(row.cells[1]) * 1024)] }));
    expect(proposeMapping(['Name', 'RAM'], large).columns[1]?.unit).toBe('MiB');
  });

  it('reads mappings from outside, or says what is wrong', () => {
    expect(parseColumnMapping({ columns: { Thing: 'name', Blurb: null } })).toMatchObject({ ok: true });
    expect(parseColumnMapping({ columns: { Thing: 'nmae' } })).toMatchObject({
      ok: false,
      error: expect.stringContaining('nmae'),
    });
    for (const wrong of [null, 7, [], {}, [{ field: 'name' }]])
      expect(parseColumnMapping(wrong).ok).toBe(false);
  });
});
