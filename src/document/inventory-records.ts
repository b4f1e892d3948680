import { dependencyTypes } from '#core/model/dependency.ts';
import { nodeKinds } from '#core/model/node.ts';
import {
  anyId,
  evidenceList,
  flag,
  idOf,
  numberOrNull,
  resources,
  textList,
  textOrNull,
  words,
} from './fields.ts';
import { z } from './zod.ts';

/** What billing periods a cost can be stated for. */
export const costPeriods = ['hour', 'day', 'month', 'year'] as const;

/** A node as in the plan file. */
export const nodeSchema = z.looseObject({
  id: idOf('nd'),
  kind: z.enum(nodeKinds),
  type: textOrNull,
  name: words,
  aliases: textList,
  parent: idOf('nd').nullable().default(null),
  count: z.number().nullable().default(1),
  order: textOrNull,
  environment: textOrNull,
  status: z.enum(['active', 'dormant', 'unknown', 'planned']).default('active'),
  os: textOrNull,
  addresses: textList,
  domains: textList,
  tags: textList,
  notes: words,
  capacity: resources.prefault({}),
  usage: resources.prefault({}),
  cost: z
    .looseObject({ amount: numberOrNull, currency: textOrNull, per: z.enum(costPeriods).default('month') })
    .prefault({}),
  jurisdiction: textOrNull,
  data: textList,
  redundancy: z
    .looseObject({ group: words, needs: z.number().default(1) })
    .nullable()
    .default(null),
  conflicts: z
    .array(
      z.looseObject({
        field: words,
        values: z
          .array(z.looseObject({ value: z.unknown().default(null), evidence: evidenceList }))
          .default([]),
      }),
    )
    .default([]),
  evidence: evidenceList,
});

/** A dependency as in the plan file. */
export const dependencySchema = z.looseObject({
  id: idOf('dp'),
  from: idOf('nd'),
  to: idOf('nd'),
  type: z.enum(dependencyTypes),
  protocol: textOrNull,
  port: numberOrNull,
  encrypted: z.boolean().nullable().default(null),
  latencyMs: numberOrNull,
  maxLatencyMs: numberOrNull,
  evidence: evidenceList,
});

/** A party as in the plan file. */
export const partySchema = z.looseObject({
  id: idOf('pa'),
  name: words,
  kind: z.enum(['team', 'person', 'role', 'vendor']).default('team'),
  contacts: textList,
  evidence: evidenceList,
});

/** A duty as in the plan file. */
export const dutySchema = z.looseObject({
  id: idOf('du'),
  area: words,
  subject: idOf('nd').nullable().default(null),
  environment: textOrNull,
  party: idOf('pa').nullable().default(null),
  role: z.enum(['accountable', 'responsible', 'consulted', 'informed']).default('accountable'),
  joint: flag,
  access: z.enum(['none', 'supervised', 'shell', 'root']).nullable().default(null),
  evidence: evidenceList,
});

/** A question as in the plan file. */
export const questionSchema = z.looseObject({
  id: idOf('qu'),
  text: words,
  about: z.array(anyId).default([]),
  blocking: flag,
  status: z.enum(['open', 'answered']).default('open'),
  answer: textOrNull,
  answeredBy: textOrNull,
  evidence: evidenceList,
});

/** A source as in the plan file. */
export const sourceSchema = z.looseObject({
  id: idOf('so'),
  name: words,
  format: words,
  sha256: words,
  text: textOrNull,
  totals: z
    .array(
      z.looseObject({
        text: words,
        kind: words,
        stated: z.number().default(0),
        found: z.number().default(0),
        line: z.number().default(1),
      }),
    )
    .default([]),
  secrets: z.array(z.looseObject({ line: z.number().default(1), kind: words })).default([]),
  base: z.record(z.string(), z.unknown()).default({}),
  decisions: z.array(z.unknown()).default([]),
  pending: z.array(z.unknown()).default([]),
});
