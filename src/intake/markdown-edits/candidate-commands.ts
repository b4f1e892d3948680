import { fail, ok, type Result } from '#core/base/result.ts';
import { toComparable } from '#core/exporters/marked/read-items.ts';
import type { Command } from '#core/model/command.ts';
import type { Condition, Disposition } from '#core/model/disposition.ts';
import type { Plan } from '#core/model/plan.ts';
import type { UnknownWhy } from './review-types.ts';

type Made = Result<{ readonly commands: readonly Command[]; readonly newParty: null }, UnknownWhy>;

const done = (...commands: Command[]): Made => ok({ commands, newParty: null });

function toAgreement(node: string, words: string): Made {
  if (/^(?:not yet|no|not agreed(?: yet)?|)$/iu.test(words)) {
    return done({ command: 'set-disposition', node, disposition: 'retire', agreed: false, agreedBy: null });
  }
  const by = /^(?:(?:yes|agreed)[,:]? )?by (.+)$/iu.exec(words)?.[1];
  return by === undefined ? fail({ code: 'no-name' }) : done({ command: 'agree-removal', node, by });
}

const ticked = /^(?:(✓|✔|☑|\[[xX]\])|(?:☐|\[ ?\]))?\s*(.*)$/u;

/** The commands that set conditions as the edited cell says; the texts themselves stay. */
function toConditions(plan: Plan, disposition: Disposition, words: string): Made {
  const edited = words.split('; ').map((part) => {
    const [, sign, text = ''] = ticked.exec(part.trim()) ?? [];
    return { met: sign !== undefined, text: toComparable(text) };
  });
  const before = disposition.conditions;
  if (edited.length !== before.length) return fail({ code: 'not-editable' });
  if (!before.every((each, index) => toComparable(each.text) === edited[index]?.text))
    return fail({ code: 'not-editable' });
  const commands: Command[] = [];
  const own: Condition[] = before.map((each, index) => ({ ...each, met: edited[index]?.met ?? each.met }));
  for (const condition of own.filter((each, index) => each.met !== before[index]?.met)) {
    // A step that took the condition over shares it: there it is met too.
    const [change] = plan.changes.filter((row) => row.conditions.some(({ id }) => id === condition.id));
    if (change !== undefined) {
      commands.push({
        command: 'meet-condition',
        change: change.id,
        condition: condition.id,
        met: condition.met,
      });
    }
  }
  const { node } = disposition;
  return done(...commands, { command: 'set-disposition', node, disposition: 'retire', conditions: own });
}

/** The commands that bring an edit of a row of the removal list into the plan. */
export function toCandidateCommands(
  plan: Plan,
  node: string,
  disposition: Disposition | undefined,
  edit: { readonly field: string; readonly after: string },
): Made {
  if (edit.field === 'agreed') return toAgreement(node, toComparable(edit.after));
  if (disposition === undefined) return fail({ code: 'not-editable' });
  return toConditions(plan, disposition, edit.after);
}
