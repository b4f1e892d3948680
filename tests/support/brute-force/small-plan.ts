import { array, boolean, constantFrom, nat, option, record, subarray, type Arbitrary } from 'fast-check';
import type { Change } from '#core/model/change.ts';
import { toDisposition } from '#core/model/disposition.ts';
import { toDuty } from '#core/model/duty.ts';
import { toHandOver } from '#core/model/hand-over.ts';
import { toId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { toQuestion } from '#core/model/question.ts';
import { planOf } from '#support/build-plan.ts';
import { ch, makeBase, makeLink, makeNode, makePhase, memory, nd, ph } from '#support/plan-parts.ts';

const kinds = [
  ['p', 'provider'],
  ['q', 'provider'],
  ['h', 'host'],
  ['i', 'host'],
  ['s', 'server'],
  ['t', 'server'],
  ['u', 'server'],
  ['x', 'service'],
  ['y', 'service'],
] as const;
const names = kinds.map(([name]) => name);
/** Nodes that only changes may bring, and one that never comes. */
const anyName = constantFrom(...names, 'new', 'ghost');
const size = option(nat(4), { nil: null }).map((value) => memory(value));
const types = ['connects', 'replicates', 'reaches-through', 'reaches-through', 'monitors'] as const;

const node = record({ parent: nat(20), capacity: size, usage: size });
const link = record({ from: anyName, to: anyName, type: constantFrom(...types) });
const change = record({
  kind: constantFrom('move', 'move', 'merge', 'remove', 'remove', 'add', 'resize', 'rewire', 'hand-over'),
  node: anyName,
  to: anyName,
  phase: constantFrom('1', '2', '3', null),
  order: nat(5),
  after: array(nat(6), { maxLength: 1 }),
  met: option(boolean(), { nil: null }),
  link: nat(20),
  capacity: size,
});
const duty = record({
  subject: constantFrom(...names),
  area: constantFrom('backup', 'monitoring'),
  party: constantFrom('pa_a', 'pa_b', null),
  joint: boolean(),
});
const handOver = record({
  subject: constantFrom(...names),
  area: constantFrom('backup', 'monitoring'),
  from: constantFrom('pa_a', 'pa_b', null),
  to: constantFrom('pa_a', 'pa_b'),
  status: constantFrom('proposed', 'offered', 'accepted'),
});
const question = record({ about: subarray([...names, '0', '1']), blocking: boolean(), open: boolean() });
const disposition = record({ node: constantFrom(...names), agreed: boolean() });

/**
 * What small plans are made of: every kind of change, sensible or not (moves in circles, merges into nothing, waiting in
 * vain). Plain data, so that a failing example can be read.
 */
export const smallRows = record({
  nodes: array(node, { minLength: names.length, maxLength: names.length }),
  links: array(link, { maxLength: 8 }),
  changes: array(change, { maxLength: 7 }),
  duties: array(duty, { maxLength: 4 }),
  handOvers: array(handOver, { minLength: 1, maxLength: 2 }),
  questions: array(question, { maxLength: 2 }),
  dispositions: array(disposition, { maxLength: 3 }),
});
/** One draw of `smallRows`. */
export type Rows = typeof smallRows extends Arbitrary<infer T> ? T : never;

function toChange(row: Rows['changes'][number], index: number, all: Rows): Change {
  const base = makeBase(String(index), row.phase, {
    order: `a${row.order}`,
    after: row.after.map((each) => ch(String(each))),
    conditions:
      row.met === null || row.kind === 'rewire'
        ? []
        : [{ id: toId('co', `co_${index}`), text: `condition ${index}`, met: row.met }],
  });
  switch (row.kind) {
    case 'move':
      return { ...base, kind: 'move', node: nd(row.node), to: row.to === 'ghost' ? null : nd(row.to) };
    case 'merge':
      return { ...base, kind: 'merge', node: nd(row.node), into: nd(row.to) };
    case 'remove':
      return { ...base, kind: 'remove', node: nd(row.node) };
    case 'add':
      return {
        ...base,
        kind: 'add',
        node: makeNode('new', 'host', null, { capacity: row.capacity }),
        to: nd(row.to),
      };
    case 'resize':
      return { ...base, kind: 'resize', node: nd(row.node), capacity: row.capacity };
    case 'rewire': {
      const at = all.links[row.link % Math.max(all.links.length, 1)];
      const dependency = at === undefined ? toId('dp', 'dp_none') : makeLink(at.from, at.type, at.to).id;
      return { ...base, kind: 'rewire', dependency, to: row.to === 'ghost' ? null : nd(row.to) };
    }
    default:
      return { ...base, kind: 'hand-over', handover: toId('ho', `ho_${index % all.handOvers.length}`) };
  }
}

/** The plan that some rows make. */
export function toSmallPlan(all: Rows): Plan {
  return planOf({
    phases: ['2', '1', '3'].map((number) => makePhase(number)),
    // A parent always stands earlier in the list, so the inventory is a tree; only changes may tie knots.
    nodes: all.nodes
      .map((row, index) => {
        const [name, kind] = kinds[index] ?? kinds[0];
        return makeNode(name, kind, index < 2 ? null : (names[row.parent % (index + 1)] ?? null), {
          capacity: row.capacity,
          usage: row.usage,
        });
      })
      .map((each) => (each.parent === each.id ? { ...each, parent: null } : each)),
    dependencies: all.links.map((row) => makeLink(row.from, row.type, row.to)),
    changes: all.changes.map((row, index) => toChange(row, index, all)),
    duties: all.duties.map((row, index) =>
      toDuty({
        id: toId('du', `du_${index}`),
        area: row.area,
        subject: nd(row.subject),
        party: row.party === null ? null : toId('pa', row.party),
        joint: row.joint,
      }),
    ),
    handovers: all.handOvers.map((row, index) =>
      toHandOver({
        id: toId('ho', `ho_${index}`),
        area: row.area,
        subject: nd(row.subject),
        from: row.from === null ? null : toId('pa', row.from),
        to: toId('pa', row.to),
        phase: ph('1'),
        status: row.status,
      }),
    ),
    questions: all.questions.map((row, index) =>
      toQuestion({
        id: toId('qu', `qu_${index}`),
        text: 'why?',
        about: row.about.map((each) => (/\d/u.test(each) ? ch(each) : nd(each))),
        blocking: row.blocking,
        status: row.open ? 'open' : 'answered',
      }),
    ),
    dispositions: all.dispositions.map((row, index) =>
      toDisposition({
        id: toId('di', `di_${index}`),
        node: nd(row.node),
        disposition: 'retire',
        agreed: row.agreed,
      }),
    ),
  });
}
