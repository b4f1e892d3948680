import { describe, expect, it } from 'vitest';
import { isSameJson } from '#core/base/same-json.ts';
import { doCommands } from '#support/run-commands.ts';
import { applyDiff, invertDiff } from '#core/commands/records-diff.ts';
import { toPlanFileText } from '#core/document/plan-file.ts';
import { importFiles } from '#core/importers/import-files.ts';
import { acceptProposals } from '#core/intake/accept-proposals.ts';
import type { IntakeDecisions } from '#core/intake/intake-types.ts';
import { makeIdMaker, toId } from '#core/model/ids.ts';
import { toEmptyPlan, type Plan } from '#core/model/plan.ts';
import { countRecords, makePlanJoiner, toPlanParts } from '#workers/plan-parts.ts';
import { toTakenEdit, toWritten } from '#workers/taken-edit.ts';

const makeId = makeIdMaker((length) => new Uint8Array(length));
const empty = toEmptyPlan(toId('pl', 'x'), 'Racks');

/** A list of servers on hosts, from one number to another; each needs the one before it. */
function listOf(from: number, to: number, memory: number): string {
  const rows = Array.from({ length: to - from }, (_, index) => {
    const at = from + index;
    return `s${at},host${at % 7},${memory},${at === from ? '' : `s${at - 1}`}`;
  });
  return `Server,Host,Memory GB,Depends on\n${rows.join('\n')}\n`;
}

function take(plan: Plan, text: string, decisions: IntakeDecisions = { accept: 'all' }) {
  const { proposals } = importFiles([{ name: 'list.csv', bytes: new TextEncoder().encode(text) }]);
  return acceptProposals(plan, proposals, decisions, { makeId }).edit;
}

/** An edit after it crossed from its worker to the page that has the plan. */
function across(plan: Plan, edit: ReturnType<typeof take>) {
  const { put, removed } = toWritten(edit.diff);
  const joiner = makePlanJoiner();
  let records = 0;
  for (const part of toPlanParts(put)) {
    joiner.add(structuredClone(part));
    records += countRecords(part);
  }
  return { taken: toTakenEdit(plan, { put: joiner.toPlan(), removed }, edit.label), records };
}

function expectSame(plan: Plan, edit: ReturnType<typeof take>): void {
  const { taken } = across(plan, edit);
  expect(isSameJson(taken.diff, edit.diff)).toBe(true);
  expect(toPlanFileText(taken.plan)).toBe(toPlanFileText(edit.plan));
  expect(toPlanFileText(applyDiff(taken.plan, invertDiff(taken.diff)))).toBe(
    toPlanFileText({ ...plan, revision: taken.plan.revision }),
  );
}

describe('an import that was worked out in a worker', () => {
  const first = take(empty, listOf(0, 900, 8));

  it('is the same edit on the page, with all that its source remembers', () => {
    expectSame(empty, first);
    expect(first.plan.nodes.size).toBeGreaterThan(900);
  });

  it('says how many records it writes', () => {
    const { added = {} } = first.diff.collections.nodes ?? {};
    expect(across(empty, first).records).toBeGreaterThan(Object.keys(added).length);
  });

  it('is the same edit where the plan has it already in another form', () => {
    const [host] = first.plan.nodes.filter((node) => node.name === 'host3');
    const edited = doCommands(first.plan, {
      command: 'edit-node',
      node: host?.id,
      notes: 'the old one',
    }).plan;
    const again = take(edited, listOf(100, 1000, 16));
    expect(Object.keys(again.diff.collections.nodes?.updated ?? {}).length).toBeGreaterThan(700);
    expectSame(edited, again);
  });

  it('changes nothing where nothing is new', () => {
    const again = take(first.plan, listOf(0, 900, 8));
    const { taken } = across(first.plan, again);
    expect(taken.diff).toEqual({ collections: {} });
  });

  it('takes away what it takes away', () => {
    const [node] = first.plan.nodes.filter((each) => each.name === 's5');
    if (node === undefined) throw new Error('there is a server');
    const removed = doCommands(first.plan, { command: 'remove-node', node: node.id });
    expect(Object.keys(removed.diff.collections.nodes?.removed ?? {})).toEqual([node.id]);
    expectSame(first.plan, removed);
  });
});
