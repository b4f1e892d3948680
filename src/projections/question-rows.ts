import { sortedBy } from '#core/base/compare.ts';
import { findChangedNode, type Change } from '#core/model/change.ts';
import type { NodeId, QuestionId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import type { Question } from '#core/model/question.ts';

/** A question as its list shows it. */
export interface QuestionRow {
  readonly id: QuestionId;
  readonly text: string;
  readonly group: 'blocks' | 'open' | 'answered';
  /** The nodes that it is about, by name. */
  readonly about: readonly { readonly id: NodeId; readonly name: string }[];
  /** The changes that wait for the answer. */
  readonly steps: readonly Change[];
  readonly quote: string | null;
  /** `servers.md:156`. */
  readonly place: string | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
}

/** The changes that a question is about: those of its nodes and those that it names itself. */
function stepsOn(question: Question, changes: readonly Change[]): Change[] {
  const about = new Set<string>(question.about);
  return changes.filter((change) => {
    const node = findChangedNode(change);
    return about.has(change.id) || (node !== null && about.has(node));
  });
}

function groupOf(question: Question): QuestionRow['group'] {
  if (question.status === 'answered') return 'answered';
  return question.blocking ? 'blocks' : 'open';
}

const groupOrder = { blocks: '0', open: '1', answered: '2' } as const;

/** All questions of a plan: those that block first, then the other open ones, then the answered; by place in the source. */
export function toQuestionRows(plan: Plan): QuestionRow[] {
  const changes = plan.changes.filter(() => true);
  const rows = plan.questions.map((question): QuestionRow & { readonly at: string } => {
    const first = question.evidence[0];
    const source = plan.sources.get(first?.source ?? null);
    const nodes = question.about.flatMap((id) => {
      const node = plan.nodes.get(id);
      return node === undefined ? [] : [{ id: node.id, name: node.name }];
    });
    const group = groupOf(question);
    return {
      id: question.id,
      text: question.text,
      group,
      about: nodes,
      steps: stepsOn(question, changes),
      quote: first?.quote ?? null,
      place: first === undefined || source === undefined ? null : `${source.name}:${first.line}`,
      answer: question.answer,
      answeredBy: question.answeredBy,
      at: `${groupOrder[group]} ${source?.name ?? ''} ${String(first?.line ?? 0).padStart(8, '0')}`,
    };
  });
  return sortedBy(
    rows,
    (row) => row.at,
    (row) => row.text,
  );
}

/** The open question about any of these nodes that is to be answered first: what blocks a step before the others. */
export function findOpenQuestion(plan: Plan, nodes: readonly NodeId[]): QuestionRow | null {
  const wanted = new Set<string>(nodes);
  const rows = toQuestionRows(plan).filter((row) => row.group !== 'answered');
  return rows.find((row) => row.about.some(({ id }) => wanted.has(id))) ?? null;
}
