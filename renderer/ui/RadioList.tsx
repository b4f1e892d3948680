import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './RadioList.module.css';

/** One of a few answers; what stands below its words says more about it. */
export interface RadioChoice {
  readonly value: string;
  readonly label: ReactNode;
  readonly note: ReactNode;
  /** The key that chooses it, shown as a cap. */
  readonly keyCap?: string;
}

export interface RadioListProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly choices: readonly RadioChoice[];
}

/** A question with its answers side by side, all in sight; arrow keys move between them. */
export function RadioList({ label, value, onChange, choices }: RadioListProps) {
  return (
    <RadioGroup className={styles['group'] ?? ''} value={value} onChange={onChange}>
      <Label className={styles['label'] ?? ''}>{label}</Label>
      {choices.map((choice) => (
        <Radio key={choice.value} value={choice.value} className={styles['choice'] ?? ''}>
          <span className={styles['dot']} />
          <span className={styles['words']}>
            <b>{choice.label}</b>
            <span className={styles['note']}>{choice.note}</span>
          </span>
          {choice.keyCap !== undefined && <kbd aria-hidden="true">{choice.keyCap}</kbd>}
        </Radio>
      ))}
    </RadioGroup>
  );
}
