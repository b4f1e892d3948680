import { applyCommands } from '#core/commands/apply-commands.ts';
import { squashDiffs } from '#core/commands/records-diff.ts';
import type { IdMaker } from '#core/model/ids.ts';
import type { TakenEdit } from '#workers/taken-edit.ts';

/** An answer that was given while the question was only found. */
export interface ReviewAnswer {
  /** The words of the question as they are taken over. */
  readonly question: string;
  readonly answer: string;
  readonly by: string;
}

/** The edit of an import with the answers that were given in its review, as one step for undo. */
export function withAnswers(
  edit: TakenEdit,
  answers: readonly ReviewAnswer[],
  context: { readonly makeId: IdMaker },
): TakenEdit {
  const commands = answers.flatMap(({ question, answer, by }) => {
    const found = edit.plan.questions.filter((each) => each.text === question && each.status === 'open');
    const [first] = [...found];
    return first === undefined
      ? []
      : [{ command: 'answer-question', question: first.id, answer, ...(by === '' ? {} : { by }) }];
  });
  if (commands.length === 0) return edit;
  const applied = applyCommands(edit.plan, commands, context);
  if (!applied.ok) return edit;
  return {
    ...edit,
    plan: { ...applied.value.plan, revision: edit.plan.revision },
    diff: squashDiffs(edit.diff, applied.value.diff),
  };
}
