import type { Plan } from '#core/model/plan.ts';
import type { AccessChange } from '#core/projections/access-changes.ts';
import { dutiesByPhaseText as text } from '#text/duties-by-phase.ts';
import styles from './DutiesByPhase.module.css';

/** What is to be granted and revoked, a sentence each; nothing where there is nothing. */
export function AccessLines({
  plan,
  changes,
  unknown = 0,
}: {
  readonly plan: Plan;
  readonly changes: readonly AccessChange[];
  readonly unknown?: number;
}) {
  if (changes.length === 0 && unknown === 0) return null;
  const placeOf = ({ node, environment }: AccessChange): string =>
    [plan.nodes.get(node)?.name, environment].filter((part) => (part ?? '') !== '').join(', ') ||
    text.everything;
  return (
    <section className={styles['lines']} aria-label={text.access}>
      <h4>{text.access}</h4>
      <ul>
        {changes.slice(0, 60).map((each) => (
          <li key={`${each.party} ${each.node} ${each.environment}`}>
            {text.accessOf(each, plan.parties.get(each.party)?.name ?? '?', placeOf(each))}
          </li>
        ))}
      </ul>
      {changes.length > 60 && <p>{text.more(changes.length - 60)}</p>}
      {unknown > 0 && <p>{text.unknownAccess(unknown)}</p>}
    </section>
  );
}
