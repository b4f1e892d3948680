import { produce } from 'immer';
import { checkPlan } from '#core/checks/check-plan.ts';
import { toDropPreview } from '#core/checks/preview-drop.ts';
import { applyCommands, type AppliedEdit } from '#core/commands/apply-commands.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { toDropCommands } from '#core/projections/drop-commands.ts';
import { emptyHistory, takeStep } from '#persistence/workspace-text.ts';
import { forget, hostsOf, makeId, makePlan, serversOf } from '../estates.ts';
import { measureInTurn, toFigure, toFresh, toLine, type Bench, type Line } from '../measure.ts';

/** The edit of a drop of a server on a host, as the map makes it. */
export function drop(plan: Plan, server: InventoryNode, host: InventoryNode): AppliedEdit {
  const phase = [...plan.phases].at(-1)?.id ?? null;
  const done = applyCommands(plan, toDropCommands(plan, [server.id], host.id, phase), { makeId });
  if (!done.ok) throw new Error(done.error.message);
  return done.value;
}

/** Drops that go on and on: each on the plan that the last one left. */
export function toDrops(start: Plan): () => AppliedEdit {
  const [servers, hosts] = [serversOf(start), hostsOf(start)];
  let plan = start;
  let count = 0;
  return () => {
    count += 1;
    const [server, host] = [
      servers[(count * 7919) % servers.length],
      hosts[(count * 104_729) % hosts.length],
    ];
    if (server === undefined || host === undefined) throw new Error('the estate has no servers');
    const edit = drop(plan, server, host);
    plan = edit.plan;
    return edit;
  };
}

/** The median of some milliseconds, in words. */
function middleOf(samples: readonly number[]): string {
  return toFigure(samples).median.toFixed(2);
}

/** P5: one drop, from the command to the new findings. */
export async function measureDrop({ quick, runs }: Bench): Promise<Line[]> {
  const lines: Line[] = [];
  for (const phases of quick ? [20] : [20, 50]) {
    let plan = makePlan(10_000, phases);
    const [servers, hosts] = [serversOf(plan), hostsOf(plan)];
    checkPlan(plan);
    let records: Record<string, InventoryNode> = Object.fromEntries(
      [...plan.nodes].map((node) => [node.id, node]),
    );
    let count = 0;
    const next = (): readonly [InventoryNode, InventoryNode] => {
      count += 1;
      const [server, host] = [
        servers[(count * 7919) % servers.length],
        hosts[(count * 104_729) % hosts.length],
      ];
      if (server === undefined || host === undefined) throw new Error('the estate has no servers');
      return [server, host];
    };
    const parts: { edit: number[]; store: number[]; checks: number[] } = { edit: [], store: [], checks: [] };
    const figures = await measureInTurn(
      {
        own: () => {
          const start = performance.now();
          const edit = drop(plan, ...next());
          const edited = performance.now();
          const step = {
            kind: 'do',
            revision: edit.plan.revision,
            label: edit.label,
            diff: edit.diff,
          } as const;
          const after = takeStep({ plan, history: emptyHistory }, step);
          if (after === null) throw new Error('the step was not taken');
          plan = after.plan;
          const stored = performance.now();
          checkPlan(plan);
          parts.edit.push(edited - start);
          parts.store.push(stored - edited);
          parts.checks.push(performance.now() - stored);
        },
        immer: () => {
          const [server, host] = next();
          records = produce(records, (draft) => {
            const record = draft[server.id];
            if (record !== undefined) record.parent = host.id;
          });
        },
      },
      runs,
      2,
    );
    lines.push(
      toLine({
        what: `10,000 servers x ${phases} phases: edit, store and all checks`,
        ours: figures.own,
        peer: 'immer, the store alone',
        theirs: figures.immer,
        target: '16.7 ms p95',
        met: figures.own.p95 <= 16.7,
        note: `the command ${middleOf(parts.edit)} ms, the store ${middleOf(parts.store)} ms, the checks ${middleOf(parts.checks)} ms; immer has no command and no checks to do`,
      }),
    );
  }
  return lines;
}

/** P6: a verdict on every target in view, while a server is dragged. */
export async function measureFeedback({ runs }: Bench): Promise<Line[]> {
  const plan = makePlan(10_000, 20);
  checkPlan(plan);
  const [servers, hosts] = [serversOf(plan), hostsOf(plan)];
  const phase = [...plan.phases][10]?.id ?? null;
  let count = 0;
  const inView = 100;
  const [target] = servers;
  if (target === undefined) throw new Error('the estate has no servers');
  const figures = await measureInTurn(
    {
      begin: () => {
        count += 1;
        toDropPreview(plan, [(servers[(count * 7919) % servers.length] ?? target).id], phase);
      },
      all: () => {
        count += 1;
        const server = servers[(count * 7919) % servers.length];
        if (server === undefined) return;
        const verdictOn = toDropPreview(plan, [server.id], phase);
        for (let at = 0; at < inView; at += 1) {
          const host = hosts[(count + at) % hosts.length];
          if (host !== undefined) verdictOn(host.id);
        }
      },
      again: () => {
        const [server, host] = [servers[count % servers.length], hosts[count % hosts.length]];
        if (server !== undefined && host !== undefined) checkPlan(drop(plan, server, host).plan);
      },
    },
    runs,
    2,
  );
  return [
    toLine({ what: 'a drag begins', ours: figures.begin }),
    toLine({
      what: `${inView} hosts in view`,
      ours: figures.all,
      peer: 'one target by checking the plan again',
      theirs: figures.again,
      target: '4 ms p95',
      met: figures.all.p95 <= 4,
      note: `${figures.begin.median.toFixed(2)} ms to begin, ${(((figures.all.median - figures.begin.median) * 1000) / inView).toFixed(0)} µs a target; the map asks for a target when it comes under the hand`,
    }),
  ];
}

/** P7: every rule on every state. */
export async function measureChecks({ runs }: Bench): Promise<Line[]> {
  const lines: Line[] = [];
  for (const [servers, phases, limit] of [
    [1000, 20, 100],
    [10_000, 50, 2000],
  ] as const) {
    const made = makePlan(servers, phases);
    const next = toDrops(made);
    checkPlan(made);
    const count = Math.min(runs, 9);
    const cold = await measureInTurn(
      {
        cold: toFresh(
          () => forget(made),
          (each) => checkPlan(each),
        ),
      },
      count,
      1,
    );
    const after = await measureInTurn(
      {
        edit: () => {
          const { plan } = next();
          const before = performance.now();
          checkPlan(plan);
          return performance.now() - before;
        },
      },
      runs,
      2,
    );
    const name = `${servers.toLocaleString('en-US')} servers x ${phases} phases`;
    lines.push(
      toLine({
        what: `${name}, cold`,
        ours: cold.cold,
        target: `${limit} ms`,
        met: cold.cold.median <= limit,
      }),
      toLine({
        what: `${name}, after one edit`,
        ours: after.edit,
        peer: 'cold',
        theirs: cold.cold,
        target: '5 ms',
        met: after.edit.median <= 5,
      }),
    );
  }
  return lines;
}
