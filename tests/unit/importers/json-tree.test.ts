import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText } from '#core/base/compare.ts';
import type { YamlNode } from '#core/importers/ansible-yaml/yaml-tree.ts';
import { parseJson } from '#core/importers/json/parse-json.ts';
import { withoutSecrets } from '#core/importers/json/quote.ts';
import { maskSecrets } from '#core/importers/secrets.ts';
import { limits } from '#core/importers/limits.ts';
import { runs } from '#support/counts.ts';
import { importTexts, itemsOf } from './import-text.ts';

/** The tree as plain values, every scalar as the text that it is. */
function toPlain(node: YamlNode): unknown {
  if (node.is === 'scalar') return node.isNull ? null : node.value;
  if (node.is === 'list') return node.items.map(toPlain);
  return [...node.entries]
    .map(([key, { value }]) => [key, toPlain(value)] as const)
    .sort(([a], [b]) => compareText(a, b));
}

/** The same of what the built-in parser reads. */
function toOracle(value: unknown): unknown {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map(toOracle);
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, each]) => [key, toOracle(each)] as const)
      .sort(([a], [b]) => compareText(a, b));
  return typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : JSON.stringify(value);
}

function messageOf(text: string): string {
  const read = parseJson(text);
  return read.ok ? 'read' : `${read.error.line ?? ''} ${read.error.message}`;
}

function firstOf(text: string): YamlNode {
  const read = parseJson(text);
  if (!read.ok || read.value.documents[0] === undefined) throw new Error(messageOf(text));
  return read.value.documents[0];
}

describe('words without secrets', () => {
  const part = fc.constantFrom(
    'web02',
    'AKIAIOSFODNN7EXAMPLE',
    'ghp_0123456789abcdefghij',
    'xoxb-123456789012',
    'pin: 4711',
    'pw=a1b2c3',
    'api key',
    '10.0.0.1',
    'root:100:1:1:x9Zq!',
    ' ',
    ':',
    '=',
    'http://u:p4ss@h',
    'sk_live_0123456789',
    'Password is Tr0ub4dor',
    'login: a / b9c8d7',
    'SG.0123456789abcdef0.0123456789abcdef0',
    'eyJhbGciOi.eyJzdWIiOi.abc',
    'auth code: x7',
    'rocommunity public1',
    'user/pass: a/b3c4',
  );

  it('masks the same with and without the short way', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 12 })), { maxLength: 4 }), (parts) => {
        const text = parts.join('');
        expect(withoutSecrets(text)).toBe(maskSecrets(text).text);
      }),
      { numRuns: runs('oracle') },
    );
  });
});

describe('JSON with lines', () => {
  it('reads what the built-in parser reads', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(3), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(toPlain(firstOf(text))).toEqual(toOracle(JSON.parse(text)));
      }),
      { numRuns: runs('property') },
    );
  });

  it('knows the line of every value', () => {
    const root = firstOf('{\n  "a": [1,\n 2],\n\n"b":\n"x"}');
    expect(
      JSON.stringify(root, (_, value: unknown) => (value instanceof Map ? [...value] : value)),
    ).toContain('"value":"x","isNull":false,"tag":"","line":6');
  });

  it('J1: keeps huge numbers, replaces lone surrogates, takes the first of a doubled key and lists the other', () => {
    expect(toPlain(firstOf('[9007199254740993, 1e400, "\\ud800x", "\\ud83d\\ude00"]'))).toEqual([
      '9007199254740993',
      '1e400',
      '\uFFFDx',
      '😀',
    ]);
    const read = parseJson('{"a": 1,\n"a": 2}');
    expect(read.ok && read.value.doubled).toEqual([{ key: 'a', line: 2 }]);
    expect(toPlain(firstOf('{"a": 1, "a": 2}'))).toEqual([['a', '1']]);
  });

  it.each([
    ['trailing comma', '[1,\n]', '2 '],
    ['NaN', '[NaN]', '1 '],
    ['single quotes', "{'a': 1}", '1 '],
    ['bare names', '{a: 1}', '1 '],
    ['comments', '{"a": 1} // x', '1 '],
    ['a text without an end', '{"a": "x', '1 '],
    ['a line break in a text', '{"a":\n"x\ny"}', '2 '],
    ['a wrong escape', '["\\x"]', '1 '],
    ['half a file', '{"a": [1, 2', '1 '],
    ['more after the end', '{} x', '1 '],
    ['a leading zero', '[01]', '1 '],
  ])('J1: says where it breaks: %s', (_, text, line) => {
    expect(messageOf(text)).toMatch(new RegExp(`^${line}It is no valid JSON: `, 'u'));
  });

  it('J1: reads documents one after the other, and refuses depth with the figure', () => {
    const read = parseJson('{"a":1}\n{"b":2}\n[3]');
    expect(read.ok && read.value.documents.length).toBe(3);
    expect(messageOf('['.repeat(200_000))).toContain('201, at most 200');
    expect(limits.jsonDepth).toBe(200);
    expect(messageOf(`${'['.repeat(200)}1${']'.repeat(200)}`)).toBe('read');
  });

  it('J1: keys of prototypes are keys like others', () => {
    const text =
      '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "Reservations": [{"Instances": [{"InstanceId": "i-1", "InstanceType": "__proto__", "State": {"Name": "constructor"}, "Tags": {"__proto__": "toString", "constructor": "x"}}]}]}';
    const { proposals } = importTexts({ 'a.json': text });
    expect(proposals.flatMap((proposal) => itemsOf(proposal, 'node')).map((node) => node.name)).toEqual([
      'AWS',
      'i-1',
    ]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('J1: a text of many megabytes is read in one go', () => {
    const text = JSON.stringify([
      { size_slug: 's', vcpus: 1, region: 'x', name: 'big', notes: 'x'.repeat(8 * 1024 * 1024) },
    ]);
    const { proposals } = importTexts({ 'a.json': text });
    expect(proposals.flatMap((proposal) => itemsOf(proposal, 'node')).map((node) => node.name)).toEqual([
      'DigitalOcean',
      'x',
      'big',
    ]);
  });

  it('I9: ten thousand machines are read while the test waits', () => {
    const count = 10_000;
    const list = Array.from({ length: count }, (_, index) => ({
      id: index,
      name: `m${index}`,
      size_slug: 's-1vcpu-1gb',
      vcpus: 1,
      region: { slug: 'ams3' },
      networks: { v4: [{ ip_address: `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}` }] },
      tags: ['a'],
    }));
    const text = JSON.stringify(list, null, 1);
    expect(importTexts({ 'a.json': text }).proposals[0]?.items.length).toBe(count + 2);
  });
});
