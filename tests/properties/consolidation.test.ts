import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { toId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { ruleKinds, type RuleKind } from '#core/model/rule.ts';
import { allHosts, objectives } from '#core/planning/consolidation/options.ts';
import { proposeConsolidation } from '#core/planning/consolidation/propose.ts';
import { toMergeCommands } from '#core/planning/consolidation/to-commands.ts';
import { planOf } from '#support/build-plan.ts';
import { runs } from '#support/counts.ts';
import { makeLink, makeMove, makeNode, nd } from '#support/plan-parts.ts';
import { doCommands } from '#support/run-commands.ts';

const maybe = <T>(value: fc.Arbitrary<T>, often = 6): fc.Arbitrary<T | null> =>
  fc.option(value, { nil: null, freq: often });
const size = (most: number): fc.Arbitrary<InventoryNode['usage']> =>
  fc.record({
    vcpu: maybe(fc.integer({ min: 0, max: most })),
    memoryMiB: maybe(fc.integer({ min: 0, max: most }).map((gib) => gib * 1024)),
    diskGiB: fc.constant(null),
  });
const country = maybe(fc.constantFrom('DE', 'US'), 2);
const place = fc.constantFrom('p', 'q');

const host = fc.record({ capacity: size(16), jurisdiction: country, place, inCluster: fc.nat({ max: 4 }) });
const server = fc.record({
  usage: size(7),
  home: fc.nat({ max: 5 }),
  type: fc.constantFrom(null, null, 'web', 'database'),
  count: fc.constantFrom(1, 1, 1, 1, null),
});
const rule = fc.record({
  kind: fc.constantFrom<RuleKind>(...ruleKinds),
  nodes: fc.uniqueArray(fc.nat({ max: 7 }), { minLength: 2, maxLength: 3 }),
});

function toValue(kind: RuleKind): unknown {
  if (kind === 'country') return ['DE'];
  if (kind === 'headroom') return { vcpu: 0.25, memoryMiB: 0.1 };
  return kind === 'max-moves' ? 1 : null;
}

/** Estates of a few hosts and servers in which something is unknown, over-full or forbidden more often than not. */
const plans: fc.Arbitrary<Plan> = fc
  .record({
    hosts: fc.array(host, { maxLength: 5 }),
    servers: fc.array(server, { maxLength: 8 }),
    rules: fc.array(rule, { maxLength: 3 }),
    links: fc.array(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 })), { maxLength: 4 }),
    moved: fc.array(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 4 })), { maxLength: 2 }),
  })
  .map(({ hosts, servers, rules, links, moved }) => {
    const hostName = (at: number): string => (at < hosts.length ? `h${at}` : 'p');
    const isServer = (at: number): boolean => at < servers.length;
    return planOf({
      nodes: [
        makeNode('p', 'provider', null, { jurisdiction: 'DE' }),
        makeNode('q', 'provider'),
        makeNode('cluster', 'host', 'p'),
        ...hosts.map(({ inCluster, place: at, ...fields }, index) =>
          makeNode(`h${index}`, 'host', inCluster === 0 ? 'cluster' : at, fields),
        ),
        ...servers.map(({ home, ...fields }, index) =>
          makeNode(`s${index}`, 'server', hostName(home), {
            ...fields,
            capacity: { vcpu: 16, memoryMiB: 65_536, diskGiB: null },
          }),
        ),
        ...servers.map((_, index) => makeNode(`app${index}`, 'service', `s${index}`, { type: 'web' })),
      ],
      dependencies: links
        .filter(([from, to]) => from !== to && isServer(from) && isServer(to))
        .map(([from, to]) => makeLink(`app${from}`, 'uses', `s${to}`)),
      rules: rules.flatMap(({ kind, nodes }, index) => {
        const named = nodes.filter(isServer).map((at) => nd(`s${at}`));
        const ids = kind === 'headroom' ? [] : named;
        if (kind !== 'headroom' && kind !== 'max-moves' && ids.length < 2) return [];
        return [{ id: toId('ru', `ru_${index}`), kind, nodes: ids, value: toValue(kind) }];
      }),
      changes: moved
        .filter(([from, to]) => isServer(from) && to < hosts.length)
        .map(([from, to], index) => makeMove(String(index), null, `s${from}`, `h${to}`)),
    });
  });

function errorsOf(plan: Plan): string[] {
  return checkPlan(plan).findings.flatMap((each) => (each.severity === 'error' ? [each.id] : []));
}

test('whatever is proposed can be applied, brings no new error, and the figures are what then stands there', () => {
  fc.assert(
    fc.property(plans, fc.constantFrom(...objectives), fc.boolean(), (plan, objective, withMerges) => {
      const proposal = proposeConsolidation(plan, { objective, targets: allHosts });
      expect(proposal.hostsAfter).toBeGreaterThanOrEqual(proposal.lowerBound);
      expect(proposal.gap).toBe(proposal.hostsAfter - proposal.lowerBound);
      if (proposal.conflict !== null) expect(proposal.commands).toEqual([]);
      if (proposal.commands.length === 0) return;
      const after = doCommands(plan, ...proposal.commands).plan;
      const known = new Set(errorsOf(plan));
      expect(errorsOf(after).filter((id) => !known.has(id))).toEqual([]);
      expect(proposeConsolidation(after, { objective, targets: allHosts }).hostsBefore).toBe(
        proposal.hostsAfter,
      );
      if (withMerges) doCommands(plan, ...proposal.commands, ...toMergeCommands(proposal.merges));
      const merged = doCommands(plan, ...toMergeCommands(proposal.merges)).plan;
      expect(errorsOf(merged).filter((id) => !known.has(id))).toEqual([]);
    }),
    { numRuns: runs('property') },
  );
});

test('the same plan gives the same proposal, also after it was written and read', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const read = parsePlanFile(toPlanFileText(plan));
      if (!read.ok) throw new Error(read.error.message);
      const options = { objective: 'hosts', targets: allHosts } as const;
      expect(proposeConsolidation(read.value, options)).toEqual(proposeConsolidation(plan, options));
    }),
    { numRuns: runs('property') },
  );
});

test('a conflict is gone when any one of its removable parts is gone', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const options = { objective: 'moves', targets: allHosts } as const;
      const { conflict } = proposeConsolidation(plan, options);
      if (conflict === null || !conflict.isProven) return;
      const parts = conflict.parts.flatMap((part) => part.rule ?? []);
      const others = plan.rules.filter((each) => !parts.includes(each.id)).map((each) => each.id);
      for (const part of parts) {
        const kept = plan.rules.drop([...others, part]);
        expect(proposeConsolidation({ ...plan, rules: kept }, options).conflict).toBe(null);
      }
    }),
    { numRuns: runs('property') },
  );
});
