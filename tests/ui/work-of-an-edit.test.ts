// @vitest-environment happy-dom
// What an edit costs, counted instead of timed: a machine may be slow, but it may not do more work than this.
import { afterEach, describe, expect, it } from 'vitest';
import { checkPlan } from '#core/checks/check-plan.ts';
import { ok } from '#core/base/result.ts';
import type { Bridge, CheckpointRequest, JournalRequest } from '#core/contract/bridge.ts';
import { makePlanKeeper } from '#persistence/plan-keeper.ts';
import { emptyHistory } from '#persistence/workspace-text.ts';
import { runCommands } from '#stores/run-commands.ts';
import { select, viewStore } from '#stores/view-store.ts';
import {
  checkShown,
  closeWorkspace,
  findKeeper,
  showSaveState,
  showWorkspace,
  workspaceStore,
} from '#stores/workspace-store.ts';
import { generateEstate } from '#support/estate/generate-estate.ts';

/** A bridge that counts what it is given to write. */
function makeCounter() {
  const written = { journals: 0, checkpoints: 0, bytes: 0 };
  const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
  const bridge = {
    mode: 'browser',
    writeCheckpoint: async ({ revision, checkpoint }: CheckpointRequest) => {
      written.checkpoints += 1;
      written.bytes += bytesOf(checkpoint);
      return ok({ revision });
    },
    appendJournal: async ({ revision, lines }: JournalRequest) => {
      written.journals += 1;
      written.bytes += lines.reduce((sum, line) => sum + bytesOf(line), 0);
      return ok({ revision });
    },
  } as unknown as Bridge;
  return { written, bridge };
}

/** Shows an estate of so many servers as it is stored already. */
function show(servers: number) {
  const plan = generateEstate({ servers, phases: servers > 100 ? 0 : 2 });
  const { written, bridge } = makeCounter();
  const keeper = makePlanKeeper({
    bridge,
    writer: 'this-window',
    stored: plan.revision,
    name: plan.name,
    onState: showSaveState,
  });
  showWorkspace({ plan, history: emptyHistory }, keeper, { readOnly: false, notice: null });
  const [server] = [...plan.nodes].filter((node) => node.kind === 'server');
  if (server === undefined) throw new Error('the estate has servers');
  return { plan, server, written };
}

/** Counts how often a store calls back while something is done. */
async function countCalls(
  work: () => Promise<unknown>,
): Promise<{ all: number; plans: number; reports: number }> {
  const calls = { all: 0, plans: 0, reports: 0 };
  const stop = workspaceStore.subscribe((now, before) => {
    calls.all += 1;
    if (now.plan !== before.plan) calls.plans += 1;
    if (now.report !== before.report) calls.reports += 1;
  });
  await work();
  stop();
  return calls;
}

async function rename(server: string): Promise<void> {
  runCommands([{ command: 'edit-node', node: server, name: 'renamed' }], { quiet: true });
  await findKeeper()?.settled();
}

afterEach(closeWorkspace);

describe('an edit of one node', () => {
  it('writes one line of the journal, as short in a large plan as in a small one', async () => {
    const bytes: number[] = [];
    for (const servers of [20, 900]) {
      const { server, written } = show(servers);
      await rename(server.id);
      expect({ ...written, bytes: 0 }).toEqual({ journals: 1, checkpoints: 0, bytes: 0 });
      bytes.push(written.bytes);
    }
    const [small = 0, large = 0] = bytes;
    expect(small).toBeGreaterThan(100);
    expect(large).toBeLessThan(3000);
    expect(Math.abs(large - small)).toBeLessThan(200);
  });

  it('tells who listens three times: what changed, that it is being saved, and that it is', async () => {
    const { server } = show(50);
    expect(await countCalls(() => rename(server.id))).toEqual({ all: 3, plans: 1, reports: 1 });
  });

  it('leaves every other record the same object', async () => {
    const { plan, server } = show(50);
    await rename(server.id);
    const after = workspaceStore.getState().plan;
    const touched = [...plan.nodes].filter((node) => after?.nodes.get(node.id) !== node);
    expect(touched.map((node) => node.id)).toEqual([server.id]);
    expect(after?.dependencies).toBe(plan.dependencies);
    expect(after?.duties).toBe(plan.duties);
  });
});

describe('a look', () => {
  it('at what is selected already tells nobody', () => {
    const { server } = show(20);
    let calls = 0;
    const stop = viewStore.subscribe(() => {
      calls += 1;
    });
    select([server.id]);
    select([server.id]);
    stop();
    select([]);
    expect(calls).toBe(1);
  });
});

describe('a plan that is opened', () => {
  it('comes with its findings where they are quickly made', () => {
    const { plan } = show(50);
    expect(workspaceStore.getState().isChecked).toBe(true);
    expect(workspaceStore.getState().report).toEqual(checkPlan(plan));
  });

  it('is shown before it is checked where a person would wait, and checked once', async () => {
    const { plan } = show(1100);
    expect(workspaceStore.getState().isChecked).toBe(false);
    expect(workspaceStore.getState().report.findings).toEqual([]);
    const calls = await countCalls(async () => {
      checkShown();
      checkShown();
    });
    expect(calls).toEqual({ all: 1, plans: 0, reports: 1 });
    expect(workspaceStore.getState().report).toEqual(checkPlan(plan));
  });

  it('is checked by an edit that comes first', async () => {
    const { server } = show(1100);
    await rename(server.id);
    const { plan, report, isChecked } = workspaceStore.getState();
    expect(isChecked).toBe(true);
    expect(plan === null ? null : checkPlan(plan)).toEqual(report);
  });
});
