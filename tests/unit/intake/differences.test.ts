import { describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { previewIntake } from '#core/intake/preview-intake.ts';
import { findOpenMatters } from '#core/intake/reconcile/open-matters.ts';
import { preferSources } from '#core/intake/reconcile/prefer-sources.ts';
import type { Plan } from '#core/model/plan.ts';
import { planOf } from '#support/build-plan.ts';
import { importTexts } from '../importers/import-text.ts';
import { context, expectStable, getNode, must, start, takeFiles } from './take-files.ts';

describe('conflicting facts', () => {
  const files = {
    'a.csv': 'Name,OS,RAM (GB)\nweb02,Debian 12,4\n',
    'b.csv': 'Name,OS,RAM (GB)\nweb02,Ubuntu 22.04,8\n',
    'c.csv': 'Name,OS\nweb02,Debian 12\n',
  };
  const valuesOf = (plan: Plan): unknown =>
    getNode(plan, 'web02').conflicts.map(({ field, values }) => [
      field,
      values.map(({ value, evidence }) => [value, evidence.length]),
    ]);

  it('stand side by side with the words of every source, and are findings', () => {
    const plan = start(files);
    expect(valuesOf(plan)).toEqual([
      [
        'capacity.memoryMiB',
        [
          [4096, 1],
          [8192, 1],
        ],
      ],
      [
        'os',
        [
          ['Debian 12', 2],
          ['Ubuntu 22.04', 1],
        ],
      ],
    ]);
    const found = checkPlan(plan).findings.filter((each) => each.rule === 'sources-agree');
    expect(found.map((each) => each.message)).toEqual(
      expect.arrayContaining([
        'Sources disagree on the memory of web02: 4 GiB or 8 GiB.',
        expect.stringContaining('operating system of web02'),
      ]),
    );
    expectStable(plan, files);
  });

  it('are gone when the sources agree again', () => {
    const plan = start(files);
    const agreed = takeFiles(plan, { 'b.csv': files['b.csv'].replace('Ubuntu 22.04,8', 'Debian 12,4') }).edit
      .plan;
    expect(valuesOf(agreed)).toEqual([]);
    const turned = takeFiles(plan, { 'a.csv': 'Name,OS,RAM (GB)\nweb02,Ubuntu 22.04,8\n' }).edit.plan;
    expect(getNode(turned, 'web02')).toMatchObject({ os: 'Ubuntu 22.04', capacity: { memoryMiB: 8192 } });
    expect(valuesOf(turned)).toEqual([
      [
        'os',
        [
          ['Debian 12', 1],
          ['Ubuntu 22.04', 2],
        ],
      ],
    ]);
  });

  it('are decided by the sources that a person trusts, now and later, but never against an edit', () => {
    const plan = must(preferSources(start(files), ['b.csv', 'a.csv'], context)).plan;
    expect(getNode(plan, 'web02')).toMatchObject({
      os: 'Ubuntu 22.04',
      capacity: { memoryMiB: 8192 },
      conflicts: [],
    });
    expect(findOpenMatters(plan).preferred).toEqual(['b.csv', 'a.csv']);
    expectStable(plan, files);
    const later = takeFiles(plan, { 'a.csv': files['a.csv'].replace('12,4', '13,4') });
    expect(getNode(later.edit.plan, 'web02')).toMatchObject({ os: 'Ubuntu 22.04', conflicts: [] });
    expect(later.summary.conflicts).toEqual([]);
    const web = getNode(plan, 'web02');
    const edited = { ...plan, nodes: plan.nodes.put([{ ...web, os: 'mine' }]) };
    const kept = takeFiles(edited, { 'b.csv': files['b.csv'].replace('22.04', '24.04') });
    expect(getNode(kept.edit.plan, 'web02').os).toBe('mine');
    expect(kept.summary.conflicts).toEqual([expect.objectContaining({ field: 'os', edited: true })]);
    expect(preferSources(plan, ['z.csv'], context)).toMatchObject({
      ok: false,
      error: expect.stringContaining('a.csv'),
    });
    const none = must(preferSources(plan, [], context)).plan;
    expect(findOpenMatters(none).preferred).toEqual([]);
  });

  it('say what a source changed its mind about without calling it an edit', () => {
    const later = takeFiles(start(files), { 'b.csv': files['b.csv'].replace('22.04', '24.04') });
    expect(later.summary.conflicts).toEqual([
      expect.objectContaining({ found: 'Ubuntu 24.04', kept: 'Debian 12', edited: false }),
    ]);
    expect(valuesOf(later.edit.plan)).toContainEqual([
      'os',
      [
        ['Debian 12', 2],
        ['Ubuntu 24.04', 1],
      ],
    ]);
  });
});

describe('what is new, changed and gone', () => {
  const before = 'Name,OS\nweb1,Debian 11\nweb2,\nweb3,\n';
  const after = 'Name,OS\nweb1,Debian 12\nweb2,\nweb4,\n';

  it('is listed for a source that comes again, and for the review', () => {
    const first = takeFiles(planOf(), { 'a.csv': before });
    expect(first.summary.changes).toEqual({ added: [], changed: [], gone: [] });
    const { summary } = takeFiles(first.edit.plan, { 'a.csv': after });
    expect(summary.changes).toMatchObject({
      added: [{ is: 'node', name: 'web4', source: 'a.csv' }],
      changed: [{ name: 'web1', fields: [{ field: 'os', from: 'Debian 11', to: 'Debian 12' }] }],
      gone: [{ name: 'web3' }],
    });
    const preview = previewIntake(first.edit.plan, importTexts({ 'a.csv': after }).proposals).items;
    expect(preview.get('a.csv#server:web1')).toMatchObject({ status: 'changed', changed: [{ field: 'os' }] });
  });

  it('is proposed for removal, or kept, as a person says', () => {
    const plan = start({ 'a.csv': before });
    const decide = (chosen: Readonly<Record<string, 'accept' | 'reject'>>): Plan =>
      takeFiles(plan, { 'a.csv': after }, { accept: 'sure-and-likely', chosen }).edit.plan;
    const removed = decide({ 'a.csv#server:web3': 'accept' });
    expect([...removed.dispositions]).toMatchObject([
      {
        node: getNode(removed, 'web3').id,
        disposition: 'retire',
        agreed: false,
        why: 'It is no longer in a.csv.',
      },
    ]);
    const kept = decide({ 'a.csv#server:web3': 'reject' });
    expect(kept.dispositions.size).toBe(0);
    for (const each of [removed, kept]) {
      expect(getNode(each, 'web3').kind).toBe('server');
      expect(findOpenMatters(each).gone).toEqual([]);
      expectStable(each, { 'a.csv': after });
    }
    const back = takeFiles(kept, { 'a.csv': before }).edit.plan;
    expect(findOpenMatters(takeFiles(back, { 'a.csv': after }).edit.plan).gone).toMatchObject([
      { name: 'web3' },
    ]);
  });
});
