import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptProposals, type IntakeDecisions } from '#core/intake/accept-proposals.ts';
import { applyDiff, invertDiff } from '#core/commands/records-diff.ts';
import { findOpenMatters } from '#core/intake/reconcile/open-matters.ts';
import type { IntakeMatter } from '#core/intake/matters/intake-matter.ts';
import { previewIntake } from '#core/intake/preview-intake.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import type { Plan } from '#core/model/plan.ts';
import { planOf } from '#support/build-plan.ts';
import { runs } from '#support/counts.ts';
import { importTexts } from '../importers/import-text.ts';
import { context, expectStable, getNode, start, takeFiles } from './take-files.ts';

type Files = Readonly<Record<string, string>>;

function mattersOf(plan: Plan, files: Files): readonly IntakeMatter[] {
  return previewIntake(plan, importTexts(files).proposals).matters;
}

function only<K extends IntakeMatter['is']>(
  matters: readonly IntakeMatter[],
  is: K,
): Extract<IntakeMatter, { is: K }>[] {
  return matters.filter((each): each is Extract<IntakeMatter, { is: K }> => each.is === is);
}

/** Imports with decisions, and proves that all of it is one step that can be taken back. */
function take(plan: Plan, files: Files, decisions: Partial<IntakeDecisions>): Plan {
  const { edit } = takeFiles(plan, files, { accept: 'sure-and-likely', ...decisions });
  expect(toPlanFileText({ ...applyDiff(edit.plan, invertDiff(edit.diff)), revision: plan.revision })).toBe(
    toPlanFileText(plan),
  );
  return edit.plan;
}

const two = {
  'a.csv': 'Name,OS,RAM (GB)\nweb1,Debian 12,4\ndb1,Debian 12,8\n',
  'b.csv': 'Name,OS,RAM (GB)\nweb1,Debian 11,4\n',
};

describe('contradictions that an import leaves', () => {
  it('stand side by side with both sources and their words, the value of the plan first', () => {
    const matters = mattersOf(planOf(), two);
    expect(matters).toHaveLength(1);
    expect(matters[0]).toMatchObject({
      is: 'conflict',
      name: 'web1',
      field: 'os',
      edited: false,
      values: [
        { value: 'Debian 12', isKept: true, words: [{ source: 'a.csv', line: 2, quote: 'Debian 12' }] },
        { value: 'Debian 11', isKept: false, words: [{ source: 'b.csv', line: 2, quote: 'Debian 11' }] },
      ],
    });
    expect(mattersOf(planOf(), { 'a.csv': two['a.csv'] })).toEqual([]);
  });

  it.each([
    ['that of the other source', 'Debian 11'],
    ['that of the plan', 'Debian 12'],
  ])('are settled by choosing a value, %s, for good', (_of, value) => {
    const [matter] = mattersOf(planOf(), two);
    const plan = take(planOf(), two, { values: { [matter?.key ?? '']: value } });
    expect(getNode(plan, 'web1')).toMatchObject({ os: value, conflicts: [] });
    expectStable(plan, two);
    expect(mattersOf(plan, two)).toEqual([]);
    const other = { 'b.csv': two['b.csv'].replace('Debian 11', 'Debian 13') };
    const again = only(mattersOf(plan, other), 'conflict');
    expect(again.map((each) => each.values.map(({ value: said }) => said))).toEqual([[value, 'Debian 13']]);
    expect(getNode(take(plan, other, {}), 'web1').os).toBe(value);
  });

  it('are listed again while nobody has decided', () => {
    const plan = start(two);
    expect(only(mattersOf(plan, { 'b.csv': two['b.csv'] }), 'conflict')).toHaveLength(1);
    expect(mattersOf(plan, { 'c.csv': 'Name\nmx1\n' })).toEqual([]);
  });

  it('hold what a person wrote against a newer source, until that person takes it', () => {
    const plan = start({ 'a.csv': two['a.csv'] });
    const web1 = getNode(plan, 'web1');
    const edited = { ...plan, nodes: plan.nodes.put([{ ...web1, os: 'BSD' }]) };
    const newer = { 'a.csv': two['a.csv'].replace('web1,Debian 12', 'web1,Debian 13') };
    const [matter] = only(mattersOf(edited, newer), 'conflict');
    expect(matter).toMatchObject({
      edited: true,
      values: [
        { value: 'BSD', isKept: true, words: [] },
        { value: 'Debian 13', words: [{ source: 'a.csv', line: 2, quote: 'Debian 13' }] },
      ],
    });
    const took = take(edited, newer, { values: { [matter?.key ?? '']: 'Debian 13' } });
    expect(getNode(took, 'web1').os).toBe('Debian 13');
    expectStable(took, newer);
    const kept = take(edited, newer, { values: { [matter?.key ?? '']: 'BSD' } });
    expect(getNode(kept, 'web1').os).toBe('BSD');
    expect(mattersOf(kept, newer)).toEqual([]);
  });

  it('of dependencies are settled alike', () => {
    const link = (encrypted: string): string => `Source,Destination,Encrypted\nweb1,db1,${encrypted}\n`;
    const plan = start({ 'a.csv': link('yes') });
    const files = { 'b.csv': link('no') };
    const [matter] = only(mattersOf(plan, files), 'conflict');
    expect(matter).toMatchObject({ collection: 'dependencies', field: 'encrypted' });
    expect(matter?.values.map((each) => [each.value, each.words.map(({ source }) => source)])).toEqual([
      [true, ['a.csv']],
      [false, ['b.csv']],
    ]);
    const took = take(plan, files, { values: { [matter?.key ?? '']: false } });
    expect([...took.dependencies].map((row) => row.encrypted)).toEqual([false]);
    expectStable(took, files);
  });

  it('take no value that does not fit, and no decision about what is not there', () => {
    const [matter] = mattersOf(planOf(), two);
    const odd = take(planOf(), two, { values: { [matter?.key ?? '']: { no: 'text' }, 'nd_x os': 'BSD' } });
    expect(getNode(odd, 'web1').os).toBe('Debian 12');
  });
});

const alike = {
  'a.csv': 'Name,OS,IP\nweb-02,Debian 12,10.0.0.2\n',
  'b.csv': 'Name,OS,Service\nweb2,Debian 12,Shop\n',
};

describe('probable matches that an import leaves', () => {
  it('say what speaks for it and what is known of both', () => {
    const [pair] = only(mattersOf(planOf(), alike), 'pair');
    expect(pair).toMatchObject({
      because: 'Their names differ only in signs or zeros.',
      nodes: [
        { name: 'web-02', sources: ['a.csv'], addresses: ['10.0.0.2'], words: { source: 'a.csv', line: 2 } },
        { name: 'web2', sources: ['b.csv'], words: { source: 'b.csv', line: 2 } },
      ],
    });
  });

  it('become one or stay two by a word, and are not asked again', () => {
    const key = mattersOf(planOf(), alike)[0]?.key ?? '';
    const same = take(planOf(), alike, { pairs: { [key]: 'same' } });
    expect(same.nodes.filter((node) => node.kind === 'server').map(({ name }) => name)).toEqual(['web-02']);
    expect(same.questions.size).toBe(0);
    const apart = take(planOf(), alike, { pairs: { [key]: 'apart' } });
    expect(apart.nodes.filter((node) => node.kind === 'server')).toHaveLength(2);
    expect([...apart.questions].map((question) => question.status)).toEqual(['answered']);
    for (const plan of [same, apart]) {
      expect(mattersOf(plan, alike)).toEqual([]);
      expect(findOpenMatters(plan).pairs).toEqual([]);
      const again = takeFiles(plan, alike).edit.plan;
      expect(again.nodes.size).toBe(plan.nodes.size);
      expectStable(again, alike);
    }
  });

  it('join in a chain what is joined pair by pair', () => {
    const three = { ...alike, 'c.csv': 'Name,OS\nweb_002,Debian 12\n' };
    const pairs = only(mattersOf(planOf(), three), 'pair');
    expect(pairs).toHaveLength(3);
    const all = Object.fromEntries(pairs.map(({ key }) => [key, 'same' as const]));
    const plan = take(planOf(), three, { pairs: all });
    const servers = plan.nodes.filter((node) => node.kind === 'server');
    expect(servers.map((node) => [node.name, node.aliases.toSorted()])).toEqual([
      ['web-02', ['web2', 'web_002']],
    ]);
  });
});

describe('what is gone from its source', () => {
  const first = 'Name,OS,Depends on,Owner\nweb1,Debian 12,db1,Ops team\ndb1,Debian 12,,\n';
  const files = (text: string): Files => ({ 'a.csv': text });
  const later = files('Name,OS,Depends on,Owner\nweb1,Debian 12,,Ops team\n');

  it('is proposed as removed where that is accepted, and stays where it is kept', () => {
    const plan = start(files(first));
    const gone = only(mattersOf(plan, later), 'gone');
    expect(gone).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'db1', collection: 'nodes', source: 'a.csv', stillIn: [] }),
        expect.objectContaining({ collection: 'dependencies' }),
      ]),
    );
    const said = (decision: 'accept' | 'reject'): Plan =>
      take(plan, later, { chosen: Object.fromEntries(gone.map(({ key }) => [key, decision])) });
    const accepted = said('accept');
    expect(getNode(accepted, 'db1').kind).toBe('server');
    expect([...accepted.dispositions]).toEqual([
      expect.objectContaining({ node: getNode(plan, 'db1').id, disposition: 'retire', agreed: false }),
    ]);
    expect(accepted.dependencies.size).toBe(0);
    const kept = said('reject');
    expect([kept.dispositions.size, kept.dependencies.size]).toEqual([0, 1]);
    for (const decided of [accepted, kept]) {
      expect(mattersOf(decided, later)).toEqual([]);
      expectStable(decided, later);
      const back = takeFiles(decided, files(first)).edit.plan;
      expect([back.nodes.size, back.dependencies.size]).toEqual([plan.nodes.size, 1]);
    }
  });

  it('says which other sources still have it, and takes nothing out that they have', () => {
    const plan = start({ 'a.csv': first, 'b.csv': first });
    const gone = only(mattersOf(plan, later), 'gone');
    expect(gone.map(({ stillIn }) => stillIn)).toEqual(gone.map(() => ['b.csv']));
    const chosen = Object.fromEntries(gone.map(({ key }) => [key, 'accept' as const]));
    expect(take(plan, later, { chosen }).dependencies.size).toBe(1);
  });
});

describe('decisions about what an import leaves', () => {
  const row = fc.record({
    name: fc.constantFrom('web1', 'web-1', 'web01', 'db1', 'db_1', 'mx'),
    os: fc.constantFrom('Debian 11', 'Debian 12', ''),
    ram: fc.constantFrom('4', '8', ''),
    needs: fc.constantFrom('db1', 'mx', ''),
  });
  const table = fc
    .array(row, { minLength: 1, maxLength: 5 })
    .map((rows) =>
      ['Name,OS,RAM (GB),Depends on', ...rows.map((each) => Object.values(each).join(','))].join('\n'),
    );

  it('hold: the same files again leave nothing of what was decided open, and change nothing', () => {
    fc.assert(
      fc.property(table, table, table, fc.infiniteStream(fc.nat(2)), (a, b, later, choices) => {
        const choose = (): number => choices.next().value ?? 0;
        let plan = start({ 'a.csv': a });
        for (const files of [{ 'b.csv': b }, { 'a.csv': later }, { 'b.csv': b }]) {
          const { proposals } = importTexts(files);
          const values: Record<string, unknown> = {};
          const pairs: Record<string, 'same' | 'apart'> = {};
          const chosen: Record<string, 'accept' | 'reject'> = {};
          for (const matter of previewIntake(plan, proposals).matters) {
            const way = choose();
            if (matter.is === 'conflict')
              values[matter.key] = matter.values[way % matter.values.length]?.value;
            else if (matter.is === 'pair') pairs[matter.key] = way === 0 ? 'same' : 'apart';
            else chosen[matter.key] = way === 0 ? 'accept' : 'reject';
          }
          const decisions = { accept: 'all', values, pairs, chosen } as const;
          plan = acceptProposals(plan, proposals, decisions, context).edit.plan;
          const again = previewIntake(plan, proposals).matters;
          expect(again.filter((each) => each.key in chosen || each.key in pairs)).toEqual([]);
          const once = acceptProposals(plan, proposals, { accept: 'all' }, context).edit.plan;
          const twice = acceptProposals(once, proposals, { accept: 'all' }, context).edit;
          expect(twice.diff.collections).toEqual({});
        }
      }),
      { numRuns: runs('property') },
    );
  });
});
