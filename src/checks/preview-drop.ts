import { toChangeBase, type Change } from '#core/model/change.ts';
import { toId, type NodeId, type PhaseId } from '#core/model/ids.ts';
import { canContain, type InventoryNode } from '#core/model/node.ts';
import type { Plan } from '#core/model/plan.ts';
import { applyChange } from '#core/state/apply-change.ts';
import { ancestorsIn, type Estate } from '#core/state/estate.ts';
import { estateAt, phaseOf, phasesInOrder } from '#core/state/plan-states.ts';
import { findAdded, toAdded, toHeldBefore, type HeldBefore } from './preview-step.ts';
import { toScene, type Scene } from './scene.ts';
import { toStep } from './step.ts';

/** What a drop would do: `errors` and `warnings` count the findings that it would add, `sentences` says them, errors first. */
export interface DropVerdict {
  readonly verdict: 'fits' | 'warns' | 'breaks' | 'refused';
  readonly errors: number;
  readonly warnings: number;
  readonly sentences: readonly string[];
  /** Why a drop has no meaning, when it is refused. */
  readonly reason: string | null;
}

interface Preview {
  readonly plan: Plan;
  readonly scene: Scene;
  readonly phase: PhaseId | null;
  readonly before: Estate;
  /** How many changes lead to `before`. */
  readonly done: number;
  readonly held: HeldBefore;
}

/** What drops ask of a plan besides its states: looked up once, however many things are dragged. */
interface DropScene {
  readonly scene: Scene;
  /** The changes of each phase, in the planned order. */
  readonly byPhase: ReadonlyMap<PhaseId | 'end', readonly Change[]>;
  /** Where each phase ends among the changes. */
  readonly ends: ReadonlyMap<PhaseId | 'end', number>;
}

const scenes = new WeakMap<Plan, DropScene>();

function toDropScene(plan: Plan): DropScene {
  const scene = toScene(plan);
  const byPhase = new Map<PhaseId | 'end', Change[]>(phasesInOrder(plan).map(({ id }) => [id, []]));
  byPhase.set('end', []);
  for (const change of scene.sequence) byPhase.get(phaseOf(plan, change))?.push(change);
  const ends = new Map<PhaseId | 'end', number>();
  let done = 0;
  for (const [phase, changes] of byPhase) {
    done += changes.length;
    ends.set(phase, done);
  }
  return { scene, byPhase, ends };
}

function dropSceneOf(plan: Plan): DropScene {
  const known = scenes.get(plan) ?? toDropScene(plan);
  scenes.set(plan, known);
  return known;
}

/** The state at the end of a phase without what the plan has the nodes do there so far: a drop replaces that. */
function toPreview(plan: Plan, nodes: readonly NodeId[], phase: PhaseId | null): Preview {
  const { scene, byPhase, ends } = dropSceneOf(plan);
  const point = phase !== null && plan.phases.has(phase) ? phase : 'end';
  const here = byPhase.get(point) ?? [];
  const isReplaced = (change: Change): boolean =>
    (change.kind === 'move' || change.kind === 'merge' || change.kind === 'remove') &&
    nodes.includes(change.node);
  const preview = { plan, scene, phase, done: ends.get(point) ?? 0, held: toHeldBefore(scene) };
  if (!here.some(isReplaced)) return { ...preview, before: estateAt(plan, point) };
  const points = [...byPhase.keys()];
  let before = estateAt(plan, points[points.indexOf(point) - 1] ?? 'start');
  for (const change of here) if (!isReplaced(change)) before = applyChange(before, change, plan);
  return { ...preview, before };
}

function findRefusal(estate: Estate, node: InventoryNode, target: InventoryNode): string | null {
  if (node.id === target.id) return `${node.name} can't go into itself.`;
  if (ancestorsIn(estate, target.id).some((each) => each.id === node.id)) {
    return `${target.name} is part of ${node.name}.`;
  }
  if (node.parent === target.id) return `${node.name} is there already.`;
  if (node.kind === 'server' && target.kind === 'server') return null;
  return canContain(target.kind, node.kind) ? null : `A ${node.kind} can't be placed on a ${target.kind}.`;
}

function toDrop(node: InventoryNode, target: InventoryNode, phase: PhaseId | null): Change {
  const base = toChangeBase({ id: toId('ch', `ch_drop_${node.id}`), order: '~', phase });
  return node.kind === 'server' && target.kind === 'server'
    ? { ...base, kind: 'merge', node: node.id, into: target.id }
    : { ...base, kind: 'move', node: node.id, to: target.id };
}

function refuse(reason: string): DropVerdict {
  return { verdict: 'refused', errors: 0, warnings: 0, sentences: [], reason };
}

function previewOn(preview: Preview, nodes: readonly NodeId[], to: NodeId): DropVerdict {
  const { scene, phase } = preview;
  const added = toAdded();
  let estate = preview.before;
  for (const id of nodes) {
    const [node, target] = [estate.nodes.get(id), estate.nodes.get(to)];
    if (node === undefined) return refuse(`${scene.nameOf(id)} is not there in this phase.`);
    if (target === undefined) return refuse(`${scene.nameOf(to)} is not there in this phase.`);
    const reason = findRefusal(estate, node, target);
    if (reason !== null) return refuse(reason);
    const step = toStep(scene, estate, toDrop(node, target, phase), preview.done + 1);
    findAdded(scene, step, added, { held: preview.held, isLast: nodes.length === 1 });
    estate = step.estate;
  }
  if (nodes.length > 1) added.settle(scene, estate);
  const { errors, warnings } = added.counts();
  return {
    verdict: errors > 0 ? 'breaks' : warnings > 0 ? 'warns' : 'fits',
    errors,
    warnings,
    get sentences() {
      return added.sentences(scene);
    },
    reason: null,
  };
}

function asList(nodes: NodeId | readonly NodeId[]): readonly NodeId[] {
  return typeof nodes === 'string' ? [nodes] : nodes;
}

/**
 * What dropping one node or several on a target would add to the findings, at the end of a phase (`null`: after the last
 * one), by the same rules as the report. A server on a server is a merge, everything else a move. What holds already,
 * or would show only in a later phase, is not counted. Refused with a reason when the drop has no meaning.
 */
export function previewMove(
  plan: Plan,
  nodes: NodeId | readonly NodeId[],
  target: NodeId,
  phase: PhaseId | null,
): DropVerdict {
  return previewOn(toPreview(plan, asList(nodes), phase), asList(nodes), target);
}

/**
 * `previewMove` for targets that are asked one after the other while something is being dragged: the state before the
 * drop is looked up once for all of them.
 */
export function toDropPreview(
  plan: Plan,
  nodes: NodeId | readonly NodeId[],
  phase: PhaseId | null,
): (target: NodeId) => DropVerdict {
  const preview = toPreview(plan, asList(nodes), phase);
  return (target) => previewOn(preview, asList(nodes), target);
}

/** `previewMove` for many targets at once. */
export function previewTargets(
  plan: Plan,
  nodes: NodeId | readonly NodeId[],
  targets: Iterable<NodeId>,
  phase: PhaseId | null,
): ReadonlyMap<NodeId, DropVerdict> {
  const verdictOn = toDropPreview(plan, nodes, phase);
  return new Map([...targets].map((target) => [target, verdictOn(target)]));
}
