import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMadeItem } from '#core/intake/made-by-hand.ts';
import { madeKinds, readMadeThing, type MadeThing } from '#core/intake/made-thing.ts';
import { planOf } from '#support/build-plan.ts';
import { runs } from '#support/counts.ts';
import { expectStable, getNode, takeFiles } from './take-files.ts';

const files = {
  'page.md': '# Servers\n\n## web01\n\n# Around it\n\nThe crate by the door hums, and so does Petrel.\n',
};
const petrel: MadeThing = { what: 'service', words: 'Petrel', line: 7 };
const crate: MadeThing = { what: 'server', words: 'crate by the door', line: 7 };
const made = { 'page.md#service:petrel': petrel, 'page.md#server:crate by the door': crate };

function takeMade() {
  return takeFiles(planOf(), files, { accept: 'sure-and-likely', made });
}

describe('things made by hand', () => {
  it('come into the plan with the chosen words as evidence, in the one edit of the import', () => {
    const { edit, summary } = takeMade();
    const source = [...edit.plan.sources][0]?.id;
    expect(getNode(edit.plan, 'Petrel')).toMatchObject({
      kind: 'service',
      evidence: [{ source, line: 7, quote: 'Petrel', field: 'name' }],
    });
    expect(getNode(edit.plan, 'crate by the door').kind).toBe('server');
    expect(summary.notUnderstood).toEqual([]);
    expect(takeFiles(planOf(), files).summary.notUnderstood).toMatchObject([{ line: 7 }]);
    expect(summary.found).toMatchObject({ server: 2, service: 1 });
    expect(edit.plan.revision).toBe(planOf().revision + 1);
  });

  it('come again with every import that has the words, wherever they stand', () => {
    const { plan } = takeMade().edit;
    expectStable(plan, files);
    const later = { 'page.md': `# Notes\n\nNew words above.\n\n${files['page.md']}` };
    const again = takeFiles(plan, later, { accept: 'chosen' });
    expect(again.summary.changes.gone).toEqual([]);
    expect(getNode(again.edit.plan, 'Petrel').evidence).toMatchObject([{ line: 11, quote: 'Petrel' }]);
  });

  it('are gone when the words are, and are not dropped by that', () => {
    const { plan } = takeMade().edit;
    const later = { 'page.md': files['page.md'].replace('Petrel', 'the rest') };
    const again = takeFiles(plan, later, { accept: 'chosen' });
    expect(again.summary.changes.gone.map(({ name }) => name)).toEqual(['Petrel']);
    expect(getNode(again.edit.plan, 'Petrel').kind).toBe('service');
  });

  it('stay away once a person has deleted them', () => {
    const { plan } = takeMade().edit;
    const without = { ...plan, nodes: plan.nodes.drop([getNode(plan, 'Petrel').id]) };
    const again = takeFiles(without, files, { accept: 'all' });
    expect(again.edit.plan.nodes.filter((node) => node.name === 'Petrel')).toEqual([]);
  });

  it('do not stand in the way of what the importer finds under the same key', () => {
    const twice: MadeThing = { what: 'server', words: 'web01', line: 3 };
    const { edit } = takeFiles(planOf(), files, { accept: 'all', made: { 'page.md#server:web01': twice } });
    expect(getNode(edit.plan, 'web01').kind).toBe('server');
  });

  it('make nothing of words that the source does not have, or that belong to another source', () => {
    const foreign = {
      'page.md#server:ghost': { ...crate, words: 'ghost' },
      'other.md#service:petrel': petrel,
    };
    const { edit } = takeFiles(planOf(), files, { accept: 'chosen', made: foreign });
    expect(edit.plan.nodes.size).toBe(0);
  });

  it('can be of each kind', () => {
    for (const what of madeKinds) {
      const item = toMadeItem({ what, words: 'Kite', line: 2 });
      expect(item).toMatchObject({ confidence: 'sure', evidence: [{ line: 2, quote: 'Kite' }] });
    }
    expect(toMadeItem({ what: 'party', words: 'Ops', line: 1 })).toMatchObject({ is: 'party', name: 'Ops' });
    expect(toMadeItem({ what: 'question', words: 'Why?', line: 1 })).toMatchObject({ text: 'Why?' });
  });

  it('are read back as they were kept, and nothing else is', () => {
    expect(readMadeThing(JSON.parse(JSON.stringify(petrel)))).toEqual(petrel);
    for (const bad of [
      null,
      7,
      [],
      { ...petrel, what: 'planet' },
      { ...petrel, words: ' ' },
      { ...petrel, line: 0 },
      { ...petrel, line: 1.5 },
      { what: 'server', line: 1 },
    ])
      expect(readMadeThing(bad)).toBeNull();
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const read = readMadeThing(value);
        expect(read === null || madeKinds.includes(read.what)).toBe(true);
      }),
      { numRuns: runs('property') },
    );
  });
});
