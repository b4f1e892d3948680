import { useMemo } from 'react';
import type { Plan } from '#core/model/plan.ts';
import type { MeasureRow } from '#core/planning/scenarios/compare-scenarios.ts';
import { useComparison } from '#stores/use-planning.ts';
import { compareText as text } from '#text/compare.ts';
import styles from './CompareDialog.module.css';

/** Figures of plans side by side; those in which they differ stand out. */
export function FigureTable({
  names,
  rows,
}: {
  readonly names: readonly { readonly key: string; readonly name: string }[];
  readonly rows: readonly MeasureRow[];
}) {
  return (
    <table className={styles['figures']} aria-label={text.numbers}>
      <thead>
        <tr>
          <th scope="col">{text.numbers}</th>
          {names.map(({ key, name }) => (
            <th key={key} scope="col">
              <bdi>{name}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, values, differs }) => (
          <tr key={name} data-changed={differs || undefined}>
            <th scope="row">{name}</th>
            {values.map((value, index) => (
              <td key={names[index]?.key ?? index}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Both plans in numbers: what stands at the end, what it costs, how long and how risky the way is. */
export function Figures({ here, there }: { readonly here: Plan; readonly there: Plan }) {
  const plans = useMemo(() => [there, here], [here, there]);
  const compared = useComparison(plans);
  if (compared === null) return <p className={styles['count']}>{text.measuring}</p>;
  return (
    <FigureTable
      names={[
        { key: 'there', name: text.there },
        { key: 'here', name: text.here },
      ]}
      rows={compared.rows}
    />
  );
}
