import { fail, ok } from '#core/base/result.ts';
import { questionSchema } from '#core/document/inventory-records.ts';
import { z } from '#core/document/zod.ts';
import { toQuestion } from '#core/model/question.ts';
import { maybeEvidence, maybeId, maybeText, someText, toNewId } from './arguments.ts';
import { defineCommand } from './define-command.ts';
import { refersTo } from './references.ts';
import { toPersonWords } from '#core/graph/entry-words.ts';

const about = z.array(refersTo('node', 'party', 'change', 'duty', 'dependency', 'handover'));

function cut(text: string): string {
  return text.length > 50 ? `${text.slice(0, 49)}…` : text;
}

/** Adds an open point about nodes, parties, duties, dependencies, hand-overs or changes. */
export const addQuestion = defineCommand({
  name: 'add-question',
  title: 'Add a question',
  arguments: {
    id: maybeId('qu'),
    text: someText,
    about: about.default([]),
    blocking: z.boolean().exactOptional(),
    status: questionSchema.shape.status.unwrap().exactOptional(),
    answer: maybeText,
    answeredBy: maybeText,
    evidence: maybeEvidence,
  },
  apply: ({ id: given, ...fields }, draft) => {
    const id = toNewId(draft, 'qu', given, (each) => draft.plan.questions.has(each));
    if (!id.ok) return id;
    draft.put('questions', toQuestion({ ...fields, id: id.value }));
    return ok({ label: `Ask: ${cut(fields.text)}`, made: [id.value] });
  },
});

/** Answers a question. */
export const answerQuestion = defineCommand({
  name: 'answer-question',
  title: 'Answer a question',
  arguments: { question: refersTo('question'), answer: someText, by: maybeText },
  apply: ({ question: id, answer, by }, draft) => {
    const question = draft.plan.questions.get(id);
    if (question === undefined) return fail('the question is not there');
    const answeredBy = by === undefined || by === null ? null : toPersonWords(draft.plan, by);
    draft.put('questions', { ...question, status: 'answered', answer, answeredBy });
    return ok({ label: `Answer: ${cut(question.text)}`, made: [] });
  },
});

/** Changes a question; the status `open` takes its answer back. */
export const editQuestion = defineCommand({
  name: 'edit-question',
  title: 'Edit a question',
  arguments: {
    question: refersTo('question'),
    text: someText.exactOptional(),
    about: about.exactOptional(),
    blocking: z.boolean().exactOptional(),
    status: z.enum(['open']).exactOptional(),
    evidence: maybeEvidence,
  },
  apply: ({ question: id, ...fields }, draft) => {
    const question = draft.plan.questions.get(id);
    if (question === undefined) return fail('the question is not there');
    if (Object.keys(fields).length === 0) return fail('it changes nothing: give at least one field');
    const opened = fields.status === undefined ? {} : { answer: null, answeredBy: null };
    draft.put('questions', { ...question, ...fields, ...opened });
    const verb = fields.status === undefined ? 'Edit' : 'Open again';
    return ok({ label: `${verb}: ${cut(question.text)}`, made: [] });
  },
});

/** Takes a question away. */
export const removeQuestion = defineCommand({
  name: 'remove-question',
  title: 'Delete a question',
  arguments: { question: refersTo('question') },
  apply: ({ question: id }, draft) => {
    const question = draft.plan.questions.get(id);
    if (question === undefined) return fail('the question is not there');
    draft.drop('questions', [id]);
    return ok({ label: `Delete the question: ${cut(question.text)}`, made: [] });
  },
});
