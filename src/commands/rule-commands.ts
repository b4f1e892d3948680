import { fail, ok, type Result } from '#core/base/result.ts';
import { assertNever } from '#core/base/assert-never.ts';
import { z } from '#core/document/zod.ts';
import { ruleKinds, type RuleKind } from '#core/model/rule.ts';
import { maybeId, someText, toNewId } from './arguments.ts';
import { defineCommand } from './define-command.ts';
import { toPersonWords } from '#core/graph/entry-words.ts';
import { toNodeName } from '#core/graph/known-nodes.ts';
import { refersTo } from './references.ts';

const share = z.number().min(0).max(1).nullable().exactOptional();
const headroom = z.strictObject({ vcpu: share, memoryMiB: share, diskGiB: share });
const countries = z.array(z.string().regex(/^[A-Za-z]{2}$/)).min(1);

/** Whether a rule of this kind can have this value and so many nodes. */
function checkRule(kind: RuleKind, nodes: number, value: unknown): Result<null, string> {
  switch (kind) {
    case 'together':
    case 'apart':
      if (nodes < 2) return fail(`"nodes" needs two or more for the rule "${kind}"`);
      return value === null ? ok(null) : fail(`the rule "${kind}" has no value`);
    case 'fixed':
      if (nodes < 1) return fail('"nodes" needs one or more for the rule "fixed"');
      return value === null ? ok(null) : fail('the rule "fixed" has no value');
    case 'country':
      if (nodes < 1) return fail('"nodes" needs one or more for the rule "country"');
      return countries.safeParse(value).success
        ? ok(null)
        : fail('"value" must be a list of country codes such as ["DE", "NL"]');
    case 'headroom':
      return headroom.safeParse(value).success
        ? ok(null)
        : fail(
            '"value" must be shares from 0 to 1, such as { "vcpu": 0.2, "memoryMiB": 0.2, "diskGiB": 0.1 }',
          );
    case 'max-moves':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0
        ? ok(null)
        : fail('"value" must be how many moves a phase may have, as a whole number');
    default:
      return assertNever(kind);
  }
}

/** Adds a wish that the plan must keep. */
export const addRule = defineCommand({
  name: 'add-rule',
  title: 'Add a rule',
  arguments: {
    id: maybeId('ru'),
    kind: z.enum(ruleKinds),
    nodes: z.array(refersTo('node')).default([]),
    value: z.unknown().default(null),
  },
  apply: ({ id: given, kind, nodes, value }, draft) => {
    const fits = checkRule(kind, nodes.length, value);
    if (!fits.ok) return fits;
    const id = toNewId(draft, 'ru', given, (each) => draft.plan.rules.has(each));
    if (!id.ok) return id;
    draft.put('rules', { id: id.value, kind, nodes, value });
    const names = nodes.map((node) => toNodeName(draft.plan, node)).join(', ');
    return ok({ label: `Add the rule ${kind}${names === '' ? '' : ` for ${names}`}`, made: [id.value] });
  },
});

/** Takes a rule away. */
export const removeRule = defineCommand({
  name: 'remove-rule',
  title: 'Delete a rule',
  arguments: { rule: refersTo('rule') },
  apply: ({ rule: id }, draft) => {
    const kind = draft.plan.rules.get(id)?.kind ?? id;
    draft.drop('rules', [id]);
    return ok({ label: `Delete the rule ${kind}`, made: [] });
  },
});

/**
 * Accepts a finding, with the reason. `rule`, `nodes` and `facts` (a hash of what it was accepted on) come from the finding;
 * accepting it once more replaces the reason.
 */
export const acceptFinding = defineCommand({
  name: 'accept-finding',
  title: 'Accept a finding',
  arguments: {
    id: maybeId('ac'),
    finding: someText,
    why: someText,
    by: someText,
    rule: z.string().exactOptional(),
    nodes: z.array(refersTo('node')).exactOptional(),
    facts: z.string().exactOptional(),
  },
  apply: ({ id: given, finding, by, ...fields }, draft) => {
    const before = draft.plan.accepted.filter((row) => row.finding === finding)[0];
    const id =
      before === undefined
        ? toNewId(draft, 'ac', given, (each) => draft.plan.accepted.has(each))
        : ok(before.id);
    if (!id.ok) return id;
    const empty = { rule: '', nodes: [], facts: '' };
    draft.put('accepted', {
      ...empty,
      ...before,
      ...fields,
      id: id.value,
      finding,
      by: toPersonWords(draft.plan, by),
    });
    return ok({
      label: `Accept a finding${fields.rule === undefined ? '' : ` of ${fields.rule}`}`,
      made: [id.value],
    });
  },
});

/** Takes the acceptance of a finding back. */
export const reopenFinding = defineCommand({
  name: 'reopen-finding',
  title: 'Open a finding again',
  arguments: { accepted: refersTo('accepted') },
  apply: ({ accepted: id }, draft) => {
    draft.drop('accepted', [id]);
    return ok({ label: 'Open a finding again', made: [] });
  },
});

/** Gives the plan another name. */
export const renamePlan = defineCommand({
  name: 'rename-plan',
  title: 'Rename the plan',
  arguments: { name: someText },
  apply: ({ name }, draft) => {
    draft.rename(name);
    return ok({ label: `Rename the plan to ${name}`, made: [] });
  },
});
