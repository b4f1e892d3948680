import { useMemo, type ReactNode } from 'react';
import { toReviewTotals } from '#stores/review-totals.ts';
import { showOnly, useReview } from '#stores/review-store.ts';
import { reviewText as text } from '#text/review.ts';
import { wordsText } from '#text/review-words.ts';
import { classNames } from '#ui/class-names.ts';
import { Icon } from '#ui/Icon.tsx';
import type { IconName } from '#ui/icons.ts';
import styles from './TotalsStrip.module.css';

function Cell({
  icon,
  label,
  value,
  tone = 'plain',
  children,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly value: number;
  readonly tone?: 'plain' | 'ok' | 'error' | 'warning';
  readonly children: ReactNode;
}) {
  return (
    <div className={styles['cell']}>
      <span className={styles['label']}>
        <Icon name={icon} size={14} />
        <span>{label}</span>
      </span>
      <span className={styles['value']}>{value.toLocaleString('en')}</span>
      <span className={classNames(styles['said'], styles[tone])}>
        {tone === 'ok' && <Icon name="circle-check" size={12} />}
        {tone === 'error' && <Icon name="circle-x" size={12} />}
        {tone === 'warning' && <Icon name="triangle-alert" size={12} />}
        <span>{children}</span>
      </span>
    </div>
  );
}

/** Seven numbers; what the text states stands beside what was found. */
export function TotalsStrip() {
  const proposals = useReview((state) => state.proposals);
  const rows = useReview((state) => state.rows);
  const totals = useMemo(() => toReviewTotals(proposals, rows), [proposals, rows]);
  const words = text.totals;
  const fits = totals.stated === totals.servers;
  return (
    <div className={styles['strip']}>
      <Cell
        icon="server"
        label={words.servers}
        value={totals.servers}
        tone={totals.stated === null ? 'plain' : fits ? 'ok' : 'warning'}
      >
        {totals.stated === null ? text.noTotal : text.textSays(totals.stated)}
      </Cell>
      <Cell icon="box" label={words.services} value={totals.services}>
        {text.placed(totals.placedServices)}
      </Cell>
      <Cell icon="waypoints" label={words.dependencies} value={totals.dependencies}>
        {text.inDoubt(totals.doubtfulDependencies)}
      </Cell>
      <Cell icon="minus" label={words.removals} value={totals.removals}>
        {text.conditions(totals.conditions)}
      </Cell>
      <Cell
        icon="message-circle-question-mark"
        label={words.questions}
        value={totals.questions}
        tone={totals.blocking > 0 ? 'error' : 'plain'}
      >
        {text.blocking(totals.blocking)}
      </Cell>
      <Cell icon="quote" label={words.notUnderstood} value={totals.notUnderstood}>
        {text.linesOf(totals.notUnderstood, totals.lines)}
        {totals.notUnderstood > 0 && (
          <>
            {', '}
            <button
              type="button"
              className={styles['show']}
              aria-description={wordsText.showHint}
              onClick={() => showOnly('line')}
            >
              {wordsText.show}
            </button>
          </>
        )}
      </Cell>
      <Cell
        icon="lock"
        label={words.secrets}
        value={totals.secrets}
        tone={totals.secrets > 0 ? 'warning' : 'plain'}
      >
        {text.secretsFound(totals.secrets)}
      </Cell>
    </div>
  );
}
