import { useMemo } from 'react';
import type { ChosenMerge } from '#core/document/merge/merge-choices.ts';
import type { MergeSides } from '#core/document/merge/merge-types.ts';
import { toDifferenceGroups } from '#core/exporters/difference/difference-text.ts';
import { toPlanDifferences, type PlanDifference } from '#core/exporters/difference/difference-words.ts';
import { toRepairWords } from '#core/exporters/difference/merge-words.ts';
import { takeMerge } from '#stores/merge-copies.ts';
import { useBrokenByMerge } from '#stores/use-planning.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { closePanel } from '#stores/view-store.ts';
import { mergeText as text } from '#text/merge.ts';
import { Alert } from '#ui/Alert.tsx';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Select } from '#ui/Select.tsx';
import { ChooseOther } from './ChooseOther.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { MergeConflicts } from './MergeConflicts.tsx';
import { usePlanMerge, type CopySide, type PlanMergeState } from './use-plan-merge.ts';
import styles from './MergeDialog.module.css';

const copySides: readonly CopySide[] = ['plan', 'file'];

function Choices({ state }: { readonly state: PlanMergeState }) {
  const { plans, copy, states, base } = state;
  return (
    <>
      <ChooseOther
        label={text.side}
        sides={copySides.map((value) => ({ value, label: text.sides[value] }))}
        side={state.side}
        onSide={state.setSide}
        choice={text.plan}
        options={plans ?? []}
        chosen={copy?.key ?? null}
        onChoose={state.choosePlan}
        onFile={state.chooseFile}
      />
      {copy !== null && states !== null && (
        <div className={styles['choices']}>
          <Select
            label={text.base}
            value={base?.key ?? null}
            onChange={state.chooseBase}
            options={states}
            className={styles['base']}
          />
          <Button icon="folder-open" onPress={state.chooseBaseFile}>
            {text.baseFile}
          </Button>
        </div>
      )}
    </>
  );
}

function toSentence({ side, plans, copy, states, merge }: PlanMergeState, differences: number): string {
  if (copy === null) return side === 'plan' && plans?.length === 0 ? text.noPlan : text.chooseFirst;
  if (states === null || merge === null) return text.looking;
  const { length } = merge.conflicts;
  return differences + length === 0 ? text.nothing(copy.name) : text.outcome(copy.name, differences, length);
}

/** What the merged plan has among its findings and neither copy has. */
function Broken({ sides, merged }: { readonly sides: MergeSides; readonly merged: ChosenMerge['plan'] }) {
  const broken = useBrokenByMerge(sides.ours, sides.theirs, merged);
  if (broken === null) return <p className={styles['intro']}>{text.checking}</p>;
  if (broken.length === 0) return <p className={styles['intro']}>{text.brokeNothing}</p>;
  return (
    <section aria-label={text.broke}>
      <h3>{text.broke}</h3>
      <p className={styles['intro']}>{text.brokeIntro}</p>
      <ul className={styles['list']}>
        {broken.map((finding) => (
          <li key={finding.id}>{finding.message}</li>
        ))}
      </ul>
    </section>
  );
}

function Outcome({
  state,
  merge,
  sides,
  differences,
}: {
  readonly state: PlanMergeState;
  readonly merge: ChosenMerge;
  readonly sides: MergeSides;
  readonly differences: readonly PlanDifference[];
}) {
  return (
    // A long list is scrolled with the keys too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles['outcome']} role="region" aria-label={text.result} tabIndex={0}>
      <MergeConflicts conflicts={merge.conflicts} sides={sides} taken={state.taken} onChoose={state.choose} />
      <Broken sides={sides} merged={merge.plan} />
      {merge.repairs.length > 0 && (
        <section aria-label={text.repairs}>
          <h3>{text.repairs}</h3>
          <ul className={styles['list']}>
            {merge.repairs.map((repair) => (
              <li key={`${repair.kind} ${repair.collection} ${repair.id} ${repair.gone ?? ''}`}>
                {toRepairWords(repair, merge.plan, sides)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {differences.length > 0 && <DifferenceList groups={toDifferenceGroups(differences)} isWhole />}
    </div>
  );
}

/** The open plan and another copy of it become one: conflicts are decided in words, the result is looked at first and checked. */
export function MergeDialog() {
  const plan = usePlan();
  const state = usePlanMerge();
  const { copy, base, merge } = state;
  const differences = useMemo(
    () => (merge === null ? [] : toPlanDifferences(plan, merge.plan)),
    [merge, plan],
  );
  const sides = copy === null || base === null ? null : { base: base.plan, ours: plan, theirs: copy.plan };
  return (
    <Dialog
      title={text.title}
      size="large"
      isOpen
      onClose={closePanel}
      actions={
        <>
          <Button variant="quiet" onPress={closePanel}>
            {text.cancel}
          </Button>
          <Button
            variant="primary"
            isDisabled={differences.length === 0}
            onPress={() => {
              if (merge !== null && copy !== null) takeMerge(merge.plan, copy.name);
            }}
          >
            {text.merge}
          </Button>
        </>
      }
    >
      <p className={styles['intro']}>{text.intro}</p>
      <Choices state={state} />
      {state.problem !== null && <Alert title={state.problem} />}
      <p className={styles['intro']} role="status">
        {toSentence(state, differences.length)}
      </p>
      {merge !== null && sides !== null && differences.length + merge.conflicts.length > 0 && (
        <Outcome state={state} merge={merge} sides={sides} differences={differences} />
      )}
    </Dialog>
  );
}
