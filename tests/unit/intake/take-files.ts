import { expect } from 'vitest';
import { acceptProposals, type IntakeDecisions, type IntakeOutcome } from '#core/intake/accept-proposals.ts';
import { isEmptyDiff } from '#core/commands/records-diff.ts';
import { parsePlanFile, toPlanFileText } from '#core/document/plan-file.ts';
import { makeIdMaker } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { planOf } from '#support/build-plan.ts';
import { importTexts } from '../importers/import-text.ts';

export const context = { makeId: makeIdMaker((length) => new Uint8Array(length).fill(7)) };

/** Imports texts into a plan, as the screen and the command line do. */
export function takeFiles(
  plan: Plan,
  files: Readonly<Record<string, string>>,
  decisions: IntakeDecisions = { accept: 'sure-and-likely' },
): IntakeOutcome {
  const { proposals, problems } = importTexts(files);
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  return acceptProposals(plan, proposals, decisions, context);
}

/** The one node of a name. */
export function getNode(plan: Plan, name: string): InventoryNode {
  const found = plan.nodes.filter((each) => each.name === name);
  if (found[0] === undefined || found.length > 1) throw new Error(`${found.length} nodes are called ${name}`);
  return found[0];
}

type Files = Readonly<Record<string, string>>;

/** Imports texts into an empty plan. */
export function start(files: Files): Plan {
  return takeFiles(planOf(), files).edit.plan;
}

/** Importing the same again, together or one by one, also after the plan was saved, changes nothing. */
export function expectStable(plan: Plan, files: Files): void {
  const opened = parsePlanFile(toPlanFileText(plan));
  if (!opened.ok) throw new Error(opened.error.message);
  expect(takeFiles(opened.value, files).edit.diff.collections).toEqual({});
  for (const [name, text] of Object.entries(files)) {
    expect(isEmptyDiff(takeFiles(plan, { [name]: text }).edit.diff)).toBe(true);
  }
}

/** The value of a result that must be good. */
export function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string },
): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}
