import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '#main/vault/open-store.ts';
import type { Vault } from '#main/vault/vault.ts';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { emptyHistory, readWorkspace, toCheckpointText, toJournalLine } from '#persistence/workspace-text.ts';
import { makePlan } from '../estates.ts';
import { measureInTurn, toLine, type Bench, type Line } from '../measure.ts';
import { toDrops } from './checks.ts';
import { measureRows } from './dexie-rows.ts';

interface Saver {
  readonly vault: Vault;
  readonly bulk: () => Promise<void>;
  readonly journal: () => Promise<number>;
  readonly load: () => Promise<void>;
}

async function must<T>(
  answer: Promise<
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: { readonly message: string } }
  >,
): Promise<T> {
  const given = await answer;
  if (!given.ok) throw new Error(given.error.message);
  return given.value;
}

/** The real vault on the real disk, written to as a window does. */
async function toSaver(folder: string, servers: number): Promise<Saver> {
  const { vault } = openStore({ dataFolder: folder });
  await vault.sweep();
  const plan = makePlan(servers, 20);
  const next = toDrops(plan);
  const base = { planId: `pl_${servers}`, name: plan.name, writer: 'bench' };
  let revision = 1;
  const bulk = async (): Promise<void> => {
    revision += 1;
    const checkpoint = await toCheckpointText({ plan: { ...plan, revision }, history: emptyHistory });
    await must(vault.writeCheckpoint({ ...base, revision, checkpoint }));
  };
  await bulk();
  return {
    vault,
    bulk,
    journal: async () => {
      const { diff, label } = next();
      revision += 1;
      const before = performance.now();
      const line = toJournalLine({ kind: 'do', revision, label, diff });
      await must(vault.appendJournal({ ...base, revision, lines: [line] }));
      return performance.now() - before;
    },
    load: async () => {
      const stored = await must(vault.loadPlan(base.planId));
      if (stored === null || !(await readWorkspace(stored.checkpoint, []).ok))
        throw new Error('the plan did not come back');
    },
  };
}

/** P8: saving and loading. */
export async function measureVault({ runs }: Bench): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rehome-bench-vault-'));
  const lines: Line[] = [];
  try {
    const small = await toSaver(folder, 1000);
    const large = await toSaver(folder, 10_000);
    const saved = await measureInTurn(
      { small: small.journal, large: large.journal, document: large.bulk },
      runs,
      2,
    );
    const line = join(folder, 'line');
    const handle = openSync(line, 'a');
    const flush = await measureInTurn(
      {
        flush: () => {
          writeSync(handle, 'x'.repeat(600));
          fsyncSync(handle);
        },
      },
      runs,
    );
    closeSync(handle);
    const faster = saved.document.median / saved.large.median;
    lines.push(
      toLine({
        what: 'an edit at 10,000 servers',
        ours: saved.large,
        peer: 'the document again',
        theirs: saved.document,
        target: '75 times faster',
        met: faster >= 75,
        note: `writing as many bytes and flushing them takes ${flush.flush.median.toFixed(2)} ms on this disk by itself`,
      }),
      toLine({
        what: 'an edit at 1,000 servers',
        ours: saved.small,
        target: '10,000 at most 1.5 times as long',
        met: saved.large.median <= 1.5 * saved.small.median,
      }),
    );
    const whole = await measureInTurn({ bulk: large.bulk, load: large.load }, Math.min(runs, 7), 1);
    const plan = makePlan(10_000, 20);
    const rows = await measureRows([...plan.nodes, ...plan.dependencies, ...plan.changes], 7);
    const file = toPlanFileText(plan);
    const parse = await measureInTurn({ parse: () => void parsePlanFile(file) }, Math.min(runs, 7), 1);
    const from = 'one Dexie row a record, in Chromium';
    lines.push(
      toLine({
        what: 'a plan of 10,000 servers written as a whole',
        ours: whole.bulk,
        peer: from,
        theirs: rows.write,
        target: '60 times faster',
        met: rows.write.median / whole.bulk.median >= 60,
        note: 'ours makes the text of the checkpoint, hashes it and flushes it to the disk; Dexie puts objects that are made already, relaxed',
      }),
      toLine({
        what: 'and loaded',
        ours: whole.load,
        peer: from,
        theirs: rows.read,
        target: '20 times faster',
        met: rows.read.median / whole.load.median >= 20,
        note: `ours includes that every record is checked against the schema (${Math.round(parse.parse.median)} ms of it); rows come back unchecked`,
      }),
    );
    await small.vault.settle();
    await large.vault.settle();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return lines;
}
