import { describe, expect, it } from 'vitest';
import { toChangeBase } from '#core/model/change.ts';
import { toDependency } from '#core/model/dependency.ts';
import { toDisposition } from '#core/model/disposition.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { toPhase } from '#core/model/phase.ts';
import { doubtsEach, toQuestion } from '#core/model/question.ts';
import { toSource } from '#core/model/source.ts';
import { toBoardColumns, toCapacityAfter } from '#core/projections/board-columns.ts';
import { toQuestionRows } from '#core/projections/question-rows.ts';
import { sortTableRows, toTableRows } from '#core/projections/table-rows.ts';
import { toIsoDate } from '#core/base/plain-date.ts';
import { findTimelineRange, toTimeline } from '#core/projections/timeline-rows.ts';
import { planOf } from '#support/build-plan.ts';

const source = toSource({ id: toId('so', 'so_1'), name: 'page.md', format: 'markdown' });
const hoster = toNode({ id: toId('nd', 'nd_p'), kind: 'provider', name: 'Hoster' });
const host = toNode({
  id: toId('nd', 'nd_h'),
  kind: 'host',
  name: 'hel1',
  parent: hoster.id,
  capacity: { vcpu: 8, memoryMiB: 8192, diskGiB: null },
});
const wiki = toNode({
  id: toId('nd', 'nd_wiki'),
  kind: 'server',
  name: 'wiki',
  parent: hoster.id,
  capacity: { vcpu: 2, memoryMiB: 2048, diskGiB: null },
  evidence: [{ source: source.id, line: 7, quote: 'wiki', field: 'name' }],
});
const app = toNode({ id: toId('nd', 'nd_app'), kind: 'service', name: 'wiki app', parent: wiki.id });
const sendy = toNode({ id: toId('nd', 'nd_sendy'), kind: 'server', name: 'sendy', parent: hoster.id });
const lost = toNode({ id: toId('nd', 'nd_lost'), kind: 'server', name: 'lost' });
const phase = toPhase({
  id: toId('ph', 'ph_1'),
  name: 'Phase 1',
  order: 'a1',
  start: '2026-12-07',
  end: '2026-12-11',
});
const move = {
  ...toChangeBase({ id: toId('ch', 'ch_1'), order: 'a1', phase: phase.id }),
  kind: 'move' as const,
  node: wiki.id,
  to: host.id,
};
const remove = {
  ...toChangeBase({ id: toId('ch', 'ch_2'), order: 'a2', phase: phase.id }),
  kind: 'remove' as const,
  node: sendy.id,
};
const plan = planOf({
  sources: [source],
  nodes: [hoster, host, wiki, app, sendy, lost],
  dependencies: [toDependency({ id: toId('dp', 'dp_1'), from: sendy.id, to: wiki.id, type: 'uses' })],
  dispositions: [toDisposition({ id: toId('di', 'di_1'), node: lost.id, disposition: 'retire' })],
  questions: [
    toQuestion({ id: toId('qu', 'qu_1'), text: 'Who reads the wiki?', about: [wiki.id] }),
    toQuestion({ id: toId('qu', 'qu_2'), text: 'Is sendy used?', about: [sendy.id], blocking: true }),
    toQuestion({ id: toId('qu', 'qu_3'), text: 'Done?', status: 'answered', answer: 'Yes' }),
  ],
  phases: [phase],
  changes: [move, remove],
});

describe('toBoardColumns', () => {
  it('puts a moved server into its new column and leaves a ghost in the old one', () => {
    const columns = toBoardColumns(plan, phase.id);
    const names = (key: string) =>
      columns
        .find((column) => column.key === key)
        ?.cards.map((card) => `${card.node.name}${card.isGhost ? '?' : ''}`);
    expect(names(host.id)).toEqual(['wiki']);
    expect(names(hoster.id)).toEqual(['wiki?']);
    expect(names('going')).toEqual(['lost', 'sendy']);
    const gone = (point: typeof phase.id | 'start') =>
      toBoardColumns(plan, point).flatMap((column) => column.cards.filter((card) => card.isGone));
    expect([gone('start').length, gone(phase.id).length]).toEqual([0, 1]);
  });

  it('adds up the capacity of a host, and says how much of it is not known', () => {
    const bars = toBoardColumns(plan, phase.id).find((column) => column.key === host.id)?.capacity;
    expect(bars?.[0]).toEqual({ dimension: 'vcpu', used: 2, coming: 2, offered: 8, unknown: 0 });
    expect(bars?.[2]).toEqual({ dimension: 'diskGiB', used: 0, coming: 0, offered: null, unknown: 1 });
  });

  it('says what its bars would be after a drop, and counts nothing twice', () => {
    const column = toBoardColumns(plan, phase.id).find((each) => each.key === host.id);
    if (column === undefined) throw new Error('the host has a column');
    const vcpu = (nodes: Parameters<typeof toCapacityAfter>[1]) => toCapacityAfter(column, nodes)[0];
    expect(vcpu([wiki])).toEqual(column.capacity[0]);
    const big = toNode({
      id: toId('nd', 'nd_big'),
      kind: 'server',
      name: 'big',
      usage: { vcpu: 7, memoryMiB: null, diskGiB: null },
      capacity: { vcpu: 16, memoryMiB: null, diskGiB: null },
    });
    expect(vcpu([big])).toMatchObject({ used: 9, coming: 9, unknown: 0 });
    expect(vcpu([big, sendy])).toMatchObject({ used: 9, unknown: 1 });
  });

  it('shows the estate as it is before the first phase', () => {
    const columns = toBoardColumns(plan, 'start');
    expect(columns.find((column) => column.key === host.id)?.cards).toEqual([]);
  });
});

describe('toTableRows', () => {
  it('lists what is there and what has gone by then', () => {
    const rows = toTableRows(plan, phase.id, 'server');
    expect(rows.map((row) => [row.node.name, row.place, row.isGone])).toEqual([
      ['lost', null, false],
      ['sendy', 'Hoster', true],
      ['wiki', 'hel1', false],
    ]);
    expect(rows[2]).toMatchObject({
      runs: ['wiki app'],
      questions: 1,
      source: 'page.md:7',
      provider: 'Hoster',
    });
  });

  it('sorts what is not known last in both directions', () => {
    const rows = toTableRows(plan, 'start', 'server');
    const names = (direction: 'ascending' | 'descending') =>
      sortTableRows(rows, 'memory', direction).map((row) => row.node.name)[0];
    expect(names('ascending')).toBe('wiki');
    expect(names('descending')).toBe('wiki');
    expect(sortTableRows(rows, 'name', 'descending').map((row) => row.node.name)).toEqual([
      'wiki',
      'sendy',
      'lost',
    ]);
  });
});

describe('toQuestionRows', () => {
  it('puts the blocking ones first and names the steps that wait', () => {
    const rows = toQuestionRows(plan);
    expect(rows.map((row) => row.group)).toEqual(['blocks', 'open', 'answered']);
    expect(rows[0]?.steps.map((change) => change.id)).toEqual(['ch_2']);
  });
});

describe('toTimeline', () => {
  it('gives a change without dates those of its phase', () => {
    const groups = toTimeline(plan);
    expect(groups).toHaveLength(1);
    expect(groups[0]?.rows[0]).toMatchObject({ isOwn: false, span: groups[0]?.span });
    const range = findTimelineRange(groups);
    expect(toIsoDate(range?.start ?? 0)).toBe('2026-11-30');
  });

  it('has no range when nothing has a date', () => {
    expect(findTimelineRange(toTimeline(planOf()))).toBeNull();
  });
});

describe('doubtsEach', () => {
  it('marks single things, and all that a blocking question is about, but not every member of a large group', () => {
    const about = (count: number) => Array.from({ length: count }, (_, index) => `nd_${index}`);
    expect(doubtsEach({ about: about(1), blocking: false })).toBe(true);
    expect(doubtsEach({ about: about(21), blocking: true })).toBe(true);
    expect(doubtsEach({ about: about(21), blocking: false })).toBe(false);
  });
});
