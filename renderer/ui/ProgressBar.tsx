import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  readonly label: string;
  /** `null`: the length is not known; the number counts up and the bar moves. */
  readonly value: number | null;
  readonly max?: number;
  /** The number in words: "6,120 of 9,804". */
  readonly words: string;
  readonly isLabelHidden?: boolean;
  readonly className?: string | undefined;
}

/** Progress always has a number. */
export function ProgressBar({
  label,
  value,
  max = 100,
  words,
  isLabelHidden = false,
  className,
}: ProgressBarProps) {
  const part = value === null || max === 0 ? 0 : Math.min(1, value / max);
  return (
    <AriaProgressBar
      className={classNames(styles['progress'], isLabelHidden && styles['inline'], className)}
      isIndeterminate={value === null}
      maxValue={max === 0 ? 1 : max}
      value={value ?? 0}
      valueLabel={words}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {!isLabelHidden && <Label className={styles['label'] ?? ''}>{label}</Label>}
      <span className={styles['track']}>
        <span
          className={classNames(styles['fill'], value === null && styles['moving'])}
          style={{ width: `${value === null ? 30 : part * 100}%` }}
        />
      </span>
      <span className={styles['words']}>{words}</span>
    </AriaProgressBar>
  );
}
