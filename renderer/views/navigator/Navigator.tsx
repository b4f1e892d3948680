import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { NodeId } from '#core/model/ids.ts';
import {
  findCloseName,
  toNavigatorTree,
  type NavigatorFilter,
  type NavigatorRow,
} from '#core/projections/navigator.ts';
import { countByKind } from '#core/projections/totals.ts';
import { runAction } from '#actions/actions.ts';
import { useEstateAtPoint } from '#stores/estate.ts';
import { usePlan, useReport } from '#stores/use-workspace.ts';
import { jumpTo, select, useView } from '#stores/view-store.ts';
import { navigatorText as text } from '#text/navigator.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { FilterChip } from '#ui/FilterChip.tsx';
import { SearchField } from '#ui/SearchField.tsx';
import { toOverscan } from '#ui/overscan.ts';
import { TreeRow } from './TreeRow.tsx';
import { useSearchKey } from './use-search-key.ts';
import styles from './Navigator.module.css';

const filters: readonly NavigatorFilter[] = ['all', 'changed', 'unknown'];
const rowHeight = 26;

function EmptyTree({
  query,
  onQuery,
  onAll,
}: {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onAll: () => void;
}) {
  const plan = usePlan();
  if (plan.nodes.size === 0) {
    return (
      <EmptyState
        icon="server"
        title={text.empty}
        next={text.emptyNext}
        action={<Button onPress={() => void runAction('import-inventory')}>{text.importInventory}</Button>}
      />
    );
  }
  if (query.trim() === '') {
    return (
      <EmptyState
        icon="list-filter"
        title={text.noneInFilter}
        action={<Button onPress={onAll}>{text.showAll}</Button>}
      />
    );
  }
  const close = findCloseName(plan.nodes, query);
  return (
    <EmptyState
      icon="search"
      title={text.noneFound(query)}
      {...(close === null
        ? {}
        : {
            next: text.didYouMean,
            action: (
              <Button size="small" onPress={() => onQuery(close)}>
                {close}
              </Button>
            ),
          })}
    />
  );
}

function Footer() {
  const plan = usePlan();
  const estate = useEstateAtPoint();
  const counts = useMemo(() => countByKind(estate.nodes), [estate]);
  return (
    <footer className={styles['foot']}>
      <span>{text.totals(counts.server, counts.service)}</span>
      <span>{text.sources(plan.sources.size)}</span>
    </footer>
  );
}

/** The inventory as a tree: search, filters, marks and counts. */
export function Navigator() {
  const plan = usePlan();
  const report = useReport();
  const point = useView((view) => view.point);
  const selection = useView((view) => view.selection);
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<NavigatorFilter>('all');
  const [toggled, setToggled] = useState<ReadonlySet<NodeId>>(new Set());
  const [focused, setFocused] = useState<NodeId | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const search = useSearchKey();
  const tree = useMemo(
    () => toNavigatorTree(plan, report, point, { query, filter, toggled }),
    [plan, report, point, query, filter, toggled],
  );
  const { rows } = tree;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.node.id ?? index,
    // The tree promises to have all; only very large estates are cut.
    overscan: toOverscan(rows.length, 3000),
  });
  const toggle = (id: NodeId): void => {
    const next = new Set(toggled);
    if (!next.delete(id)) next.add(id);
    setToggled(next);
  };
  const tabStop = rows.some((row) => row.node.id === focused) ? focused : (rows[0]?.node.id ?? null);
  const goTo = (index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    setFocused(row.node.id);
    virtual.scrollToIndex(index);
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(row.node.id)}"]`)?.focus();
    });
  };
  const onKey = (event: KeyboardEvent): void => {
    const at = rows.findIndex((row) => row.node.id === tabStop);
    const row = rows[at];
    if (row === undefined) return;
    if (event.key === 'ArrowDown') goTo(at + 1);
    else if (event.key === 'ArrowUp') goTo(at - 1);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(rows.length - 1);
    else if (event.key === 'ArrowRight') {
      if (row.hasChildren && !row.isOpen) toggle(row.node.id);
      else goTo(at + 1);
    } else if (event.key === 'ArrowLeft') {
      if (row.isOpen) toggle(row.node.id);
      else goTo(rows.findLastIndex((each, index) => index < at && each.level < row.level));
    } else if (event.key === 'Enter' || event.key === ' ') choose(row, event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  };
  const choose = (row: NavigatorRow, isAdding: boolean): void => {
    setFocused(row.node.id);
    const { id } = row.node;
    if (!isAdding) jumpTo(id);
    else select(selection.includes(id) ? selection.filter((each) => each !== id) : [...selection, id]);
  };
  return (
    <nav className={styles['navigator']} aria-label={text.label}>
      <div className={styles['head']}>
        <SearchField
          label={text.search}
          placeholder={text.searchShort}
          keyCap="/"
          value={query}
          onChange={setQuery}
          inputRef={search}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') goTo(0);
          }}
        />
        <div className={styles['filters']}>
          {filters.map((each) => (
            <FilterChip
              key={each}
              label={text.filters[each]}
              count={tree.counts[each]}
              isOn={filter === each}
              onPress={() => setFilter(each)}
            />
          ))}
        </div>
      </div>
      <div className={styles['scroller']} ref={scroller}>
        {rows.length === 0 ? (
          <EmptyTree query={query} onQuery={setQuery} onAll={() => setFilter('all')} />
        ) : (
          <div
            role="tree"
            tabIndex={-1}
            aria-label={text.tree}
            aria-multiselectable="true"
            className={styles['tree']}
            style={{ height: virtual.getTotalSize() }}
            onKeyDown={onKey}
          >
            {virtual.getVirtualItems().map((item) => {
              const row = rows[item.index];
              if (row === undefined) return null;
              return (
                <TreeRow
                  key={row.node.id}
                  row={row}
                  top={item.start}
                  isSelected={selection.includes(row.node.id)}
                  isTabStop={row.node.id === tabStop}
                  onToggle={() => toggle(row.node.id)}
                  onChoose={(isAdding) => choose(row, isAdding)}
                />
              );
            })}
          </div>
        )}
      </div>
      <Footer />
    </nav>
  );
}
