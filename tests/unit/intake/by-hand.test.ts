import { describe, expect, it } from 'vitest';
import { holdApart } from '#core/intake/reconcile/hold-apart.ts';
import { joinNodes } from '#core/intake/reconcile/join-nodes.ts';
import { findOpenMatters } from '#core/intake/reconcile/open-matters.ts';
import { splitNode } from '#core/intake/reconcile/split-node.ts';
import { planOf } from '#support/build-plan.ts';
import { context, expectStable, getNode, must, start, takeFiles } from './take-files.ts';

describe('decisions by hand', () => {
  const files = {
    'a.csv': 'Name,OS,Depends on,Owner\nweb-02,Debian 12,db1,Ops team\ndb1,,,\n',
    'b.csv': 'Name,OS,Depends on,RAM (GB)\nweb2,Debian 11,db1,4\ndb1,,,\n',
  };

  it('join two nodes with all that points at them, for ever', () => {
    const plan = start(files);
    const [keep, drop] = [getNode(plan, 'web-02'), getNode(plan, 'web2')];
    const { plan: joined, label } = must(joinNodes(plan, keep.id, drop.id, context));
    expect(label).toBe('Join web2 with web-02');
    const node = getNode(joined, 'web-02');
    expect(node).toMatchObject({ aliases: ['web2'], os: 'Debian 12', capacity: { memoryMiB: 4096 } });
    expect(node.conflicts.map((each) => each.values.map(({ value }) => value))).toEqual([
      ['Debian 12', 'Debian 11'],
    ]);
    expect([...joined.dependencies].map(({ from, to }) => [from, to])).toEqual([
      [keep.id, getNode(joined, 'db1').id],
    ]);
    expect(findOpenMatters(joined).pairs).toEqual([]);
    expect(takeFiles(joined, files).edit.plan.nodes.size).toBe(2);
    expectStable(takeFiles(joined, files).edit.plan, files);
    const later = takeFiles(joined, { 'b.csv': files['b.csv'].replace('Debian 11', 'Debian 12') }).edit.plan;
    expect(later.nodes.size).toBe(2);
    expect(getNode(later, 'web-02').conflicts).toEqual([]);
  });

  it('are refused in words where two things can not be one', () => {
    const plan = start({ 'a.csv': 'Name,Service\nx1,Shop\n', 'b.csv': 'Name,Host\ny1,y0\n' });
    const say = (one: string, other: string): unknown =>
      joinNodes(plan, getNode(plan, one).id, getNode(plan, other).id, context);
    expect(say('x1', 'x1')).toMatchObject({ ok: false, error: expect.stringContaining('one already') });
    expect(say('x1', 'Shop')).toMatchObject({ ok: false, error: expect.stringContaining('a service') });
    expect(say('y0', 'y1')).toMatchObject({ ok: false, error: expect.stringContaining('inside') });
  });

  it('keep two nodes apart', () => {
    const plan = start(files);
    const [one, other] = [getNode(plan, 'web-02').id, getNode(plan, 'web2').id];
    const apart = must(holdApart(plan, one, other, { text: 'Two things.', by: 'Ann' }, context)).plan;
    expect([...apart.questions][0]).toMatchObject({
      status: 'answered',
      answer: 'Two things.',
      answeredBy: 'Ann',
    });
    const same = { ...files, 'b.csv': files['b.csv'].replace('web2,', 'web-02,') };
    expect(takeFiles(apart, same).edit.plan.nodes.filter((node) => node.name.startsWith('web'))).toHaveLength(
      2,
    );
    expectStable(apart, files);
  });

  it('split what one source says out of a node, and keep it apart from then on', () => {
    const same = {
      'a.csv': 'Name,IP,OS,Depends on\ndb1,10.0.0.1,Debian 12,mx\n',
      'b.csv': 'Name,IP,OS,Service\ndb1,10.9.9.9,BSD,Shop\nmx,,,\n',
    };
    const plan = start(same);
    const node = getNode(plan, 'db1');
    expect(node).toMatchObject({ addresses: ['10.0.0.1', '10.9.9.9'] });
    const { plan: split } = must(splitNode(plan, node.id, 'b.csv', context));
    const two = split.nodes.filter((each) => each.name === 'db1');
    expect(two.map((each) => [each.id === node.id, each.os, each.addresses, each.conflicts])).toEqual(
      expect.arrayContaining([
        [true, 'Debian 12', ['10.0.0.1'], []],
        [false, 'BSD', ['10.9.9.9'], []],
      ]),
    );
    const other = two.find((each) => each.id !== node.id);
    expect(getNode(split, 'Shop').parent).toBe(other?.id);
    expect([...split.dependencies].map((row) => row.from)).toEqual([node.id]);
    expectStable(split, same);
    expect(splitNode(split, node.id, 'b.csv', context)).toMatchObject({
      ok: false,
      error: expect.stringContaining('a.csv'),
    });
    expect(splitNode(split, node.id, 'a.csv', context)).toMatchObject({
      ok: false,
      error: expect.stringContaining('nothing to split'),
    });
  });

  it('in the review say which one a found thing is, before it is taken', () => {
    const matches = { 'b.csv#server:web2': { same: 'a.csv#server:web-02' } };
    const { edit } = takeFiles(planOf(), files, { accept: 'sure-and-likely', matches });
    expect(edit.plan.nodes.map((node) => node.name).sort()).toEqual(['db1', 'web-02']);
    expect(edit.plan.questions.size).toBe(0);
    expectStable(edit.plan, files);
    const apart = { 'b.csv#server:db1': { apart: ['a.csv#server:db1'] } };
    const two = takeFiles(planOf(), files, { accept: 'sure-and-likely', matches: apart }).edit.plan;
    expect(two.nodes.filter((node) => node.name === 'db1')).toHaveLength(2);
    expectStable(two, files);
  });
});
