import { diffPlans, isEmptyDiff } from '#core/commands/records-diff.ts';
import { isSameJson } from '#core/base/same-json.ts';
import type { Proposal, ProposedItem } from '#core/importers/contract.ts';
import type { IdMaker } from '#core/model/ids.ts';
import { findChangedNode } from '#core/model/change.ts';
import type { Plan } from '#core/model/plan.ts';
import { askAboutProbablePairs } from './ask-same.ts';
import { chooseItems } from './choose-items.ts';
import type { IntakeDecisions, IntakeOutcome } from './intake-types.ts';
import { withMadeItems } from './made-by-hand.ts';
import { normaliseName } from './reconcile/node-names.ts';
import { startSession, type IntakeSession, type SourceIntake } from './session.ts';
import { makeOrderAtEnd, takeDisposition, takeMove, takePhase, toPhaseOrder } from './take-fates.ts';
import { indexNodes, takeNodes } from './take-nodes.ts';
import {
  indexRecords,
  takeDependency,
  takeDuty,
  takeParty,
  takeQuestion,
  toDependencyKey,
  toDutyKey,
  toQuestionKey,
} from './take-relations.ts';
import { settleMatters } from './matters/settle-matters.ts';
import { settleGone } from './settle-gone.ts';
import { toImportedSource } from './to-sources.ts';
import { toSummary } from './to-summary.ts';

export type { IntakeDecisions, IntakeOutcome } from './intake-types.ts';

interface Chosen {
  readonly source: SourceIntake;
  readonly items: readonly ProposedItem[];
}

/** Takes what stands beside the nodes: first what others point at, then what points. */
function takeRelations(session: IntakeSession, chosen: readonly Chosen[]): void {
  const { draft } = session;
  const parties = indexRecords(draft.parties, (row) => normaliseName(row.name));
  const phases = indexRecords(draft.phases, (row) => normaliseName(row.name));
  const dependencies = indexRecords(draft.dependencies, toDependencyKey);
  const duties = indexRecords(draft.duties, toDutyKey);
  const questions = indexRecords(draft.questions, toQuestionKey);
  const dispositions = indexRecords(draft.dispositions, (row) => row.node);
  const changes = indexRecords(draft.changes, (row) => findChangedNode(row) ?? '');
  for (const { source, items } of chosen)
    for (const item of items) if (item.is === 'party') takeParty(session, source, item, parties);
  const phaseTasks = chosen.flatMap(({ source, items }) =>
    items.flatMap((item) => (item.is === 'phase' ? [{ source, item }] : [])),
  );
  const nextPhase = makeOrderAtEnd(draft.phases);
  for (const task of toPhaseOrder(phaseTasks)) takePhase(session, task, phases, nextPhase);
  const nextChange = makeOrderAtEnd(draft.changes);
  for (const { source, items } of chosen) {
    for (const item of items) {
      if (item.is === 'dependency') takeDependency(session, source, item, dependencies);
      else if (item.is === 'duty') takeDuty(session, source, item, duties);
      else if (item.is === 'disposition') takeDisposition(session, source, item, dispositions);
      else if (item.is === 'move') takeMove(session, source, item, changes, nextChange);
    }
  }
  for (const { source, items } of chosen)
    for (const item of items) if (item.is === 'question') takeQuestion(session, source, item, questions);
}

/** Takes the chosen items of all proposals over into the rows of a session. */
export function runIntake(
  plan: Plan,
  proposals: readonly Proposal[],
  decisions: IntakeDecisions,
): IntakeSession {
  const session = startSession(plan, withMadeItems(plan, proposals, decisions.made));
  const chosen = session.sources.map((source) => ({
    source,
    items: chooseItems(session, source, decisions),
  }));
  const index = indexNodes(session);
  takeNodes(session, chosen, index);
  takeRelations(session, chosen);
  askAboutProbablePairs(session);
  settleGone(session, decisions);
  return session;
}

function toLabel(proposals: readonly Proposal[]): string {
  const [first] = proposals;
  if (first === undefined) return 'Import nothing';
  return proposals.length === 1 ? `Import ${first.source.name}` : `Import ${proposals.length} files`;
}

function toPlanAfter(plan: Plan, session: IntakeSession): Plan {
  const { draft } = session;
  const sources = session.sources
    .map((source) => toImportedSource(source))
    .filter((source) => !isSameJson(source, plan.sources.get(source.id)));
  return {
    ...plan,
    sources: sources.length === 0 ? plan.sources : plan.sources.put(sources),
    nodes: draft.nodes.toTable(),
    dependencies: draft.dependencies.toTable(),
    parties: draft.parties.toTable(),
    duties: draft.duties.toTable(),
    questions: draft.questions.toTable(),
    dispositions: draft.dispositions.toTable(),
    phases: draft.phases.toTable(),
    changes: draft.changes.toTable(),
  };
}

/**
 * Takes proposals over into a plan as one edit that can be undone. What is there already is recognised and merged three-way
 * with what the source said last time: a person's edits stay, untouched fields follow the source, what is gone from the source
 * is proposed as removed and never dropped. The same proposals twice change nothing, and then the revision stays. Ids are
 * hashes of what was imported, so the same import by two people gives the same plan. What a person decided about contradictions, probable matches and what is gone is part of the same edit.
 */
export function acceptProposals(
  plan: Plan,
  proposals: readonly Proposal[],
  decisions: IntakeDecisions,
  context: { readonly makeId: IdMaker },
): IntakeOutcome {
  const session = runIntake(plan, proposals, decisions);
  const after = settleMatters(toPlanAfter(plan, session), session, decisions, context);
  const diff = diffPlans(plan, after);
  const isSame = isEmptyDiff(diff);
  const made = Object.values(diff.collections).map((collection) => Object.keys(collection.added));
  const edit = {
    plan: isSame ? plan : { ...after, revision: plan.revision + 1 },
    diff,
    label: toLabel(proposals),
    made,
    notes: session.notes,
  };
  return { edit, summary: toSummary(session) };
}
