import { Checkbox } from './Checkbox.tsx';
import { Chip } from './Chip.tsx';
import styles from './TaskRow.module.css';
import { classNames } from './class-names.ts';

export interface TaskRowProps {
  readonly text: string;
  readonly isDone: boolean;
  readonly onTick: (isDone: boolean) => void;
  readonly owner?: string | null;
  readonly due?: string | null;
  /** Says how late it is; red when there. */
  readonly late?: string | null;
}

/** A line of a checklist. */
export function TaskRow({ text, isDone, onTick, owner = null, due = null, late = null }: TaskRowProps) {
  return (
    <div className={styles['row']}>
      <Checkbox isSelected={isDone} onChange={onTick}>
        <span className={classNames(styles['text'], isDone && styles['done'])}>{text}</span>
      </Checkbox>
      <span className={styles['end']}>
        {owner !== null && <span>{owner}</span>}
        {late !== null ? <Chip tone="error">{late}</Chip> : due !== null && <span>{due}</span>}
      </span>
    </div>
  );
}
