import { mdText } from '#core/exporters/encode/markdown-text.ts';
import type { PlanReader } from '#core/exporters/reading/plan-reader.ts';
import { questionsSection } from './questions-section.ts';
import { removalSection, toCandidates } from './removal-section.ts';
import { isAgreed } from './waits-for.ts';
import { stacked } from './section.ts';
import { counted } from './words.ts';
import { wrap } from './wrap.ts';

/** The removal list: why each thing may go, what still needs it, what it waits for, where it is mentioned; and the doubts. */
export function removalsReport(reader: PlanReader): readonly string[] {
  const own = { ...reader, options: { ...reader.options, phase: null, party: null } };
  const candidates = toCandidates(own);
  const ids = new Set<string>(candidates.map((node) => node.id));
  const agreed = candidates.filter((node) => isAgreed(reader.dispositionOf(node.id))).length;
  const doubts = own.questions.filter(({ question }) => question.about.some((id) => ids.has(id)));
  const words =
    candidates.length === 0
      ? 'Nothing is marked for removal.'
      : `${counted(candidates.length, 'candidate')}, ${agreed === 0 ? 'none' : agreed} agreed. What is agreed needs no more than its conditions; what is still needed by somebody must wait.`;
  return stacked(
    [`# What can go: ${mdText(reader.plan.name) || 'Plan'}`],
    wrap(words),
    removalSection(own),
    questionsSection({ ...own, questions: doubts }, 'open'),
  );
}
