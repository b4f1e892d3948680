import { useMemo } from 'react';
import type { Plan } from '#core/model/plan.ts';
import { toMeasureRows } from '#core/planning/scenarios/compare-measures.ts';
import { useMeasures } from '#stores/use-planning.ts';
import { compareText as text } from '#text/compare.ts';
import styles from './CompareDialog.module.css';

/** Both plans in numbers: what stands at the end, what it costs, how long and how risky the way is. */
export function Figures({ here, there }: { readonly here: Plan; readonly there: Plan }) {
  const plans = useMemo(() => [here, there], [here, there]);
  const [own, other] = useMeasures(plans);
  if (own === undefined || other === undefined) return <p className={styles['count']}>{text.measuring}</p>;
  const values = new Map(toMeasureRows(other));
  return (
    <table className={styles['figures']} aria-label={text.numbers}>
      <thead>
        <tr>
          <th scope="col">{text.numbers}</th>
          <th scope="col">{text.there}</th>
          <th scope="col">{text.here}</th>
        </tr>
      </thead>
      <tbody>
        {toMeasureRows(own).map(([name, value]) => (
          <tr key={name} data-changed={values.get(name) !== value || undefined}>
            <th scope="row">{name}</th>
            <td>{values.get(name)}</td>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
