import { useId, type ReactNode } from 'react';
import styles from './ChooseSide.module.css';

/** One of two values of the same thing: who says it, and what. */
export interface Side {
  readonly label: string;
  readonly value: string;
}

export interface ChooseSideProps {
  /** What both are about. */
  readonly about: ReactNode;
  /** What stands unless the other is taken. */
  readonly kept: Side;
  readonly offered: Side;
  readonly isOfferTaken: boolean;
  readonly onChange: (isOfferTaken: boolean) => void;
  /** Said below the two. */
  readonly children?: ReactNode;
}

/** Two values that contradict each other, side by side; one of them is chosen. */
export function ChooseSide({ about, kept, offered, isOfferTaken, onChange, children }: ChooseSideProps) {
  const name = useId();
  const option = ({ label, value }: Side, isOffer: boolean) => (
    <label
      className={styles['side']}
      data-chosen={isOfferTaken === isOffer}
      aria-labelledby={`${name}${String(isOffer)}`}
    >
      <input type="radio" name={name} checked={isOfferTaken === isOffer} onChange={() => onChange(isOffer)} />
      <span className={styles['words']} id={`${name}${String(isOffer)}`}>
        <span className={styles['label']}>{label}</span>
        <strong>{value}</strong>
      </span>
    </label>
  );
  return (
    <fieldset className={styles['choice']}>
      <legend>{about}</legend>
      <div className={styles['sides']}>
        {option(kept, false)}
        {option(offered, true)}
      </div>
      {children}
    </fieldset>
  );
}
