import * as fc from 'fast-check';
import { ruleKinds } from '#core/model/rule.ts';

/** An id as `arbitraryPlan` has them, or as `makeCountingIds` makes them. */
const id = (prefix: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.nat({ max: 5 }).map((index) => `${prefix}_${index}`),
    fc.integer({ min: 1, max: 14 }).map((index) => `${prefix}_made${index}`),
  );
const node = fc.nat({ max: 5 }).map((index) => `nd_${index}`);
const change = id('ch');
const phase = fc.nat({ max: 2 }).map((index) => `ph_${index}`);
const party = fc.nat({ max: 1 }).map((index) => `pa_${index}`);
const evidence = fc.constantFrom('seen on Monday', '');
const texts = fc.constantFrom('try the restore', 'DNS of the domain', 'tell everybody');
const command = (name: string) => fc.constant(name);

/** The value that a rule of a kind has. */
const values: Readonly<Record<(typeof ruleKinds)[number], fc.Arbitrary<unknown>>> = {
  together: fc.constant(null),
  apart: fc.constant(null),
  fixed: fc.constant(null),
  country: fc.constantFrom(['DE'], ['US', 'DE']),
  headroom: fc.record({ memoryMiB: fc.constantFrom(0.1, 0.9) }),
  'max-moves': fc.nat({ max: 2 }),
};

/** A random command on what checks ask of a plan beside the estate and its changes: questions, proofs, agreements, phases, rules. */
export const arbitraryFactCommand: fc.Arbitrary<object> = fc.oneof(
  fc.record({
    command: command('add-question'),
    text: texts,
    about: fc.array(fc.oneof(node, change), { minLength: 1, maxLength: 2 }),
    blocking: fc.constant(true),
  }),
  fc.record({ command: command('answer-question'), question: id('qu'), answer: texts, by: party }),
  fc.record({ command: command('remove-question'), question: id('qu') }),
  fc.record({
    command: command('set-disposition'),
    node,
    disposition: fc.constantFrom('retain', 'retire'),
    why: texts,
  }),
  fc.record({ command: command('agree-removal'), node, by: texts }),
  fc.record({
    command: command('add-task'),
    on: fc.oneof(change, phase, id('ho')),
    text: texts,
    done: fc.constant(true),
    evidence,
  }),
  fc.record({ command: command('tick-task'), task: id('ta'), evidence, done: fc.boolean() }),
  fc.record({ command: command('add-condition'), change, text: texts }),
  fc.record({ command: command('meet-condition'), change, condition: texts }),
  fc.record({
    command: command('plan-hand-over'),
    area: fc.constantFrom('restore proof', 'backup'),
    subject: fc.option(node),
    to: party,
    phase: fc.option(phase),
  }),
  fc.record({ command: command('accept-hand-over'), handover: id('ho'), by: texts, evidence }),
  fc.record({ command: command('add-phase'), name: fc.constantFrom('Phase 1', 'Phase 9') }),
  fc.record({ command: command('edit-phase'), phase, start: fc.constantFrom('2026-12-01', '2027-01-01') }),
  fc.record({ command: command('order-phase'), phase, before: phase }),
  fc.record({ command: command('remove-phase'), phase }),
  fc.record({ command: command('order-change'), change, before: change }),
  fc.record({ command: command('move-to-phase'), change, phase: fc.option(phase) }),
  ...ruleKinds.map((kind) =>
    fc.record({
      command: command('add-rule'),
      kind: fc.constant(kind),
      nodes: fc.array(node, { maxLength: 3 }),
      value: values[kind],
    }),
  ),
  fc.record({ command: command('remove-rule'), rule: id('ru') }),
);
