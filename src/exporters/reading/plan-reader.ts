import { compareText, sortedBy } from '#core/base/compare.ts';
import type { ExportOptions } from '#core/exporters/contract.ts';
import type { Change } from '#core/model/change.ts';
import type { Evidence } from '#core/model/evidence.ts';
import type { CheckReport, Finding } from '#core/model/finding.ts';
import type { PartyId } from '#core/model/ids.ts';
import type { InventoryNode } from '#core/model/node.ts';
import type { Phase } from '#core/model/phase.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Question } from '#core/model/question.ts';
import type { Disposition } from '#core/model/disposition.ts';
import type { Estate } from '#core/state/estate.ts';
import { toEstate } from '#core/state/estate.ts';
import { estateAt, phaseOf, phasesInOrder, stepsOf } from '#core/state/plan-states.ts';

/** A change with its number in the planned sequence (from 1) and the estate on both sides of it. */
export interface NumberedChange {
  readonly number: number;
  readonly change: Change;
  readonly before: Estate;
  readonly after: Estate;
}

/** A phase with its changes; `phase: null` holds the changes that no phase has. `number` counts from 1. */
export interface PlanPart {
  readonly number: number;
  readonly phase: Phase | null;
  readonly changes: readonly NumberedChange[];
  /** The estate when all of the part is done. */
  readonly end: Estate;
}

/** An open question with the number under which a document speaks of it. */
export interface NumberedQuestion {
  readonly number: number;
  readonly question: Question;
}

/** What the writers of one document look things up in: computed once, so that every section says the same. */
export interface PlanReader {
  readonly plan: Plan;
  readonly report: CheckReport;
  readonly options: ExportOptions;
  readonly start: Estate;
  readonly end: Estate;
  /** All parts in order: the phases, then the changes without one if there are any. */
  readonly parts: readonly PlanPart[];
  readonly changes: readonly NumberedChange[];
  /** Open questions: blocking ones first, then in the order of the sources. */
  readonly questions: readonly NumberedQuestion[];
  /** Findings that nobody accepted. */
  readonly openFindings: readonly Finding[];
  readonly findNode: (id: string | null) => InventoryNode | undefined;
  /** The name of a node, party, dependency, phase or change's node; empty for an unknown id. */
  readonly nameOf: (id: string | null) => string;
  /** What becomes of a node; that it retires comes before anything else that is said of it. */
  /** What becomes of a node; that it retires comes before anything else that is said of it. */
  readonly dispositionOf: (id: string) => Disposition | undefined;
  readonly questionsAbout: (id: string) => readonly NumberedQuestion[];
  readonly findChange: (id: string) => NumberedChange | undefined;
  /** `servers.md:156`, or nothing when sources are left out. */
  readonly toPlace: (evidence: Evidence) => string;
  readonly partyName: (id: PartyId | null) => string | null;
}

function toParts(plan: Plan): PlanPart[] {
  const byPhase = new Map<string, NumberedChange[]>();
  let before: Estate | null = null;
  let number = 0;
  for (const step of stepsOf(plan)) {
    if (step.change !== null && before !== null) {
      number += 1;
      const key = phaseOf(plan, step.change);
      const list = byPhase.get(key) ?? [];
      byPhase.set(key, list);
      list.push({ number, change: step.change, before, after: step.estate });
    }
    before = step.estate;
  }
  const parts: PlanPart[] = phasesInOrder(plan).map((phase, index) => ({
    number: index + 1,
    phase,
    changes: byPhase.get(phase.id) ?? [],
    end: estateAt(plan, phase.id),
  }));
  const rest = byPhase.get('end');
  return rest === undefined
    ? parts
    : [...parts, { number: parts.length + 1, phase: null, changes: rest, end: estateAt(plan, 'end') }];
}

function toQuestions(plan: Plan): NumberedQuestion[] {
  const sourceName = (question: Question): string => {
    const [first] = question.evidence;
    return first === undefined ? '\uffff' : (plan.sources.get(first.source)?.name ?? '\uffff');
  };
  return plan.questions
    .filter((question) => question.status === 'open')
    .sort(
      (a, b) =>
        Number(b.blocking) - Number(a.blocking) ||
        compareText(sourceName(a), sourceName(b)) ||
        (a.evidence[0]?.line ?? 0) - (b.evidence[0]?.line ?? 0) ||
        compareText(a.id, b.id),
    )
    .map((question, index) => ({ number: index + 1, question }));
}

function groupedBy<T>(rows: Iterable<T>, keys: (row: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    for (const key of keys(row)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
  }
  return groups;
}

/** Reads a plan once for a document. */
export function toPlanReader(plan: Plan, report: CheckReport, options: ExportOptions): PlanReader {
  const parts = toParts(plan);
  const changes = parts.flatMap((part) => part.changes);
  const questions = toQuestions(plan);
  const added = new Map(
    changes.flatMap(({ change }) => (change.kind === 'add' ? [[String(change.node.id), change.node]] : [])),
  );
  const dispositions = groupedBy(
    sortedBy(
      plan.dispositions,
      (each) => (each.disposition === 'retire' ? (each.agreed ? '0' : '1') : '2'),
      (each) => each.id,
    ),
    (each) => [each.node],
  );
  const aboutNode = groupedBy(questions, ({ question }) => [...new Set(question.about)]);
  const byChange = new Map(changes.map((each) => [String(each.change.id), each]));
  const findNode = (id: string | null): InventoryNode | undefined =>
    plan.nodes.get(id) ?? added.get(id ?? '');
  const nameOf = (id: string | null): string => {
    const dependency = plan.dependencies.get(id);
    if (dependency !== undefined) return `${nameOf(dependency.from)} → ${nameOf(dependency.to)}`;
    return (findNode(id) ?? plan.parties.get(id) ?? plan.phases.get(id))?.name ?? '';
  };
  return {
    plan,
    report,
    options,
    start: toEstate(plan),
    end: estateAt(plan, 'end'),
    parts,
    changes,
    questions,
    openFindings: report.findings.filter((finding) => finding.accepted === null),
    findNode,
    nameOf,
    dispositionOf: (id) => dispositions.get(id)?.[0],
    questionsAbout: (id) => aboutNode.get(id) ?? [],
    findChange: (id) => byChange.get(id),
    toPlace: (evidence) => {
      const source = plan.sources.get(evidence.source);
      return source === undefined || options.without.includes('sources')
        ? ''
        : `${source.name}:${evidence.line}`;
    },
    partyName: (id) => plan.parties.get(id)?.name ?? null,
  };
}
