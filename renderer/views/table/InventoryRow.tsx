import type { Plan } from '#core/model/plan.ts';
import type { Resources } from '#core/model/node.ts';
import type { NodeFate } from '#core/projections/placement-marks.ts';
import type { TableRow } from '#core/projections/table-rows.ts';
import { runCommands } from '#stores/run-commands.ts';
import { tableText as text } from '#text/table.ts';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Mark } from '#ui/Mark.tsx';
import { NodeName } from '#ui/NodeName.tsx';
import { NumberCell } from './NumberCell.tsx';
import styles from './TableView.module.css';

function describe(plan: Plan, fate: NodeFate): string {
  const target = plan.nodes.get(fate.target)?.name;
  const phase = plan.phases.get(fate.change?.phase ?? null)?.name;
  const condition = fate.disposition?.conditions.find((each) => !each.met)?.text;
  const where = target === undefined ? null : fate.kind === 'merge' ? text.into(target) : text.to(target);
  return [where, phase, condition].filter((part) => part !== null && part !== undefined).join(' · ');
}

function Fate({ plan, row }: { readonly plan: Plan; readonly row: TableRow }) {
  const { fate } = row;
  if (fate === null || fate.kind === 'stays')
    return <span className={styles['quiet']}>{text.fates.stays}</span>;
  return (
    <>
      <Mark
        kind={fate.kind === 'candidate' ? 'remove' : fate.kind}
        isAgreed={fate.kind !== 'candidate' && (fate.kind !== 'remove' || row.isGone)}
      />
      <span>{text.fates[fate.kind]}</span>
      <span className={styles['faint']}>{describe(plan, fate)}</span>
    </>
  );
}

function saveSize(row: TableRow, dimension: keyof Resources, value: number | null): void {
  runCommands([{ command: 'edit-node', node: row.id, capacity: { [dimension]: value } }]);
}

function Unknown({ children }: { readonly children: string }) {
  return <span className={styles['unknown']}>{children}</span>;
}

/** One row of the table. Sizes are edited where they stand; everything else through the inspector. */
export function InventoryRow({
  row,
  plan,
  index,
  top,
  isSelected,
  onToggle,
  onSelect,
}: {
  readonly row: TableRow;
  readonly plan: Plan;
  readonly index: number;
  readonly top: number;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
  readonly onSelect: () => void;
}) {
  const { node } = row;
  const size = (dimension: keyof Resources, label: string, unit: string, perUnit: number) => (
    <NumberCell
      label={text.edit(label, node.name)}
      value={node.capacity[dimension]}
      unit={unit}
      perUnit={perUnit}
      isReadOnly={row.isGone}
      onSave={(value) => saveSize(row, dimension, value)}
    />
  );
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={styles['row']}
      data-gone={row.isGone}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="cell" className={styles['check']}>
        <Checkbox label={text.selectRow(node.name)} isSelected={isSelected} onChange={onToggle} />
      </span>
      <span role="cell" data-column="name">
        <button type="button" className={styles['name']} onClick={onSelect}>
          <NodeName name={node.name} />
        </button>
      </span>
      <span role="cell" data-column="place">
        {row.place === null ? <Unknown>{text.notKnown}</Unknown> : <bdi>{row.place}</bdi>}
      </span>
      <span role="cell" data-column="fate">
        <Fate plan={plan} row={row} />
      </span>
      <span role="cell" data-column="runs" title={row.runs.join(', ')}>
        {[...row.runs, ...node.domains].join(', ')}
      </span>
      <span role="cell" data-column="vcpu" data-numeric="true">
        {size('vcpu', text.columns.vcpu, '', 1)}
      </span>
      <span role="cell" data-column="memory" data-numeric="true">
        {size('memoryMiB', text.columns.memory, 'GB', 1024)}
      </span>
      <span role="cell" data-column="disk" data-numeric="true">
        {size('diskGiB', text.columns.disk, 'GB', 1)}
      </span>
      <span role="cell" data-column="neededBy" data-numeric="true" data-zero={row.neededBy === 0}>
        {row.neededBy}
      </span>
      <span role="cell" data-column="questions" data-numeric="true" data-zero={row.questions === 0}>
        {row.questions}
      </span>
      <span role="cell" data-column="owner">
        {row.owner === null ? <Unknown>{text.nobody}</Unknown> : <bdi>{row.owner}</bdi>}
      </span>
      <span role="cell" data-column="source">
        <code>{row.source ?? ''}</code>
      </span>
    </div>
  );
}
