import { useMemo } from 'react';
import { toPhaseName } from '#core/graph/entry-words.ts';
import type { Change } from '#core/model/change.ts';
import type { Plan } from '#core/model/plan.ts';
import { compareSteps } from '#core/planning/scenarios/compare-steps.ts';
import { toChangeTitle } from '#core/projections/change-title.ts';
import { switchToPlan } from '#stores/compare-plans.ts';
import type { ComparedPlan } from '#stores/use-planning.ts';
import { closePanel } from '#stores/view-store.ts';
import { compareText as text } from '#text/compare.ts';
import { Button } from '#ui/Button.tsx';
import styles from './CompareDialog.module.css';

/** So many lines of a kind are shown; how many more there are is said. */
const mostLines = 8;

function toStepWords(plan: Plan, change: Change): string {
  return text.stepIn(toChangeTitle(plan, change), toPhaseName(plan, change.phase));
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  const more = lines.length - mostLines;
  return (
    <>
      <h4>
        {title} <span>{lines.length}</span>
      </h4>
      <ul>
        {lines.slice(0, mostLines).map((line, index) => (
          <li key={`${index} ${line}`}>{line}</li>
        ))}
        {more > 0 && <li>{text.more(more)}</li>}
      </ul>
    </>
  );
}

/** What another plan does otherwise than the open one: in a sentence, in steps and in risks. */
export function AlternativeWords({
  base,
  other,
  compared,
}: {
  readonly base: Plan;
  readonly other: Plan;
  readonly compared: ComparedPlan;
}) {
  const steps = useMemo(() => compareSteps(base, other), [base, other]);
  const onlyThere = steps.flatMap((step) =>
    step.base === null && step.other !== null ? [toStepWords(other, step.other)] : [],
  );
  const onlyHere = steps.flatMap((step) =>
    step.other === null && step.base !== null ? [toStepWords(base, step.base)] : [],
  );
  const changed = steps.flatMap((step) =>
    step.base !== null && step.other !== null
      ? [text.stepOtherwise(toStepWords(base, step.base), toStepWords(other, step.other))]
      : [],
  );
  const isSame = compared.differences.length + steps.length === 0;
  return (
    <section className={styles['alternative']} aria-label={other.name}>
      <header>
        <h3>
          <bdi>{other.name}</bdi>
        </h3>
        <Button
          size="small"
          description={other.name}
          onPress={() => {
            closePanel();
            void switchToPlan(other.id);
          }}
        >
          {text.open}
        </Button>
      </header>
      <p>{isSame ? text.sameAsHere : text.sentence(compared.differences)}</p>
      <Lines title={text.onlyThere} lines={onlyThere} />
      <Lines title={text.onlyHere} lines={onlyHere} />
      <Lines title={text.otherwise} lines={changed} />
      <Lines title={text.risksThere} lines={compared.risksHere} />
      <Lines title={text.risksHere} lines={compared.risksThere} />
    </section>
  );
}
