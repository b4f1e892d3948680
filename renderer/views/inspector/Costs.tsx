import { useMemo } from 'react';
import type { Plan } from '#core/model/plan.ts';
import { toDaysCost, toPlanCosts, type CostSum, type PhaseCost } from '#core/planning/cost/plan-costs.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { costsText as text } from '#text/costs.ts';
import styles from './Costs.module.css';

const mostNames = 3;

function Sum({ sum }: { readonly sum: CostSum }) {
  return (
    <dd>
      {sum.amounts.length === 0 && <span>{text.nothingKnown}</span>}
      {sum.amounts.map(({ amount, currency }) => (
        <span key={currency}>{text.amount(amount, currency)}</span>
      ))}
      {sum.unknown.length > 0 && (
        <span className={styles['unknown']}>{text.unknown(sum.unknown.length)}</span>
      )}
    </dd>
  );
}

/** What makes a phase dearer than its two ends: its days, and what runs twice. */
function toNotes(plan: Plan, cost: PhaseCost): readonly string[] {
  const amounts = cost.days === null ? [] : toDaysCost(cost.during, cost.days);
  const sum = amounts.map(({ amount, currency }) => text.amount(amount, currency)).join(', ');
  const names = cost.doubled.flatMap((id) => plan.nodes.get(id)?.name ?? []);
  const shown = names.length > mostNames ? [...names.slice(0, mostNames), '…'] : names;
  return [
    ...(sum === '' || cost.days === null ? [] : [text.inAll(sum, cost.days)]),
    ...(shown.length === 0 ? [] : [text.doubled(shown)]),
  ];
}

function Phase({ plan, cost }: { readonly plan: Plan; readonly cost: PhaseCost }) {
  const name = cost.phase === 'end' ? text.noPhase : (plan.phases.get(cost.phase)?.name ?? '');
  return (
    <>
      <div>
        <dt>
          {text.during(name)}
          {toNotes(plan, cost).map((note) => (
            <span key={note} className={styles['note']}>
              {note}
            </span>
          ))}
        </dt>
        <Sum sum={cost.during} />
      </div>
      <div>
        <dt>{text.after(name)}</dt>
        <Sum sum={cost.after} />
      </div>
    </>
  );
}

/** What the estate costs a month: today, while each phase goes on (old and new run side by side), and after it. */
export function Costs() {
  const plan = usePlan();
  const costs = useMemo(() => toPlanCosts(plan), [plan]);
  const sums = [costs.now, ...costs.phases.flatMap((phase) => [phase.during, phase.after])];
  if (sums.every((sum) => sum.amounts.length === 0)) return <p className={styles['none']}>{text.none}</p>;
  return (
    <dl className={styles['costs']} aria-label={text.title}>
      <div>
        <dt>{text.today}</dt>
        <Sum sum={costs.now} />
      </div>
      {costs.phases.map((cost) => (
        <Phase key={cost.phase} plan={plan} cost={cost} />
      ))}
    </dl>
  );
}
