import { describe, expect, it } from 'vitest';
import { toChangeBase } from '#core/model/change.ts';
import { toDisposition } from '#core/model/disposition.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { toPhase } from '#core/model/phase.ts';
import { toSentenceEntries } from '#views/palette/sentence-entries.ts';
import { planOf } from '#support/build-plan.ts';

const hoster = toNode({ id: toId('nd', 'nd_p'), kind: 'provider', name: 'Hoster' });
const rack = toNode({ id: toId('nd', 'nd_h'), kind: 'host', name: 'rack 7', parent: hoster.id });
const server = (name: string) =>
  toNode({ id: toId('nd', `nd_${name}`), kind: 'server', name, parent: hoster.id, aliases: [`old-${name}`] });
const wiki = server('wiki');
const plan = planOf({
  nodes: [hoster, rack, wiki, server('wiki2'), server('web02')],
  dispositions: [toDisposition({ id: toId('di', 'di_1'), node: wiki.id, disposition: 'retire' })],
  phases: [toPhase({ id: toId('ph', 'ph_1'), name: 'Clear out', order: 'a1' })],
  changes: [
    { ...toChangeBase({ id: toId('ch', 'ch_1'), order: 'a1' }), kind: 'move', node: wiki.id, to: rack.id },
  ],
});

const titles = (query: string) => toSentenceEntries(plan, query).map((entry) => entry.title);

describe('a sentence in the palette', () => {
  for (const [query, first] of [
    ['move wiki2 to rack 7', 'Move wiki2 to rack 7'],
    ['MOVE WIKI2 ONTO RACK', 'Move wiki2 to rack 7'],
    ['merge old-web02 into wiki', 'Merge web02 into wiki'],
    ['remove web02', 'Mark web02 for removal'],
    ['mark web for removal', 'Mark web02 for removal'],
    ['assign wiki to clear', 'Assign wiki to Clear out'],
  ] as const) {
    it(`is understood: ${query}`, () => {
      expect(titles(query)[0]).toBe(first);
    });
  }

  for (const query of [
    '',
    'move',
    'move wiki',
    'move to rack 7',
    'wiki to web02',
    'move nobody to rack',
    'move wiki to nowhere',
    '((((',
  ]) {
    it(`offers nothing: ${query}`, () => {
      expect(titles(query)).toEqual([]);
    });
  }

  it('takes a name that is said exactly, and offers all that begin so otherwise', () => {
    expect(titles('remove wiki')).toEqual(['Mark wiki for removal']);
    expect(titles('remove wik')).toEqual(['Mark wiki for removal', 'Mark wiki2 for removal']);
  });

  it('does not move a thing into itself, and is off with its reason where nothing can be done', () => {
    expect(titles('move rack 7 to rack 7')).toEqual([]);
    expect(toSentenceEntries(plan, 'remove wiki')[0]?.why).toBe('is a candidate already');
    expect(toSentenceEntries(plan, 'assign web02 to clear')[0]?.why).toBe('nothing is planned for it yet');
    expect(toSentenceEntries(plan, 'assign wiki to clear')[0]?.why).toBeNull();
  });
});
