import * as fc from 'fast-check';
import { dependencyTypes } from '#core/model/dependency.ts';
import { nodeTypes } from '#core/model/node.ts';

const id = (prefix: string): fc.Arbitrary<string> => fc.nat({ max: 9 }).map((index) => `${prefix}_${index}`);
const sizes = fc.record({ memoryMiB: fc.option(fc.integer({ min: 1, max: 9 }).map((each) => each * 512)) });

/** Any field of a node that a rule may ask about. */
const fields: fc.Arbitrary<object> = fc.oneof(
  fc.record({ name: fc.constantFrom('web', 'db', 'another name') }),
  fc.record({ type: fc.option(fc.constantFrom(...nodeTypes)) }),
  fc.record({ status: fc.constantFrom('active', 'dormant', 'planned', 'unknown') }),
  fc.record({ environment: fc.option(fc.constantFrom('production', 'staging')) }),
  fc.record({ jurisdiction: fc.option(fc.constantFrom('DE', 'US')) }),
  fc.record({ data: fc.constantFrom([], ['people']) }),
  fc.record({
    redundancy: fc.option(fc.record({ group: fc.constantFrom('a', 'b'), needs: fc.constantFrom(1, 2) })),
  }),
  fc.record({ capacity: sizes }),
  fc.record({ usage: sizes }),
  fc.record({ count: fc.option(fc.integer({ min: 1, max: 3 })) }),
  fc.record({ parent: fc.option(id('nd')) }),
  fc.record({ domains: fc.constantFrom([], ['www.example.test']) }),
);

/** A random edit of the inventory, of whatever rules may ask about it. */
export const arbitraryInventoryCommand: fc.Arbitrary<object> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(id('nd'), fields).map(([node, edit]) => ({ command: 'edit-node', node, ...edit })),
  },
  fc.record({ command: fc.constant('remove-node'), node: id('nd') }),
  fc.record({
    command: fc.constant('add-dependency'),
    from: id('nd'),
    to: id('nd'),
    type: fc.constantFrom(...dependencyTypes),
  }),
  fc.record({
    command: fc.constant('edit-dependency'),
    dependency: id('dp'),
    encrypted: fc.option(fc.boolean()),
    type: fc.constantFrom(...dependencyTypes),
    maxLatencyMs: fc.option(fc.constantFrom(10, 50)),
    latencyMs: fc.option(fc.constantFrom(5, 30)),
  }),
  fc.record({ command: fc.constant('remove-dependency'), dependency: id('dp') }),
  fc.record({
    command: fc.constant('add-duty'),
    area: fc.constantFrom('backup', 'monitoring', 'operation'),
    subject: fc.option(id('nd')),
    environment: fc.option(fc.constantFrom('production', 'staging')),
    party: fc.option(fc.constantFrom('pa_0', 'pa_1')),
    role: fc.constantFrom('accountable', 'responsible'),
  }),
  fc.record({
    command: fc.constant('edit-duty'),
    duty: id('du'),
    party: fc.option(fc.constantFrom('pa_0', 'pa_1')),
  }),
  fc.record({ command: fc.constant('remove-duty'), duty: id('du') }),
);
