import { strToU8, zipSync, gzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFiles } from '#core/importers/import-files.ts';
import { importers } from '#core/importers/importers.ts';
import { limits } from '#core/importers/limits.ts';
import { readSourceText } from '#core/importers/source-text.ts';
import { runs } from '#support/counts.ts';
import { note } from '#support/figures.ts';
import { importTexts, itemsOf } from './import-text.ts';
import { systemSamples } from './system-samples.ts';
import { makeWorkbook } from './make-workbook.ts';

const samples: Readonly<Record<string, string>> = {
  ...systemSamples,
  csv: 'Name;RAM (GB);Host;Owner;Depends on;Notes\nweb02;4;pve1;Ops;db01,redis;"two\nlines"\ndb01;16;pve1;Ann Lee;;été\n',
  'rehome-tables':
    'id,kind,type,name,parent,path,tags,vcpu,phase,target,parentId,count\nnd_1,host,,pve1,,pve1,,,,,,1\nnd_2,server,vm,web02,pve1,pve1/web02,a;b,4,Phase 1,pve1,nd_1,?\n',
  rvtools:
    'VM,Powerstate,Template,CPUs,Memory,Host,VM ID\ndb01,poweredOn,False,4,"8,192",esx3.acme.test,vm-42\n',
  'aws-migration-hub':
    'ExternalId,SMBiosId,HostName,CPU.NumberOfCores,Applications,Tags\nx-1,,db01,4,"Shop, Billing",env:prod\n',
  'cloud-migration-factory':
    'wave_name,app_name,server_name,server_os_family,r_type,tags\nWave 1,Shop,web02,linux,Rehost,env=prod;\n',
  'azure-migrate': '*Server name,IP addresses,*Cores,*Memory (In MB),*OS name\ndb01,10.0.0.7,4,8192,Ubuntu\n',
  'google-migration-center':
    'MachineId,MachineName,TotalDiskAllocatedGiB,MemoryGiB,OsName,IsPhysical\nm-1,db01,100,8,Debian,FALSE\n',
  konveyor:
    'Record Type 1,Application Name,Description,Dependency,Dependency Direction\n1,Shop,,,\n1,Till,,,\n2,Shop,,Till,southbound\n',
  netbox: 'name,status,site,cluster,role,vcpus,memory,tags\ndb01,active,LON1,prod,db,4,8192,"a,b"\n',
  'ansible-ini':
    '[web]\nweb[01:03] ansible_host=10.0.0.1\n[prod:children]\nweb\n[web:vars]\nansible_user=ops # x\n',
  'ansible-yaml':
    'all:\n  children:\n    web:\n      hosts:\n        web[1:2]: {ansible_host: 10.0.0.1}\n      vars: &v {ansible_user: ops}\n',
  markdown:
    '# Servers\n\n* web02: the shop, 4 GB RAM\n* db01 (?)\n\n| name | host |\n|---|---|\n| mx1 | pve1 |\n',
  restructuredtext: 'Servers\n=======\n\nweb02\n  The shop.\n\n* db01 - database\n',
  asciidoc: '= Servers\n\n== web02\n\n* The shop\n\n|===\n|name |host\n|mx1 |pve1\n|===\n',
};
const binarySamples: Readonly<Record<string, Uint8Array>> = {
  xlsx: makeWorkbook({
    Servers: {
      rows: [
        ['Name', 'RAM (GB)', 'Owner'],
        ['web02', 4, 'Ops'],
      ],
    },
  }),
};
const formats = [...Object.keys(samples), ...Object.keys(binarySamples)];

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    bytes[i * 2 + (little ? 0 : 1)] = unit & 0xff;
    bytes[i * 2 + (little ? 1 : 0)] = unit >> 8;
  }
  return bytes;
}

function bytesOf(...parts: readonly (readonly number[] | string)[]): Uint8Array {
  return new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...strToU8(part)] : [...part])));
}

describe('hostile files', () => {
  it('has a sample of every format', () => {
    expect(formats.toSorted()).toEqual(importers.map((importer) => importer.format).sort());
  });

  it.each(formats)(
    'I1: nothing, one byte, only a mark and only line ends are typed problems as %s',
    (format) => {
      for (const bytes of [bytesOf(), bytesOf('x'), bytesOf([0xef, 0xbb, 0xbf]), bytesOf('\n\r\n\n')]) {
        const { proposals, problems } = importFiles([{ name: 'x', bytes }], { format });
        const nodes = proposals.flatMap((proposal) => itemsOf(proposal, 'node'));
        expect(nodes.length).toBeLessThanOrEqual(format === 'ansible-ini' && bytes.length === 1 ? 1 : 0);
        if (bytes.length !== 1) expect(problems[0]?.code).toBe('empty-file');
      }
    },
  );

  it.each([
    ['UTF-8 with a mark', bytesOf([0xef, 0xbb, 0xbf], 'Name,Notes\nweb02,été\n'), 'été'],
    ['UTF-16 LE with a mark', bytesOf([0xff, 0xfe], [...utf16('Name,Notes\nweb02,été\n', true)]), 'été'],
    ['UTF-16 BE with a mark', bytesOf([0xfe, 0xff], [...utf16('Name,Notes\nweb02,été\n', false)]), 'été'],
    ['UTF-16 LE without a mark', utf16('Name,Notes\nweb02,été\n', true), 'été'],
    ['UTF-16 BE without a mark', utf16('Name,Notes\nweb02,été\n', false), 'été'],
    ['Windows-1252', bytesOf('Name,Notes\nweb02,', [0xe9, 0x74, 0xe9, 0x80], '\n'), 'été€'],
    ['emoji', bytesOf('Name,Notes\nweb02,😀\n'), '😀'],
  ])('I5: reads %s', (_, bytes, words) => {
    const { proposals } = importFiles([{ name: 'x.csv', bytes }]);
    expect(proposals.flatMap((proposal) => itemsOf(proposal, 'node')).map((node) => node.notes)).toEqual([
      words,
    ]);
  });

  it('I5: says when it guessed, replaced or gave up, and stores well-formed text', () => {
    const codeOf = (bytes: Uint8Array): string | undefined =>
      importFiles([{ name: 'x.csv', bytes }]).problems[0]?.code;
    expect(codeOf(bytesOf('Name,Notes\nweb02,', [0xe9], '\n'))).toBe('windows-1252');
    expect(codeOf(bytesOf('Name,Notes\nweb02,é', [0xc3]))).toBe('damaged-text');
    expect(codeOf(bytesOf('Name,Notes\nweb02,éé', [0xc3], '\n'))).toBe('damaged-text');
    expect(codeOf(bytesOf('Name\n', [0x83, 0x54, 0x81, 0x5b, 0x83, 0x6f], '\n'))).toBe('unknown-encoding');
    expect(codeOf(bytesOf('Name,Notes\nweb02,a', [0], 'b\n'))).toBe('not-text');
    const lone = readSourceText({ name: 'x', bytes: bytesOf([0xff, 0xfe], [...utf16('a\ud800b', true)]) });
    expect(lone.ok && lone.value.source.text.isWellFormed()).toBe(true);
  });

  it.each([
    ['servers.csv', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'no-sheets'],
    ['servers.yaml', zipSync({ 'a.txt': strToU8('x') }), 'is-zip'],
    ['notes.md', zipSync({ 'word/document.xml': strToU8('<x/>') }), 'is-docx'],
    ['hosts', gzipSync(strToU8('x')), 'is-gzip'],
    ['servers.csv', bytesOf('<!DOCTYPE html><html></html>'), 'is-html'],
    ['old.csv', bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'is-ole'],
    ['notes.rst', bytesOf('%PDF-1.7\n'), 'is-pdf'],
    ['hosts.ini', bytesOf([0x7f, 0x45, 0x4c, 0x46, 1]), 'is-program'],
  ])('I6: says what %s really is', (name, bytes, code) => {
    const { proposals, problems } = importFiles([{ name, bytes }]);
    expect(proposals).toEqual([]);
    expect(problems).toEqual([expect.objectContaining({ code, file: name, severity: 'error' })]);
  });

  it('refuses files above the limit with the figure', () => {
    const { problems } = importFiles([{ name: 'big.csv', bytes: new Uint8Array(limits.textFileBytes + 1) }]);
    expect(problems[0]?.message).toContain('67,108,865');
  });

  it.each(formats)('I7: flipped bytes and cut files give a typed answer as %s', (format) => {
    const sample = binarySamples[format] ?? strToU8(samples[format] ?? '');
    const flips = fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(flips, fc.nat(sample.length), fc.boolean(), (changes, cut, named) => {
        const bytes = sample.slice(0, cut === 0 ? sample.length : cut);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        const { proposals, problems } = importFiles([{ name: 'x', bytes }], named ? { format } : {});
        expect(problems.filter((problem) => problem.code === 'not-readable')).toEqual([]);
        for (const proposal of proposals) {
          const keys = new Set(proposal.items.map((item) => item.key));
          expect(keys.size).toBe(proposal.items.length);
          for (const item of itemsOf(proposal, 'dependency')) {
            expect([keys.has(item.from), keys.has(item.to)]).toEqual([true, true]);
          }
        }
      }),
      { numRuns: runs('fuzz') },
    );
    note('I7', 'changed and cut files of all sources with a typed answer', runs('fuzz'), runs('fuzz'));
  });

  it('reads the other files when one is bad, in whatever order they come', () => {
    const files = {
      'a.csv': samples['csv'] ?? '',
      'b.csv': '',
      'c.yml': 'a: [',
      hosts: samples['ansible-ini'] ?? '',
    };
    const one = importTexts(files);
    const other = importTexts(Object.fromEntries(Object.entries(files).toReversed()));
    expect(one.proposals.map((proposal) => proposal.source.name)).toEqual(['a.csv', 'hosts']);
    expect(other).toEqual(one);
  });

  it('names the formats and the option on a tie, and takes the word of the person', () => {
    const outcome = importTexts({ x: samples['csv'] ?? '' }, { format: 'no-such' });
    expect(outcome.problems[0]?.message).toContain('ansible-yaml');
    const sources = importTexts({ 'x.csv': 'Name\nweb02\n' }, { format: 'csv' });
    expect(sources.proposals).toHaveLength(1);
  });

  it('keeps two files of one name apart, and the same file twice as one', () => {
    const one = { name: 'x.csv', bytes: strToU8('Name\nweb02\n') };
    const other = { name: 'x.csv', bytes: strToU8('Name\ndb01\n') };
    const names = importFiles([one, other, one], { format: 'csv' }).proposals.map(
      (proposal) => proposal.source.name,
    );
    expect(names).toEqual(['x.csv', 'x.csv (2)']);
  });

  it('I9: twenty thousand rows with hosts, teams and dependencies are read while the test waits', () => {
    const count = 20_000;
    const rows = Array.from(
      { length: count },
      (_, i) =>
        `srv${i},10.${i >> 16}.${(i >> 8) & 255}.${i & 255},esx${i % 50},Team ${i % 9},srv${(i * 7) % count}`,
    );
    const text = `Name,IP,Host,Owner,Depends on\n${rows.join('\n')}\n`;
    expect(importTexts({ 'x.csv': text }).proposals[0]?.items.length).toBeGreaterThan(count);
  });
});
