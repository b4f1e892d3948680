import { fail, ok } from '#core/base/result.ts';
import { z } from '#core/document/zod.ts';
import { dependencyTypes } from '#core/model/dependency.ts';
import { nodeKinds, toNode, unknownResources } from '#core/model/node.ts';
import { maybeId, maybePort, maybeSizes, maybeText, someText, toNewId } from './arguments.ts';
import { defineCommand } from './define-command.ts';
import { toDependencyWords } from '#core/graph/entry-words.ts';
import { findKnownNode, toNodeName } from '#core/graph/known-nodes.ts';
import { checkPlace, nodeDetails, withDetails } from './node-arguments.ts';
import { stepArguments, toPhaseWords, toStep, withoutStep } from './plan-step.ts';
import { refersTo } from './references.ts';

/** Plans that a node comes: a new host, server or provider. It lives in its change until then. */
export const planAdd = defineCommand({
  name: 'plan-add',
  title: 'Plan something new',
  arguments: {
    name: someText,
    kind: z.enum(nodeKinds),
    to: refersTo('node').nullable().default(null),
    nodeId: maybeId('nd'),
    ...stepArguments,
    ...nodeDetails,
  },
  apply: (args, draft) => {
    const { name, kind, to, nodeId, ...fields } = withoutStep(args);
    const { plan } = draft;
    const place = checkPlace(plan, kind, to);
    if (!place.ok) return fail({ argument: 'to', message: place.error });
    const ownId = toNewId(draft, 'nd', nodeId, (each) => findKnownNode(plan, each) !== undefined);
    if (!ownId.ok) return ownId;
    const step = toStep(draft, { ...args, notes: '' });
    if (!step.ok) return step;
    const node = withDetails(toNode({ id: ownId.value, kind, name, parent: to }), fields);
    draft.put('changes', { ...step.value, kind: 'add', node, to });
    return ok({
      label: `Add ${kind} ${name}${toPhaseWords(plan, args.phase)}`,
      made: [step.value.id, node.id],
    });
  },
});

/** Plans that a node gets another size; what is left out stays as it is. */
export const planResize = defineCommand({
  name: 'plan-resize',
  title: 'Plan another size',
  arguments: { node: refersTo('node'), capacity: maybeSizes.unwrap(), ...stepArguments },
  apply: ({ node, capacity, ...args }, draft) => {
    const { plan } = draft;
    if (Object.keys(capacity).length === 0) {
      return fail({ argument: 'capacity', message: 'needs at least one of vcpu, memoryMiB and diskGiB' });
    }
    const before = plan.changes.filter(
      (row) => row.kind === 'resize' && row.node === node && row.phase === args.phase,
    )[0];
    const step = toStep(draft, args, before);
    if (!step.ok) return step;
    const now = before?.kind === 'resize' ? before.capacity : findKnownNode(plan, node)?.capacity;
    const whole = { ...unknownResources, ...now, ...capacity };
    draft.put('changes', { ...step.value, kind: 'resize', node, capacity: whole });
    const label = `Resize ${toNodeName(plan, node)}${toPhaseWords(plan, args.phase)}`;
    return ok({ label, made: [step.value.id] });
  },
});

/** Plans that a dependency gets another end, protocol or encryption; `to: null` ends it. */
export const planRewire = defineCommand({
  name: 'plan-rewire',
  title: 'Plan another connection',
  arguments: {
    dependency: refersTo('dependency'),
    from: refersTo('node').exactOptional(),
    to: refersTo('node').nullable().exactOptional(),
    type: z.enum(dependencyTypes).exactOptional(),
    protocol: maybeText,
    port: maybePort,
    encrypted: z.boolean().nullable().exactOptional(),
    ...stepArguments,
  },
  apply: (args, draft) => {
    const { dependency: dependencyId, notes: _notes, ...fields } = withoutStep(args);
    const { phase } = args;
    const { plan } = draft;
    const dependency = plan.dependencies.get(dependencyId);
    if (dependency === undefined) return fail('the dependency is not there');
    if (Object.keys(fields).length === 0) return fail('it changes nothing: give at least one field');
    const before = plan.changes.filter(
      (row) => row.kind === 'rewire' && row.dependency === dependencyId && row.phase === phase,
    )[0];
    const merged = { ...(before?.kind === 'rewire' ? before : {}), ...fields };
    if ((merged.from ?? dependency.from) === (merged.to === undefined ? dependency.to : merged.to)) {
      return fail('both ends would be the same node');
    }
    const step = toStep(draft, args, before);
    if (!step.ok) return step;
    draft.put('changes', { ...merged, ...step.value, kind: 'rewire', dependency: dependencyId });
    const verb = fields.to === null ? 'End' : 'Rewire';
    const label = `${verb} ${toDependencyWords(plan, dependency)}${toPhaseWords(plan, phase)}`;
    return ok({ label, made: [step.value.id] });
  },
});
