import { fail, ok } from '#core/base/result.ts';
import { z } from '#core/document/zod.ts';
import { dependencyTypes, toDependency } from '#core/model/dependency.ts';
import { maybeAmount, maybeEvidence, maybeId, maybePort, maybeText, toNewId } from './arguments.ts';
import { defineCommand } from './define-command.ts';
import { toDependencyWords } from '#core/graph/entry-words.ts';
import { refersTo } from './references.ts';
import { takeOut } from './take-out.ts';

const dependencyDetails = {
  protocol: maybeText,
  port: maybePort,
  encrypted: z.boolean().nullable().exactOptional(),
  latencyMs: maybeAmount,
  maxLatencyMs: maybeAmount,
  evidence: maybeEvidence,
};

/** Adds a dependency: read it `from` TYPE `to`. */
export const addDependency = defineCommand({
  name: 'add-dependency',
  title: 'Add a dependency',
  arguments: {
    id: maybeId('dp'),
    from: refersTo('node'),
    to: refersTo('node'),
    type: z.enum(dependencyTypes).default('connects'),
    ...dependencyDetails,
  },
  apply: ({ id: given, ...fields }, draft) => {
    if (fields.from === fields.to) return fail({ argument: 'to', message: 'nothing can depend on itself' });
    const id = toNewId(draft, 'dp', given, (each) => draft.plan.dependencies.has(each));
    if (!id.ok) return id;
    const dependency = toDependency({ ...fields, id: id.value });
    draft.put('dependencies', dependency);
    return ok({ label: `Add ${toDependencyWords(draft.plan, dependency)}`, made: [id.value] });
  },
});

/** Changes fields of a dependency. */
export const editDependency = defineCommand({
  name: 'edit-dependency',
  title: 'Edit a dependency',
  arguments: {
    dependency: refersTo('dependency'),
    from: refersTo('node').exactOptional(),
    to: refersTo('node').exactOptional(),
    type: z.enum(dependencyTypes).exactOptional(),
    ...dependencyDetails,
  },
  apply: ({ dependency: id, ...fields }, draft) => {
    const before = draft.plan.dependencies.get(id);
    if (before === undefined) return fail('the dependency is not there');
    if (Object.keys(fields).length === 0) return fail('it changes nothing: give at least one field');
    const dependency = { ...before, ...fields };
    if (dependency.from === dependency.to) return fail('nothing can depend on itself');
    draft.put('dependencies', dependency);
    return ok({ label: `Edit ${toDependencyWords(draft.plan, before)}`, made: [] });
  },
});

/** Takes a dependency out of the inventory; changes on it are withdrawn. */
export const removeDependency = defineCommand({
  name: 'remove-dependency',
  title: 'Delete a dependency',
  arguments: { dependency: refersTo('dependency') },
  apply: ({ dependency: id }, draft) => {
    const dependency = draft.plan.dependencies.get(id);
    if (dependency === undefined) return fail('the dependency is not there');
    const label = `Delete ${toDependencyWords(draft.plan, dependency)}`;
    takeOut(draft, { dependencies: [id] });
    return ok({ label, made: [] });
  },
});
