import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDiff, invertDiff, isEmptyDiff } from '#core/commands/records-diff.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { importFiles } from '#core/importers/import-files.ts';
import { acceptProposals, type IntakeOutcome } from '#core/intake/accept-proposals.ts';
import { makeIdMaker } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { planOf } from '#support/build-plan.ts';
import { runs } from '#support/counts.ts';

const encoder = new TextEncoder();
const makeId = makeIdMaker((length) => new Uint8Array(length));
const parameters = { numRuns: runs('property') };

interface Row {
  readonly name: string;
  readonly ram: number | null;
  readonly os: string;
  readonly host: string;
  readonly provider: string;
  readonly owner: string;
  readonly needs: string;
  readonly service: string;
  readonly strategy: string;
  readonly wave: string;
  readonly target: string;
}

const word = (...words: readonly string[]): fc.Arbitrary<string> => fc.constantFrom('', ...words);
const row: fc.Arbitrary<Row> = fc.record({
  name: fc.constantFrom('web1', 'web2', 'db1', 'db1.acme.test', 'mx', 'esx1', 'WEB1', 'cache (?)'),
  ram: fc.option(fc.integer({ min: 1, max: 64 })),
  os: word('Debian 11', 'Debian 12', '?'),
  host: word('esx1', 'esx2', 'web1'),
  provider: word('Hetzner', 'AWS'),
  owner: word('Ops team', 'Ann Lee', 'Ops team; Ann Lee', '?'),
  needs: word('db1', 'mx, web2', 'redis', 'a thing nobody knows of'),
  service: word('Shop', 'Shop; Wiki'),
  strategy: word('Retire', 'Rehost', 'TBC'),
  wave: word('Wave 1', '2'),
  target: word('AWS', 'esx9', 'web2'),
});
const table: fc.Arbitrary<string> = fc.array(row, { minLength: 1, maxLength: 8 }).map((rows) =>
  [
    'Name,RAM (GB),OS,Host,Provider,Owner,Depends on,Application,Strategy,Wave,Target',
    ...rows.map((each) =>
      Object.values(each)
        .map((cell) => `"${cell ?? ''}"`)
        .join(','),
    ),
  ].join('\n'),
);

function take(
  plan: Plan,
  files: readonly (readonly [string, string])[],
  accept: 'all' | 'sure-and-likely' = 'sure-and-likely',
): IntakeOutcome {
  const { proposals, problems } = importFiles(
    files.map(([name, text]) => ({ name, bytes: encoder.encode(text) })),
  );
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  return acceptProposals(plan, proposals, { accept }, { makeId });
}

/** Ids that records point at and that no record has. */
function findDangling(plan: Plan): string[] {
  const dangling: string[] = [];
  const look = (id: string | null, has: boolean): void => {
    if (id !== null && !has) dangling.push(id);
  };
  for (const node of plan.nodes) look(node.parent, plan.nodes.has(node.parent));
  for (const { from, to } of plan.dependencies) for (const id of [from, to]) look(id, plan.nodes.has(id));
  for (const { subject, party } of plan.duties) {
    look(subject, plan.nodes.has(subject));
    look(party, plan.parties.has(party));
  }
  for (const { node } of plan.dispositions) look(node, plan.nodes.has(node));
  for (const { about } of plan.questions) for (const id of about) look(id, plan.nodes.has(id));
  for (const change of plan.changes) {
    look(change.phase, plan.phases.has(change.phase));
    if (change.kind === 'move') look(change.to, plan.nodes.has(change.to));
  }
  return dangling;
}

function hasCircle(plan: Plan): boolean {
  return [...plan.nodes].some((node) => {
    let at: InventoryNode | undefined = node;
    for (let depth = 0; at !== undefined; depth += 1) {
      if (depth > plan.nodes.size) return true;
      at = plan.nodes.get(at.parent);
    }
    return false;
  });
}

describe('intake', () => {
  it('changes nothing when the same files come twice', () => {
    fc.assert(
      fc.property(
        table,
        table,
        fc.constantFrom('all' as const, 'sure-and-likely' as const),
        (a, b, accept) => {
          const files = [
            ['a.csv', a],
            ['b.csv', b],
          ] as const;
          const first = take(planOf(), files, accept).edit.plan;
          const second = take(first, files, accept).edit;
          expect(second.diff.collections).toEqual({});
          expect(isEmptyDiff(take(first, [['b.csv', b]], accept).edit.diff)).toBe(true);
        },
      ),
      parameters,
    );
  });

  it('never leaves a reference that dangles or a circle of places, and can be taken back', () => {
    fc.assert(
      fc.property(table, table, table, (a, b, later) => {
        let plan = planOf();
        for (const files of [
          [['a.csv', a]],
          [
            ['b.csv', b],
            ['a.csv', later],
          ],
          [['b.csv', later]],
        ] as const) {
          const { edit } = take(plan, files);
          expect(findDangling(edit.plan)).toEqual([]);
          expect(hasCircle(edit.plan)).toBe(false);
          const back = applyDiff(edit.plan, invertDiff(edit.diff));
          expect(toPlanFileText({ ...back, revision: 0 })).toBe(toPlanFileText({ ...plan, revision: 0 }));
          plan = edit.plan;
        }
      }),
      parameters,
    );
  });

  it('finds the same things whatever the order of the files', () => {
    const namesOf = (plan: Plan): string[] => plan.nodes.map((node) => `${node.kind} ${node.name}`).sort();
    fc.assert(
      fc.property(table, table, (a, b) => {
        const files = [
          ['a.csv', a],
          ['b.csv', b],
        ] as const;
        const one = take(planOf(), files).edit.plan;
        const other = take(planOf(), files.toReversed()).edit.plan;
        expect(toPlanFileText(other)).toBe(toPlanFileText(one));
        expect(namesOf(other)).toEqual(namesOf(one));
      }),
      parameters,
    );
  });

  it('loses no edit and brings back nothing that was deleted, whatever is imported again', () => {
    const edits = fc.array(
      fc.record({
        pick: fc.nat(20),
        what: fc.constantFrom('os', 'ram', 'notes', 'tag', 'delete'),
        source: fc.nat(2),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.array(table, { minLength: 3, maxLength: 3 }), edits, (tables, list) => {
        let plan = take(planOf(), [['a.csv', tables[0] ?? '']]).edit.plan;
        const wanted = new Map<string, Partial<InventoryNode> | null>();
        for (const [turn, { pick, what, source }] of list.entries()) {
          const nodes = [...plan.nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
          const node = nodes[pick % Math.max(1, nodes.length)];
          const isLeaf = node !== undefined && !nodes.some((each) => each.parent === node.id);
          if (node !== undefined && what === 'delete' && isLeaf) {
            plan = withoutNode(plan, node);
            wanted.set(node.id, null);
          } else if (node !== undefined && what !== 'delete') {
            const change: Partial<InventoryNode> =
              what === 'os'
                ? { os: `by hand ${turn}` }
                : what === 'ram'
                  ? { capacity: { ...node.capacity, memoryMiB: 7 + turn } }
                  : what === 'notes'
                    ? { notes: `seen ${turn}` }
                    : { tags: [...node.tags, `mine ${turn}`] };
            plan = { ...plan, nodes: plan.nodes.put([{ ...node, ...change }]) };
            wanted.set(node.id, { ...wanted.get(node.id), ...change });
          }
          plan = take(plan, [['a.csv', tables[source] ?? '']]).edit.plan;
          for (const [id, fields] of wanted) expectEdit(plan, id, fields);
        }
      }),
      parameters,
    );
  });
});

function withoutNode(plan: Plan, node: InventoryNode): Plan {
  const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map((each) => each.id);
  return {
    ...plan,
    nodes: plan.nodes.drop([node.id]),
    dependencies: plan.dependencies.drop(
      ids(plan.dependencies.filter((each) => each.from === node.id || each.to === node.id)),
    ),
    duties: plan.duties.drop(ids(plan.duties.filter((each) => each.subject === node.id))),
    dispositions: plan.dispositions.drop(ids(plan.dispositions.filter((each) => each.node === node.id))),
    questions: plan.questions.drop(
      ids(plan.questions.filter((each) => each.about.some((id) => id === node.id))),
    ),
    changes: plan.changes.drop(
      ids(
        plan.changes.filter((each) => each.kind === 'move' && (each.node === node.id || each.to === node.id)),
      ),
    ),
  };
}

function expectEdit(plan: Plan, id: string, fields: Partial<InventoryNode> | null): void {
  const node = plan.nodes.get(id);
  if (fields === null) {
    expect(node).toBeUndefined();
    return;
  }
  if (fields.os !== undefined) expect(node?.os).toBe(fields.os);
  if (fields.capacity !== undefined) expect(node?.capacity.memoryMiB).toBe(fields.capacity.memoryMiB);
  if (fields.notes !== undefined) expect(node?.notes).toContain(fields.notes);
  const mine = (fields.tags ?? []).filter((tag) => tag.startsWith('mine'));
  expect(node?.tags).toEqual(expect.arrayContaining(mine));
}
