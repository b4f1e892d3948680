import type { Evidence } from './evidence.ts';
import type { QuestionId } from './ids.ts';

/** An open point about nodes, duties, parties or changes (`about` holds their ids); `blocking` holds back changes of them. */
export interface Question {
  readonly id: QuestionId;
  readonly text: string;
  readonly about: readonly string[];
  readonly blocking: boolean;
  readonly status: 'open' | 'answered';
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly evidence: readonly Evidence[];
}

/** A question with empty values for all that is not given. */
export function toQuestion(fields: Pick<Question, 'id' | 'text'> & Partial<Question>): Question {
  return {
    about: [],
    blocking: false,
    status: 'open',
    answer: null,
    answeredBy: null,
    evidence: [],
    ...fields,
  };
}

/** How many nodes a question can be about before it is about the group rather than about each of them. */
const mostSingled = 6;

/**
 * Whether a question throws doubt on each thing that it is about. "Most are in one region, some in another" is about twenty
 * servers at once: a mark on every one of them would say nothing. What blocks a step always counts.
 */
export function doubtsEach(question: Pick<Question, 'about' | 'blocking'>): boolean {
  return question.blocking || question.about.length <= mostSingled;
}
