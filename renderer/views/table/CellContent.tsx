import { findKnownNode } from '#core/graph/known-nodes.ts';
import type { Plan } from '#core/model/plan.ts';
import { numericColumns, type TableColumn } from '#core/projections/table-columns.ts';
import { toCellValue, type TableRow } from '#core/projections/table-rows.ts';
import { tableText as text } from '#text/table.ts';
import { Chip, type ChipTone } from '#ui/Chip.tsx';
import type { IconName } from '#ui/icons.ts';
import { NodeName } from '#ui/NodeName.tsx';
import { toCellWords } from './cell-words.ts';
import styles from './InventoryRow.module.css';

const chips: Readonly<Record<string, readonly [tone: ChipTone, icon: IconName]>> = {
  move: ['move', 'arrow-right'],
  merge: ['merge', 'git-merge'],
  remove: ['remove', 'minus'],
  candidate: ['candidate', 'minus'],
  add: ['add', 'plus'],
  resize: ['retain', 'sliders-horizontal'],
};

function toDetails(plan: Plan, { fate, phase }: TableRow): string {
  // A target may be planned only.
  const target = findKnownNode(plan, fate?.target ?? null)?.name;
  const condition = fate?.disposition?.conditions.find((each) => !each.met)?.text;
  const where = target === undefined ? null : fate?.kind === 'merge' ? text.into(target) : text.to(target);
  return [where, phase, condition].filter((part) => part !== null && part !== undefined).join(' · ');
}

function Fate({ plan, row }: { readonly plan: Plan; readonly row: TableRow }) {
  const kind = row.fate?.kind ?? 'stays';
  const chip = chips[kind];
  if (chip === undefined) return <span className={styles['quiet']}>{text.value('fate', kind)}</span>;
  const isFramed = kind === 'remove' && row.fate?.disposition?.agreed !== true && !row.isGone;
  const details = toDetails(plan, row);
  return (
    <>
      <Chip tone={isFramed ? 'candidate' : chip[0]} icon={chip[1]}>
        {text.value('fate', kind)}
      </Chip>
      {details !== '' && (
        <span className={styles['faint']} title={details}>
          {details}
        </span>
      )}
    </>
  );
}

function Unknown({ children }: { readonly children: string }) {
  return <span className={styles['unknown']}>{children}</span>;
}

/** What a cell shows while it is not written. */
export function CellContent({
  plan,
  row,
  column,
  onSelect,
}: {
  readonly plan: Plan;
  readonly row: TableRow;
  readonly column: TableColumn;
  readonly onSelect: () => void;
}) {
  const value = toCellValue(row, column);
  if (column === 'name') {
    return (
      <button type="button" tabIndex={-1} className={styles['name']} onClick={onSelect}>
        <NodeName name={row.node.name} isMono={row.node.kind === 'server' || row.node.kind === 'host'} />
      </button>
    );
  }
  if (column === 'fate') return <Fate plan={plan} row={row} />;
  if (column === 'questions' && row.questions > 0) {
    return (
      <Chip tone={row.isBlocked ? 'error' : 'info'} icon="question">
        {row.questions}
      </Chip>
    );
  }
  if (value === null) {
    if (numericColumns.has(column)) return <Unknown>?</Unknown>;
    const isExpected = column === 'owner' || column === 'place';
    return isExpected ? <Unknown>{text.unknownOf(column)}</Unknown> : null;
  }
  if (column === 'source') return <code>{value}</code>;
  if (column === 'memory' || column === 'disk') {
    return (
      <>
        {value}
        <small>GB</small>
      </>
    );
  }
  const words = column === 'runs' ? [...row.runs, ...row.node.domains].join(', ') : toCellWords(row, column);
  return <bdi title={typeof value === 'number' ? undefined : words}>{words}</bdi>;
}
