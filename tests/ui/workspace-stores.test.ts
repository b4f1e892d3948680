// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail, ok } from '#core/base/result.ts';
import type { Bridge } from '#core/contract/bridge.ts';
import { toId } from '#core/model/ids.ts';
import { toNode } from '#core/model/node.ts';
import { toEmptyPlan } from '#core/model/plan.ts';
import { makePlanKeeper, type SaveState } from '#persistence/plan-keeper.ts';
import {
  emptyHistory,
  readWorkspace,
  takeStep,
  toJournalLine,
  type Workspace,
} from '#persistence/workspace-text.ts';
import { applyEdit, goToEdit, redo, runCommands, undo } from '#stores/run-commands.ts';
import {
  checkLate,
  closeWorkspace,
  findKeeper,
  showSaveState,
  showWorkspace,
  workspaceStore,
} from '#stores/workspace-store.ts';

interface Disk {
  checkpoint: string | null;
  name: string;
  lines: string[];
  isFull: boolean;
}

function makeDisk(): { readonly disk: Disk; readonly bridge: Bridge } {
  const disk: Disk = { checkpoint: null, name: '', lines: [], isFull: false };
  const full = fail({ code: 'disk-full', message: 'The disk is full.' } as const);
  const unused = async () => fail({ code: 'failed', message: 'not used here' } as const);
  const bridge: Bridge = {
    mode: 'browser',
    listPlans: async () => ok([]),
    loadPlan: async () => ok(null),
    loadNewer: async () => ok(null),
    writeCheckpoint: async ({ checkpoint, revision, name }) => {
      if (disk.isFull) return full;
      disk.checkpoint = checkpoint;
      disk.name = name;
      disk.lines = [];
      return ok({ revision });
    },
    appendJournal: async ({ lines, revision }) => {
      if (disk.isFull) return full;
      disk.lines.push(...lines);
      return ok({ revision });
    },
    listVersions: async () => ok([]),
    loadVersion: async () => ok(null),
    deletePlan: async () => ok(null),
    readSettings: async () => ok({}),
    writeSetting: async () => ok(null),
    readLock: unused,
    unlock: unused,
    changePassphrase: unused,
    openFiles: async () => ok([]),
    saveFile: async () => ok(null),
    linkedFiles: null,
    openExternal: unused,
    where: unused,
    watch: () => () => {},
    finishClosing: async () => ok(null),
  };
  return { disk, bridge };
}

const start: Workspace = { plan: toEmptyPlan(toId('pl', 'pl_stores'), 'Stores'), history: emptyHistory };
let disk: Disk;

beforeEach(async () => {
  const made = makeDisk();
  disk = made.disk;
  const keeper = makePlanKeeper({
    bridge: made.bridge,
    writer: 'this-window',
    stored: 0,
    name: start.plan.name,
    onState: showSaveState,
  });
  showWorkspace(start, keeper, { readOnly: false, notice: null });
  keeper.checkpoint(start);
  await keeper.settled();
});
afterEach(closeWorkspace);

function names(): string[] {
  return (
    workspaceStore
      .getState()
      .plan?.nodes.map((node) => node.name)
      .sort() ?? []
  );
}

async function readBack(): Promise<Workspace> {
  await findKeeper()?.settled();
  const read = await readWorkspace(disk.checkpoint ?? '', disk.lines);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

describe('an edit', () => {
  it('is applied, can be undone and done again, and each step grows the revision', () => {
    expect(runCommands([{ command: 'add-node', kind: 'server', name: 'wiki' }]).ok).toBe(true);
    const { plan } = workspaceStore.getState();
    expect(names()).toEqual(['wiki']);
    undo();
    expect(names()).toEqual([]);
    redo();
    expect(names()).toEqual(['wiki']);
    expect(workspaceStore.getState().plan?.revision).toBe((plan?.revision ?? 0) + 2);
  });

  it('that is wrong changes nothing, not even in part', () => {
    const before = workspaceStore.getState().plan;
    const result = runCommands([
      { command: 'add-node', kind: 'server', name: 'wiki' },
      { command: 'remove-node', node: 'nobody-knows-it' },
    ]);
    expect(result.ok).toBe(false);
    expect(workspaceStore.getState().plan).toBe(before);
    expect(workspaceStore.getState().history.done).toEqual([]);
  });

  it('is refused where the plan can only be read', () => {
    workspaceStore.setState({ readOnly: true });
    runCommands([{ command: 'add-node', kind: 'server', name: 'wiki' }]);
    expect(names()).toEqual([]);
  });

  it('takes away what could be done again', () => {
    runCommands([{ command: 'add-node', kind: 'server', name: 'wiki' }]);
    undo();
    runCommands([{ command: 'add-node', kind: 'server', name: 'db' }]);
    redo();
    expect(names()).toEqual(['db']);
  });
});

describe('the history', () => {
  const add = (name: string) => runCommands([{ command: 'add-node', kind: 'server', name }]);

  it('goes to any edit and back, as steps that a restart finds again', async () => {
    for (const name of ['a', 'b', 'c', 'd']) add(name);
    goToEdit(1);
    expect(names()).toEqual(['a']);
    expect(workspaceStore.getState().history.undone).toHaveLength(3);
    goToEdit(3);
    expect(names()).toEqual(['a', 'b', 'c']);
    goToEdit(0);
    expect(names()).toEqual([]);
    goToEdit(4);
    const { plan } = workspaceStore.getState();
    const stored = await readBack();
    expect(stored.plan.nodes.map((node) => node.name).sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(stored.plan.revision).toBe(plan?.revision);
    expect(stored.history.done).toHaveLength(4);
  });

  it('stops at its ends, and stays where it is in a plan that can only be read', () => {
    add('a');
    goToEdit(7);
    expect(names()).toEqual(['a']);
    workspaceStore.setState({ readOnly: true });
    goToEdit(0);
    expect(names()).toEqual(['a']);
  });
});

describe('keeping', () => {
  it('says saved only after the disk has it, and brings plan and undo back', async () => {
    runCommands([{ command: 'add-node', kind: 'server', name: 'wiki' }]);
    runCommands([{ command: 'add-node', kind: 'server', name: 'db' }]);
    undo();
    expect(workspaceStore.getState().save.kind).toBe('saving');
    const stored = await readBack();
    expect(workspaceStore.getState().save.kind).toBe('saved');
    expect(stored.plan.nodes.map((node) => node.name)).toEqual(['wiki']);
    expect(stored.history.done).toHaveLength(1);
    expect(stored.history.undone).toHaveLength(1);
  });

  it('never shows saved when the disk is full, and stores all of it with the next try', async () => {
    disk.isFull = true;
    runCommands([{ command: 'add-node', kind: 'server', name: 'wiki' }]);
    expect(await findKeeper()?.settled()).toBe(false);
    const save: SaveState = workspaceStore.getState().save;
    expect(save.kind === 'failed' && save.problem.code).toBe('disk-full');
    disk.isFull = false;
    findKeeper()?.retry();
    const stored = await readBack();
    expect(stored.plan.nodes.size).toBe(1);
    expect(workspaceStore.getState().save.kind).toBe('saved');
  });

  it('gives the list of plans a new name at once', async () => {
    const { plan } = workspaceStore.getState();
    if (plan === null) throw new Error('a plan is open');
    const step = {
      kind: 'do',
      revision: plan.revision + 1,
      label: 'Rename',
      diff: { name: [plan.name, 'Leave the old hall'], collections: {} },
    } as const;
    const after = takeStep({ plan, history: emptyHistory }, step);
    if (after === null) throw new Error('the step applies');
    findKeeper()?.record(step, after);
    await findKeeper()?.settled();
    expect(disk.name).toBe('Leave the old hall');
  });

  it('keeps what stands before a damaged line, and says how much is lost', async () => {
    const good = toJournalLine({ kind: 'do', revision: 1, label: 'Nothing', diff: { collections: {} } });
    const read = await readWorkspace(disk.checkpoint ?? '', [good, '{"kind":"do","revi', good]);
    expect(read.ok && read.value.lostSteps).toBe(2);
    expect(read.ok && read.value.plan.revision).toBe(1);
  });
});

describe('an edit as large as a plan', () => {
  const servers = Array.from({ length: 2100 }, (_, at) => {
    const id = toId('nd', `nd_${at}`);
    return [id, toNode({ id, kind: 'server', name: `srv-${at}` })] as const;
  });
  const diff = { collections: { nodes: { added: Object.fromEntries(servers), updated: {}, removed: {} } } };
  const importAll = (): boolean =>
    applyEdit({ plan: { ...start.plan, revision: 1 }, diff, label: 'Import racks.csv' });
  const isChecked = (): boolean => workspaceStore.getState().isChecked;

  it('is on the screen before it is checked, and checked a moment later', async () => {
    expect(importAll()).toBe(true);
    expect(names()).toHaveLength(2100);
    expect(isChecked()).toBe(false);
    await checkLate();
    expect(isChecked()).toBe(true);
    expect(workspaceStore.getState().report.findings.length).toBeGreaterThan(0);
    undo();
    expect(isChecked()).toBe(false);
    await checkLate();
    expect([isChecked(), names()]).toEqual([true, []]);
  });

  it('is checked at once by the next command, and not a second time', async () => {
    importAll();
    const late = checkLate();
    runCommands([{ command: 'add-node', kind: 'server', name: 'wiki' }]);
    const { report } = workspaceStore.getState();
    await late;
    expect(isChecked()).toBe(true);
    expect(workspaceStore.getState().report).toBe(report);
  });

  it('is stored once: what is there to undo it names what stands in the plan', async () => {
    importAll();
    const { plan, history } = await readBack();
    expect(plan.nodes.size).toBe(2100);
    expect(history.done[0]?.diff).toEqual(diff);
    expect(disk.lines).toEqual([]);
    expect(disk.checkpoint?.split('"srv-7"')).toHaveLength(2);
  });
});
