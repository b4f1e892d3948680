import * as fc from 'fast-check';
import { dependencyTypes } from '#core/model/dependency.ts';
import { nodeKinds } from '#core/model/node.ts';

const ids = (prefix: string, most: number): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.nat({ max: most }).map((index) => `${prefix}_${index}`) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }).map((index) => `${prefix}_made${index}`) },
  );
const node = fc.oneof(
  { weight: 8, arbitrary: ids('nd', 5) },
  { weight: 1, arbitrary: fc.constantFrom('web', 'db', '$1', '$2') },
);
const phase = fc.option(fc.constantFrom('ph_0', 'ph_1', 'Phase 1', 'Phase 2', 'nowhere'), { freq: 3 });
const change = fc.oneof(
  { weight: 8, arbitrary: ids('ch', 3) },
  { weight: 1, arbitrary: fc.constantFrom('$1', 'remove web') },
);
const party = fc.constantFrom('pa_0', 'pa_1', 'gocept');
const words = fc.constantFrom('because', 'a | b', 'later');
const command = (name: string) => fc.constant(name);

/** A random command on ids such as `nd_3` (see `arbitraryPlan`) and `ch_made2` (see `makeCountingIds`); many are refused by a given plan, which is part of what they are for. */
export const arbitraryCommand: fc.Arbitrary<object> = fc.oneof(
  fc.record({
    command: command('add-node'),
    kind: fc.constantFrom(...nodeKinds),
    name: words,
    parent: fc.option(node),
  }),
  fc.record({ command: command('edit-node'), node, name: words, parent: fc.option(node) }),
  fc.record({ command: command('edit-node'), node, kind: fc.constantFrom(...nodeKinds) }),
  fc.record({ command: command('remove-node'), node }),
  fc.record({ command: command('place-node'), node, x: fc.nat(), y: fc.nat() }),
  fc.record({
    command: command('add-dependency'),
    from: node,
    to: node,
    type: fc.constantFrom(...dependencyTypes),
  }),
  fc.record({
    command: command('remove-dependency'),
    dependency: fc.constantFrom('dp_0', 'dp_1', 'web -> db'),
  }),
  fc.record({ command: command('add-party'), name: fc.constant('gocept') }),
  fc.record({ command: command('remove-party'), party }),
  fc.record({
    command: command('add-duty'),
    area: fc.constant('backup'),
    subject: fc.option(node),
    party: fc.option(party),
  }),
  fc.record({
    command: command('add-question'),
    text: words,
    about: fc.array(fc.oneof(node, change), { maxLength: 2 }),
  }),
  fc.record({
    command: command('mark-removal'),
    node,
    why: words,
    conditions: fc.array(words, { maxLength: 2 }),
  }),
  fc.record({ command: command('agree-removal'), node, by: words }),
  fc.record({ command: command('add-phase'), name: fc.constantFrom('Phase 1', 'Phase 9') }),
  fc.record({
    command: command('order-phase'),
    phase: fc.constantFrom('ph_0', 'ph_1'),
    before: fc.constantFrom('ph_1', 'ph_2'),
  }),
  fc.record({
    command: command('add-calendar-entry'),
    kind: fc.constant('freeze'),
    name: words,
    start: fc.constant('2026-12-19'),
    nodes: fc.array(node, { maxLength: 2 }),
  }),
  fc.record({
    command: command('add-calendar-entry'),
    kind: fc.constant('crew'),
    name: words,
    party,
    people: fc.constant(2),
  }),
  fc.record({ command: command('remove-calendar-entry'), entry: words }),
  fc.record({ command: command('remove-phase'), phase: fc.constantFrom('ph_0', 'Phase 2') }),
  fc.record({ command: command('plan-move'), node, to: fc.option(node), phase }),
  fc.record({ command: command('plan-merge'), node, into: node, phase }),
  fc.record({ command: command('plan-remove'), node, phase, notes: words }),
  fc.record({
    command: command('plan-add'),
    name: words,
    kind: fc.constantFrom(...nodeKinds),
    to: fc.option(node),
    phase,
  }),
  fc.record({ command: command('plan-resize'), node, capacity: fc.record({ vcpu: fc.nat() }), phase }),
  fc.record({
    command: command('plan-rewire'),
    dependency: fc.constantFrom('dp_0', 'dp_1'),
    to: fc.option(node),
    phase,
  }),
  fc.record({
    command: command('plan-hand-over'),
    area: fc.constant('backup'),
    subject: fc.option(node),
    to: party,
    phase,
  }),
  fc.record({ command: command('move-to-phase'), change, phase }),
  fc.record({ command: command('order-change'), change, before: change }),
  fc.record({ command: command('withdraw-change'), change }),
  fc.record({ command: command('wait-for'), change, after: change }),
  fc.record({ command: command('add-condition'), change, text: words }),
  fc.record({
    command: command('add-rule'),
    kind: fc.constantFrom('apart', 'together'),
    nodes: fc.array(node, { maxLength: 3 }),
  }),
  fc.record({
    command: command('accept-finding'),
    finding: words,
    why: words,
    by: words,
    nodes: fc.array(node, { maxLength: 2 }),
  }),
  fc.record({
    command: command('add-task'),
    on: fc.oneof(change, fc.constant('ph_0'), fc.constant('ho_0')),
    text: words,
  }),
  fc.record({
    command: command('apply-template'),
    template: fc.constant('move-server'),
    on: fc.oneof(change, fc.constant('ph_0')),
  }),
  fc.record({ command: command('rename-plan'), name: words }),
);
