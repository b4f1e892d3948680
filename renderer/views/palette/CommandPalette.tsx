import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { readRecentActions, useRecentActions } from '#stores/recent-actions.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { closePanel, useView } from '#stores/view-store.ts';
import { paletteText as text } from '#text/palette.ts';
import { Chip } from '#ui/Chip.tsx';
import { Overlay } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Icon } from '#ui/Icon.tsx';
import { Hits } from './Hits.tsx';
import { toPaletteEntries } from './palette-entries.ts';
import type { PaletteEntry } from './palette-entry.ts';
import styles from './CommandPalette.module.css';

function useSelectedWords(): { readonly chip: string | null; readonly group: string } {
  const plan = usePlan();
  const ids = useView((view) => view.panel?.nodes ?? view.selection);
  if (ids.length === 0) return { chip: null, group: '' };
  const [first] = ids;
  const name = first === undefined ? '' : (plan.nodes.get(first)?.name ?? '');
  if (ids.length === 1) return { chip: name, group: text.on(name) };
  return { chip: text.onMany(ids.length), group: text.onMany(ids.length) };
}

function Line({
  entry,
  id,
  isActive,
  onRun,
  onActive,
}: {
  readonly entry: PaletteEntry;
  readonly id: string;
  readonly isActive: boolean;
  readonly onRun: () => void;
  readonly onActive: () => void;
}) {
  return (
    // The field keeps the focus and says which line is active (aria-activedescendant), so a line has no key handler of its own.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-disabled={entry.why !== null}
      className={styles['line']}
      onClick={onRun}
      onPointerMove={onActive}
    >
      <Icon name={entry.icon} />
      <span className={styles['title']}>
        <Hits text={entry.title} hit={entry.hit} />
      </span>
      <span className={styles['hint']}>{entry.hint}</span>
      {entry.keyCap !== null && <kbd aria-hidden="true">{entry.keyCap}</kbd>}
    </div>
  );
}

/** Finds and runs anything by name. */
export function CommandPalette() {
  const plan = usePlan();
  const id = useId();
  const selected = useSelectedWords();
  const recent = useRecentActions();
  useEffect(() => void readRecentActions(), []);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const deferred = useDeferredValue(query);
  const entries = useMemo(
    () => toPaletteEntries(plan, deferred, selected.group, recent),
    [plan, deferred, selected.group, recent],
  );
  const at = Math.min(active, entries.length - 1);
  const run = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined || entry.why !== null) return;
    closePanel();
    entry.run();
  };
  const go = (to: number): void => {
    setActive(to);
    list.current?.querySelector(`#${CSS.escape(`${id}-${to}`)}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') go(Math.min(entries.length - 1, at + 1));
    else if (event.key === 'ArrowUp') go(Math.max(0, at - 1));
    else if (event.key === 'Enter') run(entries[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Overlay label={text.label} isOpen onClose={closePanel}>
      <div className={styles['head']}>
        {selected.chip !== null && (
          <Chip tone="accent" className={styles['chip']}>
            {selected.chip}
          </Chip>
        )}
        <input
          className={styles['field']}
          role="combobox"
          aria-label={text.field}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={entries.length === 0 ? undefined : `${id}-${at}`}
          placeholder={text.placeholder}
          value={query}
          // The palette is opened to type in it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKey}
        />
        <kbd aria-hidden="true">Esc</kbd>
      </div>
      <div className={styles['list']} id={`${id}-list`} role="listbox" aria-label={text.label} ref={list}>
        {entries.length === 0 && <EmptyState icon="search" title={text.nothing(query)} />}
        {entries.map((entry, index) => (
          <div key={`${entry.group} ${entry.id}`} role="presentation">
            {entries[index - 1]?.group !== entry.group && (
              <p className={styles['group']} role="presentation">
                {entry.group}
              </p>
            )}
            <Line
              id={`${id}-${index}`}
              entry={entry}
              isActive={index === at}
              onRun={() => run(entry)}
              onActive={() => setActive(index)}
            />
          </div>
        ))}
      </div>
      <div className={styles['foot']} aria-hidden="true">
        <span>
          <kbd>↑</kbd>
          <kbd>↓</kbd>
          {text.choose}
        </span>
        <span>
          <kbd>↵</kbd>
          {text.run}
        </span>
        <span className={styles['count']}>{entries.length}</span>
      </div>
    </Overlay>
  );
}
