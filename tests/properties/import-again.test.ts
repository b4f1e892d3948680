import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCommands } from '#core/commands/apply-commands.ts';
import { diffPlans, isEmptyDiff } from '#core/commands/records-diff.ts';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { acceptProposals } from '#core/intake/accept-proposals.ts';
import { importFiles } from '#core/importers/import-files.ts';
import { collectionNames, type CollectionName, type Plan } from '#core/model/plan.ts';
import type { RecordsDiff } from '#core/model/records-diff.ts';
import { planOf } from '#support/build-plan.ts';
import { runs } from '#support/counts.ts';
import { makeCountingIds } from '#support/run-commands.ts';

const encoder = new TextEncoder();
const makeId = makeCountingIds();

interface Machine {
  readonly at: number;
  readonly ram: number | null;
  readonly os: string;
  readonly host: string;
  readonly owner: string;
  readonly needs: string;
  readonly service: string;
  readonly strategy: string;
  readonly wave: string;
}

const word = (...words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom('', ...words);
const machine: fc.Arbitrary<Machine> = fc.record({
  at: fc.nat(4),
  ram: fc.option(fc.integer({ min: 1, max: 4 })),
  os: word('Debian 11', 'Debian 12'),
  host: word('esx1', 'esx2'),
  owner: word('Ops team', 'Ann Lee'),
  needs: word('m0', 'm1, m2'),
  service: word('Shop', 'Wiki'),
  strategy: word('Retire', 'Rehost'),
  wave: word('Wave 1', 'Wave 2'),
});
/** A month of a source: some of five machines, each under its name of that month, with an id of its own or none. */
const month = fc
  .tuple(fc.uniqueArray(machine, { selector: (each) => each.at, maxLength: 5 }), fc.boolean())
  .map(([machines, isRenamed]) =>
    [
      'Name,UUID,RAM (GB),OS,Host,Owner,Depends on,Application,Strategy,Wave',
      'anchor,,,,,,,,,',
      ...machines.map(({ at, ram, os, host, owner, needs, service, strategy, wave }) => {
        const uuid = `aaaaaaaa-0000-4000-8000-00000000000${at}`;
        return `${isRenamed && at > 2 ? `x${at}` : `m${at}`},${uuid},${ram ?? ''},${os},${host},${owner},"${needs}",${service},${strategy},${wave}`;
      }),
    ].join('\n'),
  );

function take(plan: Plan, name: string, text: string): Plan {
  const { proposals } = importFiles([{ name, bytes: encoder.encode(`${text}\n`) }]);
  return acceptProposals(plan, proposals, { accept: 'sure-and-likely' }, { makeId }).edit.plan;
}

function idAt(plan: Plan, name: CollectionName, pick: number): string {
  const ids = [...plan[name]].map((row) => row.id as string).sort();
  return ids[pick % Math.max(1, ids.length)] ?? 'nothing';
}

/** An edit of a person as a command, on whatever the plan holds then; one that does not fit is refused and edits nothing. */
const edit = fc
  .record({ what: fc.nat(13), pick: fc.nat(30), turn: fc.nat(99) })
  .map(({ what, pick, turn }) => (plan: Plan): object => {
    const node = idAt(plan, 'nodes', pick);
    const kinds: readonly (() => object)[] = [
      () => ({ command: 'edit-node', node, os: `mine ${turn}` }),
      () => ({ command: 'edit-node', node, name: `named ${turn}` }),
      () => ({ command: 'edit-node', node, capacity: { memoryMiB: turn }, notes: `seen ${turn}` }),
      () => ({ command: 'edit-node', node, tags: [`mine ${turn}`], aliases: [] }),
      () => ({ command: 'edit-node', node, parent: idAt(plan, 'nodes', turn) }),
      () => ({ command: 'remove-node', node }),
      () => ({ command: 'add-node', kind: 'server', name: `hand ${turn}` }),
      () => ({ command: 'remove-dependency', dependency: idAt(plan, 'dependencies', pick) }),
      () => ({ command: 'edit-dependency', dependency: idAt(plan, 'dependencies', pick), port: turn }),
      () => ({ command: 'remove-duty', duty: idAt(plan, 'duties', pick) }),
      () => ({ command: 'edit-duty', duty: idAt(plan, 'duties', pick), access: 'root' }),
      () => ({ command: 'agree-removal', node, by: 'Ann' }),
      () => ({ command: 'set-disposition', node, disposition: 'retain', why: `why ${turn}` }),
      () => ({
        command: 'edit-phase',
        phase: idAt(plan, 'phases', pick),
        start: '2027-01-01',
        name: `Phase ${turn}`,
      }),
    ];
    return kinds[what]?.() ?? {};
  });

type Wanted = Map<
  string,
  { readonly collection: CollectionName; readonly fields: Map<string, unknown> | null }
>;

function isListOrText(field: string): boolean {
  return ['evidence', 'conflicts', 'tags', 'aliases', 'notes', 'conditions'].includes(field);
}

/** Remembers what an edit set, field by field; a record that is taken out is wanted gone. */
function remember(wanted: Wanted, diff: RecordsDiff): void {
  for (const collection of collectionNames) {
    const rows = diff.collections[collection];
    if (rows === undefined || collection === 'sources') continue;
    for (const id of Object.keys(rows.removed)) wanted.set(id, { collection, fields: null });
    for (const id of Object.keys(rows.added)) wanted.set(id, { collection, fields: new Map() });
    for (const [id, [from, to]] of Object.entries(rows.updated)) {
      const known = wanted.get(id)?.fields ?? new Map<string, unknown>();
      const before = new Map(Object.entries(from));
      for (const [field, value] of Object.entries(to)) {
        const isSame = JSON.stringify(before.get(field)) === JSON.stringify(value);
        if (!isSame && !isListOrText(field)) known.set(field, value);
      }
      wanted.set(id, { collection, fields: known });
    }
  }
}

function expectKept(plan: Plan, wanted: Wanted): void {
  for (const [id, { collection, fields }] of wanted) {
    const row = plan[collection].get(id);
    if (fields === null) {
      expect(row, `${id} came back`).toBeUndefined();
      continue;
    }
    expect(row, `${id} was dropped`).toBeDefined();
    const now = new Map(Object.entries(row ?? {}));
    for (const [field, value] of fields) expect([id, field, now.get(field)]).toEqual([id, field, value]);
  }
}

describe('importing again', () => {
  it('loses no edit and brings nothing back, whatever is edited and imported between', () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: edit.map((make) => ({ make, file: null, text: '' })) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom('a.csv', 'b.csv'), month)
          .map(([file, text]) => ({ make: null, file, text })),
      },
    );
    fc.assert(
      fc.property(month, fc.array(step, { minLength: 2, maxLength: 14 }), (first, steps) => {
        let plan = take(planOf(), 'a.csv', first);
        const wanted: Wanted = new Map();
        for (const { make, file, text } of steps) {
          if (make === null) {
            plan = take(plan, file, text);
            expectKept(plan, wanted);
            expect(isEmptyDiff(diffPlans(plan, take(plan, file, text)))).toBe(true);
            const opened = parsePlanFile(toPlanFileText(plan));
            if (!opened.ok) throw new Error(opened.error.message);
            expect(toPlanFileText(take(opened.value, file, text))).toBe(toPlanFileText(plan));
            continue;
          }
          const done = applyCommands(plan, [make(plan)], { makeId });
          if (!done.ok) continue;
          ({ plan } = done.value);
          remember(wanted, done.value.diff);
        }
      }),
      { numRuns: runs('property') },
    );
  });

  it('gives the same plan as if it had never been edited, where nobody edited', () => {
    fc.assert(
      fc.property(month, month, (first, second) => {
        const again = take(take(planOf(), 'a.csv', first), 'a.csv', second);
        const fresh = take(planOf(), 'a.csv', second);
        const valuesOf = (plan: Plan): Map<string, unknown> =>
          new Map(plan.nodes.map(({ name, os, capacity, tags }) => [name, { os, capacity, tags }]));
        const values = valuesOf(again);
        const described = second.split('\n').map((line) => line.slice(0, line.indexOf(',')));
        for (const [name, value] of valuesOf(fresh))
          if (described.includes(name)) expect([name, values.get(name)]).toEqual([name, value]);
      }),
      { numRuns: runs('property') },
    );
  });
});
