import { mdText } from '#core/exporters/encode/markdown-text.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { questionsSection } from './questions-section.ts';
import { stacked } from './section.ts';
import { counted } from './words.ts';
import { wrap } from './wrap.ts';

/** The open questions as a document of their own: about what, blocking what, whom to ask, with room for the answers. */
export function questionsReport(reader: PlanReader): readonly string[] {
  const blocking = reader.questions.filter(({ question }) => question.blocking).length;
  const words =
    reader.questions.length === 0
      ? 'No question is open.'
      : `${counted(reader.questions.length, 'open question')}, ${blocking === 0 ? 'none of which blocks a step' : `${blocking} of which ${blocking === 1 ? 'blocks' : 'block'} a step`}. Write the answer behind “answer:”; who gave it may follow as “— by Name”.`;
  return stacked(
    [`# Open questions: ${mdText(reader.plan.name) || 'Plan'}`],
    wrap(words),
    questionsSection({ ...reader, options: { ...reader.options, party: null } }),
  );
}
