import { fail, ok, type Result } from '#core/base/result.ts';
import { toFieldValue, toFieldWords } from '#core/checks/conflict-words.ts';
import type { AppliedEdit } from '#core/commands/apply-commands.ts';
import { toDraft } from '#core/commands/draft.ts';
import { isEmptyDiff } from '#core/commands/records-diff.ts';
import type { IdMaker } from '#core/model/ids.ts';
import type { FieldConflict, InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { settleField } from '../matters/settle-field.ts';
import { toAppliedEdit } from './reconcile-edit.ts';

type Value = FieldConflict['values'][number];

function toKey(words: string): string {
  return words.toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** The contradiction of a node in a field that is named by its path (`capacity.memoryMiB`) or as lists call it (`memory`). */
function findConflict(node: InventoryNode, field: string): FieldConflict | undefined {
  const key = toKey(field);
  return node.conflicts.find((each) => toKey(each.field) === key || toKey(toFieldWords(each.field)) === key);
}

function toSources(plan: Plan, { evidence }: Value): readonly string[] {
  return [...new Set(evidence.flatMap((each) => plan.sources.get(each.source)?.name ?? []))].sort();
}

/** The values that are meant: by their words, else by a source that gives one. */
function findMeant(
  plan: Plan,
  conflict: FieldConflict,
  words: string,
  nameOf: (id: string) => string | null,
): readonly Value[] {
  const key = toKey(words);
  const byWords = conflict.values.filter(
    ({ value }) => toKey(toFieldValue(conflict.field, value, nameOf)) === key || toKey(String(value)) === key,
  );
  if (byWords.length > 0) return byWords;
  return conflict.values.filter((value) => toSources(plan, value).includes(words));
}

/**
 * Gives a field of a node on which sources differ one of their values, as a person decides it: no later import brings the contradiction
 * back unless a source then says something else. `field` is a path or the words of it, `choice` the words of a value or the
 * name of a source. Fails with a sentence that lists what there is to choose from.
 */
export function settleValue(
  plan: Plan,
  record: string,
  field: string,
  choice: string,
  context: { readonly makeId: IdMaker },
): Result<AppliedEdit, string> {
  const node = plan.nodes.get(record);
  if (node === undefined) return fail(`there is no node "${record}"`);
  const conflict = findConflict(node, field);
  if (conflict === undefined) {
    const open = node.conflicts.map((each) => toFieldWords(each.field)).join(', ');
    return fail(`the sources agree on "${field}" of ${node.name}; open: ${open === '' ? 'nothing' : open}`);
  }
  const nameOf = (id: string): string | null => plan.nodes.get(id)?.name ?? null;
  const say = (value: Value): string => toFieldValue(conflict.field, value.value, nameOf);
  const meant = findMeant(plan, conflict, choice, nameOf);
  const [value] = meant;
  if (value === undefined || meant.length > 1) {
    const list = conflict.values.map((each) => {
      const sources = toSources(plan, each).join(', ');
      return sources === '' ? say(each) : `${say(each)} (${sources})`;
    });
    const why = value === undefined ? `no source says "${choice}"` : `"${choice}" is more than one value`;
    return fail(`${why} of ${toFieldWords(conflict.field)} of ${node.name}; there is: ${list.join(', ')}`);
  }
  const draft = toDraft(plan, context.makeId);
  settleField(draft, { collection: 'nodes', record, field: conflict.field }, value.value);
  if (isEmptyDiff(draft.diff())) return fail(`${node.name} can't stand in ${say(value)} as the plan is now`);
  return ok(
    toAppliedEdit(draft, plan, `Settle ${toFieldWords(conflict.field)} of ${node.name}: ${say(value)}`),
  );
}
