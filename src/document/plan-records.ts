import { calendarKinds } from '#core/model/calendar-entry.ts';
import { dependencyTypes } from '#core/model/dependency.ts';
import { dispositionKinds } from '#core/model/disposition.ts';
import { ruleKinds } from '#core/model/rule.ts';
import { condition, evidenceList, flag, idOf, numberOrNull, resources, textOrNull, words } from './fields.ts';
import { nodeSchema } from './inventory-records.ts';
import { z } from './zod.ts';

/** A disposition as in the plan file. */
export const dispositionSchema = z.looseObject({
  id: idOf('di'),
  node: idOf('nd'),
  disposition: z.enum(dispositionKinds),
  agreed: flag,
  agreedBy: textOrNull,
  why: words,
  conditions: z.array(condition).default([]),
  evidence: evidenceList,
});

/** A phase as in the plan file. */
export const phaseSchema = z.looseObject({
  id: idOf('ph'),
  name: words,
  order: words,
  start: textOrNull,
  end: textOrNull,
  gate: textOrNull,
  owner: idOf('pa').nullable().default(null),
});

const changeTail = {
  phase: idOf('ph').nullable().default(null),
  order: words,
  after: z.array(idOf('ch')).default([]),
  conditions: z.array(condition).default([]),
  start: textOrNull,
  end: textOrNull,
  durationDays: numberOrNull,
  notes: words,
};
const nodeOrNull = idOf('nd').nullable().default(null);

/** One schema for each kind of change, by kind. */
export const changeSchemas = {
  move: z.looseObject({
    id: idOf('ch'),
    kind: z.literal('move'),
    node: idOf('nd'),
    to: nodeOrNull,
    ...changeTail,
  }),
  merge: z.looseObject({
    id: idOf('ch'),
    kind: z.literal('merge'),
    node: idOf('nd'),
    into: idOf('nd'),
    ...changeTail,
  }),
  remove: z.looseObject({ id: idOf('ch'), kind: z.literal('remove'), node: idOf('nd'), ...changeTail }),
  add: z.looseObject({
    id: idOf('ch'),
    kind: z.literal('add'),
    node: nodeSchema,
    to: nodeOrNull,
    ...changeTail,
  }),
  resize: z.looseObject({
    id: idOf('ch'),
    kind: z.literal('resize'),
    node: idOf('nd'),
    capacity: resources.prefault({}),
    ...changeTail,
  }),
  rewire: z.looseObject({
    id: idOf('ch'),
    kind: z.literal('rewire'),
    dependency: idOf('dp'),
    from: idOf('nd').exactOptional(),
    to: idOf('nd').nullable().exactOptional(),
    type: z.enum(dependencyTypes).exactOptional(),
    protocol: z.string().nullable().exactOptional(),
    port: z.number().nullable().exactOptional(),
    encrypted: z.boolean().nullable().exactOptional(),
    ...changeTail,
  }),
  'hand-over': z.looseObject({
    id: idOf('ch'),
    kind: z.literal('hand-over'),
    handover: idOf('ho'),
    ...changeTail,
  }),
};

/** A change as in the plan file: a union by `kind`. */
export const changeSchema = z.discriminatedUnion('kind', [
  changeSchemas.move,
  changeSchemas.merge,
  changeSchemas.remove,
  changeSchemas.add,
  changeSchemas.resize,
  changeSchemas.rewire,
  changeSchemas['hand-over'],
]);

/** A hand-over as in the plan file. */
export const handOverSchema = z.looseObject({
  id: idOf('ho'),
  area: words,
  subject: nodeOrNull,
  from: idOf('pa').nullable().default(null),
  to: idOf('pa'),
  phase: idOf('ph').nullable().default(null),
  status: z.enum(['proposed', 'offered', 'accepted']).default('proposed'),
  acceptedBy: textOrNull,
  evidence: textOrNull,
});

/** A task as in the plan file; `on` is a change, a phase or a hand-over. */
export const taskSchema = z.looseObject({
  id: idOf('ta'),
  on: z.union([idOf('ch'), idOf('ph'), idOf('ho')]),
  text: words,
  owner: idOf('pa').nullable().default(null),
  due: textOrNull,
  done: flag,
  evidence: textOrNull,
  order: words,
});

/** A rule as in the plan file. */
export const ruleSchema = z.looseObject({
  id: idOf('ru'),
  kind: z.enum(ruleKinds),
  nodes: z.array(idOf('nd')).default([]),
  value: z.unknown().default(null),
});

/** An entry of the calendar as in the plan file. */
export const calendarSchema = z.looseObject({
  id: idOf('ca'),
  kind: z.enum(calendarKinds),
  name: words,
  start: textOrNull,
  end: textOrNull,
  nodes: z.array(idOf('nd')).exactOptional(),
  weekdays: z.array(z.number()).exactOptional(),
  days: z.number().exactOptional(),
  party: idOf('pa').exactOptional(),
  people: z.number().exactOptional(),
  megabits: z.number().exactOptional(),
});

/** An accepted finding as in the plan file. */
export const acceptedSchema = z.looseObject({
  id: idOf('ac'),
  finding: words,
  rule: words,
  nodes: z.array(idOf('nd')).default([]),
  facts: words,
  why: words,
  by: words,
});

/** A place on the map as in the plan file. */
export const layoutSchema = z.looseObject({
  id: idOf('nd'),
  x: z.number().default(0),
  y: z.number().default(0),
});
