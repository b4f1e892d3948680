// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { fail, ok } from '#core/base/result.ts';
import type { Bridge, CheckpointRequest, JournalRequest, VersionMark } from '#core/contract/bridge.ts';
import { toId } from '#core/model/ids.ts';
import { toEmptyPlan } from '#core/model/plan.ts';
import { makePlanKeeper } from '#persistence/plan-keeper.ts';
import {
  emptyHistory,
  readWorkspace,
  takeStep,
  toCheckpointText,
  type Workspace,
} from '#persistence/workspace-text.ts';

type Write = {
  kind: 'checkpoint' | 'journal';
  revision: number;
  before: VersionMark | undefined;
  lines: number;
};

/** A bridge that notes what is written; it refuses while `isFull`, and answers when the microtasks are done. */
function makeBridge() {
  const writes: Write[] = [];
  const disk = { isFull: false };
  const answer = async (write: Write) => {
    if (disk.isFull) return fail({ code: 'disk-full', message: 'full' } as const);
    writes.push(write);
    return ok({ revision: write.revision });
  };
  const bridge = {
    mode: 'browser',
    writeCheckpoint: ({ revision, before }: CheckpointRequest) =>
      answer({ kind: 'checkpoint', revision, before, lines: 0 }),
    appendJournal: ({ revision, before, lines }: JournalRequest) =>
      answer({ kind: 'journal', revision, before, lines: lines.length }),
  } as unknown as Bridge;
  return { writes, disk, bridge };
}

const start: Workspace = { plan: toEmptyPlan(toId('pl', 'pl_keeper'), 'Keeper'), history: emptyHistory };
const mark: VersionMark = { reason: 'import', words: 'Import of racks.csv' };

/** Records so many steps, the ones at `marked` with a mark. */
function record(keeper: ReturnType<typeof makePlanKeeper>, count: number, marked: readonly number[]): void {
  let workspace = start;
  for (let revision = 1; revision <= count; revision += 1) {
    const step = { kind: 'do', revision, label: `Edit ${revision}`, diff: { collections: {} } } as const;
    const after = takeStep(workspace, step);
    if (after === null) throw new Error('the step applies');
    workspace = after;
    keeper.record(step, after, marked.includes(revision) ? mark : undefined);
  }
}

const make = (bridge: Bridge) =>
  makePlanKeeper({ bridge, writer: 'w', stored: 0, name: start.plan.name, onState: () => {} });

describe('versions before large edits', () => {
  it('begin a write of their own, so that the version is of the state just before', async () => {
    const { writes, bridge } = makeBridge();
    const keeper = make(bridge);
    record(keeper, 6, [3, 5]);
    expect(await keeper.settled()).toBe(true);
    expect(writes.map(({ revision, before, lines }) => [revision, before?.reason, lines])).toEqual([
      [1, undefined, 1],
      [2, undefined, 1],
      [4, 'import', 2],
      [6, 'import', 2],
    ]);
  });

  it('are asked for again when the write was refused', async () => {
    const { writes, disk, bridge } = makeBridge();
    const keeper = make(bridge);
    disk.isFull = true;
    record(keeper, 3, [2]);
    expect(await keeper.settled()).toBe(false);
    disk.isFull = false;
    keeper.retry();
    expect(await keeper.settled()).toBe(true);
    expect(writes).toMatchObject([
      { kind: 'checkpoint', revision: 1, before: undefined },
      { revision: 3, before: mark },
    ]);
  });

  it('F11 a plan of an older form is kept as it was before it is stored in the new one', async () => {
    const { writes, bridge } = makeBridge();
    const keeper = make(bridge);
    const migration = { reason: 'migration', words: 'Stored by an older version of Rehome' } as const;
    keeper.checkpoint(start, migration);
    await keeper.settled();
    keeper.checkpoint(start);
    await keeper.settled();
    expect(writes.map((write) => write.before)).toEqual([migration, undefined]);
  });
});

it('F11 says whether a stored plan is of an older form', async () => {
  const text = await toCheckpointText(start);
  expect(await readWorkspace(text, [])).toMatchObject({ ok: true, value: { isMigrated: false } });
  // Before the first form there was none, and a later one is refused.
  expect(await readWorkspace(text.replace('rehome/1', 'rehome/999'), [])).toMatchObject({ ok: false });
});
