import { useMemo } from 'react';
import { useAction } from '#actions/use-action.ts';
import { useComparison } from '#stores/use-planning.ts';
import { usePlan } from '#stores/use-workspace.ts';
import { closePanel } from '#stores/view-store.ts';
import { compareText as text } from '#text/compare.ts';
import { Alert } from '#ui/Alert.tsx';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { AlternativeWords } from './AlternativeWords.tsx';
import { FigureTable } from './Figures.tsx';
import { mostOthers, useAlternatives } from './use-alternatives.ts';
import styles from './CompareDialog.module.css';

/** Several plans side by side: in numbers, and what each does otherwise than the open one in words. */
export function ScenariosDialog() {
  const plan = usePlan();
  const { others, problem, choose } = useAlternatives();
  const branch = useAction('make-alternative');
  const chosen = useMemo(
    () => (others ?? []).flatMap((each) => (each.isChosen && each.plan !== null ? [each.plan] : [])),
    [others],
  );
  const plans = useMemo(() => [plan, ...chosen], [plan, chosen]);
  const compared = useComparison(plans);
  return (
    <Dialog
      title={text.sideBySide}
      size="large"
      isOpen
      onClose={closePanel}
      actions={
        <Button variant="primary" onPress={closePanel}>
          {text.close}
        </Button>
      }
    >
      {problem !== null && <Alert title={problem} />}
      {others !== null && others.length === 0 ? (
        <EmptyState
          icon="split"
          title={text.noOther}
          next={text.noOtherNext}
          action={
            <Button why={branch.why} onPress={branch.run}>
              {branch.title}
            </Button>
          }
        />
      ) : (
        <>
          <fieldset className={styles['plans']}>
            <legend>{text.beside}</legend>
            {(others ?? []).map((each) => (
              <Checkbox
                key={each.id}
                isSelected={each.isChosen}
                isDisabled={!each.isChosen && chosen.length >= mostOthers}
                onChange={(isOn) => choose(each.id, isOn)}
              >
                <bdi>{each.name}</bdi>
              </Checkbox>
            ))}
          </fieldset>
          <p className={styles['count']} role="status">
            {chosen.length === 0
              ? text.choosePlans
              : compared === null
                ? text.measuring
                : text.compared(chosen.length)}
          </p>
          {compared !== null && chosen.length > 0 && (
            // A long comparison is scrolled with the keys too.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            <div className={styles['several']} role="region" aria-label={text.sideBySide} tabIndex={0}>
              <FigureTable
                names={plans.map((each, index) => ({
                  key: each.id,
                  name: index === 0 ? text.thisPlan(each.name) : each.name,
                }))}
                rows={compared.rows}
              />
              <div className={styles['alternatives']}>
                {chosen.map((other, index) => {
                  const words = compared.plans[index + 1];
                  return (
                    words !== undefined && (
                      <AlternativeWords key={other.id} base={plan} other={other} compared={words} />
                    )
                  );
                })}
              </div>
            </div>
          )}
        </>
      )}
    </Dialog>
  );
}
