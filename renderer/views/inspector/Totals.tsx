import type { PlanTotals } from '#core/projections/inspector.ts';
import { costsText } from '#text/costs.ts';
import { inspectorText as text } from '#text/inspector.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Costs } from './Costs.tsx';
import styles from './Inspector.module.css';

/** More parties than this are in the duties view. */
const mostParties = 12;

/** What stands here while nothing is selected: the sums of the plan in the shown state. */
export function Totals({ totals }: { readonly totals: PlanTotals }) {
  const { nodes } = totals;
  const rows: [string, number][] = [
    [text.total.provider, nodes.provider],
    [text.total.site, nodes.site],
    [text.total.host, nodes.host],
    [text.total.server, nodes.server],
    [text.total.service, nodes.service],
    [text.total.dependencies, totals.dependencies],
    [text.total.phases, totals.phases],
    [text.total.changes, totals.changes],
    [text.total.openQuestions, totals.openQuestions],
    [text.total.blocking, totals.blockingQuestions],
    [text.total.sources, totals.sources],
  ];
  return (
    <>
      <div className={styles['nothing']}>
        <EmptyState icon="info" title={text.nothing} next={text.nothingNext} />
      </div>
      <div className={styles['section']}>
        <h3>{text.totals}</h3>
        <dl>
          {rows.map(([name, value]) => (
            <div key={name} className={styles['total']}>
              <dt>{name}</dt>
              <dd>{text.number(value)}</dd>
            </div>
          ))}
        </dl>
      </div>
      {totals.accountable.length > 0 && (
        <div className={styles['section']}>
          <h3>{text.parties}</h3>
          <dl>
            {totals.accountable.slice(0, mostParties).map(({ party, duties }) => (
              <div key={party ?? ''} className={styles['total']}>
                <dt>{party === null ? text.noParty : <bdi>{party}</bdi>}</dt>
                <dd>{text.number(duties)}</dd>
              </div>
            ))}
          </dl>
          <p className={styles['faint']}>{text.partiesNote}</p>
        </div>
      )}
      <div className={styles['section']}>
        <h3>{costsText.title}</h3>
        <Costs />
      </div>
    </>
  );
}
