import { useMemo, useState } from 'react';
import { toDifferenceLines } from '#core/exporters/difference/difference-text.ts';
import { toPlanDifferences } from '#core/exporters/difference/difference-words.ts';
import type { Plan } from '#core/model/plan.ts';
import { choosePlanToCompare, findEarlierPlan } from '#stores/compare-plans.ts';
import { showProblem, showToast } from '#stores/toast-store.ts';
import { usePlan, useWorkspace } from '#stores/use-workspace.ts';
import { closePanel } from '#stores/view-store.ts';
import { compareText as text } from '#text/compare.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './CompareDialog.module.css';

/** How many earlier states are offered, the latest first. */
const mostStates = 50;

async function copy(lines: readonly string[]): Promise<void> {
  try {
    await navigator.clipboard.writeText(`${lines.join('\n')}\n`);
    showToast(text.copied);
  } catch {
    showProblem(text.copyFailed);
  }
}

/** How the open plan differs from a file or from an earlier state of itself, in words. */
export function CompareDialog() {
  const plan = usePlan();
  const done = useWorkspace((state) => state.history.done);
  const [file, setFile] = useState<{ readonly name: string; readonly plan: Plan } | null>(null);
  const first = done.length === 0 ? null : String(done.length - 1);
  const [chosen, setChosen] = useState<string | null>(first);
  const states = done
    .map((entry, index) => ({ value: String(index), label: text.before(entry.label) }))
    .toReversed()
    .slice(0, mostStates);
  const other = useMemo(() => {
    if (chosen === 'file') return file?.plan ?? null;
    return chosen === null ? null : findEarlierPlan(plan, done, Number(chosen));
  }, [chosen, file, plan, done]);
  const lines = useMemo(
    () => (other === null ? [] : toDifferenceLines(toPlanDifferences(other, plan))),
    [other, plan],
  );
  const choose = async (): Promise<void> => {
    const found = await choosePlanToCompare();
    if (found === null) return;
    setFile(found);
    setChosen('file');
  };
  return (
    <Dialog
      title={text.title}
      isWide
      isOpen
      onClose={closePanel}
      actions={
        <>
          <Button icon="copy" isDisabled={lines.length === 0} onPress={() => void copy(lines)}>
            {text.copy}
          </Button>
          <Button variant="primary" onPress={closePanel}>
            {text.close}
          </Button>
        </>
      }
    >
      <div className={styles['choices']}>
        <Select
          label={text.with}
          value={chosen}
          onChange={setChosen}
          options={[
            ...(file === null ? [] : [{ value: 'file', label: text.fileName(file.name) }]),
            ...states,
          ]}
        />
        <Button icon="folder-open" onPress={() => void choose()}>
          {text.file}
        </Button>
      </div>
      <p className={styles['count']} role="status">
        {other === null ? text.beginning : lines.length === 0 ? text.same : text.differences(lines.length)}
      </p>
      {lines.length > 0 && (
        <ul className={styles['lines']} aria-label={text.list}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
