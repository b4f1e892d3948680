import { strToU8, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFiles } from '#core/importers/import-files.ts';
import { limits } from '#core/importers/limits.ts';
import { runs } from '#support/counts.ts';
import { codesOf, importBytes, importSheets, only, servers } from './import-sheets.ts';
import { itemsOf, nodeOf } from './import-text.ts';
import { makeWorkbook, toParts } from './make-workbook.ts';

describe('hostile workbooks', () => {
  const zeros = new Uint8Array(40 * 1024 * 1024);

  it('X1: a flat bomb is stopped while it is unpacked', () => {
    const huge = Array.from({ length: 3 }, (_, at) => [`xl/worksheets/sheet${at + 1}.xml`, zeros] as const);
    const sheets = Object.fromEntries(huge.map((_, at) => [`S${at}`, servers]));
    const bytes = makeWorkbook(sheets, { parts: Object.fromEntries(huge) });
    const outcome = importBytes(bytes);
    expect(outcome.proposals).toEqual([]);
    expect(outcome.problems[0]?.severity).toBe('error');
  });

  it('X1: a bomb of well-formed XML is stopped long before its end', () => {
    const text = `<row><c t="inlineStr"><is><t>${'a'.repeat(20 * 1024 * 1024)}</t></is></c></row>`;
    const sheets = Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`S${at}`, { data: text }]));
    const bytes = makeWorkbook(sheets);
    expect(bytes.length).toBeLessThan(1024 * 1024);
    expect(importBytes(bytes).problems).toEqual([
      expect.objectContaining({ code: 'too-large', severity: 'error', file: 'estate.xlsx' }),
    ]);
  });

  it('X1: too many parts, lying sizes, overlapping parts and a nested zip', () => {
    const many = Object.fromEntries(
      Array.from({ length: limits.zipEntries + 1 }, (_, at) => [`p${at}`, new Uint8Array(0)] as const),
    );
    expect(codesOf(importSheets({ S: servers }, { parts: many }))).toEqual(['too-many-parts']);
    const lying = makeWorkbook({ S: servers });
    for (let at = 0; at < lying.length - 46; at += 1) {
      const isEntry =
        lying[at] === 0x50 && lying[at + 1] === 0x4b && lying[at + 2] === 1 && lying[at + 3] === 2;
      if (isEntry) lying.fill(0, at + 24, at + 28);
    }
    expect(only(importBytes(lying)).items.length).toBeGreaterThan(2);
    const nested = makeWorkbook({ S: servers }, { parts: { 'xl/inner.zip': zipSync({ a: zeros }) } });
    expect(importBytes(nested).proposals).toHaveLength(1);
  });

  it.each([
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
    '[Content_Types].xml',
  ])('X2: a document type in %s is refused', (part) => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const outcome = importSheets({ S: servers }, { prologue: { [part]: bomb } });
    expect(outcome.proposals).toEqual([]);
    expect(codesOf(outcome)).toEqual(['doctype-refused']);
  });

  it('X2: entities that nobody declared end the part', () => {
    const data = '<row><c t="inlineStr"><is><t>&xxe;</t></is></c></row>';
    const outcome = importSheets({ S: { data } });
    expect(outcome.problems[0]).toMatchObject({ code: 'damaged-part', severity: 'error' });
  });

  it('X3: macros, links and objects are counted and left alone', () => {
    const outcome = importSheets(
      {
        S: { ...servers, tail: '<hyperlinks><hyperlink ref="A1" r:id="h1"/></hyperlinks>' },
      },
      {
        relations:
          '<Relationship Id="r9" Type="x/externalLink" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="r8" Type="x/worksheet" Target="http://127.0.0.1:1/x" TargetMode="External"/>',
        parts: {
          'xl/vbaProject.bin': strToU8('macro'),
          'xl/externalLinks/externalLink1.xml': strToU8('<externalLink/>'),
          'xl/embeddings/oleObject1.bin': strToU8('ole'),
        },
      },
    );
    expect(outcome.proposals).toHaveLength(1);
    const words = outcome.problems.find((problem) => problem.code === 'ignored-parts')?.message;
    expect(words).toBe(
      'Not opened and not imported: macros: 1, links to other workbooks: 1, embedded objects: 1, links: 3.',
    );
  });

  it('X4: names of parts are only keys', () => {
    const parts = {
      '../../evil.txt': strToU8('x'),
      '/etc/evil': strToU8('x'),
      'C:\\evil': strToU8('x'),
      __proto__x: strToU8('x'),
    };
    expect(importSheets({ S: servers }, { parts }).proposals).toHaveLength(1);
    const away = importSheets(
      { S: servers },
      {
        relations: `<Relationship Id="r0" Type="x/worksheet" Target="../../../../etc/passwd"/>`,
      },
    );
    expect(away.proposals).toEqual([]);
    expect(away.problems[0]).toMatchObject({ code: 'no-such-part', severity: 'error' });
  });

  it('X5: a text that is not there is named, not guessed', () => {
    const data = '<row><c t="s"><v>7</v></c></row>';
    expect(importSheets({ S: { data } }).problems[0]).toMatchObject({
      code: 'no-such-text',
      severity: 'error',
    });
  });

  it('X5: data descriptors and stored parts are read', () => {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((error, chunk) => {
      if (error !== null) throw error;
      chunks.push(chunk);
    });
    Object.entries(toParts({ S: servers })).forEach(([name, text], at) => {
      const file = at % 2 === 0 ? new ZipDeflate(name) : new ZipPassThrough(name);
      zip.add(file);
      file.push(strToU8(text), true);
    });
    zip.end();
    const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    expect(itemsOf(only(importBytes(bytes)), 'node').map((node) => node.name)).toEqual(['web02', 'db01']);
  });

  const ole = (name: string): Uint8Array =>
    new Uint8Array([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0,
      0,
      ...Array.from(name, (letter) => [letter.charCodeAt(0), 0]).flat(),
    ]);

  it.each([
    ['encrypted', ole('EncryptedPackage'), 'is-encrypted'],
    ['old', ole('Workbook'), 'is-xls'],
    [
      'of OpenDocument',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }, { level: 0 }),
      'is-ods',
    ],
    [
      'binary',
      zipSync({
        '[Content_Types].xml': strToU8(
          '<Types><Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
        ),
        'xl/workbook.bin': strToU8('x'),
      }),
      'is-xlsb',
    ],
  ])('X5: a workbook that is %s is refused by its name', (_, bytes, code) => {
    const outcome = importBytes(bytes);
    expect(outcome.proposals).toEqual([]);
    expect(outcome.problems).toEqual([expect.objectContaining({ code, severity: 'error' })]);
  });

  it('limits: bytes, rows and columns are refused with the figure', () => {
    const large = new Uint8Array(limits.workbookBytes + 1);
    large.set(makeWorkbook({ S: servers }));
    large.set(strToU8('xl/workbook.xml'), large.length - 30_000);
    expect(importBytes(large).problems[0]?.message).toContain('33,554,433');
    const wide = '<row><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="ALM1"><v>1</v></c></row>';
    expect(importSheets({ S: { data: wide } }).problems[0]).toMatchObject({ code: 'too-many-columns' });
    const row = '<row><c><v>1</v></c><c><v>2</v></c></row>';
    const long = importSheets({ S: { data: row.repeat(limits.rows + 1) } });
    expect(long.problems[0]).toMatchObject({
      code: 'too-many-rows',
      message: expect.stringContaining('200,001'),
    });
  });

  it('a million empty rows cost no memory and hide nothing', () => {
    const empty = Array.from(
      { length: 50_000 },
      (_, at) => `<row r="${at + 900}"><c r="A${at + 900}" s="1"/></row>`,
    ).join('');
    const data = `<row r="1"><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>Owner</t></is></c></row>${empty}<row r="1048576"><c t="inlineStr"><is><t>last</t></is></c><c t="inlineStr"><is><t>Ops</t></is></c></row>`;
    const proposal = only(importSheets({ S: { data } }));
    expect(nodeOf(proposal, 'last').evidence[0]).toMatchObject({ line: 1_048_576 });
  });

  it('I7: flipped and cut workbooks give a typed answer', () => {
    const sample = makeWorkbook({ Servers: servers, vInfo: servers });
    const flips = fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(flips, fc.nat(sample.length), (changes, cut) => {
        const bytes = sample.slice(0, cut === 0 ? sample.length : cut);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        const { proposals, problems } = importFiles([{ name: 'x.xlsx', bytes }]);
        expect(problems.filter((problem) => problem.code === 'not-readable')).toEqual([]);
        expect(proposals.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: runs('fuzz') },
    );
  });
});
