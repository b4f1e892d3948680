import { assertNever } from '#core/base/assert-never.ts';
import { fail, ok } from '#core/base/result.ts';
import type { Change } from '#core/model/change.ts';
import type { HandOver } from '#core/model/hand-over.ts';
import type { PartyId, PhaseId, TaskId } from '#core/model/ids.ts';
import type { Plan } from '#core/model/plan.ts';
import { toTask } from '#core/model/task.ts';
import { someText } from './arguments.ts';
import { builtInTemplates } from './built-in-templates.ts';
import { toDidYouMean } from './close-names.ts';
import { defineCommand } from './define-command.ts';
import { toChangeName, toDependencyWords, toPartyName, toPhaseName } from '#core/graph/entry-words.ts';
import { findKnownNode, toNodeName } from '#core/graph/known-nodes.ts';
import { toOrderAtEnd } from './order.ts';
import { refersTo } from './references.ts';
import { taskPlace } from './task-commands.ts';
import { fillIn, type TemplateOwner, type TemplateWords } from './templates.ts';

/** What a checklist is about: the words for its gaps, and the parties that its lines can be for. */
interface Setting {
  readonly words: TemplateWords;
  readonly name: string;
  readonly parties: Readonly<Record<Exclude<TemplateOwner, null>, PartyId | null>>;
}

function toPhaseWord(plan: Plan, phase: PhaseId | null): string {
  return phase === null ? 'this step' : toPhaseName(plan, phase);
}

function ofHandOver(plan: Plan, handOver: HandOver): Setting {
  const { area, subject, from, to, phase } = handOver;
  const words = {
    area,
    subject: subject === null ? 'everything' : toNodeName(plan, subject),
    from: from === null ? 'the old party' : toPartyName(plan, from),
    to: toPartyName(plan, to),
    phase: toPhaseWord(plan, phase),
  };
  const owner = plan.phases.get(phase)?.owner ?? null;
  return { words, name: `the hand-over of ${area}`, parties: { from, to, phase: owner } };
}

/** From where to where a change goes, in words. */
function toWay(plan: Plan, change: Change): Pick<TemplateWords, 'subject' | 'from' | 'to'> {
  switch (change.kind) {
    case 'move':
    case 'merge':
    case 'remove':
    case 'resize': {
      const parent = findKnownNode(plan, change.node)?.parent ?? null;
      const to = change.kind === 'move' ? change.to : change.kind === 'merge' ? change.into : null;
      return {
        subject: toNodeName(plan, change.node),
        from: parent === null ? 'its old place' : toNodeName(plan, parent),
        to: to === null ? 'its new place' : toNodeName(plan, to),
      };
    }
    case 'add': {
      const to = change.to === null ? 'its new place' : toNodeName(plan, change.to);
      return { subject: change.node.name, from: 'its old place', to };
    }
    case 'rewire': {
      const dependency = plan.dependencies.get(change.dependency);
      const subject = dependency === undefined ? change.dependency : toDependencyWords(plan, dependency);
      return { subject, from: 'its old end', to: 'its new end' };
    }
    case 'hand-over':
      return {};
    default:
      return assertNever(change);
  }
}

function ofChange(plan: Plan, change: Change): Setting {
  const handOver = change.kind === 'hand-over' ? plan.handovers.get(change.handover) : undefined;
  if (handOver !== undefined) return ofHandOver(plan, handOver);
  const owner = plan.phases.get(change.phase)?.owner ?? null;
  return {
    words: { ...toWay(plan, change), area: 'operation', phase: toPhaseWord(plan, change.phase) },
    name: `"${toChangeName(plan, change)}"`,
    parties: { from: null, to: null, phase: owner },
  };
}

/** A phase names nothing in particular: its lines speak of what it moves. */
function ofPhase(plan: Plan, id: PhaseId): Setting {
  const name = toPhaseName(plan, id);
  const words = {
    subject: `what ${name} moves`,
    from: 'its old place',
    to: 'its new place',
    area: 'operation',
    phase: name,
  };
  return { words, name, parties: { from: null, to: null, phase: plan.phases.get(id)?.owner ?? null } };
}

function toSetting(plan: Plan, on: string): Setting | undefined {
  const handOver = plan.handovers.get(on);
  if (handOver !== undefined) return ofHandOver(plan, handOver);
  const change = plan.changes.get(on);
  if (change !== undefined) return ofChange(plan, change);
  const phase = plan.phases.get(on);
  return phase === undefined ? undefined : ofPhase(plan, phase.id);
}

/** Makes the tasks of a checklist template, after those that are there, with names filled in. */
export const applyTemplate = defineCommand({
  name: 'apply-template',
  title: 'Add a checklist from a template',
  arguments: {
    template: someText,
    on: taskPlace,
    owner: refersTo('party').nullable().exactOptional(),
  },
  apply: ({ template: name, on, owner }, draft) => {
    const lower = name.toLowerCase();
    const template = builtInTemplates.find((each) => each.id === lower || each.title.toLowerCase() === lower);
    if (template === undefined) {
      const names = builtInTemplates.map(({ id }) => id);
      const near = toDidYouMean(name, names);
      const message = `there is no template "${name}".${near === '' ? ` There are ${names.join(', ')}.` : near}`;
      return fail({ argument: 'template', message });
    }
    const setting = toSetting(draft.plan, on);
    if (setting === undefined) return fail({ argument: 'on', message: 'is not there' });
    const made: TaskId[] = [];
    for (const line of template.lines) {
      const order = toOrderAtEnd(draft.plan.tasks.filter((row) => row.on === on));
      const id = draft.makeId('ta');
      const owns = owner === undefined && line.owner !== null ? setting.parties[line.owner] : (owner ?? null);
      const text = fillIn(line.text, setting.words);
      draft.put('tasks', toTask({ id, on, text, owner: owns, due: line.due, order }));
      made.push(id);
    }
    return ok({ label: `Add the checklist "${template.title}" to ${setting.name}`, made });
  },
});
