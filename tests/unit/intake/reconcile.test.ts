import { describe, expect, it } from 'vitest';
import { isEmptyDiff } from '#core/commands/records-diff.ts';
import { findOpenMatters } from '#core/intake/reconcile/open-matters.ts';
import { planOf } from '#support/build-plan.ts';
import { expectStable, start, takeFiles } from './take-files.ts';

const swapped = {
  one: '564d1122-3344-5566-7788-99aabbccddee',
  other: '22114d56-4433-6655-7788-99aabbccddee',
};

describe('the same machine in two sources', () => {
  it.each([
    ['a UUID in the other byte order', `web02,${swapped.one},,`, `front,${swapped.other},,`, 'same id uuid'],
    ['an instance id', 'web02,i-0123456789abcdef0,,', 'front,I-0123456789ABCDEF0,,', 'same id i-0123'],
    [
      'a VMware serial number',
      `web02,${swapped.one},,`,
      'front,"VMware-56 4d 11 22 33 44 55 66-77 88 99 aa bb cc dd ee",,',
      'same id uuid',
    ],
    ['a full name', 'web02.acme.test,,,', 'WEB02.ACME.TEST.,,,', 'same full name'],
    ['an address', 'web02,,10.0.0.7,', 'front,,10.0.0.7/24,', 'same address 10.0.0.7'],
    ['a short name', 'web02.acme.test,,,', 'web02,,,', 'same short name'],
    ['a name', 'web02,,,', 'Web02,,,', 'same name'],
  ])('is one node by %s, and says why', (_what, first, second, because) => {
    const head = 'Name,UUID,IP,Notes\n';
    const files = { 'a.csv': `${head}${first}x\n`, 'b.csv': `${head}${second}y\n` };
    const { edit, summary } = takeFiles(planOf(), files);
    expect(edit.plan.nodes.size).toBe(1);
    expect(summary.matches).toEqual([
      expect.objectContaining({ source: 'b.csv', because: expect.stringContaining(because) }),
    ]);
    const [source] = edit.plan.sources.filter((each) => each.name === 'b.csv');
    expect(JSON.stringify(source?.base)).toContain(`"because":"${because}`);
    expectStable(edit.plan, files);
  });

  it.each([
    ['names that differ in signs and zeros', 'Name\nweb-02\n', 'Name\nweb2\n', 'differ only in signs'],
    [
      'one name with two UUIDs',
      `Name,UUID\nweb02,${swapped.one}\n`,
      'Name,UUID\nweb02,0f0e1122-3344-5566-7788-99aabbccddee\n',
      'called web02',
    ],
    [
      'one address with two full names',
      'Name,IP\nweb.a.test,10.0.0.7\n',
      'Name,IP\nweb.b.test,10.0.0.7\n',
      'address 10.0.0.7',
    ],
    ['a short name that two could have', 'Name\ndb.a.test\ndb.b.test\n', 'Name\ndb\n', 'without the domain'],
    [
      'a short name in another environment',
      'Name,Env\ndb.a.test,prod\n',
      'Name,Env\ndb,staging\n',
      'without the domain',
    ],
    [
      'an address that two of one source have',
      'Name,IP\nx1,10.0.0.7\nx2,10.0.0.7\n',
      'Name,IP\ny1,10.0.0.7\n',
      'address 10.0.0.7',
    ],
  ])('asks, and joins nothing, at %s', (_what, a, b, because) => {
    const files = { 'a.csv': a, 'b.csv': b };
    const { edit, summary } = takeFiles(planOf(), files);
    const rows = `${a}${b}`.split('\n').filter((line) => line !== '' && !line.startsWith('Name'));
    expect(edit.plan.nodes.size).toBe(rows.length);
    expect(summary.matches).toEqual([]);
    const asked = findOpenMatters(edit.plan).pairs;
    expect(asked.length).toBeGreaterThan(0);
    expect(summary.probable.map((each) => each.id).sort()).toEqual(asked.map((each) => each.question).sort());
    for (const pair of asked) {
      expect(pair.text).toContain(because);
      expect(pair.text).toMatch(/\(a\.csv\).*\(b\.csv\)|\(b\.csv\).*\(a\.csv\)/u);
    }
    expectStable(edit.plan, files);
  });

  it.each([
    ['two full names', 'Name\nweb.a.test\n', 'Name\nweb.b.test\n'],
    ['numbers that differ by a sign between digits', 'Name\napp-1-11\n', 'Name\napp-11-1\n'],
    ['an address of everybody', 'Name,IP\nx1,127.0.0.1\n', 'Name,IP\ny1,127.0.0.1\n'],
    [
      'an id that stands for none',
      'Name,Serial\nx1,To Be Filled By O.E.M.\n',
      'Name,Serial\ny1,To Be Filled By O.E.M.\n',
    ],
    ['services of one name on two machines', 'Name,Service\nx1,redis\n', 'Name,Service\ny1,redis\n'],
  ])('neither joins nor asks at %s', (_what, a, b) => {
    const plan = start({ 'a.csv': a, 'b.csv': b });
    expect(plan.nodes.filter((node) => node.kind === 'server')).toHaveLength(2);
    expect(findOpenMatters(plan).pairs).toEqual([]);
  });

  it('does not ask again what a person answered or deleted', () => {
    const files = { 'a.csv': 'Name\nweb-02\n', 'b.csv': 'Name\nweb2\n' };
    const plan = start(files);
    const [question] = plan.questions;
    if (question === undefined) throw new Error('nothing was asked');
    const deleted = { ...plan, questions: plan.questions.drop([question.id]) };
    expect(takeFiles(deleted, files).edit.plan.questions.size).toBe(0);
    const answered = {
      ...plan,
      questions: plan.questions.put([{ ...question, status: 'answered' as const, answer: 'no' }]),
    };
    expect(isEmptyDiff(takeFiles(answered, files).edit.diff)).toBe(true);
  });
});

describe('a renamed machine', () => {
  it('is known by its id, also when another one took its name', () => {
    const before =
      'Name,UUID,OS\nweb1,aaaaaaaa-0000-4000-8000-000000000001,BSD\nweb2,aaaaaaaa-0000-4000-8000-000000000002,Linux\n';
    const after =
      'Name,UUID,OS\nweb2,aaaaaaaa-0000-4000-8000-000000000001,BSD\nweb1,aaaaaaaa-0000-4000-8000-000000000002,Linux\n';
    const plan = start({ 'a.csv': before });
    const bsd = plan.nodes.filter((node) => node.os === 'BSD')[0]?.id;
    const { edit, summary } = takeFiles(plan, { 'a.csv': after });
    expect(edit.plan.nodes.size).toBe(2);
    expect(edit.plan.nodes.get(bsd ?? null)).toMatchObject({ name: 'web2', os: 'BSD' });
    expect(summary.changes.changed.map((each) => each.fields)).toEqual([
      [{ field: 'name', from: 'web1', to: 'web2' }],
      [{ field: 'name', from: 'web2', to: 'web1' }],
    ]);
    expect(summary.changes.gone).toEqual([]);
    expectStable(edit.plan, { 'a.csv': after });
  });
});
