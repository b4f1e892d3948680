import { useMemo } from 'react';
import { toDifferenceGroups, toDifferenceLines } from '#core/exporters/difference/difference-text.ts';
import { toPlanDifferences } from '#core/exporters/difference/difference-words.ts';
import { switchToPlan } from '#stores/compare-plans.ts';
import { showProblem, showToast } from '#stores/toast-store.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { closePanel } from '#stores/view-store.ts';
import { compareText as text } from '#text/compare.ts';
import { Alert } from '#ui/Alert.tsx';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { ChooseOther } from './ChooseOther.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { Figures } from './Figures.tsx';
import { useComparedPlan, type CompareSide, type ComparedPlan } from './use-compared-plan.ts';
import styles from './CompareDialog.module.css';

const sides: readonly CompareSide[] = ['edit', 'version', 'plan', 'file'];

async function copy(lines: readonly string[]): Promise<void> {
  try {
    await navigator.clipboard.writeText(`${lines.join('\n')}\n`);
    showToast(text.copied);
  } catch {
    showProblem(text.copyFailed);
  }
}

/** What is said above the differences. */
function toSentence({ side, options, other, isKnown }: ComparedPlan, count: number): string {
  if (other !== null) {
    const sentence = count === 0 ? text.same : text.differences(count);
    return side === 'file' ? `${other.name}: ${sentence}` : sentence;
  }
  if (!isKnown) return text.loading;
  return side === 'file' || options.length === 0 ? text.nothing[side] : text.chooseFirst;
}

/** How the open plan differs from an earlier state of itself, from another plan or from a file: in words and in numbers. */
export function CompareDialog() {
  const plan = usePlan();
  const compared = useComparedPlan();
  const { side } = compared;
  const other = compared.other?.plan ?? null;
  const differences = useMemo(() => (other === null ? [] : toPlanDifferences(other, plan)), [other, plan]);
  const groups = useMemo(() => toDifferenceGroups(differences), [differences]);
  return (
    <Dialog
      title={text.title}
      size="large"
      isOpen
      onClose={closePanel}
      actions={
        <>
          <Button
            icon="copy"
            isDisabled={differences.length === 0}
            onPress={() => void copy(toDifferenceLines(differences))}
          >
            {text.copy}
          </Button>
          <Button variant="primary" onPress={closePanel}>
            {text.close}
          </Button>
        </>
      }
    >
      <ChooseOther
        label={text.side}
        sides={sides.map((value) => ({ value, label: text.sides[value] }))}
        side={side}
        onSide={compared.setSide}
        choice={side === 'file' ? '' : text.choice[side]}
        options={compared.options}
        chosen={compared.chosen}
        onChoose={compared.choose}
        onFile={compared.chooseFile}
      >
        {side === 'plan' && compared.chosen !== null && (
          <Button icon="arrow-right" onPress={() => void switchToPlan(compared.chosen ?? '')}>
            {text.open}
          </Button>
        )}
      </ChooseOther>
      {compared.problem !== null && <Alert title={compared.problem} />}
      <p className={styles['count']} role="status">
        {toSentence(compared, differences.length)}
      </p>
      {other !== null && differences.length > 0 && (
        <div className={styles['columns']}>
          <DifferenceList groups={groups} />
          <Figures here={plan} there={other} />
        </div>
      )}
    </Dialog>
  );
}
