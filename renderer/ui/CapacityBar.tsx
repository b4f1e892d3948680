import { classNames } from './class-names.ts';
import styles from './CapacityBar.module.css';

export interface CapacityBarProps {
  readonly label: string;
  /** What is taken today; what would come; what is offered (`null`: not known). In the same unit. */
  readonly used: number;
  readonly coming?: number;
  readonly offered: number | null;
  /** Share above which it is tight (0 to 1). */
  readonly headroom?: number;
  /** Whether some of what is placed here has no known size. */
  readonly isPartlyUnknown?: boolean;
  /** The numbers in words: "24 of 32 GB". */
  readonly words: string;
}

/** Room of one dimension: used grey, coming blue, tight amber, over striped red and bold. */
export function CapacityBar({
  label,
  used,
  coming = 0,
  offered,
  headroom = 0.85,
  isPartlyUnknown = false,
  words,
}: CapacityBarProps) {
  const total = used + coming;
  const whole = Math.max(offered ?? total, total, 1e-9);
  const share = (value: number): string => `${(Math.max(0, value) / whole) * 100}%`;
  const isOver = offered !== null && total > offered;
  const isNear = offered !== null && !isOver && total > offered * headroom;
  const inside = isOver ? offered : total;
  return (
    <div className={classNames(styles['capacity'], isOver && styles['isOver'])}>
      <span>{label}</span>
      <span className={classNames(styles['bar'], offered === null && styles['open'])} aria-hidden="true">
        <span className={styles['used']} style={{ width: share(Math.min(used, inside)) }} />
        <span
          className={isNear ? styles['near'] : styles['coming']}
          style={{ width: share(Math.max(0, Math.min(coming, inside - used))) }}
        />
        {isOver && <span className={styles['over']} style={{ width: share(total - offered) }} />}
        {isPartlyUnknown && <span className={styles['unknown']} />}
      </span>
      <span className={styles['words']}>{words}</span>
    </div>
  );
}
