import { collectionNames, toTableOf, type Plan } from '#core/model/plan.ts';
import { toNewestFormat } from './migrations.ts';
import { sectionOf } from './records.ts';

/**
 * A plan as data in the form of a plan file, for places where nobody compares texts: its records as they are, in no order, made in no
 * time. `readPlanData` reads it; `toPlanFileText` makes the one text for people and for version control.
 */
export function toPlanData(plan: Plan): Readonly<Record<string, unknown>> {
  const sections: Record<'' | 'inventory' | 'plan', Record<string, unknown>> = {
    '': { ...plan.extra[''] },
    inventory: { ...plan.extra['inventory'] },
    plan: { ...plan.extra['plan'] },
  };
  for (const name of collectionNames) sections[sectionOf[name]][name] = [...toTableOf(plan, name)];
  const { '': top, ...inner } = sections;
  const { id, name, revision } = plan;
  return { format: `rehome/${toNewestFormat()}`, id, name, revision, ...top, ...inner };
}
