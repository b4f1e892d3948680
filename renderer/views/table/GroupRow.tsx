import type { TableGroup } from '#core/projections/table-columns.ts';
import type { TableGroupHead } from '#core/projections/table-entries.ts';
import { toggleGroup } from '#stores/table-store.ts';
import { tableText as text } from '#text/table.ts';
import { Icon } from '#ui/Icon.tsx';
import styles from './InventoryRow.module.css';

/** The head of a group: its value, how many rows it has and what they add up to; a press folds them away. */
export function GroupRow({
  head,
  column,
  index,
  top,
  span,
}: {
  readonly head: TableGroupHead;
  readonly column: TableGroup;
  readonly index: number;
  readonly top: number;
  readonly span: number;
}) {
  const words = head.value === null ? text.unknownOf(column) : text.value(column, head.value);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles['group']}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span role="gridcell" aria-colspan={span}>
        <button
          type="button"
          aria-expanded={head.isOpen}
          aria-label={text.groupHead(words, head.count)}
          onClick={() => toggleGroup(head.key)}
        >
          <Icon name={head.isOpen ? 'chevron-down' : 'chevron-right'} size={12} />
          <bdi>{words}</bdi>
        </button>
        <small>{head.count}</small>
        <small>{text.sizes(head.sums.vcpu, head.sums.memory, head.sums.disk)}</small>
      </span>
    </div>
  );
}
