import { useMemo, useState } from 'react';
import type { InventoryNode } from '#core/model/node.ts';
import { findEditsOf } from '#core/projections/node-history.ts';
import { goToEdit } from '#stores/run-commands.ts';
import { usePlan, useWorkspace } from '#stores/use-workspace.ts';
import { openPanel } from '#stores/view-store.ts';
import { historyText as text } from '#text/history.ts';
import { Button } from '#ui/Button.tsx';
import { EditList } from '#ui/EditList.tsx';
import styles from './Inspector.module.css';

const few = 5;

/** Which edits had to do with a node; a press goes back to right after one, or forward to it. */
export function HistorySection({ node }: { readonly node: InventoryNode }) {
  const plan = usePlan();
  const { done, undone } = useWorkspace((state) => state.history);
  const [isWhole, setWhole] = useState(false);
  const edits = useMemo(() => {
    const entries = [...done, ...undone.toReversed()];
    const found = findEditsOf(
      plan,
      entries.map((entry) => entry.diff),
      node.id,
    );
    return found.map((index) => ({ after: index + 1, label: entries[index]?.label ?? '' })).toReversed();
  }, [plan, done, undone, node.id]);
  const now = done.length;
  const shown = isWhole ? edits : edits.slice(0, few);
  return (
    <section className={styles['section']} aria-label={text.ofNode}>
      <h3>
        {text.ofNode} <span>{edits.length}</span>
      </h3>
      {edits.length === 0 && <p className={styles['note']}>{text.noneOfNode}</p>}
      <EditList
        label={text.list}
        items={shown.map(({ after, label }) => ({
          key: after,
          label,
          isUndone: after > now,
          isNow: after === now,
          action:
            after === now ? text.isNow(label) : after > now ? text.forwardTo(label) : text.backTo(label),
          note: after === now ? text.now : after > now ? text.undone : undefined,
          onPress: () => goToEdit(after),
        }))}
      />
      <div className={styles['buttons']}>
        {edits.length > shown.length && (
          <Button size="small" variant="quiet" onPress={() => setWhole(true)}>
            {text.more(edits.length - shown.length)}
          </Button>
        )}
        <Button size="small" variant="quiet" onPress={() => openPanel('history', [])}>
          {text.all}
        </Button>
      </div>
    </section>
  );
}
